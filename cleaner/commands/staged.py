"""What a hook demands of a commit: its clean files are staged, made from their originals, and have originals."""

import shlex
from collections.abc import Iterable, Iterator
from pathlib import Path

from cleaner.commands.inputs import Request
from cleaner.corpus.discovery import is_excluded
from cleaner.corpus.gitindex import Index
from cleaner.corpus.naming import is_document, is_page, marks_path
from cleaner.corpus.selection import Selection
from cleaner.corpus.source import Source
from cleaner.report.summary import shortened


def with_originals(request: Request) -> Request:
    """The request with the originals of the clean files that it names: a clean file edited by hand is thereby found."""
    paths, selection = request.inputs.paths, request.config.selection
    originals = {
        original
        for path in paths
        if not (selection.force_exclude and is_excluded(path, selection))
        for original in selection.naming.originals(path)
        if original.is_file()
    }
    return request._replace(inputs=request.inputs._replace(paths=[*paths, *sorted(originals - set(paths))]))


def staging_faults(sources: Iterable[Source], selection: Selection) -> list[str]:
    """What the next commit of the current folder's repository lacks, a line each; nothing if there is no repository.

    The clean files of `sources` are up to date on disk. Those of originals that are not staged need not be staged.
    """
    index = Index.here()
    if index is None:
        return []
    outputs = [
        output for source in sources if index.name(Path(source.name)) in index.staged for output in source.outputs
    ]
    unstaged = [f"{path} is not staged as it is on disk: `git add {_quoted(path)}`" for path in index.unstaged(outputs)]
    faults = [*unstaged, *_orphans(index, selection)]
    return shortened(faults, "files are not staged, or have lost their originals")


def _orphans(index: Index, selection: Selection) -> Iterator[str]:
    """Clean files that stay in the repository while their originals leave it."""
    for original in map(Path, filter(is_document, index.deleted)):
        naming = selection.naming
        if naming.out_dir is not None or naming.is_output(original.name):
            continue
        clean = naming.target(original, Path(), page=is_page(original.name))
        heirs = {each.as_posix() for each in naming.originals(clean)}
        if heirs & index.staged or (selection.force_exclude and is_excluded(index.top / clean, selection)):
            continue
        for path in (clean, marks_path(clean)):
            if path.as_posix() in index.staged:
                yield f"{path} has lost its original {original}: `git rm {_quoted(path)}`"


def _quoted(path: Path) -> str:
    return shlex.quote(str(path))
