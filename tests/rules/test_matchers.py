"""Which rules run on a text in which languages."""

from cleaner.rules.matchers import ASKS, LanguageMatchers
from cleaner.rules.rule import Family, Kind, Rule
from cleaner.text.document import Document
from cleaner.text.functionwords import Language
from cleaner.text.languages import Languages

TEXT = "Photo: Ada\nPhoto: Ada in the boat\nFoto: Ada"
RULES = [
    Rule("any", Family.MEDIA, Kind.LINE, ("(?:Ph|F)oto: .+",), "why"),
    Rule("de", Family.MEDIA, Kind.LINE, ("(?:Ph|F)oto: .+",), "why", language=Language.GERMAN),
    Rule("nl", Family.MEDIA, Kind.LINE, ("Foto: .+",), "why", language=Language.DUTCH),
]


def hits(languages: Languages) -> set[tuple[str, str]]:
    document = Document(TEXT)
    matchers = LanguageMatchers(lambda language: [each for each in RULES if each.language == language]).on(languages)
    return {(hit.rule.id, TEXT[hit.start : hit.end]) for matcher in matchers for hit in matcher.hits(document, set())}


ANY = {("any", line) for line in TEXT.splitlines()}


def test_rules_for_any_language_always_run() -> None:
    assert hits(Languages()) == ANY
    assert hits(Languages((Language.FINNISH,), (Language.HUNGARIAN,))) == ANY


def test_rules_of_the_texts_own_languages_run_on_all_lines() -> None:
    german = {("de", line) for line in TEXT.splitlines()}
    assert hits(Languages((Language.GERMAN,))) == ANY | german
    assert hits(Languages((Language.GERMAN, Language.DUTCH))) == ANY | german | {("nl", "Foto: Ada")}


def test_rules_of_another_language_run_on_lines_that_do_not_show_the_texts_own() -> None:
    found = hits(Languages((Language.ENGLISH,), (Language.GERMAN,)))
    assert found == ANY | {("de", "Photo: Ada"), ("de", "Foto: Ada")}


def test_rules_run_on_lines_of_a_text_in_no_known_language() -> None:
    assert hits(Languages((), (Language.DUTCH,))) == ANY | {("nl", "Foto: Ada")}


def test_texts_in_other_languages_share_the_rules_for_any() -> None:
    matchers = LanguageMatchers(lambda language: [each for each in RULES if each.language == language])
    english, german = matchers.on(Languages((Language.ENGLISH,))), matchers.on(Languages((Language.GERMAN,)))
    both = matchers.on(Languages((Language.ENGLISH, Language.GERMAN)))
    assert english[:2] == german[:2]
    assert both == [*english, *german[2:]] or both == [*german, *english[2:]]


def test_matchers_of_a_language_that_comes_no_more_are_forgotten() -> None:
    matchers = LanguageMatchers(lambda language: [each for each in RULES if each.language == language])
    dutch, german = Languages((Language.DUTCH,)), Languages((Language.GERMAN,))
    first = matchers.on(dutch)
    assert matchers.on(dutch) == first
    for _ in range(ASKS // 2 + 1):
        matchers.on(german)
    again = matchers.on(dutch)
    assert again[:2] == first[:2]  # those for any language have been asked for all the time
    assert not {*again[2:]} & {*first[2:]}
