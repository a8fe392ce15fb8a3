"""Which languages a text is found to be in."""

import pytest

from cleaner.text.functionwords import FUNCTION_WORDS, Language
from cleaner.text.languages import Languages, identify, shows

PROSE = {
    Language.CZECH: "Když se most v pondělí otevřel, přišlo jen několik lidí, protože už od rána pršelo a foukal vítr.",
    Language.DANISH: "Da broen åbnede mandag, kom der kun få mennesker, fordi det havde regnet hele natten.",
    Language.DUTCH: "Toen de brug openging, kwamen er maar weinig mensen, omdat het de hele nacht had geregend.",
    Language.ENGLISH: "When the bridge opened, few people came, because it had rained for most of the night.",
    Language.FINNISH: "Kun silta avattiin, vain muutama tuli, mutta he sanoivat että se on hyvä, ja niin myös oli.",
    Language.FRENCH: "Quand le pont a ouvert lundi, peu de gens sont venus, car il avait plu toute la nuit.",
    Language.GERMAN: "Als die Brücke öffnete, kamen nur wenige Leute, weil es die ganze Nacht geregnet hatte.",
    Language.HUNGARIAN: "Amikor a híd megnyílt, csak kevesen jöttek el, mert már egész éjjel esett, és nem állt el.",
    Language.ITALIAN: "Quando il ponte ha aperto, sono venute poche persone, perché aveva piovuto per tutta la notte.",
    Language.JAPANESE: "月曜日に橋が開通したが、夜通し雨が降ったため、訪れた人は少なかった。",
    Language.NORWEGIAN: "Da broen åpnet mandag, kom det bare noen få, fordi det hadde regnet hele natten.",
    Language.POLISH: "Gdy w poniedziałek otwarto most, przyszło niewiele osób, ponieważ przez całą noc padało.",
    Language.PORTUGUESE: "Quando a ponte abriu, vieram poucas pessoas, porque não parou de chover até às seis.",
    Language.ROMANIAN: "Au venit puțini oameni, pentru că a plouat toată noaptea, iar podul este mai ud din nord.",
    Language.RUSSIAN: "Когда в понедельник открыли мост, людей было мало, потому что всю ночь шёл дождь и дул ветер.",
    Language.SLOVAK: "Keď otvorili most, prišlo len málo ľudí, lebo celú noc pršalo, a podľa nich to bolo tak cez deň.",
    Language.SPANISH: "Cuando el puente se abrió, vinieron pocas personas, porque había llovido durante toda la noche.",
    Language.SWEDISH: "När bron öppnade på måndagen kom bara några få, för det hade regnat hela natten.",
    Language.TURKISH: "Köprü pazartesi günü açıldığında çok az kişi geldi, çünkü bütün gece yağmur yağmış.",
    Language.UKRAINIAN: "Коли в понеділок відкрили міст, людей було мало, бо всю ніч ішов дощ, який ще й не вщухав.",
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
        pytest.param(["星期一大桥通车时，因为整夜下雨，来的人很少。"], id="Chinese"),
        pytest.param(["Όταν άνοιξε η γέφυρα τη Δευτέρα, ήρθαν λίγοι."], id="Greek"),
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


@pytest.mark.parametrize("language", [each for each in Language if each is not Language.JAPANESE])
def test_function_words_are_written_as_they_are_looked_up(language: Language) -> None:
    words = FUNCTION_WORDS[language]
    assert len(words) > 35
    assert all(word == word.lower() and word.isalpha() for word in words)
