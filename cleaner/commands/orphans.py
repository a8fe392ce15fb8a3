"""Clean files whose originals were renamed or deleted."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from cleaner.corpus.digesting import digest_of_file
from cleaner.corpus.journal import journal_of
from cleaner.regularfile import is_folder, real


def orphans(paths: Iterable[Path], out_dir: Path | None, homes: tuple[Path, ...]) -> Iterator[tuple[Path, Path]]:
    """Each clean file whose original was below a folder among `paths` and is gone, and the original's path.

    Only files that are as we wrote them, by the journal. `homes` are real folders for new journals.
    """
    for folder in filter(is_folder, paths):
        originals, outputs = real(folder), out_dir or folder
        place = real(outputs)
        for path, digest, original in journal_of(place, homes).made_files():
            ours = path.is_relative_to(place) and original.is_relative_to(originals)
            if ours and not original.exists() and digest_of_file(path) == digest:
                yield outputs / path.relative_to(place), folder / original.relative_to(originals)
