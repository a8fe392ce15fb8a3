"""UTF-8 with a few bytes that are not: letters in another encoding, or what is left of damaged characters."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from cleaner.text.codec_names import name_of

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")
# Bad bytes, as the error handler `surrogateescape` writes them.
ESCAPED = re.compile("[\udc80-\udcff]+")
# What is left of one character: its first byte and some after it, or only those; or the first byte alone, if most
# characters of UTF-8 that western texts have start with it. Another byte alone is rather a letter of windows-1252.
REMAINS = re.compile(rb"[\xc2-\xf4][\x80-\xbf]+|[\x80-\xbf]{2,}|[\xc2\xc3\xe2]")
# What stands beside a letter of windows-1252: nothing, ASCII, Latin letters, dashes and quotation marks.
LATIN = re.compile("[\x00-\u024f\u2010-\u2026]?")
# Bytes of the longest UTF-8 character: if its first byte is damaged, as many bytes are bad.
LONGEST = 4
LETTERS = "cp1252"


class BadBytes(NamedTuple):
    """Bytes that are not in the encoding of a text, and the characters that it has for them, the first at `start`."""

    start: int
    text: str
    data: bytes

    @property
    def replaced(self) -> int:
        """The number of U+FFFD among the characters."""
        return self.text.count(REPLACEMENT)


class NearlyUtf8(NamedTuple):
    """A text, the number of U+FFFD in it for bad bytes, and the name of its encoding for people."""

    text: str
    damaged: int
    name: str


def nearly_utf8(data: bytes) -> NearlyUtf8 | None:
    r"""The text, if it is UTF-8 with few bad bytes: at most as many as intact characters, or one damaged character.

    News pages in other encodings, decoded as UTF-8, show at least 2.5 bad bytes for each intact multi-byte character.

    >>> nearly_utf8(b"caf\xc3\xa9 na\xefve")
    NearlyUtf8(text='café naïve', damaged=0, name='utf-8 and windows-1252')
    >>> nearly_utf8(b"na\xefve")
    """
    bad = list(bad_bytes(data, letters=True))
    escaped = data.decode("utf-8", "surrogateescape")
    intact = len(BEYOND_ASCII.findall(ESCAPED.sub("", escaped)))
    damaged = sum(each.replaced for each in bad)
    if sum(len(each.text) for each in bad) > intact and not _is_one_damage(bad):
        return None
    texts = iter(bad)
    text = ESCAPED.sub(lambda _: next(texts).text, escaped)
    has_letters = any(len(each.text) > each.replaced for each in bad)
    return NearlyUtf8(text, damaged, f"utf-8 and {name_of(LETTERS)}" if has_letters else "")


def _is_one_damage(bad: Sequence[BadBytes]) -> bool:
    """Whether what is bad is the rest of one character, or one byte that stands for no letter."""
    first = bad[0]
    one = len(first.data) == 1 or (len(first.data) <= LONGEST and REMAINS.fullmatch(first.data) is not None)
    return one and len(bad) == 1 and first.replaced == len(first.text)


def bad_bytes(data: bytes, *, letters: bool) -> Iterator[BadBytes]:
    """The runs of bytes that are not UTF-8. With `letters`, those that can be letters of windows-1252 are read so."""
    escaped = data.decode("utf-8", "surrogateescape")
    shift = 0
    for found in ESCAPED.finditer(escaped):
        run = found[0].encode("utf-8", "surrogateescape")
        beside = escaped[max(0, found.start() - 1) : found.start()], escaped[found.end() : found.end() + 1]
        latin = letters and not REMAINS.fullmatch(run) and all(map(LATIN.fullmatch, beside))
        text = run.decode(LETTERS if latin else "utf-8", "replace")
        yield BadBytes(found.start() + shift, text, run)
        shift += len(text) - len(run)
