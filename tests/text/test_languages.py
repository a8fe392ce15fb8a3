"""Which languages a text is found to be in."""

import pytest

from cleaner.text.functionwords import FUNCTION_CHARACTERS, FUNCTION_WORDS, SCRIPTS, Language
from cleaner.text.languages import Languages, identify, shows

PROSE = {
    Language.ARABIC: "عندما فُتح الجسر يوم الاثنين لم يأت إلا عدد قليل من الناس، لأن المطر كان قد هطل طوال الليل.",
    Language.BENGALI: "সোমবার সেতুটি খুলে দেওয়ার সময় অল্প কয়েকজন লোক এসেছিল, কারণ সারা রাত বৃষ্টি হয়েছিল।",
    Language.BULGARIAN: "Когато мостът беше открит в понеделник, дойдоха само няколко души, защото цяла нощ е валяло.",
    Language.CATALAN: "Quan el pont es va obrir dilluns, van venir poques persones, perquè havia plogut tota la nit.",
    Language.CHINESE: "星期一大桥通车时，因为整夜下雨，来的人很少。",
    Language.CROATIAN_OR_SERBIAN: "Kad je most otvoren, došlo je samo nekoliko ljudi, jer je kiša padala cijelu noć.",
    Language.CZECH: "Když se most v pondělí otevřel, přišlo jen několik lidí, protože už od rána pršelo a foukal vítr.",
    Language.DANISH: "Da broen åbnede mandag, kom der kun få mennesker, fordi det havde regnet hele natten.",
    Language.DUTCH: "Toen de brug openging, kwamen er maar weinig mensen, omdat het de hele nacht had geregend.",
    Language.ENGLISH: "When the bridge opened, few people came, because it had rained for most of the night.",
    Language.FINNISH: "Kun silta avattiin, vain muutama tuli, mutta he sanoivat että se on hyvä, ja niin myös oli.",
    Language.FRENCH: "Quand le pont a ouvert lundi, peu de gens sont venus, car il avait plu toute la nuit.",
    Language.GERMAN: "Als die Brücke öffnete, kamen nur wenige Leute, weil es die ganze Nacht geregnet hatte.",
    Language.GREEK: "Όταν άνοιξε η γέφυρα τη Δευτέρα, ήρθαν λίγοι, γιατί έβρεχε όλη τη νύχτα.",
    Language.HEBREW: "כשהגשר נפתח ביום שני הגיעו רק מעט אנשים, כי ירד גשם כל הלילה.",
    Language.HINDI: "सोमवार को जब पुल खुला, तो बहुत कम लोग आए, क्योंकि पूरी रात बारिश होती रही थी।",
    Language.HUNGARIAN: "Amikor a híd megnyílt, csak kevesen jöttek el, mert már egész éjjel esett, és nem állt el.",
    Language.INDONESIAN_OR_MALAY: "Ketika jembatan itu dibuka, hanya sedikit orang yang datang karena hujan semalaman.",
    Language.ITALIAN: "Quando il ponte ha aperto, sono venute poche persone, perché aveva piovuto per tutta la notte.",
    Language.JAPANESE: "月曜日に橋が開通したが、夜通し雨が降ったため、訪れた人は少なかった。",
    Language.KOREAN: "월요일에 다리가 열렸지만 밤새 비가 내려 찾아온 사람은 적었다.",
    Language.NORWEGIAN: "Da broen åpnet mandag, kom det bare noen få, fordi det hadde regnet hele natten.",
    Language.PERSIAN: "وقتی پل روز دوشنبه باز شد، مردم کمی آمدند، چون تمام شب باران باریده بود و هوا هنوز سرد است.",
    Language.POLISH: "Gdy w poniedziałek otwarto most, przyszło niewiele osób, ponieważ przez całą noc padało.",
    Language.PORTUGUESE: "Quando a ponte abriu, vieram poucas pessoas, porque não parou de chover até às seis.",
    Language.ROMANIAN: "Au venit puțini oameni, pentru că a plouat toată noaptea, iar podul este mai ud din nord.",
    Language.RUSSIAN: "Когда в понедельник открыли мост, людей было мало, потому что всю ночь шёл дождь и дул ветер.",
    Language.SLOVAK: "Keď otvorili most, prišlo len málo ľudí, lebo celú noc pršalo, a podľa nich to bolo tak cez deň.",
    Language.SPANISH: "Cuando el puente se abrió, vinieron pocas personas, porque había llovido durante toda la noche.",
    Language.SWAHILI: "Daraja lilipofunguliwa watu wachache tu walikuja, kwa sababu mvua ilinyesha usiku wote.",
    Language.SWEDISH: "När bron öppnade på måndagen kom bara några få, för det hade regnat hela natten.",
    Language.THAI: "เมื่อสะพานเปิดในวันจันทร์ มีคนมาเพียงไม่กี่คน เพราะฝนตกตลอดทั้งคืน",
    Language.TURKISH: "Köprü pazartesi günü açıldığında çok az kişi geldi, çünkü bütün gece yağmur yağmış.",
    Language.UKRAINIAN: "Коли в понеділок відкрили міст, людей було мало, бо всю ніч ішов дощ, який ще й не вщухав.",
    Language.URDU: "جب پیر کو پل کھولا گیا تو بہت کم لوگ آئے کیونکہ ساری رات بارش ہوتی رہی تھی۔",
    Language.VIETNAMESE: "Khi cây cầu được mở vào thứ Hai, chỉ có ít người đến vì trời đã mưa suốt đêm và gió rất to.",
}
MENU = ["Home", "About us", "Sign up for our newsletter", "Terms of use", "More from this author", "Share this with"]


@pytest.mark.parametrize("language", Language)
def test_a_sentence_shows_its_language(language: Language) -> None:
    assert identify([PROSE[language]]).own[0] is language


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param([], id="nothing"),
        pytest.param(["Marrowby 3 2 1 0 7", "Ostholm 2 2 0 1 6", "Real Vedra 1 0 2 2 1"] * 40, id="table of results"),
        pytest.param(["კვირას ხიდი გაიხსნა, მაგრამ ცოტა ხალხი მოვიდა."], id="Georgian"),
        pytest.param(["α + β = γ", "λ(δ) ≤ ε", "Σ φ(ω) − π = θ"], id="formulas"),
        pytest.param(
            ["Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor."] * 4, id="Latin"
        ),
        pytest.param(["for i in range(9):", "    x[i] += 1"] * 20, id="code"),
    ],
)
def test_a_text_without_function_words_is_in_no_language(lines: list[str]) -> None:
    assert identify(lines).own == ()


def test_a_few_words_hint_at_a_language() -> None:
    assert identify(["Lesen Sie auch: Brücke gesperrt"]).others == (Language.GERMAN,)
    assert identify(["Newsletter"]).others == ()


def test_a_text_may_be_in_two_languages() -> None:
    lines = [PROSE[Language.GERMAN], PROSE[Language.ENGLISH]] * 5
    assert set(identify(lines).own) == {Language.GERMAN, Language.ENGLISH}


def test_short_lines_may_be_in_another_language() -> None:
    found = identify([*MENU, *[PROSE[Language.GERMAN]] * 4, *MENU])
    assert (found.own, found.others) == ((Language.GERMAN,), (Language.ENGLISH,))
    assert identify([*[PROSE[Language.GERMAN]] * 4, "Newsletter", "Home"]).others == ()


def test_the_middle_of_a_long_text_counts() -> None:
    lines = ["x" * 100] * 100 + [PROSE[Language.FRENCH]] * 40 + ["x" * 100] * 100
    assert identify(lines).own == (Language.FRENCH,)


def test_the_evidence_is_counted() -> None:
    assert identify(["The dog and the cat are in the garden with us."]).decided_by == "6 of its function words"
    assert str(Languages()) == "unknown (too few function words)"


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        pytest.param("Gift in memory of the harbour master", True, id="English words"),
        pytest.param("Foto: Harbour Picture Desk", False, id="no function word"),
        pytest.param("Mehr in der Zeitung", False, id="German words, and one of both"),
    ],
)
def test_what_a_line_shows_of_english_beside_german(line: str, shown: bool) -> None:
    assert shows(line, Language.ENGLISH, beside=Language.GERMAN) is shown


def test_a_line_with_kana_shows_japanese() -> None:
    assert shows("続きを読む", Language.JAPANESE, beside=Language.ENGLISH)


def test_serbian_is_found_in_both_alphabets() -> None:
    serbian = "Кад је мост отворен у понедељак, дошло је само неколико људи, јер је киша падала целу ноћ."
    assert identify([serbian]).own[0] is Language.CROATIAN_OR_SERBIAN


@pytest.mark.parametrize(
    ("line", "language"),
    [
        pytest.param("当桥开通时，来的人不多，因为下了一整夜的雨，他们没有带伞。", Language.CHINESE, id="simplified"),
        pytest.param("當橋開通時，來的人不多，因為下了一整夜的雨，他們沒有帶傘。", Language.CHINESE, id="traditional"),
        pytest.param(
            "開通式の後、市長は「雨の中を来てくれた人々に感謝する」と述べた。", Language.JAPANESE, id="Japanese"
        ),
    ],
)
def test_chinese_and_japanese_are_told_apart(line: str, language: Language) -> None:
    found = identify([line])
    assert (found.own, found.others, found.decided_by) == ((language,), (), "its script")


def test_a_quoted_name_in_another_script_is_not_the_language_of_a_text() -> None:
    found = identify([PROSE[Language.ENGLISH], "The bridge (Γέφυρα, 다리, 橋) opened in the spring."])
    assert found.own == (Language.ENGLISH,)


def test_every_language_can_be_found() -> None:
    assert FUNCTION_WORDS.keys() | FUNCTION_CHARACTERS.keys() | SCRIPTS.keys() == set(Language)


@pytest.mark.parametrize("language", FUNCTION_WORDS)
def test_function_words_are_written_as_they_are_looked_up(language: Language) -> None:
    words = FUNCTION_WORDS[language]
    assert len(words) > 60
    assert all(word == word.lower() for word in words)
    assert all(character.isalpha() for word in words for character in word if character.isascii() and character != "'")
