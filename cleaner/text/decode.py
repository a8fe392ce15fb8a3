"""From bytes to text. One bad byte never turns a text into another alphabet."""

import codecs
import re
from typing import NamedTuple

from cleaner.errors import CleanerError, DocumentError
from cleaner.text.codec_names import name_of, standard_codec
from cleaner.text.guess import guess
from cleaner.text.utf8 import REPLACEMENT, nearly_utf8

BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
SURROGATE = re.compile("[\ud800-\udfff]")
# Share of control bytes above which data is binary. In random data it is about 1/8 (28 of 256 values), and a scraped
# text holds a handful of them.
BINARY_SHARE = 0.02
# The number of bytes at the start that decide whether data is binary; git uses 8,000 too.
SNIFFED_BYTES = 8000
# UTF-16 without a BOM: at least this share of every second byte is NUL, and at most that share of the others. Latin
# text has NUL in all of them and in none. Chosen by hand.
MANY_NULS, FEW_NULS = 0.4, 0.05


class Decoded(NamedTuple):
    """A text, the codec that decoded it, how many bytes or sequences became U+FFFD, and whether it had a BOM.

    `guess` names the encoding for people, if nothing but the bytes told it; else it is empty.
    """

    text: str
    encoding: str
    bad_bytes: int = 0
    bom: bool = False
    guess: str = ""


def decode(data: bytes, encoding: str | None = None) -> Decoded:
    """Decode by `encoding`, else by the BOM, else as UTF-8 (also if nearly valid), else by a guess.

    `encoding` is a label of the WHATWG Encoding Standard, or another that Python knows.

    >>> decode(b"caf\\xc3\\xa9 na\\xefve")
    Decoded(text='café naïve', encoding='utf-8', bad_bytes=0, bom=False, guess='utf-8 and windows-1252')

    Raises `DocumentError` for bytes that are not text, and `CleanerError` for an encoding that does not exist.
    """
    bom, bom_encoding = next(((bom, name) for bom, name in BOMS if data.startswith(bom)), (b"", None))
    if encoding is not None and not (bom_encoding and _same_family(encoding, bom_encoding)):
        return _decode_as(data, standard_codec(encoding) or encoding)
    if bom_encoding:
        return _decode_as(data[len(bom) :], bom_encoding)._replace(bom=True)
    if b"\0" in data and (utf16 := _utf16(data)):
        return _guessed(data, utf16)
    if _binary(data):
        raise DocumentError("binary", "these bytes are not text; leave the file out with --exclude")
    try:
        return Decoded(data.decode(), "utf-8")
    except UnicodeDecodeError:
        return _undeclared(data)


def without_surrogates(text: str) -> str:
    """The text with each lone surrogate as U+FFFD, so that it can be written."""
    return SURROGATE.sub(REPLACEMENT, text)


def _same_family(encoding: str, bom_encoding: str) -> bool:
    try:
        return codecs.lookup(encoding).name.split("-")[:2] == bom_encoding.split("-")[:2]
    except (LookupError, ValueError):
        return False


def _decode_as(data: bytes, encoding: str) -> Decoded:
    try:
        text = without_surrogates(data.decode(encoding, "replace"))
    except (LookupError, ValueError) as error:  # codecs that are no text encodings raise either
        fix = "give one that Python knows, such as utf-8, cp1252 or shift_jis"
        raise CleanerError(f"unknown encoding {encoding!r}; {fix}") from error
    return Decoded(text, codecs.lookup(encoding).name, _replaced(text, data, encoding))


def _replaced(text: str, data: bytes, encoding: str) -> int:
    try:
        own = data.count(REPLACEMENT.encode(encoding)) if REPLACEMENT in text else 0
    except UnicodeEncodeError:
        own = 0
    return text.count(REPLACEMENT) - own


def _utf16(data: bytes) -> str | None:
    """The codec of UTF-16 without a BOM; text in Latin letters has NUL in every second byte."""
    even, odd = data[:SNIFFED_BYTES:2], data[1:SNIFFED_BYTES:2]
    if odd.count(0) > MANY_NULS * len(odd) and even.count(0) < FEW_NULS * len(even):
        return "utf-16-le"
    if even.count(0) > MANY_NULS * len(even) and odd.count(0) < FEW_NULS * len(odd):
        return "utf-16-be"
    return None


def _binary(data: bytes) -> bool:
    head = data[:SNIFFED_BYTES]
    return data.startswith((b"%PDF-", b"\x89PNG", b"PK\x03\x04", b"\x1f\x8b", b"\xff\xd8\xff")) or (
        len(CONTROL.findall(head)) > max(1, BINARY_SHARE * len(head))
    )


def _undeclared(data: bytes) -> Decoded:
    """Bytes that are not UTF-8, and that nothing names an encoding for."""
    if nearly := nearly_utf8(data):
        return Decoded(nearly.text, "utf-8", nearly.damaged, guess=nearly.name)
    codec = guess(data)
    if codec is None:
        raise DocumentError("undecodable", "no known encoding fits these bytes; name it with --encoding")
    return _guessed(data, codec)


def _guessed(data: bytes, codec: str) -> Decoded:
    decoded = _decode_as(data, codec)
    return decoded._replace(guess=name_of(decoded.encoding))
