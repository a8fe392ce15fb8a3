"""Writes a container again, as if one sentence were all that is ever removed."""

import io
from collections.abc import Callable

from cleaner.containers.column import column_of, column_of_failure
from cleaner.containers.record import CleanRecord, Container, Record
from cleaner.result import Extraction, Removed, Result

SNOW = "See: snow\n"
ABOUT = {"title": "Boats", "date": "2024-05-01", "author": None, "language": "en"}


def without_snow(container: Container) -> bytes:
    """The container with SNOW cut out of each text."""
    return rewritten(container, change_of)


def rewritten(container: Container, change: Callable[[Record], CleanRecord]) -> bytes:
    """The container with these changes."""
    out = io.BytesIO()
    for record in container.records():
        container.write(record, change(record), out)
    container.end(out)
    return out.getvalue()


def change_of(record: Record) -> CleanRecord:
    """What is written of a record."""
    if record.fault:
        return CleanRecord(None, column_of_failure(record.fault[1], page=record.page))
    content = record.content or ""
    text = content.decode() if isinstance(content, bytes) else content
    start = text.find(SNOW)
    if start < 0:
        return CleanRecord(text, column_of(Result(text)))
    clean = text[:start] + text[start + len(SNOW) :]
    return CleanRecord(clean, column_of(Result(clean, (Removed(start, SNOW, ("own/see",)),))))


def change_of_page(_: Record) -> CleanRecord:
    """What is written of a record with a page."""
    return CleanRecord("It rained.\n", column_of(Result("It rained.\n", extraction=Extraction("It rained.\n"))), ABOUT)
