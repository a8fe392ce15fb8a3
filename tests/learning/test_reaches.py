"""Headings at the foot of texts, and what varies below them."""

from dataclasses import replace

from harbour import article, prose, titles
from lessons import doubts, lesson

from cleaner.learning.example_texts import left_by
from cleaner.learning.judgement import Doubt, Judged
from cleaner.learning.site_learning import Lesson, key_of, left_for
from cleaner.learning.trial import PatternTrial, patterns_of
from cleaner.rules.rule import Kind

HEADING, END = "More from the quay", "All boats reserved"


def sites(heading: str = HEADING, count: int = 24) -> list[str]:
    return [article(n, foot=f"{heading}\n{titles(n)}\n{END}") for n in range(count)]


def kinds(learnt: Lesson) -> dict[str, Kind]:
    return {pattern: draft.rule.kind for draft in learnt.drafts for pattern in draft.rule.match}


def test_a_heading_takes_the_titles_below_it_and_the_lines_that_recur_there() -> None:
    learnt = lesson(*sites())
    assert kinds(learnt) == {HEADING: Kind.AFTER}
    [draft] = learnt.drafts
    assert (draft.rule.where, draft.rule.name, draft.rule.family) == ("bottom", "related-and-below", "related")
    assert left_by(draft.rule, article(60, foot=f"{HEADING}\n{titles(60)}\n{END}")).split() == article(60).split()
    [shown, miss] = draft.rule.examples
    assert shown.before.splitlines()[-2] == HEADING
    assert shown.before.splitlines()[-1] not in shown.after
    assert miss.near_miss


def test_where_the_same_lines_follow_each_is_a_pattern_of_its_own() -> None:
    learnt = lesson(*(article(n, foot=f"{HEADING}\nTides of the week\n{END}") for n in range(12)))
    assert kinds(learnt) == dict.fromkeys((HEADING, "Tides of the week", END), Kind.LINE)


def test_prose_below_a_heading_is_left_for_a_person_and_the_heading_goes_alone() -> None:
    texts = sites()
    texts[2] += f"\n{prose(80).splitlines()[0]}\n"
    learnt = lesson(*texts)
    assert kinds(learnt)[HEADING] is Kind.LINE
    assert doubts(learnt)[HEADING] in {Doubt.PROSE_BEYOND, Doubt.TAKES}


def test_what_varies_below_a_heading_that_does_not_say_what_it_is_stays() -> None:
    learnt = lesson(*sites("What you need"))
    assert kinds(learnt) == {END: Kind.LINE}


def test_prose_that_would_go_with_a_heading_is_seen_in_other_documents() -> None:
    trial = PatternTrial(list(patterns_of("example.com", lesson(*sites()).drafts)))
    below = f"{titles(60)}\n{prose(80).splitlines()[0]}\nNo boats today"
    [taken] = trial.taken(article(60, foot=f"{HEADING}\n{below}"))
    assert (taken.line, taken.prose, taken.of_article) == (HEADING, True, False)
    [taken] = trial.taken(article(60, foot=f"{HEADING}\n{titles(60)}"))
    assert not taken.prose


def test_a_heading_that_is_not_proposed_leaves_what_it_would_have_taken_to_rules_for_lines() -> None:
    learnt = lesson(*sites())
    [heading] = learnt.proposed
    again = learnt.without({key_of(heading): left_for(heading, Doubt.TAKES)}, "learnt/example.com")
    assert kinds(again) == {HEADING: Kind.LINE, END: Kind.LINE}
    assert doubts(again) == {HEADING: Doubt.TAKES}
    refused = learnt.refusing(lambda pattern: pattern == HEADING, "learnt/example.com")
    assert kinds(refused) == {END: Kind.LINE}


def test_a_heading_that_a_person_refuses_leaves_no_line_that_was_in_doubt() -> None:
    """A line with a pattern of its own was taken with the heading, and may be true text: it is not proposed alone."""
    learnt = lesson(*sites())
    [heading] = learnt.proposed
    doubted = [draft._replace(evidence=(heading._replace(instead=doubtful(heading)),)) for draft in learnt.drafts]
    refused = replace(learnt, drafts=tuple(doubted)).refusing(lambda pattern: pattern == HEADING, "learnt/example.com")
    assert refused.drafts == ()


def doubtful(heading: Judged) -> tuple[Judged, ...]:
    return tuple(left_for(each, Doubt.RARE) for each in heading.instead)
