"""From the paths and flags that a user gives to the documents of a run."""

import codecs
import os
import re
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, NamedTuple

from cleaner.commands.globs import globs_of
from cleaner.commands.own_files import is_report
from cleaner.config import Config
from cleaner.corpus.discovery import find
from cleaner.corpus.naming import ContainerFormat, container_format, is_page
from cleaner.corpus.plan import plan
from cleaner.corpus.source import FileSource, Source, StandardInput
from cleaner.errors import UsageError
from cleaner.pyproject import common_folder, configured
from cleaner.regularfile import is_folder, read_stream
from cleaner.report.console import Console
from cleaner.sites import host_of
from cleaner.text.codec_names import is_text_codec, standard_codec

STDIN = Path("-")
# White space and comments may stand before the document type or the first tag. Nothing in it is tried twice.
BEGINS_AS_PAGE = rb"(?is)(?>\s+|<!--.*?-->|<\?xml[^>]*>)*+<(?:!doctype\s+html|html)\b"
# Bytes in which a page begins; chosen by hand, as licences in comments are shorter.
BEGINNING = 20_000


class Inputs(NamedTuple):
    """The paths of a command line, and what its flags say about the documents there."""

    paths: list[Path]
    site: str | None = None
    url: str | None = None
    html: bool = False
    format: ContainerFormat | None = None
    stdin_filename: Path | None = None

    @property
    def is_stream(self) -> bool:
        """Whether the document is read from standard input."""
        return STDIN in self.paths


class Request(NamedTuple):
    """What a command line asks for: which documents, how to clean them, and how much to say about it."""

    inputs: Inputs
    config: Config
    console: Console


def request(params: Mapping[str, Any]) -> Request:
    """The request in the parameters of a command; raises `CleanerError` for a configuration that cannot be used."""
    paths = [Path(path) for path in ((params["paths"] or ()) if "paths" in params else [params["path"]])]
    named = Path(params["stdin_filename"]) if params.get("stdin_filename") else None
    inputs = Inputs(paths, params["site"], params["url"], params["html"], params.get("container_format"), named)
    console = Console(quiet=params.get("quiet", False), verbose=params.get("verbose", False))
    return Request(inputs, configured([named] if named else paths, params), console)


@dataclass(frozen=True, slots=True)
class WorkList:
    """The documents and the containers of many, in path order; how many files and folders were skipped, by reason.

    `notes` is what to say of them.
    """

    sources: Sequence[Source]
    containers: Sequence[FileSource] = ()
    skipped: Counter[str] = field(default_factory=Counter)
    notes: Sequence[str] = ()


def work_list(inputs: Inputs, config: Config, *, marks: bool = False, named_outputs: bool = False) -> WorkList:
    """The documents at and below the paths.

    With `marks` each has a marks file among its outputs; with `named_outputs` a clean file that the user names is a
    document too. Raises UsageError, before any document is read, if a path does not exist or a flag makes no sense.
    """
    check_inputs(inputs, config)
    if inputs.is_stream:
        return _standard_input(inputs, config)
    found = find(inputs.paths, replace(config.selection, named_outputs=named_outputs))
    planned = plan(found.paths, config.naming, common_folder(inputs.paths), marks=marks)
    with_globs, faults = globs_of(config)
    planned = list(map(with_globs, planned))
    containers = [source._replace(outputs=source.outputs[:1]) for source in planned if is_container(source)]
    sources = [source for source in planned if not is_container(source)]
    documents = [source for source in sources if not (source.page and is_report(source.path))]
    if reports := len(sources) - len(documents):
        found.skipped["own report"] += reports
    return WorkList(documents, containers, found.skipped, (*found.faults, *faults))


def is_container(source: FileSource) -> bool:
    """Whether the file holds many documents."""
    return bool(container_format(source.path.name))


def _standard_input(inputs: Inputs, config: Config) -> WorkList:
    if sys.stdin is None:
        raise UsageError("standard input is closed; name a file")
    if inputs.format:
        return WorkList([], [FileSource(STDIN)])
    data = read_stream(sys.stdin.buffer, config.max_bytes)
    if inputs.stdin_filename:
        with_globs, faults = globs_of(config)
        file = FileSource(inputs.stdin_filename, page=is_page(inputs.stdin_filename.name))
        return WorkList([StandardInput.of(data, with_globs(file))], notes=faults)
    if inputs.html or not _begins_as_page(data):
        return WorkList([StandardInput(data, inputs.html)])
    return WorkList([StandardInput(data, page=True)], notes=("standard input begins as a page, and is read as one",))


def _begins_as_page(data: bytes) -> bool:
    beginning = data[:BEGINNING]
    if beginning.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        beginning = beginning[2:].replace(b"\0", b"")
    return re.match(BEGINS_AS_PAGE, beginning.removeprefix(codecs.BOM_UTF8)) is not None


def _check_stream(inputs: Inputs) -> None:
    """Raise `UsageError` for what is said of standard input where it is not read, or not alone."""
    if inputs.is_stream and len(inputs.paths) > 1:
        raise UsageError("- is standard input and must be the only path")
    if inputs.stdin_filename and not inputs.is_stream:
        raise UsageError("--stdin-filename names standard input; give - as the path")
    if inputs.html and not inputs.is_stream:
        raise UsageError(
            "--html is for standard input only; a file is a page if its name ends in .html, .htm or .xhtml"
        )


def check_inputs(inputs: Inputs, config: Config) -> None:
    """Raise `UsageError` if a path does not exist, or a flag makes no sense."""
    _check_stream(inputs)
    if inputs.site and not host_of(inputs.site):
        raise UsageError(f"--site {inputs.site} is not a host name such as example.com")
    if not config.timeout > 0:  # not a number, too
        raise UsageError("--timeout must be more than 0 seconds")
    if config.encoding and not is_text_codec(standard_codec(config.encoding) or config.encoding):
        raise UsageError(f"--encoding {config.encoding}: no such encoding; try utf-8 or windows-1252")
    if {"/", os.sep, "\0"} & set(config.suffix):
        raise UsageError("--suffix must not contain a slash: use --out-dir to write to another folder")
    if not config.suffix and config.out_dir is None:
        raise UsageError("--suffix may be empty only with --out-dir: originals are never overwritten")
    if config.out_dir:
        _require_place(config.out_dir)
    for path in inputs.paths:
        _require(path)


def _require(path: Path) -> None:
    """Raises UsageError if the path is no file and no folder, or cannot be reached."""
    if path == STDIN:
        return
    try:
        path.stat()
    except OSError as error:
        raise UsageError(f"{path}: {error.strerror}") from error
    except ValueError as error:
        raise UsageError(f"{path}: no name of a file") from error
    if not path.is_file() and not path.is_dir():
        raise UsageError(f"{path}: neither a file nor a folder")


def _require_place(out_dir: Path) -> None:
    """Raises UsageError if this can never be a folder."""
    try:
        out_dir.lstat()
    except FileNotFoundError:  # it will be made
        return
    except OSError as error:
        raise UsageError(f"--out-dir {out_dir}: {error.strerror}") from error
    if not is_folder(out_dir):
        raise UsageError(f"--out-dir {out_dir}: not a folder")
