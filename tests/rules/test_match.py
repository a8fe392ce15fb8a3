"""Where patterns match, and which parts of a line a line pattern sees."""

from dataclasses import replace

import pytest

from cleaner.rules.match import Hit, Matcher
from cleaner.rules.pattern import Pattern
from cleaner.rules.rule import Family, Kind, Rule
from cleaner.text.document import Document


def rule(*match: str, kind: Kind = Kind.LINE, name: str = "r") -> Rule:
    return Rule(name, Family.META, kind, match, "why")


def hits(text: str, *rules: Rule) -> list[Hit]:
    return list(Matcher(rules).hits(Document(text), set()))


def lines(text: str, *rules: Rule) -> list[str]:
    return [text[hit.start : hit.end] for hit in hits(text, *rules)]


@pytest.mark.parametrize(
    "line",
    [
        *("Read more", "READ MORE", "  Read more\t", "\xa0Read more\u3000", "Read\xa0more", "Read  more"),
        *("- Read more", "* Read more", "+ Read more", "• Read more", "# Read more", "### Read more", "> Read more"),
        *(
            "| Read more |",
            "**Read more**",
            "_Read more_",
            "__Read more__",
            "~~Read more~~",
            "* [Read more](/a)",
            "→ Read more",
        ),
        *(
            "[Read more](https://example.com/a_b)",
            "[**Read more**](a)",
            "**[Read more](a)**",
            "> - [Read more]",
            "Read more »",
        ),
        *("\u200bRead more\ufeff", "\xadRead more", "– Read more", "■ Read more", "・Read more", "Read more\r"),
    ],
)
def test_a_line_pattern_does_not_see_the_edges_of_a_line(line: str) -> None:
    text = f"One\n{line}\nTwo"
    [hit] = hits(text, rule("Read more"))
    assert hit[1:] == (4, 4 + len(line), 4, 4 + len(line)) or line.endswith("\r")


@pytest.mark.parametrize(
    "line",
    ["Read more now", "Do Read more", "Readmore", "Read more.", "Read-more", "1. Read more", "(Read more)", "Read"],
)
def test_a_line_pattern_matches_whole_lines(line: str) -> None:
    assert hits(f"One\n{line}\nTwo", rule("Read more")) == []


def test_each_alternative_matches_whole_lines() -> None:
    assert lines("More\nShare\nShares\nSome More", rule("More|Share")) == ["More", "Share"]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends(end: str) -> None:
    text = end.join(["Share", "One", "Share", "", "Share", ""])
    assert [line.strip() for line in lines(text, rule("Share"))] == ["Share"] * 3


@pytest.mark.parametrize("kind", [Kind.LINE, Kind.PHRASE])
def test_offsets_are_in_characters(kind: Kind) -> None:
    text = "水🎈é\nShare\nİß\nShare"
    assert [hit[1:] for hit in hits(text, rule("Share", kind=kind))] == [(4, 9, 4, 9), (13, 18, 13, 18)]


def test_phrases_match_within_lines() -> None:
    phrases = hits("One See: two, See: three\nfour", rule(r"See: \w+", kind=Kind.PHRASE))
    assert [hit[1:] for hit in phrases] == [(4, 12, 0, 24), (14, 24, 0, 24)]


def test_each_hit_has_its_rule() -> None:
    both = hits(
        "Share\nMore See: two", rule("Share"), rule("More.*", name="m"), rule("See: two", kind=Kind.PHRASE, name="s")
    )
    assert [(hit.rule.id, hit.start) for hit in both] == [("r", 0), ("m", 6), ("s", 11)]


@pytest.mark.parametrize("kind", [Kind.AFTER, Kind.BEFORE, Kind.BLOCK])
def test_all_kinds_but_phrase_match_whole_lines(kind: Kind) -> None:
    assert lines("Share\nShare it\n* Share", rule("Share", kind=kind)) == ["Share", "* Share"]


def test_a_hard_wrapped_paragraph_is_one_line() -> None:
    text = (
        "See also: this link to another story was folded at a width of\n"
        "sixty or so columns by a careful hand, and so it has several\nlines.\n\nOne"
    )
    assert lines(text, rule("See also: .*")) == [text[:-5]]


@pytest.mark.parametrize("text", ["", "\n", "One", "Share"])
def test_without_rules_there_are_no_hits(text: str) -> None:
    assert hits(text) == []


@pytest.mark.parametrize("pattern", [".*", "x?", "(?:Share)?"])
def test_empty_matches(pattern: str) -> None:
    assert all(0 <= hit.start <= hit.end <= 11 for hit in hits("Share\n\n  \nx", rule(pattern)))
    assert all(hit.start < hit.end for hit in hits("Share\n\n  \nx", rule(pattern, kind=Kind.PHRASE)))


def test_a_search_that_also_matches_nothing_reads_each_line_once() -> None:
    assert lines("One\n\nTwo", rule(".*")) == ["One", "", "Two"]


@pytest.mark.parametrize(("checked", "characters", "seconds"), [(True, 10_000, None), (True, 10_001, 1), (False, 9, 1)])
def test_only_a_checked_pattern_has_no_time_limit_on_a_short_line(
    checked: bool, characters: int, seconds: float | None
) -> None:
    pattern = Pattern(replace(rule("Read more"), checked=checked), "Read more")
    assert pattern.timeout(characters) == seconds
