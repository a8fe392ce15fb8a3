"""From bytes to text, so that one bad byte never turns a text into another alphabet."""

import codecs
import re
from typing import NamedTuple

from cleaner.errors import CleanerError, DocumentError

BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")
CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
DAMAGE = re.compile(f"{REPLACEMENT}+")
# Bytes of the longest character: damage to its first leaves as many bad ones.
LONGEST = 4
SURROGATE = re.compile("[\ud800-\udfff]")
# The detector takes French for Baltic or Polish by a hair: this close, the most common encoding wins.
AS_GOOD, MOST_COMMON = 0.05, "cp1252"
# In a text that is not text, control bytes are about one in eight (28 of 256 values); a scraped text holds a handful.
BINARY_SHARE = 0.02
# How much of the file decides what it is: git looks at 8,000 bytes too.
SNIFFED = 8000


class Decoded(NamedTuple):
    """A text, the codec that gave it, and how many bytes or sequences became U+FFFD."""

    text: str
    encoding: str
    bad_bytes: int = 0
    bom: bool = False


def decode(data: bytes, encoding: str | None = None) -> Decoded:
    """Decode by `encoding`, else BOM, else UTF-8 (also nearly valid), else a detector.

    >>> decode(b"caf\\xc3\\xa9 na\\xefve")
    Decoded(text='café na\N{REPLACEMENT CHARACTER}ve', encoding='utf-8', bad_bytes=1, bom=False)

    Raises `DocumentError` for bytes that are no text, `CleanerError` for an encoding that does not exist.
    """
    bom, bom_encoding = next(((bom, name) for bom, name in BOMS if data.startswith(bom)), (b"", None))
    if encoding is not None and not (bom_encoding and _same_family(encoding, bom_encoding)):
        return _decode_as(data, encoding)
    if bom_encoding:
        return _decode_as(data[len(bom) :], bom_encoding)._replace(bom=True)
    if b"\0" in data and (wide := _wide(data)):
        return _decode_as(data, wide)
    if _binary(data):
        raise DocumentError("binary", "these bytes are not text; leave the file out with --exclude")
    try:
        return Decoded(data.decode(), "utf-8")
    except UnicodeDecodeError:
        return _nearly_utf8(data) or _detect(data)


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
    except (LookupError, ValueError) as error:  # what is no text encoding raises either
        mend = "give one that Python knows, such as utf-8, cp1252 or shift_jis"
        raise CleanerError(f"unknown encoding {encoding!r}; {mend}") from error
    return Decoded(text, codecs.lookup(encoding).name, _replaced(text, data, encoding))


def _replaced(text: str, data: bytes, encoding: str) -> int:
    try:
        own = data.count(REPLACEMENT.encode(encoding)) if REPLACEMENT in text else 0
    except UnicodeEncodeError:
        own = 0
    return text.count(REPLACEMENT) - own


def _wide(data: bytes) -> str | None:
    """UTF-16 without BOM: text in Latin letters has a NUL in every second place."""
    even, odd = data[:SNIFFED:2], data[1:SNIFFED:2]
    if odd.count(0) > 0.4 * len(odd) and even.count(0) < 0.05 * len(even):
        return "utf-16-le"
    if even.count(0) > 0.4 * len(even) and odd.count(0) < 0.05 * len(odd):
        return "utf-16-be"
    return None


def _binary(data: bytes) -> bool:
    head = data[:SNIFFED]
    return data.startswith((b"%PDF-", b"\x89PNG", b"PK\x03\x04", b"\x1f\x8b", b"\xff\xd8\xff")) or (
        len(CONTROL.findall(head)) > max(1, BINARY_SHARE * len(head))
    )


def _nearly_utf8(data: bytes) -> Decoded | None:
    """UTF-8 with damage: no more of it than whole characters of several bytes, or just one damaged character.

    News pages in other encodings, read as UTF-8, show at least two and a half times as much damage as characters.
    """
    text = data.decode("utf-8", "replace")
    bad = _replaced(text, data, "utf-8")
    whole = len(BEYOND_ASCII.findall(text)) - bad
    just_one = bad <= LONGEST and len(DAMAGE.findall(text)) == 1
    return Decoded(text, "utf-8", bad) if bad <= whole or just_one else None


def _detect(data: bytes) -> Decoded:
    from charset_normalizer import from_bytes  # a tenth of a second that valid UTF-8 never pays

    matches = list(from_bytes(data))
    if not matches:
        raise DocumentError("undecodable", "no known encoding fits these bytes; name it with --encoding")
    best = matches[0]
    for match in matches:
        if match.encoding == MOST_COMMON and match.chaos <= best.chaos + AS_GOOD and match.coherence >= best.coherence:
            best = match
    return _decode_as(data, best.encoding)
