"""Documents as they are found, for a command that does not wait for all of them."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from cleaner.commands.globs import globs_of
from cleaner.commands.inputs import Inputs, check_inputs
from cleaner.config import Config
from cleaner.corpus.discovery import seek
from cleaner.corpus.naming import is_page
from cleaner.corpus.source import FileSource


def found_documents(inputs: Inputs, config: Config) -> Iterator[FileSource]:
    """The documents and the containers at and below the paths, each as soon as it is found, and without outputs.

    Raises `UsageError`, at once, where `work_list` does.
    """
    check_inputs(inputs, config)
    with_globs, _ = globs_of(config)
    selection = replace(config.selection, named_outputs=True)
    found = seek(inputs.paths, selection, Counter(), [])
    return (with_globs(FileSource(path, (), is_page(path.name))) for path in _once(found))


def _once(found: Iterable[tuple[Path, Path]]) -> Iterator[Path]:
    seen: set[str] = set()
    for place, path in found:
        if str(place) not in seen:
            seen.add(str(place))
            yield path
