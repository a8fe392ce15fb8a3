"""Cleaning until nothing more goes: several passes give one result over the original."""

import pytest

from cleaner.passes import MOST_PASSES, joined, settle
from cleaner.pipeline import run
from cleaner.result import Removed, Result, Status, render
from cleaner.rules.match import Matcher
from cleaner.rules.rule import Family, Kind, Rule
from cleaner.sites import UNKNOWN
from cleaner.text.document import Document
from cleaner.text.functionwords import Language
from cleaner.text.languages import Languages
from cleaner.text.mark import Mark
from cleaner.text.zones import Where

PROSE = "The lock keeper raised the gate at dawn, and the first barge of the season passed the mill without a sound."


def rule(name: str, match: str, kind: Kind = Kind.LINE, where: Where = Where.ANYWHERE) -> Rule:
    return Rule(name, Family.META, kind, (match,), "why", where)


def settled(text: str, *rules: Rule) -> Result:
    matcher = Matcher(rules)
    return settle(Document(text), lambda document: run(document, [matcher], UNKNOWN))


def test_line_that_lost_a_phrase_is_matched_again() -> None:
    text = f"{PROSE}\nTide tables [12]\n{PROSE}\n"
    result = settled(text, rule("note", r" \[\d+\]", Kind.PHRASE), rule("tides", "Tide tables"))
    assert result.text == f"{PROSE}\n{PROSE}\n"
    assert result.undo() == text
    marks = [(text[mark.start : mark.end], mark.rule) for mark in result.marks]
    assert marks == [("Tide tables", "tides"), (" [12]", "note")]


def test_line_that_now_lies_below_the_prose_core_is_matched_again() -> None:
    text = f"{PROSE}\n{PROSE}\nBuy a print\n{PROSE} Buy now.\n"
    result = settled(text, rule("last", r".* Buy now\."), rule("print", "Buy a print", where=Where.BOTTOM))
    assert result.text == f"{PROSE}\n{PROSE}\n"
    assert [piece.rule_ids for piece in result.removed if piece.rule_ids] == [("print",), ("last",)]


def test_mark_of_a_later_pass_reaches_over_what_went_before() -> None:
    text = f"{PROSE}\nTide x tables\n"
    result = settled(text, rule("x", " x", Kind.PHRASE), rule("tides", "Tide tables"))
    [over] = [mark for mark in result.marks if mark.rule == "tides"]
    assert text[over.start : over.end] == "Tide x tables"
    assert [(p.text, p.rule_ids) for p in result.removed if p.rule_ids] == [
        ("Tide ", ("tides",)),
        ("x", ("x",)),
        ("tables", ("tides",)),
    ]


@pytest.mark.parametrize("removes", [True, False])
def test_languages_of_a_later_pass_are_told(removes: bool) -> None:
    """Its rules ran, and the text is cleaned again when they change."""
    gone = (Removed(0, "Meer. ", ("b",)),) if removes else ()
    results = [
        Result("Meer. Sea.", (Removed(10, " Mer.", ("a",)),), languages=Languages((Language.FRENCH,))),
        Result("Sea." if removes else "Meer. Sea.", gone, languages=Languages((Language.GERMAN,), (Language.ENGLISH,))),
        Result("Sea."),
    ]
    result = settle(Document("Meer. Sea. Mer."), lambda _: results.pop(0))
    assert (result.languages.own, result.languages.others) == ((Language.FRENCH,), (Language.GERMAN, Language.ENGLISH))


def test_passes_are_limited() -> None:
    shell = rule("shell", r"(?<=\()\(\)(?=\))", Kind.PHRASE)
    result = settled(f"{'(' * 20}{')' * 20}", shell)
    assert result.text == f"{'(' * (20 - MOST_PASSES)}{')' * (20 - MOST_PASSES)}"


def test_what_is_withheld_is_told_once_unless_a_later_pass_removes_it() -> None:
    problem = "a would remove 60 % of the text; withheld"
    withheld = (Mark(0, 3, "a"), Mark(9, 12, "a"))
    first = Result(
        "One. Two. Six.", (Removed(5, "x ", ("b",)),), Status.SUSPICIOUS, problems=(problem,), withheld=withheld
    )
    second = Result("Two. Six.", (Removed(0, "One. ", ("c",)),), Status.SUSPICIOUS, problems=(problem,))
    result = joined(first, second)
    assert (result.text, result.status, result.problems) == ("Two. Six.", Status.SUSPICIOUS, (problem,))
    assert result.withheld == (Mark(9, 12, "a"),)
    assert render("One. x Two. Six.", result.removed) == "Two. Six."


def test_emptied_text_is_empty() -> None:
    result = settled("Tide [1]\n", rule("note", r" \[\d+\]", Kind.PHRASE), rule("tides", "Tide"))
    assert (result.text.strip(), result.status) == ("", Status.EMPTY)
