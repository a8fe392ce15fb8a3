"""Which drops are more likely wrong than right, by how much of a text they take."""

import pytest

from cleaner.excess import HEURISTICS, LEAST_WORDS, Drops, greedy_heuristics, greedy_rules
from cleaner.rules.rule import Family
from cleaner.text.document import Document
from cleaner.text.mark import Mark

FAMILIES = {"see": Family.RELATED, "more": Family.RELATED, "share": Family.SHARE, "legal": Family.LEGAL}
TEXT = "word " * 100


def drops(**words: int) -> Drops:
    """Drops of so many words by each rule, one after the other."""
    made, first = [], 0
    for rule, count in words.items():
        start, end = 5 * first, 5 * (first + count)
        made.append((Mark(start, end, rule), [(start, end)]))
        first += count
    return made


def judged(first: int, count: int) -> Drops:
    start, end = 5 * first, 5 * (first + count)
    return [(Mark(start, end, "heuristic/footer"), [(start, end)])]


@pytest.mark.parametrize(
    ("words", "greedy"),
    [
        pytest.param({"see": 40}, [], id="alone, at the limit"),
        pytest.param({"see": 41}, ["see"], id="alone"),
        pytest.param({"see": 45, "more": 10}, ["see"], id="another of the family is no sign of a page"),
        pytest.param({"see": 45, "share": 1}, [], id="one other family"),
        pytest.param({"see": 51, "share": 1}, ["see"], id="too much beside one"),
        pytest.param({"see": 75, "share": 1, "legal": 1}, [], id="a flattened page"),
        pytest.param({"see": 76, "share": 1, "legal": 1}, ["see"], id="too much of a page"),
        pytest.param({"see": 45, "more": 45}, ["more", "see"], id="two, in the order of ids"),
        pytest.param({}, [], id="nothing"),
    ],
)
def test_rules(words: dict[str, int], greedy: list[str]) -> None:
    found = list(greedy_rules(Document(TEXT), drops(**words), FAMILIES))
    assert [excess.taker for excess in found] == greedy
    assert [excess.share for excess in found] == [words[rule] / 100 for rule in greedy]


@pytest.mark.parametrize(("others", "most"), [({}, 300), ({"more": 1}, 300), ({"share": 1}, 650)])
def test_a_rule_that_reaches_beyond_its_line(others: dict[str, int], most: int) -> None:
    text = "word " * 10_000
    for count, greedy in ((most, []), (most + 1, ["see"])):
        span = (45_000 - 5 * count, 45_000)
        given = drops(**others)
        reaching = Mark(*span, "see", trigger=(span[0], span[0] + 4))
        assert [
            excess.taker for excess in greedy_rules(Document(text), [(reaching, [span]), *given], FAMILIES)
        ] == greedy
        assert not list(greedy_rules(Document(text), [(Mark(*span, "see"), [span]), *given], FAMILIES))


def test_a_rule_of_an_opt_in_family_has_no_limit() -> None:
    assert not list(greedy_rules(Document(TEXT), drops(see=90), {"see": Family.MAIL}))


def test_overlapping_drops_of_a_rule_count_once() -> None:
    twice = [*drops(see=30), *drops(see=30)]
    assert not list(greedy_rules(Document(TEXT), twice, FAMILIES))


def test_only_what_keeps_leave_of_a_drop_counts() -> None:
    assert not list(greedy_rules(Document(TEXT), [(Mark(0, 500, "see"), [(0, 100)])], FAMILIES))


@pytest.mark.parametrize(("words", "greedy"), [(LEAST_WORDS - 1, 0), (LEAST_WORDS, 1)])
def test_a_short_text_may_be_boilerplate_and_nothing_else(words: int, greedy: int) -> None:
    text = "word " * words
    assert len(list(greedy_rules(Document(text), [(Mark(0, len(text), "see"), [(0, len(text))])], FAMILIES))) == greedy


def test_a_chinese_text_has_a_word_for_each_character() -> None:
    text = "雨" * 60
    [excess] = greedy_rules(Document(text), [(Mark(0, 40, "see"), [(0, 40)])], FAMILIES)
    assert excess.sentence(applied=False) == "see would remove 67 % of the text; withheld"


@pytest.mark.parametrize(
    ("words", "count", "sentences"),
    [
        pytest.param({}, 45, [], id="less than half of a text without furniture of rules"),
        pytest.param({}, 46, ["heuristic/* removed 46 % of the text"], id="half of a text without furniture of rules"),
        pytest.param({"see": 2}, 90, [], id="furniture of one family"),
        pytest.param({"see": 2, "more": 2}, 91, ["heuristic/* removed 91 % of the text"], id="too much beside one"),
        pytest.param({"see": 2, "share": 2}, 93, [], id="a flattened page"),
        pytest.param({"see": 1, "share": 1}, 96, ["heuristic/* removed 96 % of the text"], id="too much of a page"),
        pytest.param({"see": 30, "share": 30}, 39, ["heuristic/* left 1 % of the text"], id="hardly anything is left"),
    ],
)
def test_heuristics(words: dict[str, int], count: int, sentences: list[str]) -> None:
    by_rules = drops(**words)
    found = greedy_heuristics(Document(TEXT), by_rules, judged(sum(words.values()), count), FAMILIES)
    assert [excess.sentence(applied=True) for excess in found] == sentences
    assert all(excess.taker == HEURISTICS for excess in found)
