"""From the bytes of a page to clean UTF-8, by the character encoding rules of HTML."""

import re
from typing import NamedTuple

from cleaner.text.codec_names import standard_codec
from cleaner.text.decode import BOMS, decode, without_surrogates

# Bytes searched for a declaration. The standard asks for the first 1,024; many pages put scripts before it. Chosen by
# hand.
DECLARED_WITHIN = 8192
COMMENT = re.compile(rb"<!--.*?-->", re.DOTALL)
DECLARED = re.compile(
    rb"""<meta\b[^>]*?\bcharset\s*=\s*["']?\s*([\w.:-]+)|^\s*<\?xml\b[^>]*?\bencoding\s*=\s*["']([\w.:-]+)""",
    re.IGNORECASE,
)
# Declarations that say nothing: the bytes were tried as UTF-8 before, and one in single bytes cannot be UTF-16.
UNHEARD = ("utf-8", "utf-16-le", "utf-16-be")
ESCAPE = b"\x1b"  # starts each shift of ISO-2022-JP, whose pages are all ASCII bytes and would pass as UTF-8

# The control characters that XML forbids; lxml refuses strings that contain one.
FORBIDDEN = bytes(code for code in range(32) if code not in b"\t\n\v\f\r")
SPACES = bytes.maketrans(b"\v\f", b"  ")
NONCHARACTER = re.compile(rb"\xef\xbf[\xbe\xbf]")  # U+FFFE and U+FFFF
# The same characters as references. libxml2 handles &#0; and references to surrogates itself.
REFERENCE = re.compile(
    rb"&#(?:0*(?:[1-8]|1[124-9]|2\d|3[01]|6553[45])(?!\d)"
    rb"|[xX]0*(?:[1-8bcefBCEF]|1[0-9a-fA-F]|[fF]{3}[eEfF])(?![0-9a-fA-F]));?"
)


class Utf8(NamedTuple):
    """A page as UTF-8, and the name of the encoding that it was in, for people, if that was guessed; else ""."""

    data: bytes
    guess: str = ""


def to_utf8(html: bytes | str, encoding: str | None = None) -> Utf8:
    r"""The page as UTF-8 that any parser accepts: no BOM, no control characters, no surrogates.

    `encoding` decides if it is given. Otherwise the order is: a BOM, UTF-8 if all bytes are valid (many pages are
    stored again as UTF-8 with their old declaration), the encoding that the page declares, a guess.

    >>> to_utf8(b'<meta charset="iso-8859-2"><p>\xb3\x00').data.decode()
    '<meta charset="iso-8859-2"><p>ł'

    Raises `DocumentError` for bytes that are not text, `CleanerError` for an `encoding` that does not exist.
    """
    data, guess = (_encode(html), "") if isinstance(html, str) else _recode(html, encoding)
    data = data.translate(SPACES, FORBIDDEN)
    # To look for a byte takes a tenth of the time of a search for the pattern that begins with it.
    if b"\xef" in data:
        data = NONCHARACTER.sub(b"", data)
    return Utf8(REFERENCE.sub(b" ", data) if b"&#" in data else data, guess)


def declared(data: bytes) -> str | None:
    """The codec for the encoding that a page declares; None without one, for UTF-8 and for labels browsers refuse.

    >>> declared(b"<meta http-equiv=Content-Type content='text/html; charset=GB2312'>")
    'gb18030'
    """
    declaration = DECLARED.search(COMMENT.sub(b"", data[:DECLARED_WITHIN]))
    if declaration is None:
        return None
    codec = standard_codec((declaration[1] or declaration[2]).decode("ascii", "replace"))
    return None if codec in UNHEARD else codec


def _encode(html: str) -> bytes:
    try:
        return html.removeprefix("\ufeff").encode()
    except UnicodeEncodeError:
        return without_surrogates(html).encode()


def _recode(data: bytes, encoding: str | None) -> Utf8:
    if encoding is None and not any(data.startswith(bom) for bom, _ in BOMS):
        encoding = declared(data) if ESCAPE in data or not _is_utf8(data) else None
    decoded = decode(data, encoding)
    unchanged = decoded.encoding == "utf-8" and not decoded.guess and not decoded.bad_bytes and not decoded.bom
    return Utf8(data if unchanged else decoded.text.encode(), decoded.guess)


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True
