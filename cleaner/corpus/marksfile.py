"""The marks file: what was removed from an original, so that `cleaner undo` can restore it byte for byte."""

import codecs
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from cleaner.corpus.naming import marks_path
from cleaner.errors import CleanerError
from cleaner.result import Removed, Result, restore
from cleaner.text.codec_names import name_of
from cleaner.text.decode import BOMS, Decoded
from cleaner.text.utf8 import REPLACEMENT, bad_bytes
from cleaner.version import __version__

# The version of the format; raised when an older cleaner cannot read a new file.
FORMAT = 2


class MarksError(CleanerError):
    """A file that is not a marks file, or that does not belong to the clean text."""


@dataclass(frozen=True, slots=True)
class Original:
    """A document as it was read. `data` is None for a page, whose bytes cannot be restored from its clean text.

    `encoding` is Python's codec for a text. `guess` names the encoding for people if it was guessed; else it is empty.
    """

    name: str
    text: str
    encoding: str = "utf-8"
    data: bytes | None = None
    guess: str = ""

    @classmethod
    def of_text(cls, name: str, data: bytes, decoded: Decoded) -> "Original":
        return cls(name, decoded.text, decoded.encoding, data, decoded.guess)


@dataclass(frozen=True, slots=True)
class Undone:
    """The bytes of the original. `note` says how they differ from the file that was read, or is empty."""

    data: bytes
    note: str = ""


def serialize(original: Original, result: Result, rules: str) -> bytes:
    """The content of the marks file, as UTF-8; `rules` is the digest of the rules that ran.

    What was withheld is in it for people: the clean text still has it, so `undo` does not ask for it.
    """
    content = {
        "format": FORMAT,
        "cleaner": __version__,
        "rules": rules,
        "original": {
            "name": original.name,
            "text": _digest(original.text.encode()),
            **({"guessed_encoding": original.guess} if original.guess else {}),
            **({"page": True} if original.data is None else _bytes_of(original, original.data)),
        },
        "clean": _digest(result.text.encode()),
        "removed": [{"start": piece.start, "rules": piece.rules, "text": piece.text} for piece in result.removed],
        "withheld": [{"start": mark.start, "end": mark.end, "rule": mark.rule} for mark in result.withheld],
    }
    return json.dumps(content, ensure_ascii=False, indent=1).encode() + b"\n"


def undo_file(clean: Path) -> Undone:
    """The original of the clean text in this file, restored with the marks file beside it. Raises `MarksError`."""
    path = marks_path(clean)
    try:
        return undo(clean.read_bytes(), path.read_bytes(), path)
    except FileNotFoundError as error:
        raise MarksError(f"no marks file {path}; `cleaner clean --marks` writes one") from error
    except OSError as error:
        raise MarksError(f"cannot read {error.filename}: {error.strerror}") from error


def undo(clean: bytes, marks: bytes, path: Path) -> Undone:
    """The original of a clean text; `path` is that of the marks file. Raises `MarksError` if the two do not match."""
    try:
        content = json.loads(marks)
        original, digest = content["original"], content["clean"]
        removed = [Removed(piece["start"], piece["text"], tuple(piece["rules"])) for piece in content["removed"]]
    except (ValueError, KeyError, TypeError) as error:
        raise MarksError(f"{path} is not a marks file; `cleaner clean --marks` writes one") from error
    if content.get("format") != FORMAT:
        raise MarksError(
            f"{path} was written by cleaner {content.get('cleaner')}, whose marks this version cannot read"
        )
    if _digest(clean) != digest:
        raise MarksError(
            f"the clean text and {path} do not belong together: one of them was changed; clean the original again"
        )
    text = restore(clean.decode(), removed)
    if _digest(text.encode()) != original["text"]:
        raise MarksError(f"{path} was changed since it was written; clean the original again")
    return _undone(text, original)


def _undone(text: str, original: dict[str, Any]) -> Undone:
    if original.get("page"):
        return Undone(text.encode(), f"{original['name']} is a page: this is the text that was extracted from it")
    if not original["exact"]:
        encoding = name_of(original["encoding"])
        return Undone(
            text.encode(),
            f"{original['name']} was in {encoding} and cannot be restored byte for byte: this is its text in UTF-8",
        )
    bad = ((start, length, bytes.fromhex(data)) for start, length, data in original["bad"])
    return Undone(bytes.fromhex(original["bom"]) + _encode(text, original["encoding"], bad))


def _bytes_of(original: Original, data: bytes) -> dict[str, object]:
    """What it takes to make the bytes of the file from its text."""
    bom = next((bom for bom, encoding in BOMS if data.startswith(bom) and encoding == original.encoding), b"")
    bad = list(_bad_bytes(original, data[len(bom) :]))
    try:
        exact = bom + _encode(original.text, original.encoding, bad) == data
    except UnicodeEncodeError:
        exact = False
    return {
        "digest": _digest(data),
        "encoding": original.encoding,
        "bom": bom.hex(),
        "bad": [(start, length, piece.hex()) for start, length, piece in bad] if exact else [],
        "exact": exact,
    }


# Where the text has characters for bytes that are not in its encoding, how many characters, and the bytes.
Bad = tuple[int, int, bytes]


def _bad_bytes(original: Original, data: bytes) -> Iterator[Bad]:
    """What decoding the data read otherwise, or replaced by U+FFFD, in order."""
    if original.encoding == "utf-8":
        for each in bad_bytes(data, letters=bool(original.guess)):
            yield each.start, len(each.text), each.data
        return
    spans: list[tuple[int, int]] = []

    def note(error: UnicodeError) -> tuple[str, int]:
        if not isinstance(error, UnicodeDecodeError):
            raise error
        spans.append((error.start, error.end))
        return REPLACEMENT, error.end

    codecs.register_error("cleaner.note", note)
    data.decode(original.encoding, "cleaner.note")
    start = position = 0
    for first, end in spans:
        start += len(data[position:first].decode(original.encoding))
        yield start, len(REPLACEMENT), data[first:end]
        start, position = start + len(REPLACEMENT), end


def _encode(text: str, encoding: str, bad: Iterable[Bad]) -> bytes:
    """Encode the text, with the bad bytes in place of their characters.

    >>> _encode("na\N{REPLACEMENT CHARACTER}ve", "utf-8", [(2, 1, b"\\xef")])
    b'na\\xefve'
    """
    pieces, position = [], 0
    for start, length, piece in bad:
        pieces += [text[position:start].encode(encoding), piece]
        position = start + length
    return b"".join([*pieces, text[position:].encode(encoding)])


def _digest(data: bytes) -> str:
    return f"sha256:{sha256(data).hexdigest()}"
