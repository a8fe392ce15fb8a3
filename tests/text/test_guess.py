"""Guesses of the encoding of short texts."""

import subprocess
import sys

import pytest

from cleaner.text.codec_names import name_of
from cleaner.text.guess import guess

CZECH = "Správa přístavu včera oznámila, že se vnější kanál do května prohloubí a že přívoz třikrát týdně nepojede."
HUNGARIAN = "A kikötő vezetője hétfőn azt mondta, hogy a külső csatornát őszig mélyítik, és két komp nem közlekedik."
POLISH = "Zarząd portu pogłębi w marcu zewnętrzny kanał, powiedział w poniedziałek jego dyrektor; dwa promy staną."
TURKISH = "Liman idaresi dış kanalı mart ayında derinleştirecek; iki vapur çalışmalar sırasında başka yoldan gidecek."
GREEK = "Η διοίκηση του λιμανιού θα βαθύνει τον Μάρτιο το εξωτερικό κανάλι, είπε τη Δευτέρα ο διευθυντής της."
HEBREW = "הנהלת הנמל תעמיק במרץ את התעלה החיצונית, אמר ביום שני מנהלה, ושתי מעבורות ישנו את מסלולן."
ARABIC = "قال مدير الميناء يوم الاثنين إن الإدارة ستعمق القناة الخارجية في مارس وإن عبارتين ستغيران طريقهما."
THAI = "ผู้อำนวยการท่าเรือกล่าวเมื่อวันจันทร์ว่าจะขุดลอกร่องน้ำด้านนอกในเดือนมีนาคม"
KOREAN = "항만청은 삼월에 바깥 수로를 준설할 것이라고 월요일에 청장이 말했다. 연락선 두 척은 다른 길로 다닌다."
TRADITIONAL = "港務局局長星期一說，三月將疏浚外港航道，施工期間兩艘渡輪須改道行駛。"
SIMPLIFIED = "港务局局长星期一说，三月将疏浚外港航道，施工期间两艘渡轮须改道行驶。"
JAPANESE = "港の局長は月曜日、三月に外側の水路を掘り下げると述べた。工事の間、渡し船二隻は別の道を通る。"
RUSSIAN = "Управление порта углубит в марте внешний канал, сказал в понедельник его начальник."
UKRAINIAN = "Управління порту поглибить у березні зовнішній канал, сказав у понеділок його начальник."


@pytest.mark.parametrize(
    ("text", "codec"),
    [
        *((text, codec) for text in (CZECH, HUNGARIAN, POLISH) for codec in ("cp1250", "iso8859-2")),
        *((RUSSIAN, codec) for codec in ("cp1251", "iso8859-5", "koi8-r", "cp866")),
        *((UKRAINIAN, codec) for codec in ("cp1251", "koi8-u")),
        *((JAPANESE, codec) for codec in ("cp932", "euc_jp")),
        (TURKISH, "cp1254"),
        (GREEK, "cp1253"),
        (GREEK, "iso8859-7"),
        (HEBREW, "cp1255"),
        (ARABIC, "cp1256"),
        (THAI, "cp874"),
        (KOREAN, "cp949"),
        (SIMPLIFIED, "gb18030"),
        (TRADITIONAL, "big5hkscs"),
    ],
)
def test_a_sentence_is_read(text: str, codec: str) -> None:
    data = text.encode(codec)
    guessed = guess(data)
    assert guessed is not None
    assert data.decode(guessed) == text


@pytest.mark.parametrize(
    ("data", "codec"),
    [
        pytest.param(SIMPLIFIED.encode("gb18030")[:-1], "gb18030", id="cut within the last character"),
        pytest.param(JAPANESE.encode("euc_jp") + b"\xff.", "euc_jp", id="a stray byte"),
        pytest.param("Le café où il déjeuna l’été.".encode("cp1252") + b"\x81", "cp1252", id="a byte without letter"),
    ],
)
def test_damage_does_not_change_the_guess(data: bytes, codec: str) -> None:
    assert guess(data) == codec


def test_of_encodings_that_give_the_same_text_the_most_common_is_named() -> None:
    assert name_of(guess("Smörgåsbord på fågelön".encode("iso8859-15")) or "") == "windows-1252"


def test_valid_utf8_imports_no_detector() -> None:
    code = (
        "import sys; from cleaner.text.decode import decode; decode('né'.encode()); sys.exit('chardet' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
