"""Which lines are tried, and for which patterns."""

import pytest

from cleaner.rules.candidates import Candidates
from cleaner.rules.pattern import Pattern
from cleaner.rules.rule import Family, Kind, Rule

LINE = Rule("t/line", Family.SHARE, Kind.LINE, (), "test")
PHRASE = Rule("t/phrase", Family.SHARE, Kind.PHRASE, (), "test")
PATTERNS = [Pattern(LINE, "Share this ferry"), Pattern(LINE, ".*quay newsletter.*"), Pattern(PHRASE, "ferry bell")]
START, WITHIN, BELL = (pattern.written for pattern in PATTERNS)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", {}),
        ("The ferry left.\nNobody rang.", {}),
        ("Share this ferry", {0: [START]}),
        ("\n\nShare this ferry\n", {2: [START]}),
        ("Share this ferry\nShare this ferry\n\nShare this ferry", {0: [START], 1: [START], 3: [START]}),
        ("» *Share this ferry*", {0: [START]}),
        ("Do share this ferry", {}),
        ("Für Möwen: the quay newsletter\nÜber Möwen", {0: [WITHIN]}),
        (
            "Möwen\nShare this ferry\nA ferry bell, a ferry bell\nOur quay newsletter",
            {1: [START], 2: [BELL], 3: [WITHIN]},
        ),
        ("The quay newsletter rang the ferry bell", {0: [WITHIN, BELL]}),
    ],
)
def test_lines(text: str, lines: dict[int, list[str]]) -> None:
    found = Candidates(PATTERNS).lines(text.encode())
    assert {index: [pattern.written for pattern in patterns] for index, patterns in found} == lines


@pytest.mark.parametrize(
    ("pattern", "tried", "passed_over"),
    [
        (r"\d+ (?:gulls|terns) on board", "» 12 terns on board", "The 12 terns on board"),
        (".* ferry", "A late ferry »", "A ferry that is late"),
        ("At [^.]*, we ring the bell", "At noon, we ring the bell", "At noon, we rang the bell"),
    ],
)
def test_a_line_with_a_part_of_a_match_is_passed_over(pattern: str, tried: str, passed_over: str) -> None:
    found = Candidates([Pattern(LINE, pattern)]).lines(f"{passed_over}\n{tried}".encode())
    assert [index for index, _ in found] == [1]


def test_no_patterns() -> None:
    assert Candidates([]).lines(b"Share this ferry") == []


def test_a_pattern_that_asks_for_nothing_is_tried_on_every_line() -> None:
    assert [index for index, _ in Candidates([Pattern(LINE, ".*")]).lines(b"One\n\nTwo\n")] == [0, 1, 2, 3]


def test_patterns_at_a_line_start_come_first() -> None:
    mixed = [Pattern(PHRASE, "ferry bell"), Pattern(LINE, "The ferry bell rings")]
    [(_, patterns)] = Candidates(mixed).lines(b"The ferry bell rings")
    assert [pattern.written for pattern in patterns] == ["The ferry bell rings", "ferry bell"]


@pytest.mark.parametrize("pattern", ["Bell", "Bell.*", r"\d", "(?:Bell|Quay).{0,9}ferry", "[•-] ?Bell"])
@pytest.mark.parametrize("before", ["", "\n", "One\n\n", "• Gulls\n"])
@pytest.mark.parametrize("after", ["", "\n", "\n\nTwo", "\nFerry"])
def test_a_match_is_in_its_line_whatever_is_around_it(pattern: str, before: str, after: str) -> None:
    line = {r"\d": "7", "(?:Bell|Quay).{0,9}ferry": "Quay, ferry", "[•-] ?Bell": "• Bell"}.get(pattern, "Bell")
    found = Candidates([Pattern(LINE, pattern)]).lines(f"{before}{line}{after}".encode())
    assert [index for index, _ in found] == [before.count("\n")]


@pytest.mark.parametrize("pattern", [".?", "x?", ".*", "(?:See: .+)?"])
@pytest.mark.parametrize("rule", [LINE, PHRASE])
@pytest.mark.parametrize("text", ["", "\n", "See the ferry\n\nA ferry bell"])
def test_a_pattern_that_matches_nothing_is_tried_on_each_empty_line(pattern: str, rule: Rule, text: str) -> None:
    found = Candidates([Pattern(rule, pattern)]).lines(text.encode())
    empty = {index for index, line in enumerate(text.split("\n")) if not line}
    assert empty <= {index for index, _ in found}
