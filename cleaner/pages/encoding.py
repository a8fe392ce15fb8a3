"""From the bytes of a page to clean UTF-8, by HTML's own rules for character sets."""

import codecs
import re

from cleaner.text.decode import BOMS, decode, without_surrogates

# The standard asks for the first 1,024 bytes; pages that put scripts first are common.
DECLARED_WITHIN = 8192
COMMENT = re.compile(rb"<!--.*?-->", re.DOTALL)
DECLARED = re.compile(
    rb"""<meta\b[^>]*?\bcharset\s*=\s*["']?\s*([\w.:-]+)|^\s*<\?xml\b[^>]*?\bencoding\s*=\s*["']([\w.:-]+)""",
    re.IGNORECASE,
)
# Labels that browsers read as the larger set that writers meant, https://encoding.spec.whatwg.org/#names-and-labels
MEANT = {
    **dict.fromkeys(("ascii", "us-ascii", "latin1", "latin-1", "iso-8859-1", "iso8859-1", "iso_8859-1"), "cp1252"),
    **dict.fromkeys(("iso-8859-9", "iso8859-9", "iso_8859-9", "latin5"), "cp1254"),
    **dict.fromkeys(("iso-8859-11", "tis-620", "windows-874"), "cp874"),
    **dict.fromkeys(("gb2312", "gbk", "gb_2312-80", "x-gbk", "chinese"), "gb18030"),
    **dict.fromkeys(("big5", "big5-hkscs", "x-x-big5", "cn-big5"), "big5hkscs"),
    **dict.fromkeys(("shift_jis", "shift-jis", "sjis", "x-sjis", "ms_kanji", "windows-31j"), "cp932"),
    **dict.fromkeys(("euc-kr", "ks_c_5601-1987", "ksc5601", "korean", "windows-949"), "cp949"),
    **dict.fromkeys(("macintosh", "x-mac-roman"), "mac-roman"),
    "x-mac-cyrillic": "mac-cyrillic",
    "x-euc-jp": "euc_jp",
}
# What a page may be: never "unicode_escape", "utf-7", "zip" and whatever else Python calls a codec.
PAGE_CODECS = re.compile(
    r"cp(?:125[0-8]|866|874|932|949)|iso8859-(?:[2-8]|10|1[3-6])|koi8-[ru]|mac-(?:roman|cyrillic)"
    r"|gb18030|big5hkscs|euc_jp|iso2022_jp"
)
ESCAPE = b"\x1b"

# Control characters are not allowed in XML, which lxml's strings obey.
FORBIDDEN = bytes(code for code in range(32) if code not in b"\t\n\v\f\r")
SPACES = bytes.maketrans(b"\v\f", b"  ")
NONCHARACTER = re.compile(rb"\xef\xbf[\xbe\xbf]")  # U+FFFE and U+FFFF
# The same characters, written as references; libxml2 sees to &#0; and to surrogates.
REFERENCE = re.compile(
    rb"&#(?:0*(?:[1-8]|1[124-9]|2\d|3[01]|6553[45])(?!\d)"
    rb"|[xX]0*(?:[1-8bcefBCEF]|1[0-9a-fA-F]|[fF]{3}[eEfF])(?![0-9a-fA-F]));?"
)


def to_utf8(html: bytes | str, encoding: str | None = None) -> bytes:
    r"""The page as UTF-8 that any parser takes: no BOM, no control characters, no surrogates.

    A BOM decides, then UTF-8 where all bytes fit (pages are often stored anew as UTF-8 with their old declaration),
    then what the page declares, then a detector.

    >>> to_utf8(b'<meta charset="iso-8859-2"><p>\xb3\x00').decode()
    '<meta charset="iso-8859-2"><p>ł'

    Raises `DocumentError` for bytes that are no text.
    """
    data = _encoded(html) if isinstance(html, str) else _recoded(html, encoding)
    data = data.translate(SPACES, FORBIDDEN)
    return REFERENCE.sub(b" ", NONCHARACTER.sub(b"", data))


def declared(data: bytes) -> str | None:
    """The codec that a page declares, if it is not UTF-8 and is one that pages may have.

    >>> declared(b"<meta http-equiv=Content-Type content='text/html; charset=GB2312'>")
    'gb18030'
    """
    found = DECLARED.search(COMMENT.sub(b"", data[:DECLARED_WITHIN]))
    if found is None:
        return None
    label = (found[1] or found[2]).decode("ascii", "replace").lower()
    try:
        name = codecs.lookup(MEANT.get(label, label)).name
    except LookupError:
        return None
    return name if PAGE_CODECS.fullmatch(name) else None


def _encoded(html: str) -> bytes:
    try:
        return html.removeprefix("\ufeff").encode()
    except UnicodeEncodeError:
        return without_surrogates(html).encode()


def _recoded(data: bytes, encoding: str | None) -> bytes:
    if encoding is None and not any(data.startswith(bom) for bom, _ in BOMS):
        encoding = declared(data) if ESCAPE in data or not _is_utf8(data) else None
    decoded = decode(data, encoding)
    as_it_is = decoded.encoding == "utf-8" and not decoded.bad_bytes and not decoded.bom
    return data if as_it_is else decoded.text.encode()


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True
