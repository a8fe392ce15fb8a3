"""From a document and rules to a result: marks, keeps, removal and status."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import pytest

from cleaner.heuristics.judge import Judge
from cleaner.linemodel.network import Model
from cleaner.pipeline import Options, run
from cleaner.result import Removed, Result, Status
from cleaner.rules.match import Matcher
from cleaner.rules.parse import PROSE
from cleaner.rules.rule import Family, Kind, Rule
from cleaner.sites import Site
from cleaner.text.document import Document
from cleaner.text.mark import Mark, Verb

SITE = Site("example.com", "a test")


def rule(match: str, kind: Kind = Kind.LINE, name: str = "r", verb: Verb = Verb.DROP) -> Rule:
    end, max_lines = (("End",), 4) if kind is Kind.BLOCK else ((), 0)
    return Rule(name, Family.META, kind, (match,), "why", verb=verb, end=end, max_lines=max_lines)


def cleaned(text: str, *rules: Rule, disabled: Sequence[str] = ()) -> Result:
    return run(Document(text), [Matcher(rules)], SITE, Options(disabled))


KEEP = rule("precious", Kind.PHRASE, "k", Verb.KEEP)


@pytest.mark.parametrize(
    ("text", "rules", "expected"),
    [
        pytest.param("One\nSee: two\nThree", [rule("See: .*")], "One\nThree", id="drop"),
        pytest.param("One\nSee: two\nThree", [], "One\nSee: two\nThree", id="no rules"),
        pytest.param("One\nSee: two", [rule("See: .*"), rule("See: .*", name="k", verb=Verb.KEEP)], None, id="keep"),
        pytest.param("See: a precious one", [rule("See: .*"), KEEP], "precious", id="keep a phrase of a line"),
        pytest.param("One\nMore\nTwo\nThree", [rule("More", Kind.AFTER)], "One", id="after"),
        pytest.param("One\nMore\nTwo\nprecious", [rule("More", Kind.AFTER), KEEP], "One\nprecious", id="keep in after"),
        pytest.param("One\nprecious\nTwo", [rule("precious", Kind.AFTER), KEEP], None, id="keep vetoes after"),
        pytest.param("One\nprecious", [rule("precious", Kind.AFTER), KEEP], None, id="keep vetoes after, last line"),
        pytest.param("One\nprecious\nTwo", [rule("precious", Kind.BEFORE), KEEP], None, id="keep vetoes before"),
        pytest.param("precious\nTwo\nEnd", [rule("precious", Kind.BLOCK), KEEP], None, id="keep vetoes block"),
        pytest.param("A precious X\nTwo", [rule("A .*", Kind.AFTER), KEEP], None, id="keep a phrase of the trigger"),
        pytest.param("Top\nTwo\nEnd\nX", [rule("Top", Kind.BLOCK)], "X", id="block"),
    ],
)
def test_text(text: str, rules: list[Rule], expected: str | None) -> None:
    assert cleaned(text, *rules).text == (text if expected is None else expected)


def test_removed_and_marks_are_exact() -> None:
    later = (Removed(9, " ", ("seam",)), Removed(10, "two", ("a/b", "a/see")))
    result = cleaned(
        "One. See: two\nThree.\n", rule("See: \\w+", Kind.PHRASE, "a/see"), rule("two", Kind.PHRASE, "a/b")
    )
    assert result == Result(
        "One.\nThree.\n",
        (Removed(4, " ", ("seam",)), Removed(5, "See:", ("a/see",)), *later),
        Status.OK,
        (Mark(5, 13, "a/see", detail="why"), Mark(10, 13, "a/b", detail="why")),
        SITE,
    )


def test_two_patterns_of_a_rule_make_one_mark() -> None:
    given = Rule("r", Family.META, Kind.LINE, ("See.*", ".*two"), "why")
    assert [mark.rule for mark in cleaned("One\nSee two", given).marks] == ["r"]


def test_rules_of_several_matchers_work_together() -> None:
    matchers = [Matcher([rule("See.*")]), Matcher([rule("See keep.*", name="k", verb=Verb.KEEP)])]
    assert run(Document("See one\nSee keep two"), matchers, SITE).text == "See keep two"


def test_disabled_rules_mark_nothing() -> None:
    given = (rule("See.*", name="a"), rule("Buy.*", name="b"))
    assert cleaned("One\nSee two\nBuy now", *given, disabled=["a"]).text == "One\nSee two"


def test_disabled_keep_keeps_nothing() -> None:
    assert cleaned("One\nprecious", rule("precious"), KEEP, disabled=["k"]).text == "One"


@pytest.mark.parametrize(
    ("text", "status"),
    [("One", Status.OK), ("", Status.EMPTY), (" \n\xa0", Status.EMPTY), ("See: two", Status.EMPTY)],
)
def test_status_is_empty_if_nothing_is_left(text: str, status: Status) -> None:
    assert cleaned(text, rule("See:.*")).status is status


def test_words_are_not_joined_and_the_mark_is_gone() -> None:
    result = cleaned("One XX two\nfooXXbar", rule("XX", Kind.PHRASE))
    assert result.text == "One two\nfooXXbar"
    assert [(mark.start, mark.end) for mark in result.marks] == [(4, 6)]


def test_a_drop_that_is_kept_makes_no_mark() -> None:
    assert cleaned("One\nprecious", rule("precious"), KEEP).marks == ()


BODY = "\n".join(f"Entry {n}: a boat with two masts" for n in range(1, 11))
REST = "\n".join(f"Number {n} of the fleet list" for n in range(1, 11))


@pytest.mark.parametrize("kind", [Kind.LINE, Kind.PHRASE])
def test_a_rule_that_would_remove_half_of_the_text_is_withheld(kind: Kind) -> None:
    text = f"{BODY}\n{REST}\nSee: a harbour"
    result = cleaned(text, rule("Entry .*", kind), rule("See: .*", name="s"))
    assert result.text == f"{BODY}\n{REST}"
    assert (result.status, result.problems) == (
        Status.SUSPICIOUS,
        ("r would remove 53 % of the text; withheld",),
    )
    assert [text[mark.start : mark.end] for mark in result.withheld] == BODY.split("\n")
    assert {mark.rule for mark in result.withheld} == {"r"}
    assert [mark.rule for mark in result.marks] == ["s"]
    assert result.undo() == text


def test_what_is_suspicious_is_removed_if_it_is_asked_for() -> None:
    given = Matcher([rule("Entry .*")])
    result = run(Document(f"{BODY}\n{REST}"), [given], SITE, Options(apply_suspicious=True))
    assert result.text == REST
    assert (result.status, result.problems) == (Status.SUSPICIOUS, ("r removed 54 % of the text",))
    assert (len(result.marks), result.withheld) == (10, ())


@dataclass(frozen=True)
class JudgeOfCrew(Judge):
    """Marks every line of the crew that no rule drops."""

    def marks(self, document: Document, rules: Iterable[Mark]) -> Iterator[Mark]:
        gone = {mark.start for mark in rules}
        for line in document.lines:
            if document.text.startswith("Number", line.start) and line.start not in gone:
                yield Mark(*line, "heuristic/residue")


def no_model() -> Model:
    raise AssertionError("this judge needs no model")


def test_heuristics_that_would_remove_too_much_are_withheld_and_rules_apply() -> None:
    crew = "\n".join([REST] * 20)
    text = f"{BODY}\n{crew}\nSee: a harbour"
    judge = JudgeOfCrew(no_model)
    result = run(Document(text), [Matcher([rule("See: .*", name="s")])], SITE, Options(judge=judge))
    assert result.text == f"{BODY}\n{crew}"
    assert result.problems == ("heuristic/* would remove 94 % of the text; withheld",)
    assert {mark.rule for mark in result.withheld} == {"heuristic/residue"}
    applied = run(Document(text), [Matcher([rule("See: .*", name="s")])], SITE, Options((), judge, True))
    assert applied.text == BODY
    assert (applied.status, applied.withheld) == (Status.SUSPICIOUS, ())


def test_the_judge_is_asked_for_what_a_withheld_rule_leaves() -> None:
    asked = rule("Number .*", name="n")
    result = run(Document(f"{BODY}\n{REST}"), [Matcher([asked])], SITE, Options(judge=JudgeOfCrew(no_model)))
    assert result.problems == tuple(f"{name} would remove 46 % of the text; withheld" for name in ("n", "heuristic/*"))
    assert [mark.rule for mark in result.withheld[:2]] == ["heuristic/residue", "n"]


def test_an_empty_result_says_why() -> None:
    assert cleaned("See: two", rule("See:.*")).problems == ("all of the text was removed",)
    assert cleaned("").problems == ("there is no text",)


def test_what_a_keep_saves_does_not_count() -> None:
    given = rule("Entry .*"), rule("Entry [4-9].*", name="k", verb=Verb.KEEP)
    assert cleaned(f"{BODY}\n{REST}", *given).status is Status.OK


SLOW = "(?:a|aa)+b"
SLOW_LINE = "a" * 60 + "cb"


def test_rule_that_runs_out_of_time_is_named_and_not_tried_again() -> None:
    slow = "\n\n".join([SLOW_LINE] * 90)
    result = cleaned(f"One\n\n{slow}\n\nSee: two", rule(SLOW), rule("See: .*", name="s"))
    assert result.text == f"One\n\n{slow}"
    assert (result.problems, result.status) == (("rule r ran out of time",), Status.SUSPICIOUS)


def test_end_that_runs_out_of_time_is_named() -> None:
    block = Rule("r", Family.META, Kind.BLOCK, ("Top",), "why", end=(SLOW,), max_lines=3)
    result = cleaned(f"Top\n{SLOW_LINE}\nSee: two", block, rule("See: .*", name="s"))
    assert result.text == f"Top\n{SLOW_LINE}"
    assert (result.problems, result.status) == (("rule r ran out of time",), Status.SUSPICIOUS)


@pytest.mark.parametrize("text", ["One \udc80 two", "\ud83d", "One\udfff\nSee: two"])
def test_lone_surrogates_become_replacement_characters(text: str) -> None:
    result = cleaned(text, rule("See: .*"))
    assert result.undo() == text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    assert result.text.encode()


@pytest.mark.parametrize("kind", [Kind.AFTER, Kind.BEFORE, Kind.LINE, Kind.PHRASE])
def test_time_is_not_quadratic_in_matches(kind: Kind) -> None:
    text = "Related\n" * 10_000 + PROSE
    applied = run(Document(text), [Matcher([rule("Related", kind)])], SITE, Options(apply_suspicious=True))
    kept = applied.text.removesuffix(PROSE)
    if kind in (Kind.LINE, Kind.PHRASE):
        assert not kept
    else:  # the marks that reach furthest take too much
        assert 0 < kept.count("Related") < 10_000


CLAUSES = "\n".join(f"{number}. The tenant shall pay on the first of month {number}." for number in range(1, 6))
CODE = "```\nMore\n```"


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        pytest.param(f"{CLAUSES}\n\nMore\n\nOne", Kind.BEFORE, f"{CLAUSES}\n\nOne", id="before begins below a body"),
        pytest.param(
            f"One\nMore\nTwo\n{CLAUSES}\nThree", Kind.AFTER, f"One\n{CLAUSES}\nThree", id="after ends above a body"
        ),
        pytest.param(f"{CLAUSES}\nMore\n\nOne", Kind.LINE, f"{CLAUSES}\n\nOne", id="a line below a body"),
        pytest.param(CLAUSES.replace("3. The", "More\n3. The"), Kind.LINE, CLAUSES, id="a line in a body"),
        pytest.param(CLAUSES.replace("3. The", "More\n3. The"), Kind.AFTER, None, id="after does not begin in a body"),
        pytest.param(CODE, Kind.LINE, None, id="no line in code"),
    ],
)
def test_bodies_bound_what_a_rule_takes_beyond_its_line(text: str, kind: Kind, expected: str | None) -> None:
    assert cleaned(text, rule("More", kind)).text == (text if expected is None else expected)


def test_a_rule_may_ask_to_apply_in_structure() -> None:
    asking = Rule("r", Family.META, Kind.LINE, ("More",), "why", in_structure=True)
    assert cleaned(CODE, asking).text == "```\n```"


@pytest.mark.parametrize(("kind", "is_read"), [(Kind.LINE, False), (Kind.AFTER, True)])
def test_bodies_are_read_only_for_drops_that_they_bound(kind: Kind, is_read: bool) -> None:
    document = Document(f"{CLAUSES}\n\nMore")
    assert run(document, [Matcher([rule("More", kind)])], SITE).text == CLAUSES
    assert ("structure" in vars(document)) == is_read


def test_definitions_of_links_stay_where_bodies_are_not_read() -> None:
    text = "The [ferry][1] is late, and so is the [train][2], " + "says the board of the harbour" * 3 + ".\nMore"
    links = "[1]: https://harbour.example/ferry\n[2]: https://harbour.example/train"
    assert cleaned(f"{text}\n\n{links}", rule(r"More|\[\d\].*")).text == f"{text[:-5]}\n\n{links}"
