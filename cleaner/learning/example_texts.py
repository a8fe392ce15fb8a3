"""The examples of a rule that was learnt: texts that hold what stood in the documents, and near misses of it."""

from collections.abc import Iterable, Iterator, Sequence

from cleaner.learning.outline import Outline
from cleaner.learning.repeats import Portion, RepeatedLine
from cleaner.pipeline import Options, run
from cleaner.rules.match import Matcher
from cleaner.rules.parse import expand
from cleaner.rules.rule import Example, Rule
from cleaner.sites import UNKNOWN
from cleaner.text.document import Document
from cleaner.text.zones import Where

# What a made-up near miss says before or after what recurs.
GOES_ON = " was all that the old sign said, and nobody in the town knew why it had been put up there."
BEFORE = "Nobody in the town knew why the old sign said "
# A line that what recurs is a part of.
HEADLINE = "Bridge opened again"
SENTENCE = "The road was opened in the evening, when the last of the mud had been cleared away."
GAP = " " * 5


def shows(rule: Rule, repeats: Sequence[RepeatedLine]) -> Iterator[Example]:
    """Examples of what the rule removes: one for lines, and one for each part of a line."""
    forms = [repeat.witnesses[0].line for repeat in repeats]
    if repeats[0].part is Portion.LINE:
        yield example(rule, framed(rule.where, "\n".join(forms)))
    else:
        yield from (example(rule, within(repeat.part, form)) for repeat, form in zip(repeats, forms, strict=True))


def near_miss(rule: Rule, repeats: Sequence[RepeatedLine], outlines: Sequence[Outline]) -> Example | None:
    """The first text that begins as something of the rule does, and stays: from the documents, or else made up."""
    shown = (example(rule, text) for text in _alike(rule, repeats, outlines))
    return next((each for each in shown if each.near_miss), None)


def example(rule: Rule, text: str) -> Example:
    """A text and what the rule leaves of it."""
    before = expand(text)
    return Example(before, left_by(rule, before))


def left_by(rule: Rule, text: str) -> str:
    """What a rule alone leaves of a text."""
    return run(Document(text), [Matcher([rule])], UNKNOWN, Options(apply_suspicious=True)).text


def framed(where: Where, lines: str) -> str:
    """Lines above or below prose."""
    return f"{lines}\n\n<prose>" if where is Where.TOP else f"<prose>\n\n{lines}"


def within(part: Portion, form: str) -> str:
    """A part within a line."""
    texts = {Portion.START: (form, SENTENCE), Portion.END: (SENTENCE, form)}
    return GAP.join(texts.get(part, (HEADLINE, form, SENTENCE)))


def _alike(rule: Rule, repeats: Sequence[RepeatedLine], outlines: Sequence[Outline]) -> Iterator[str]:
    for repeat in repeats:
        form = repeat.witnesses[0].line
        if repeat.part is Portion.LINE:
            yield from (framed(rule.where, text) for text in _beginning_with(form.split()[0], outlines))
    for repeat in repeats:
        form = " ".join(repeat.witnesses[0].line.split())
        if repeat.part is Portion.LINE:
            yield framed(rule.where, form + GOES_ON)
        yield BEFORE + form + GOES_ON


def _beginning_with(word: str, outlines: Iterable[Outline]) -> Iterator[str]:
    """The prose of the documents that begins with a word; at most one line of each document."""
    for outline in outlines:
        found = next((line.text for line in outline.lines if line.prose and line.text.split()[0] == word), None)
        if found:
            yield found
