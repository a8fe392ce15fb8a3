"""The records of an archive, read one by one."""

import codecs
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from tempfile import TemporaryFile
from typing import Any, BinaryIO

from cleaner.containers.compression import DAMAGED
from cleaner.containers.warc.forward import Forward
from cleaner.corpus.source import too_large
from cleaner.errors import not_installed
from cleaner.text.codec_names import standard_codec
from cleaner.text.decode import BOMS

# Bytes of a record that is held in memory; a larger one waits in a temporary file. Chosen by hand.
IN_MEMORY = 1 << 20
# Bytes at the beginning of a record in which its headers end; chosen by hand.
HEADERS = 1 << 16
END = b"\r\n\r\n"
SUCCESS = range(200, 300)
PAGES = ("text/html", "application/xhtml+xml")


@dataclass(slots=True)
class Archived:
    """A record as it stands in the archive, from `offset` on, its headers in small letters, and a document's content.

    `fault` is the slug and the message of what is wrong with it; one that `is_broken` has no end, or no headers.
    """

    offset: int
    data: Any
    size: int = 0
    headers: dict[str, str] = field(default_factory=dict)
    is_document: bool = False
    is_page: bool = False
    is_broken: bool = False
    content: str | bytes | None = None
    fault: tuple[str, str] | None = None

    def block(self) -> bytes:
        """What follows the headers of the record."""
        self.data.seek(0)
        data = bytes(self.data.read())
        return data[data.index(END) + len(END) : -len(END)]

    def head(self) -> bytes:
        """The headers of the record, with the empty line after them."""
        self.data.seek(0)
        data = bytes(self.data.read(HEADERS))
        return data[: data.find(END) + len(END)]


def archived(stream: BinaryIO, limit: int) -> Iterator[Archived]:
    """All records; where none can be read, one that is broken. Raises `DocumentError` without the library."""
    try:
        from fastwarc.warc import ArchiveIterator
    except ImportError as error:
        raise not_installed("WARC", "fastwarc", "warc") from error
    forward, offset, goes_on = Forward(stream), 0, True
    while goes_on:
        try:
            for record in ArchiveIterator(forward, parse_http=False):
                found = _kept(record, limit)
                offset = found.offset + found.size
                yield found
        except OSError as error:
            at, goes_on = offset, forward.resume(offset)
            offset = forward.tell() if goes_on else offset
            place = f"up to byte {offset:,}" if goes_on else "from here on"
            yield Archived(at, BytesIO(), is_broken=True, fault=(DAMAGED, f"no record {place} can be read: {error}"))
        else:
            return


def _kept(record: Any, limit: int) -> Archived:
    """A record that the library gives, which it forgets when it gives the next."""
    expected = record.content_length
    data: Any = BytesIO() if expected <= IN_MEMORY else TemporaryFile()  # noqa: SIM115  # closed when written
    found = Archived(record.stream_pos, data)
    found.headers = {name.lower(): value for name, value in record.headers.items()}
    found.size = record.write(data)
    if "content-length" not in found.headers or found.size != len(found.head()) + expected + len(END):
        found.is_broken = True
        found.fault = (DAMAGED, "it ends before its end")
    else:
        _read_document(found, limit)
    return found


def _read_document(found: Archived, limit: int) -> None:
    """Set what the record holds, if it is a document."""
    kind, content_type = found.headers.get("warc-type"), found.headers.get("content-type", "")
    if kind == "conversion" and content_type.lower().startswith("text/plain"):
        found.is_document = True
        if found.size > limit:
            found.fault = _fault_of_size(limit)
            return
        try:
            found.content = found.block().decode()
        except UnicodeDecodeError as error:
            found.fault = ("undecodable", str(error))
    elif kind == "response" and content_type.lower().startswith("application/http"):
        _read_response(found, limit)


def _read_response(found: Archived, limit: int) -> None:
    """Set the page that a response brought, if it did, decompressed and in the encoding that its headers name."""
    from fastwarc.warc import WarcRecord

    found.data.seek(0)
    response = WarcRecord.from_reader(found.data)
    try:
        response.parse_http(auto_decode="all")
        status = response.http_headers.status_code if response.http_headers else None
        found.is_document = found.is_page = status in SUCCESS and response.http_content_type in PAGES
        if not found.is_document:
            return
        data = bytes(response.reader.read(limit + 1))
    except OSError as error:
        found.is_document = found.is_page = True
        found.fault = (DAMAGED, f"its response cannot be read: {error}")
        return
    charset = standard_codec(response.http_charset or "")
    if len(data) > limit:
        found.fault = _fault_of_size(limit)
    elif charset and not any(data.startswith(bom) for bom, _ in BOMS):
        found.content = codecs.decode(data, charset, "replace")
    else:
        found.content = data


def _fault_of_size(limit: int) -> tuple[str, str]:
    return "too-large", too_large(limit).message
