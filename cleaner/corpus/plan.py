"""Decides which file is written where, before anything is written."""

import os
from collections.abc import Iterable
from itertools import islice
from pathlib import Path
from unicodedata import normalize

from cleaner.corpus.naming import Naming, is_page, marks_path
from cleaner.corpus.source import FileSource
from cleaner.regularfile import real_folder, real_name

# Names in a message, at most; chosen by hand.
MOST_NAMED = 3


def plan(paths: Iterable[Path], naming: Naming, root: Path, *, marks: bool) -> list[FileSource]:
    """A source for every path. If two would write the same file, or one an original, their `obstacle` says so."""
    sources = []
    for path in paths:
        page = is_page(path.name)
        target = naming.target(path, root, page=page)
        sources.append(FileSource(path, (target, marks_path(target)) if marks else (target,), page))
    originals = {_key(source.path): source.path for source in sources}
    folded: dict[str, list[Path]] = {}
    for key, path in originals.items():
        folded.setdefault(_folded(key), []).append(path)
    writers: dict[str, list[FileSource]] = {}
    keys = [[_key(output) for output in source.outputs] for source in sources]
    for source, keys_of_outputs in zip(sources, keys, strict=True):
        for key in keys_of_outputs:
            writers.setdefault(key, []).append(source)
    obstacles = [_obstacle(source, own, folded, writers) for source, own in zip(sources, keys, strict=True)]
    sources = [each._replace(obstacle=why) if why else each for each, why in zip(sources, obstacles, strict=True)]
    if naming.out_dir is None:
        return sources
    folders = {source.outputs[0].parent for source in sources}
    out_dir = real_folder(naming.out_dir)
    outside = {folder for folder in folders if not real_folder(folder).is_relative_to(out_dir)}
    return [_inside(source, outside) for source in sources] if outside else sources


def _inside(source: FileSource, outside: set[Path]) -> FileSource:
    """The source, with an obstacle if a link leads its outputs out of the folder for outputs."""
    folder = source.outputs[0].parent
    if source.obstacle or folder not in outside:
        return source
    return source._replace(obstacle=f"{folder} is a link out of --out-dir and is not followed; remove it")


def _obstacle(
    source: FileSource, keys: Iterable[str], folded: dict[str, list[Path]], writers: dict[str, list[FileSource]]
) -> str:
    for output, key in zip(source.outputs, keys, strict=True):
        if any(_key(path) == key or _is_same(path, output) for path in folded.get(_folded(key), ())):
            return f"{output} is itself an original and is never written over; choose another --suffix"
        if len(writers[key]) > 1:
            others = islice((other.name for other in writers[key] if other is not source), MOST_NAMED)
            more = len(writers[key]) - 1 - MOST_NAMED
            rest = f" and {more:,} more" if more > 0 else ""
            return f"{output} would be written for {', '.join(others)}{rest} too; rename one of them"
    return ""


def _key(path: Path) -> str:
    """A string that is the same for all paths of one file; a link counts as a file of its own."""
    return os.path.normcase(real_name(path))


def _folded(key: str) -> str:
    """The same string for names that a file system may take for one: it may ignore case and how accents are written."""
    return normalize("NFC", normalize("NFD", key).casefold())


def _is_same(original: Path, output: Path) -> bool:
    try:
        return original.samefile(output)
    except (OSError, ValueError):
        return False
