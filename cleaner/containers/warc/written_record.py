"""Records of an archive that are made from others. The same record gives the same bytes: no time and no chance."""

import json
from base64 import b32encode
from collections.abc import Mapping
from hashlib import md5, sha1, sha256
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from cleaner.containers.column import COLUMN
from cleaner.containers.warc.archived import END, Archived

# The digests that archives have of a block. They guard against damage, not against malice.
DIGESTS = {"sha1": sha1, "sha256": sha256, "md5": md5}


def conversion_of(page: Archived, text: str) -> tuple[bytes, str]:
    """The record of the text of a page, and its id."""
    own_id = _id(page, "text")
    headers = {"WARC-Type": "conversion", **_origin(page), "WARC-Record-ID": own_id}
    if refers := page.headers.get("warc-record-id"):
        headers["WARC-Refers-To"] = refers
    return _written(page, headers, "text/plain", text.encode()), own_id


def metadata_of(original: Archived, clean_id: str, about: Mapping[str, Any]) -> bytes:
    """The record with what is said of the record before it, whose id this is."""
    headers = {"WARC-Type": "metadata", **_origin(original), "WARC-Record-ID": _id(original, COLUMN)}
    if clean_id:
        headers["WARC-Refers-To"] = clean_id
    return _written(original, headers, "application/json", json.dumps(about).encode())


def with_block(record: Archived, text: str) -> bytes:
    """The record with another text: its length and its digests are new, all other headers stay."""
    block = text.encode()
    lines = []
    for line in record.head().removesuffix(END).split(b"\r\n"):
        name, colon, value = line.partition(b":")
        new = _new_value(name.decode("latin-1").lower(), value.decode("latin-1").strip(), block)
        space = b" " if value.startswith(b" ") else b""
        lines.append(line if new is None else name + colon + space + new.encode())
    return b"\r\n".join(lines) + END + block + END


def _new_value(name: str, value: str, block: bytes) -> str | None:
    """The value of a header that depends on the block; None for another header."""
    if name == "content-length":
        return str(len(block))
    algorithm, _, digest = value.partition(":")
    if name not in ("warc-block-digest", "warc-payload-digest") or algorithm.lower() not in DIGESTS:
        return None
    made = DIGESTS[algorithm.lower()](block, usedforsecurity=False)
    is_hexadecimal = len(digest) == 2 * made.digest_size
    return f"{algorithm}:{made.hexdigest() if is_hexadecimal else b32encode(made.digest()).decode()}"


def _id(original: Archived, what: str) -> str:
    """An id that only this record of this archive gives."""
    name = original.headers.get("warc-record-id") or f"{original.headers.get('warc-target-uri')} {original.offset}"
    return f"<urn:uuid:{uuid5(NAMESPACE_URL, f'{name} {what}')}>"


def _origin(original: Archived) -> dict[str, str]:
    names = ("WARC-Target-URI", "WARC-Date")
    return {name: original.headers[name.lower()] for name in names if name.lower() in original.headers}


def _written(original: Archived, headers: dict[str, str], content_type: str, block: bytes) -> bytes:
    version = original.head().partition(b"\r\n")[0]
    headers |= {"Content-Type": content_type, "Content-Length": str(len(block))}
    lines = [version, *(f"{name}: {value}".encode() for name, value in headers.items())]
    return b"\r\n".join(lines) + END + block + END
