"""The flags that several commands have, each once."""

from pathlib import Path
from typing import Annotated

import typer

from cleaner.report.formats import Format

Paths = Annotated[list[Path], typer.Argument(help="Files and folders; - is standard input.", metavar="PATH")]
OnePath = Annotated[Path, typer.Argument(help="A text or page; - is standard input.", metavar="PATH")]

Site = Annotated[str | None, typer.Option(help="The host that the documents are from.", metavar="HOST")]
Url = Annotated[str | None, typer.Option(help="The address that the document is from.", metavar="URL")]
Html = Annotated[bool, typer.Option("--html", help="Standard input is a page.")]
Encoding = Annotated[str | None, typer.Option(help="The encoding of the documents, if it is known.", metavar="NAME")]
MaxBytes = Annotated[int | None, typer.Option(help="Larger documents fail (50000000).", metavar="N", min=1)]

Rules = Annotated[
    list[Path] | None, typer.Option(help="Rule file or folder besides the packaged ones.", metavar="PATH")
]
Select = Annotated[list[str] | None, typer.Option(help="Run only these rules: ids or globs of ids.", metavar="ID")]
Ignore = Annotated[list[str] | None, typer.Option(help="Do not run these rules: ids or globs of ids.", metavar="ID")]
KeepFamily = Annotated[list[str] | None, typer.Option(help="Do not run the rules of this family.", metavar="FAMILY")]
# Only the flag that says no; without it, the configuration decides.
Heuristics = Annotated[
    bool | None, typer.Option(" /--no-heuristics", help="Rules alone: judge nothing that no rule knows.")
]

Exclude = Annotated[
    list[str] | None,
    typer.Option(help="Leave out what matches, as in .gitignore; instead of the default list.", metavar="PATTERN"),
]
ExtendExclude = Annotated[
    list[str] | None, typer.Option(help="Leave out what matches, besides the rest.", metavar="PATTERN")
]
ForceExclude = Annotated[
    bool | None, typer.Option("--force-exclude", help="Exclude holds for named paths too, for hooks.")
]

Jobs = Annotated[int | None, typer.Option("--jobs", "-j", help="Processes (all cores).", metavar="N", min=1)]
Timeout = Annotated[float | None, typer.Option(help="Seconds after which a document is given up (60).", metavar="S")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Say only what went wrong.")]
Verbose = Annotated[bool, typer.Option("--verbose", "-v", help="A line for each document; tracebacks of bugs.")]
Json = Annotated[bool, typer.Option("--json", help="Print it as JSON on stdout.")]
OutputFormat = Annotated[Format, typer.Option("--format", help="How it is printed.")]
Output = Annotated[
    Path | None, typer.Option("--output", "-o", help="Write here; an existing file is never changed.", metavar="FILE")
]
