"""The parameters that several commands share, each declared once."""

from pathlib import Path
from typing import Annotated

import typer

from cleaner.cli.completion import families, rule_ids
from cleaner.corpus.limits import MAX_BYTES, TIMEOUT
from cleaner.corpus.naming import DEFAULT_SUFFIX, ContainerFormat
from cleaner.report.formats import FindingFormat, Format

Paths = Annotated[list[Path], typer.Argument(help="Files and folders; - for standard input.", metavar="PATH")]
PathsOrNone = Annotated[
    list[Path] | None, typer.Argument(help="Files and folders; - for standard input.", metavar="PATH")
]
OnePath = Annotated[Path, typer.Argument(help="A text or a page; - for standard input.", metavar="PATH")]

Site = Annotated[str | None, typer.Option(help="Host that the documents come from.", metavar="HOST")]
Url = Annotated[str | None, typer.Option(help="URL that the document comes from.", metavar="URL")]
Html = Annotated[bool, typer.Option("--html", help="Read standard input as an HTML page.")]
StdinFilename = Annotated[
    Path | None,
    typer.Option(help="Read standard input as this file: its kind, its site and its settings.", metavar="FILE"),
]
Encoding = Annotated[
    str | None,
    typer.Option(help="Encoding of the documents, such as windows-1250. [default: detect it]", metavar="NAME"),
]
MaxBytes = Annotated[
    int | None,
    typer.Option(help=f"Largest document that is cleaned, in bytes. [default: {MAX_BYTES}]", metavar="N", min=1),
]

Rules = Annotated[
    list[Path] | None,
    typer.Option(help="Rule file or folder to use besides the packaged rules. Repeatable.", metavar="PATH"),
]
Select = Annotated[
    list[str] | None,
    typer.Option(
        help="Also run an opt-in family (mail, book), or only rules with this id; globs work. Repeatable.",
        metavar="FAMILY|ID",
        autocompletion=rule_ids,
    ),
]
Ignore = Annotated[
    list[str] | None,
    typer.Option(help="Do not run rules with this id; globs work. Repeatable.", metavar="ID", autocompletion=rule_ids),
]
KeepFamily = Annotated[
    list[str] | None,
    typer.Option(help="Do not run rules of this family. Repeatable.", metavar="FAMILY", autocompletion=families),
]
Language = Annotated[
    str | None,
    typer.Option(help="Languages of all documents, as codes. [default: find those of each]", metavar="LANG[,LANG]"),
]
NoHeuristics = Annotated[
    bool, typer.Option("--no-heuristics", help="Remove only what rules match; do not run the heuristics.")
]
ApplySuspicious = Annotated[
    bool | None,
    typer.Option("--apply-suspicious", help="Remove also what would be withheld as more likely wrong than right."),
]

Exclude = Annotated[
    list[str] | None,
    typer.Option(
        help="Skip matching files and folders, as in .gitignore; replaces the default list. Repeatable.",
        metavar="PATTERN",
    ),
]
ExtendExclude = Annotated[
    list[str] | None,
    typer.Option(help="Skip these too, besides those of --exclude. Repeatable.", metavar="PATTERN"),
]
ForceExclude = Annotated[
    bool | None, typer.Option("--force-exclude", help="Skip them even if a PATH names them; for hooks.")
]

ConfigFile = Annotated[
    Path | None,
    typer.Option("--config", help="Take the settings from this file, and from no other.", metavar="FILE"),
]
Isolated = Annotated[bool, typer.Option("--isolated", help="Read no file of settings.")]
ShowSettings = Annotated[
    bool, typer.Option("--show-settings", help="Print the settings that hold for these paths, and where they stand.")
]

Prune = Annotated[
    bool,
    typer.Option("--prune", help="Remove clean files that we wrote and whose originals are gone."),
]
Check = Annotated[bool, typer.Option("--check", help="Write no file; exit with 1 if one is missing or stale.")]
Diff = Annotated[bool, typer.Option("--diff", help="Write no file; show what would be removed.")]
Marks = Annotated[bool, typer.Option("--marks", help="Also write NAME.clean.json, which `cleaner undo` needs.")]
Suffix = Annotated[
    str | None,
    typer.Option(help=f"Suffix before the extension of clean files. [default: {DEFAULT_SUFFIX}]", metavar="SUFFIX"),
]
OutDir = Annotated[
    Path | None, typer.Option(help="Write clean files to this folder, in the same subfolders.", metavar="FOLDER")
]
InputFormat = Annotated[ContainerFormat | None, typer.Option("--format", help="Format of records on standard input.")]
RecordNumber = Annotated[
    int | None, typer.Option(help="Record of a container to show, counted from one.", metavar="N", min=1)
]
Force = Annotated[
    bool, typer.Option("--force", help="Replace also clean files and marks that were edited, or are not ours.")
]

WithMetadata = Annotated[
    bool | None,
    typer.Option("--with-metadata", help="Give records with a page its title, date, author and language as fields."),
]
TextField = Annotated[
    str | None,
    typer.Option(help="Field of records that holds a text. [default: text, content, body, article]", metavar="NAME"),
]
HtmlField = Annotated[
    str | None,
    typer.Option(help="Field of records that holds a page. [default: html, raw_html]", metavar="NAME"),
]
UrlField = Annotated[
    str | None,
    typer.Option(help="Field of records that holds an address. [default: url, source]", metavar="NAME"),
]

Rejects = Annotated[
    Path | None,
    typer.Option(help="File for records that fail or are suspicious, as JSON Lines with the reasons.", metavar="FILE"),
]

Report = Annotated[
    list[Path] | None,
    typer.Option(help="Write what happened to FILE, as a page (.html) or as JSON (.json). Repeatable.", metavar="FILE"),
]

ExitNonZeroOnWrite = Annotated[
    bool,
    typer.Option("--exit-non-zero-on-write", help="Exit with 1 if a file was written or git lacks it; for hooks."),
]
Learn = Annotated[
    bool, typer.Option("--learn", help="First learn what the documents of each site repeat, and remove that too.")
]

Jobs = Annotated[
    int | None, typer.Option("--jobs", "-j", help="Number of processes. [default: all cores]", metavar="N", min=1)
]
Timeout = Annotated[
    float | None,
    typer.Option(help=f"Seconds after which work on a document is stopped. [default: {TIMEOUT:g}]", metavar="S"),
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Print only what went wrong.")]
Verbose = Annotated[
    bool, typer.Option("--verbose", "-v", help="Print a line for each document, and tracebacks of bugs.")
]
Json = Annotated[bool, typer.Option("--json", help="Print the result as JSON on stdout.")]
OutputFormat = Annotated[Format, typer.Option("--format", help="Format of the output.")]
Statistics = Annotated[bool, typer.Option("--statistics", help="Print how many findings each rule has instead.")]
ExitZero = Annotated[bool, typer.Option("--exit-zero", help="Exit with 0 even if there are findings.")]
BaselineFile = Annotated[
    Path | None, typer.Option("--baseline", help="File of accepted findings; only others count.", metavar="FILE")
]
WriteBaseline = Annotated[
    bool, typer.Option("--write-baseline", help="Accept all findings: write them to the file of --baseline.")
]
FindingsAs = Annotated[FindingFormat, typer.Option("--output-format", "--format", help="Format of the findings.")]
Output = Annotated[
    Path | None,
    typer.Option("--output", "-o", help="File to write instead of stdout; never replaces one.", metavar="FILE"),
]
