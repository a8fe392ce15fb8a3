"""Encodings: which one a page declares, and its bytes as UTF-8."""

import codecs

import pytest
from webencodings.labels import LABELS

from cleaner.pages.encoding import declared, to_utf8
from cleaner.pages.extract import extract
from cleaner.pages.page import parse
from cleaner.text.decode import decode

# Python's codec for each encoding of the standard. None: the detector decides.
CODECS = {
    "big5": "big5hkscs",
    "euc-jp": "euc_jp",
    "euc-kr": "cp949",
    "gb18030": "gb18030",
    "gbk": "gb18030",
    "ibm866": "cp866",
    "iso-2022-jp": "iso2022_jp",
    "iso-8859-8-i": "iso8859-8",
    **{f"iso-8859-{part}": f"iso8859-{part}" for part in (2, 3, 4, 5, 6, 7, 8, 10, 13, 14, 15, 16)},
    "koi8-r": "koi8-r",
    "koi8-u": "koi8-u",
    "macintosh": "mac-roman",
    "replacement": None,
    "shift_jis": "cp932",
    "utf-16be": None,
    "utf-16le": None,
    "utf-8": None,
    **{f"windows-{page}": f"cp{page}" for page in (874, *range(1250, 1259))},
    "x-mac-cyrillic": "mac-cyrillic",
    "x-user-defined": "cp1252",
}


def test_the_table_has_every_encoding_and_label_of_the_standard() -> None:
    assert set(LABELS.values()) == set(CODECS)
    assert len(LABELS) == 228


@pytest.mark.parametrize("label", LABELS)
def test_every_label_of_the_standard_has_its_codec(label: str) -> None:
    codec = CODECS[LABELS[label]]
    assert declared(f"<meta charset='{label.upper()}'>".encode()) == codec
    assert codec is None or codecs.lookup(codec).name == codec


@pytest.mark.parametrize("label", ["utf-7", "zip", "unicode_escape", "idna", "rot13", "base64", "mbcs", "cp037"])
def test_no_other_codec_of_python_is_used(label: str) -> None:
    assert declared(f"<meta charset={label}>".encode()) is None


@pytest.mark.parametrize(
    ("head", "codec"),
    [
        (b"<meta charset=iso-8859-2>", "iso8859-2"),
        (b'<META  CharSet = "Shift_JIS" >', "cp932"),
        (b"<meta http-equiv=Content-Type content='text/html; charset=ISO-8859-1'>", "cp1252"),
        (b"<?xml version='1.0' encoding='windows-1251'?><html>", "cp1251"),
        (b"<!-- <meta charset=koi8-r> --><meta charset=big5>", "big5hkscs"),
        (b"<meta charset=iso-2022-jp>", "iso2022_jp"),
        (b"<meta charset=utf-8>", None),
        (b"<meta charset=utf-16>", None),
        (b"<meta charset=no-such-set>", None),
        (b"<meta charset=unicode_escape>", None),
        (b"<meta charset=zip>", None),
        (b"<p>charset=koi8-r", None),
        (b" " * 9000 + b"<meta charset=koi8-r>", None),
    ],
)
def test_the_declared_encoding(head: bytes, codec: str | None) -> None:
    assert declared(head) == codec


@pytest.mark.parametrize(
    ("html", "text"),
    [
        pytest.param("\ufeff<p>é", "<p>é", id="str with a BOM"),
        pytest.param("<p>\udcffa", "<p>\ufffda", id="str with a lone surrogate"),
        pytest.param("<p>é".encode(), "<p>é", id="UTF-8"),
        pytest.param("<p>é".encode("utf-8-sig"), "<p>é", id="UTF-8 with a BOM"),
        pytest.param("<p>é".encode("utf-16"), "<p>é", id="UTF-16 with a BOM"),
        pytest.param("<p>Hello</p>".encode("utf-16-le"), "<p>Hello</p>", id="UTF-16 without a BOM"),
        pytest.param(b"<meta charset=koi8-r>" + "да".encode(), "<meta charset=koi8-r>да", id="stored again as UTF-8"),
        pytest.param(b"<meta charset=koi8-r>\xc4\xc1", "<meta charset=koi8-r>да", id="declared"),
        pytest.param(b"<meta charset=utf-8>caf\xe9", "<meta charset=utf-8>café", id="one letter"),
        pytest.param(
            "<meta charset=iso-2022-jp>日本".encode("iso2022_jp"), "<meta charset=iso-2022-jp>日本", id="seven bits"
        ),
        pytest.param(
            b"<p>" + b"." * 99 + b"a\x00\x08b\x0bc\x0cd\te\r\n",
            "<p>" + "." * 99 + "ab c d\te\r\n",
            id="control characters",
        ),
        pytest.param("<p>a\ufffe\uffffb\ufffd", "<p>ab\ufffd", id="noncharacters"),
        pytest.param(b"a&#1;b&#x01;c&#31d&#xFFFE;e&#65535;", "a b c d e ", id="references to them"),
        pytest.param(b"&#0;&#9;&#10;&#13;&#32;&#150;&#310;&#xA;&#x1F600;", None, id="references to others"),
    ],
)
def test_clean_utf8(html: bytes | str, text: str | None) -> None:
    assert to_utf8(html).data.decode() == (decode(html).text if text is None and isinstance(html, bytes) else text)


def test_a_given_encoding_beats_the_declared_one() -> None:
    assert to_utf8(b"<meta charset=koi8-r>\xe4", "iso-8859-1").data.decode().endswith("ä")


@pytest.mark.parametrize(
    ("head", "guessed"),
    [(b"", "windows-1252"), (b"<meta charset=utf-8>", "windows-1252"), (b"<meta charset=windows-1252>", "")],
)
def test_a_guess_is_told(head: bytes, guessed: str) -> None:
    page = head + "<p>Die Fähren müssen während der Arbeiten ausweichen.".encode("cp1252")
    assert to_utf8(page).guess == guessed
    assert extract(parse(page)).guess == guessed


@pytest.mark.parametrize("label", LABELS)
def test_every_label_can_be_given(label: str) -> None:
    if LABELS[label] not in {"replacement", "utf-16le", "utf-16be"}:
        assert to_utf8(b"<p>abc</p>", label).data == b"<p>abc</p>"
