"""Decoding bytes to text."""

import codecs

import pytest

from cleaner.errors import CleanerError, DocumentError
from cleaner.text.codec_names import name_of
from cleaner.text.decode import Decoded, decode, without_surrogates

FRENCH = "Le café “noir” coûte trois euros à l’hôtel de la gare, où l’été commence en août. Déjà vu, répète le maître. "
RUSSIAN = "Река поднялась ночью на полметра, и нижняя дорога была закрыта до первого автобуса. "
JAPANESE = "川の水位は夜のあいだに半メートル上がり、最初のバスが車庫を出る前に下の道路は閉鎖された。"
CHINESE = "夜间河水上涨了半米，在第一班公共汽车离开车库之前，下面的道路就被关闭了。"
BAD = "\N{REPLACEMENT CHARACTER}"


@pytest.mark.parametrize(
    ("data", "decoded"),
    [
        pytest.param(b"", Decoded("", "utf-8"), id="empty"),
        pytest.param(b"One\r\ntwo\n", Decoded("One\r\ntwo\n", "utf-8"), id="ASCII"),
        pytest.param(JAPANESE.encode(), Decoded(JAPANESE, "utf-8"), id="UTF-8"),
        pytest.param(f"One {BAD}".encode(), Decoded(f"One {BAD}", "utf-8"), id="UTF-8 with its own U+FFFD"),
        pytest.param(b"One \x0c\x1b[1mtwo", Decoded("One \x0c\x1b[1mtwo", "utf-8"), id="form feed and escape"),
        pytest.param(b"One" * 50 + b"\0", Decoded("One" * 50 + "\0", "utf-8"), id="one NUL in a long text"),
        pytest.param(b"a\x08b", Decoded("a\x08b", "utf-8"), id="one control character in a short text"),
    ],
)
def test_valid(data: bytes, decoded: Decoded) -> None:
    assert decode(data) == decoded


@pytest.mark.parametrize(
    ("bom", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
@pytest.mark.parametrize("text", ["", "One", JAPANESE])
def test_bom(bom: bytes, encoding: str, text: str) -> None:
    assert decode(bom + text.encode(encoding)) == Decoded(text, encoding, bom=True)


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_without_bom(encoding: str) -> None:
    assert decode(FRENCH.encode(encoding)) == Decoded(FRENCH, encoding, guess=encoding.replace("16-", "16"))


@pytest.mark.parametrize(
    ("data", "text", "bad"),
    [
        pytest.param(b"One tw\x81 three", f"One tw{BAD} three", 1, id="one byte that no letter has"),
        pytest.param(b"A caf\xc3", f"A caf{BAD}", 1, id="cut within a western letter"),
        pytest.param("Лёд и сн".encode() + b"\xd0.", f"Лёд и сн{BAD}.", 1, id="half a Cyrillic letter"),
        pytest.param("é".encode() * 9 + b"\x92" * 9, "é" * 9 + BAD * 9, 9, id="as many bad as good"),
        pytest.param(JAPANESE.encode()[1:], BAD * 2 + JAPANESE[1:], 2, id="cut within the first character"),
        pytest.param(JAPANESE.encode()[:-1], JAPANESE[:-1] + BAD, 1, id="cut within the last character"),
        pytest.param(
            "One 🎈 two".encode().replace(b"\xf0", b"?"), f"One ?{BAD * 3} two", 3, id="one character's first byte"
        ),
        pytest.param(f"{BAD} café".encode() + b"\xc3", f"{BAD} café{BAD}", 1, id="beside its own U+FFFD"),
        pytest.param(b"a \xed\xa0\x80 b", f"a {BAD * 3} b", 3, id="a surrogate written as UTF-8"),
    ],
)
def test_nearly_valid_utf8_stays_utf8(data: bytes, text: str, bad: int) -> None:
    assert decode(data) == Decoded(text, "utf-8", bad)


@pytest.mark.parametrize(
    ("data", "text"),
    [
        pytest.param(b"caf\xc3\xa9 na\xefve", "café naïve", id="within a word"),
        pytest.param("Ł. Żak ’".encode() + b"d\xe9j\xe0 vu", "Ł. Żak ’déjà vu", id="two, one at the end"),
        pytest.param("é, è, ê".encode() + b" it\x92s", "é, è, ê it’s", id="an apostrophe"),
        pytest.param("ñ, ñ, ñ, ñ".encode() + b" informa\xe7\xf5es", "ñ, ñ, ñ, ñ informações", id="two side by side"),
    ],
)
def test_letters_of_windows_1252_in_utf8_stay_letters(data: bytes, text: str) -> None:
    assert decode(data) == Decoded(text, "utf-8", guess="utf-8 and windows-1252")


@pytest.mark.parametrize(
    ("data", "text"),
    [
        pytest.param(b"One tw\xe9 three", "One twé three", id="a letter"),
        pytest.param(b"A na\xefve man said it\x92s late.", "A naïve man said it’s late.", id="a letter, an apostrophe"),
        pytest.param(b"It costs 50 \x80 a day", "It costs 50 € a day", id="a sign"),
        pytest.param(b"\x97", "—", id="a dash alone"),
    ],
)
def test_a_few_bytes_in_ascii_are_windows_1252(data: bytes, text: str) -> None:
    assert decode(data) == Decoded(text, "cp1252", guess="windows-1252")


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        pytest.param(FRENCH * 3, "cp1252", id="cp1252"),
        pytest.param(RUSSIAN, "koi8-r", id="koi8-r"),
        pytest.param(RUSSIAN, "cp1251", id="cp1251"),
        pytest.param(JAPANESE, "shift_jis", id="shift_jis"),
        pytest.param(JAPANESE, "euc_jp", id="euc_jp"),
        pytest.param(CHINESE, "gb18030", id="gb18030"),
    ],
)
def test_other_encodings_are_detected(text: str, encoding: str) -> None:
    decoded = decode(text.encode(encoding))
    assert (decoded.text, decoded.guess) == (text, name_of(codecs.lookup(encoding).name))


@pytest.mark.parametrize(
    ("data", "encoding", "decoded"),
    [
        pytest.param(b"caf\xe9", "cp1252", Decoded("café", "cp1252"), id="given"),
        pytest.param("café".encode(), "latin1", Decoded("cafÃ©", "cp1252"), id="given, though it is UTF-8"),
        pytest.param("ไทย".encode("cp874"), "windows-874", Decoded("ไทย", "cp874"), id="a label Python does not know"),
        pytest.param("①".encode("cp932"), "shift_jis", Decoded("①", "cp932"), id="as browsers read it"),
        pytest.param(b"caf\xe9 ol\xe9", "utf-8", Decoded(f"caf{BAD} ol{BAD}", "utf-8", 2), id="given, and wrong"),
        pytest.param(b"ab\x81", "cp1252", Decoded(f"ab{BAD}", "cp1252", 1), id="codec without U+FFFD"),
        pytest.param(b"\0\x01\x02", "latin-1", Decoded("\0\x01\x02", "iso8859-1"), id="given, so not binary"),
        pytest.param(codecs.BOM_UTF8 + b"a", "utf8", Decoded("a", "utf-8", bom=True), id="with its BOM"),
        pytest.param(codecs.BOM_UTF16_LE + b"a\0", "UTF-16", Decoded("a", "utf-16-le", bom=True), id="BOM tells which"),
        pytest.param(codecs.BOM_UTF8 + b"a", "cp1252", Decoded("ï»¿a", "cp1252"), id="against the BOM"),
        pytest.param(b"a\0\x00\xd8", "utf-16-le", Decoded(f"a{BAD}", "utf-16-le", 1), id="lone surrogate"),
        pytest.param(b"a+2AA-", "utf-7", Decoded(f"a{BAD}", "utf-7", 1), id="surrogate that the codec lets through"),
    ],
)
def test_given_encoding_overrides(data: bytes, encoding: str, decoded: Decoded) -> None:
    assert decode(data, encoding) == decoded


@pytest.mark.parametrize("encoding", ["klingon", "", "hex", "undefined", "idna", "utf-8\0"])
@pytest.mark.parametrize("data", [b"One \xff", codecs.BOM_UTF8 + b"One"])
def test_encoding_that_does_not_exist(encoding: str, data: bytes) -> None:
    with pytest.raises(CleanerError, match=r"^unknown encoding .*; give one that Python knows, such as utf-8"):
        decode(data, encoding)


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(bytes(range(256)), id="every byte"),
        pytest.param(b"\0" * 100, id="NULs"),
        pytest.param(b"\x01\x02\x03", id="a few control bytes"),
        pytest.param(b"%PDF-1.7\nSome text", id="PDF"),
        pytest.param(b"PK\x03\x04" + b"text" * 50, id="zip"),
        pytest.param(b"\x1f\x8b" + b"text" * 50, id="gzip"),
        pytest.param(b"\x89PNG\r\n", id="PNG"),
        pytest.param(RUSSIAN.encode("utf-16-le"), id="UTF-16 without BOM or Latin letters"),
    ],
)
def test_binary(data: bytes) -> None:
    with pytest.raises(DocumentError) as error:
        decode(data)
    assert error.value.reason == "binary"
    assert str(error.value) == "binary: these bytes are not text; leave the file out with --exclude"


def test_undecodable() -> None:
    with pytest.raises(DocumentError) as error:
        decode(b"GIF89a \xe9\xff" + b"\x80 \xff" * 9)
    assert error.value.reason == "undecodable"


@pytest.mark.parametrize(
    ("text", "expected"), [("One", "One"), ("\ud800 a", f"{BAD} a"), ("a\udcff\udc80", f"a{BAD}{BAD}"), ("🎈", "🎈")]
)
def test_without_surrogates(text: str, expected: str) -> None:
    assert without_surrogates(text) == expected
