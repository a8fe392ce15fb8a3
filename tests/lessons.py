"""What the documents of one invented site teach."""

from cleaner.learning.judgement import Doubt
from cleaner.learning.sample import Sample
from cleaner.learning.site_learning import Lesson, learn_site


def lesson(*texts: str) -> Lesson:
    sample = Sample()
    for number, text in enumerate(texts):
        sample.add("example.com", f"{number}.txt", text)
    return learn_site("example.com", "learnt/example.com", sample.of("example.com"))


def patterns(learnt: Lesson) -> set[str]:
    return {pattern for draft in learnt.drafts for pattern in draft.rule.match}


def doubts(learnt: Lesson) -> dict[str, Doubt | None]:
    return {judged.repeat.witnesses[0].line: judged.doubt for judged in learnt.left}
