"""What is learnt from the documents of one site."""

from dataclasses import replace

from harbour import DOINGS, THINGS, article, foot, prose
from lessons import doubts, lesson, patterns

from cleaner.learning.judgement import Doubt
from cleaner.learning.site_learning import Lesson, across_sites
from cleaner.text.zones import Where


def test_lines_of_every_foot_become_patterns() -> None:
    learnt = lesson(*(article(n, foot=foot(n)) for n in range(12)))
    assert patterns(learnt) == {
        r"Questions to .{1,40}, room \d+\.",
        "The Harbour Post",
        r"All boats reserved since \d+",
    }
    assert {draft.rule.where for draft in learnt.drafts} == {"bottom"}
    assert not learnt.left


def test_nothing_is_learnt_where_nothing_recurs() -> None:
    learnt = lesson(*(article(n) for n in range(12)))
    assert (learnt.documents, learnt.drafts, learnt.left) == (12, (), ())


def test_two_documents_are_too_few() -> None:
    assert lesson(*(article(n, foot=foot(n)) for n in range(2))).too_few


def test_copies_count_once() -> None:
    copies = [article(1, foot=foot(1)) + "\n" * n for n in range(9)]
    near = article(1, foot=foot(1)).replace("money", "time", 1)
    assert lesson(*copies, near, article(2, foot=foot(2))).documents == 2


def test_what_may_be_true_text_is_left_for_a_person() -> None:
    asked = [f"{prose(n)}\n\nWhat will you do next?\n\n{prose(n + 40)}" for n in range(9)]
    learnt = lesson(*asked)
    assert not learnt.drafts
    assert doubts(learnt) == {"What will you do next?": Doubt.QUESTION}
    under = [f"{prose(n)}\n\nBackground\n\n{prose(n + 40)}" for n in range(9)]
    assert doubts(lesson(*under)) == {"Background": Doubt.SUBHEAD}
    rare = [article(n, foot="Thanks to all\n\n" + THE_END * (n % 2)) for n in range(9)]
    assert "Thanks to all" in patterns(lesson(*rare))


def test_a_line_in_few_documents_counts_beside_another() -> None:
    few = [article(n, foot="Made in the old mill\nSold at the quay" if n < 5 else "") for n in range(14)]
    assert patterns(lesson(*few)) == {"Made in the old mill", "Sold at the quay"}
    fewer = lesson(*few[1:])
    assert (patterns(fewer), set(doubts(fewer).values())) == (set(), {Doubt.FEW})
    names = [text.replace("Made in the old mill", "Ada Example") for text in few]
    assert doubts(lesson(*names)) == {"Ada Example": Doubt.FEW}


def test_fields_of_records_are_left_for_a_person() -> None:
    """A field has lines of its own document above and below, and others like it."""
    records = []
    for n in range(14):
        head, *rest = article(n).split("\n\n")
        fields = f"Built: {1900 + n}\nDraught: {n} feet\nOf the {THINGS[n * 3 % 11]}, {DOINGS[n * 2 % 9]}"
        records.append("\n\n".join([head, f"{prose(n + 40)}\n\n{fields}", *rest]))
    learnt = lesson(*records)
    assert (patterns(learnt), set(doubts(learnt).values())) == (set(), {Doubt.FIELD})


THE_END = "The end of it."


def test_what_articles_of_other_sites_hold_is_left_for_a_person() -> None:
    one = lesson(*(article(n, foot="The harbour sleeps.\nAll boats reserved") for n in range(9)))
    assert "The harbour sleeps\\." in patterns(one)
    [draft] = one.drafts
    anywhere = draft._replace(rule=replace(draft.rule, where=Where.ANYWHERE))
    other = Lesson("other.example", 9)
    text = prose(1) + "\n\nThe harbour sleeps.\n\n" + prose(2)
    learnt, _ = across_sites([replace(one, drafts=(anywhere,)), other], [("other.example", text)])
    assert patterns(learnt) == {"All boats reserved"}
    [judged] = learnt.left
    assert (judged.doubt, judged.elsewhere) == (Doubt.ELSEWHERE, ("other.example",))


def test_a_pattern_is_tried_on_documents_that_were_held_back() -> None:
    learnt = lesson(*(article(n, foot=foot(n)) for n in range(30)))
    assert learnt.tried_on * 5 - 4 <= learnt.documents + learnt.tried_on <= learnt.tried_on * 5
    assert learnt.tried_on
    assert len(patterns(learnt)) == 3


def test_headings_and_code_are_of_the_text() -> None:
    texts = [f"{prose(n)}\n\n## Method of work\n\n```\nmake harbour\n```\n\n{prose(n + 40)}" for n in range(9)]
    learnt = lesson(*texts)
    assert (learnt.drafts, learnt.left) == ((), ())
    lists = [f"{prose(n)}\n\nTools\n\nhammer {'and nail ' * n}\nrope of {n} strands" for n in range(9)]
    assert doubts(lesson(*lists)).get("Tools") is Doubt.SUBHEAD


def near_misses(learnt: Lesson) -> list[str]:
    return [example.before for draft in learnt.drafts for example in draft.rule.examples if example.near_miss]


def test_a_near_miss_is_a_sentence_of_the_documents_that_shares_words_with_the_rule() -> None:
    shared = "The keeper had questions about boats reserved for the fair."
    texts = [article(n, foot=foot(n)).replace("\n\n", f"\n\n{shared} ", 2 - n % 2) for n in range(12)]
    [text] = near_misses(lesson(*texts))
    assert text.endswith(shared)


def test_a_near_miss_is_made_up_where_the_documents_have_none() -> None:
    [text] = near_misses(lesson(*(article(n, foot="Vxq 7") for n in range(12))))
    assert "Vxq 7 was all that the old sign said" in text
