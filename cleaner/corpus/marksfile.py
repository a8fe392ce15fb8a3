"""The marks file: what was removed from an original, so that `cleaner undo` can restore it byte for byte."""

import codecs
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from cleaner.corpus.marks import FORMAT, Bad, MarkedOriginal, MarksError, digest_of, read_marks
from cleaner.corpus.naming import marks_path
from cleaner.regularfile import read_regular
from cleaner.result import Result, restore
from cleaner.text.codec_names import name_of
from cleaner.text.decode import BOMS, Decoded
from cleaner.text.utf8 import REPLACEMENT, bad_bytes
from cleaner.version import __version__


class Original(NamedTuple):
    """A document as it was read. `data` is None for a page, whose bytes cannot be restored from its clean text.

    `page_bytes` is the size of a page in bytes, and 0 for a text. `digest` is that of the bytes; a record has none.

    `encoding` is Python's codec for a text. `guess` names the encoding for people if it was guessed; else it is empty.
    """

    name: str
    text: str
    encoding: str = "utf-8"
    data: bytes | None = None
    guess: str = ""
    page_bytes: int = 0
    digest: str = ""

    @classmethod
    def of_text(cls, name: str, data: bytes, decoded: Decoded) -> "Original":
        return cls(name, decoded.text, decoded.encoding, data, decoded.guess, digest=digest_of(data))


class Undone(NamedTuple):
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
            "text": digest_of(original.text.encode()),
            **({"guessed_encoding": original.guess} if original.guess else {}),
            **({"page": True} if original.data is None else _bytes_of(original, original.data)),
        },
        "clean": digest_of(result.text.encode()),
        "removed": [{"start": piece.start, "rules": piece.rules, "text": piece.text} for piece in result.removed],
        "withheld": [{"start": mark.start, "end": mark.end, "rule": mark.rule} for mark in result.withheld],
    }
    # A name that is not UTF-8 has lone surrogates, which JSON writes as Python does: \udcff.
    return json.dumps(content, ensure_ascii=False, indent=1).encode(errors="backslashreplace") + b"\n"


def undo_file(clean: Path) -> Undone:
    """The original of the clean text in this file, restored with the marks file beside it. Raises `MarksError`."""
    path = marks_path(clean)
    try:
        return undo(read_regular(clean), read_regular(path), path)
    except OSError as error:
        if isinstance(error, FileNotFoundError) and error.filename == str(path):
            raise MarksError(f"no marks file {path}; `cleaner clean --marks` writes one") from error
        raise MarksError(f"cannot read {error.filename}: {error.strerror}") from error


def undo(clean: bytes, marks: bytes, path: Path) -> Undone:
    """The original of a clean text; `path` is that of the marks file.

    Raises `MarksError` if the two do not match, or if what they give is not what was read when the marks were written.
    """
    content = read_marks(marks, path)
    written = next((each for each in _line_ends(clean) if digest_of(each) == content.clean), None)
    if written is None:
        raise MarksError(
            f"the clean text and {path} do not belong together: one of them was changed; clean the original again"
        )
    changed = MarksError(f"{path} was changed since it was written; clean the original again")
    try:
        text = restore(written.decode(), content.removed)
        if digest_of(text.encode()) != content.original.text:
            raise changed
        return _undone(text, content.original, changed)
    except ValueError as error:  # a lone surrogate, an encoding that cannot write the text
        raise changed from error


def _line_ends(clean: bytes) -> Iterator[bytes]:
    """The clean text as it is, and with the line ends that it may have had before git changed them (core.autocrlf)."""
    yield clean
    unix = clean.replace(b"\r\n", b"\n")
    yield unix
    yield unix.replace(b"\n", b"\r\n")


def _undone(text: str, original: MarkedOriginal, changed: MarksError) -> Undone:
    if original.page:
        return Undone(text.encode(), f"{original.name} is a page: this is the text that was extracted from it")
    if not original.exact:
        encoding = name_of(original.encoding)
        return Undone(
            text.encode(),
            f"{original.name} was in {encoding} and cannot be restored byte for byte: this is its text in UTF-8",
        )
    data = original.bom + _encode(text, original.encoding, original.bad)
    if digest_of(data) != original.digest:
        raise changed
    return Undone(data)


def _bytes_of(original: Original, data: bytes) -> dict[str, object]:
    """What it takes to make the bytes of the file from its text."""
    bom = next((bom for bom, encoding in BOMS if data.startswith(bom) and encoding == original.encoding), b"")
    bad = list(_bad_bytes(original, data[len(bom) :]))
    try:
        exact = bom + _encode(original.text, original.encoding, bad) == data
    except UnicodeEncodeError:
        exact = False
    return {
        "digest": digest_of(data),
        "encoding": original.encoding,
        "bom": bom.hex(),
        "bad": [(start, length, piece.hex()) for start, length, piece in bad] if exact else [],
        "exact": exact,
    }


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
