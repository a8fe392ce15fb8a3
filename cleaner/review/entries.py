"""Documents as a review knows them: files, and records by the number that they have in their container."""

from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from typing import NamedTuple

from cleaner.containers.fields import Wanted
from cleaner.corpus.naming import container_format
from cleaner.corpus.source import FileSource, Source
from cleaner.errors import DocumentError


class CatalogueEntry(NamedTuple):
    """A file, or the record of this number, from one, in a container. `fault` says why nothing can be read from it."""

    file: FileSource
    record: int = 0
    fault: str = ""

    @property
    def name(self) -> str:
        """The name that people know it by."""
        return f"{self.file.name}:{self.record}" if self.record else self.file.name


def entries(files: Iterable[FileSource], wanted: Wanted) -> Iterator[CatalogueEntry]:
    """An entry for each file, and for each record with a text of each container."""
    for file in files:
        if not container_format(file.path.name):
            yield CatalogueEntry(file)
            continue
        from cleaner.containers.opening import opened

        try:
            with opened(file, wanted) as container:
                for record in container.records():
                    if record.content is not None or record.fault:
                        yield CatalogueEntry(file, record.number)
        except DocumentError as error:
            yield CatalogueEntry(file, fault=str(error))


class Cursor:
    """Fetches documents. Records are read on from the last one: in their order, each container is read once."""

    def __init__(self, wanted: Wanted) -> None:
        self._wanted = wanted
        self._stack = ExitStack()
        self._place: tuple[FileSource, int] | None = None
        self._records: Iterator[Source] = iter(())

    def fetch(self, entry: CatalogueEntry) -> Source:
        """The document. Raises `DocumentError` if it cannot be read."""
        if entry.fault:
            raise DocumentError("unreadable", entry.fault)
        if not entry.record:
            return entry.file
        if self._place is None or self._place[0] != entry.file or self._place[1] >= entry.record:
            self._open(entry.file)
        for record in self._records:
            number = getattr(record, "number", 0)
            if number == entry.record:
                self._place = (entry.file, number)
                return record
        self._place = None
        raise DocumentError("unreadable", f"{entry.file.name} has no record {entry.record:,} any more")

    def _open(self, file: FileSource) -> None:
        from cleaner.containers.opening import opened

        self._stack.close()
        self._records = self._stack.enter_context(opened(file, self._wanted)).records()
        self._place = (file, 0)
