"""WARC and WET: pages become texts, texts are cleaned, and all other records pass through as they are."""

import json
import shutil
from collections.abc import Iterator
from typing import Any, BinaryIO, ClassVar, NamedTuple

from cleaner.containers.column import COLUMN, FAILED, undone
from cleaner.containers.compression import end_member
from cleaner.containers.fields import Fields, Wanted
from cleaner.containers.record import CleanRecord, Record
from cleaner.containers.warc.archived import Archived, archived
from cleaner.containers.warc.written_record import conversion_of, metadata_of, with_block
from cleaner.corpus.marks import MarksError
from cleaner.regularfile import MAX_FILE_BYTES


class _Raw(NamedTuple):
    """A document as it is in the archive, and the records before it that are none."""

    before: list[Archived]
    own: Archived | None


class Warc:
    """The records in an open stream; `name` is that of the file. Given fields have no meaning here."""

    kinds: ClassVar[Fields] = Fields("text/plain", "text/html", "WARC-Target-URI")

    def __init__(self, stream: BinaryIO, name: str, wanted: Wanted) -> None:
        self.fields = self.kinds
        self._records = archived(stream, wanted.limit)
        self._name = name
        self._rest: list[Archived] = []

    def records(self) -> Iterator[Record]:
        """A record for each response that is a page, and each conversion that is a text.

        Its number counts all records of the archive.
        """
        before: list[Archived] = []
        for number, found in enumerate(self._records, 1):
            if not found.is_document and not found.fault:
                before.append(found)
                continue
            record = Record(self._name, number, f"record {number}, at byte {found.offset:,}", page=found.is_page)
            record.fault = (found.fault[0], f"{record.place}: {found.fault[1]}") if found.fault else None
            record.content, record.url = found.content, found.headers.get("warc-target-uri")
            found.content = None
            record.raw = _Raw(before, None if found.is_broken else found)
            record.held = found.size + sum(each.size for each in before)
            before = []
            yield record
        self._rest = before

    unparsed = records

    def write(self, record: Record, change: CleanRecord, out: BinaryIO) -> None:
        """Write the text of a document, and a record of metadata that refers to it and has the column."""
        before, own = record.raw
        for found in before:
            _pass_through(found, out)
        if own is None:
            return
        clean_id, written = own.headers.get("warc-record-id", ""), None
        if change.text is not None and own.is_page:
            written, clean_id = conversion_of(own, change.text)
        elif change.text is not None and change.text != record.content:
            written = with_block(own, change.text)
        about = {COLUMN: self.fields.in_place(change.column), **change.about}
        metadata = metadata_of(own, clean_id, about)
        if written is None:
            _pass_through(own, out)
        else:
            _put(written, out)
            own.data.close()
        _put(metadata, out)

    def whole(self, record: Record) -> str:
        own = record.raw.own
        if own is None:
            return json.dumps(record.malformed)
        block = own.block().decode(errors="backslashreplace")
        return json.dumps({"headers": own.headers, "block": block})

    def end(self, out: BinaryIO) -> None:
        """Write what follows the last document."""
        for found in self._rest:
            _pass_through(found, out)

    @staticmethod
    def undo(stream: BinaryIO, name: str, out: BinaryIO) -> Iterator[tuple[str, str]]:
        """Write the original texts. A page is not in a clean archive: its text stays, and is named."""
        last: Archived | None = None
        for number, found in enumerate(archived(stream, MAX_FILE_BYTES), 1):
            column = _column(found, last)
            if last is not None:
                if column is None:
                    _pass_through(last, out)
                elif fault := _write_original(last, column, out):
                    yield f"{name}:{number - 1}", fault
            last = found if column is None else None
            if found.fault:
                yield f"{name}:{number}", found.fault[1]
        if last is not None:
            _pass_through(last, out)


class Wet(Warc):
    """The same for archives that hold texts alone."""

    kinds: ClassVar[Fields] = Fields("text/plain", None, "WARC-Target-URI")


def _put(data: bytes, out: BinaryIO) -> None:
    out.write(data)
    end_member(out)


def _pass_through(found: Archived, out: BinaryIO) -> None:
    """Write a record as it is."""
    if not found.is_broken:
        found.data.seek(0)
        shutil.copyfileobj(found.data, out)
        end_member(out)
    found.data.close()


def _column(found: Archived, last: Archived | None) -> dict[str, Any] | None:
    """The column of the record before this one, if this one has it."""
    own_id = last.headers.get("warc-record-id") if last else None
    if found.headers.get("warc-type") != "metadata" or not own_id or found.headers.get("warc-refers-to") != own_id:
        return None
    try:
        column = json.loads(found.block())[COLUMN]
    except (ValueError, KeyError, TypeError):
        return None
    return column if isinstance(column, dict) else None


def _write_original(found: Archived, column: dict[str, Any], out: BinaryIO) -> str:
    """Write the text as it was before it was cleaned; why this cannot be, or an empty string."""
    fault = ""
    if column.get("page") and column.get("status") != FAILED:
        fault = "the page that its text is from is in the original archive alone"
    elif column.get("status") != FAILED:
        try:
            text = found.block().decode()
            original = undone(text, column)
        except (MarksError, UnicodeDecodeError) as error:
            fault = str(error)
        else:
            if original != text:
                _put(with_block(found, original), out)
                return ""
    _pass_through(found, out)
    return fault
