"""Finds the documents among and below the paths that a user names."""

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from cleaner.corpus.selection import Selection


class Found(NamedTuple):
    """The documents in path order, and the number of skipped files and folders for each reason.

    `faults` says what is wrong with the patterns that exclude files.
    """

    paths: list[Path]
    skipped: Counter[str]
    faults: tuple[str, ...] = ()


def find(paths: Iterable[Path], selection: Selection) -> Found:
    """The documents among and below `paths`, each once. Every path must exist."""
    skipped = Counter[str]()
    faults: list[str] = []
    documents: dict[Path, Path] = {}
    for place, file in seek(paths, selection, skipped, faults):
        documents.setdefault(place, file)
    in_order = sorted(documents, key=lambda place: place.parts)
    return Found([documents[place] for place in in_order], skipped, tuple(dict.fromkeys(faults)))


def seek(
    paths: Iterable[Path], selection: Selection, skipped: Counter[str], faults: list[str]
) -> Iterator[tuple[Path, Path]]:
    """The documents among and below `paths` as they are found, each with its real place first; some may come twice.

    `skipped` and `faults` are those of `Found`, and grow.
    """
    for path in paths:
        yield from _below(path, selection, skipped, faults) if path.is_dir() else _named(path, selection, skipped)


def _named(path: Path, selection: Selection, skipped: Counter[str]) -> Iterator[tuple[Path, Path]]:
    """A file that the user names is a document whatever its extension, unless it is our own output."""
    if selection.naming.is_output(path.name) and not selection.named_outputs:
        skipped["own output"] += 1
    elif selection.force_exclude and is_excluded(path, selection):
        skipped["excluded"] += 1
    else:
        yield path.parent.resolve() / path.name, path


def _below(root: Path, selection: Selection, skipped: Counter[str], faults: list[str]) -> Iterator[tuple[Path, Path]]:
    if selection.force_exclude and is_excluded(root, selection):
        skipped["excluded"] += 1
    else:
        from cleaner.corpus.walk import Walk

        yield from Walk(root, selection, skipped, faults)


def is_excluded(path: Path, selection: Selection) -> bool:
    """Whether `exclude` matches a named path or a folder above it."""
    from cleaner.corpus import walk

    return walk.is_excluded(path, selection)
