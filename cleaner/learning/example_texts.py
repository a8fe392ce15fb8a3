"""The examples of a rule that was learnt: texts that hold what stood in the documents, and near misses of it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from heapq import nlargest

from cleaner.learning.masks import masked
from cleaner.learning.outline import Outline
from cleaner.learning.repeats import Portion, RepeatedLine
from cleaner.pipeline import Options, run
from cleaner.rules.match import Matcher
from cleaner.rules.parse import expand
from cleaner.rules.rule import Example, Rule
from cleaner.sites import UNKNOWN
from cleaner.text.document import Document
from cleaner.text.sentences import sentences
from cleaner.text.zones import Where

# What a made-up near miss says before or after what recurs.
GOES_ON = " was all that the old sign said, and nobody in the town knew why it had been put up there."
BEFORE = "Nobody in the town knew why the old sign said "
# What a near miss shares with the rule; documents that are read for it, and its characters at most; sentences that are
# tried. All chosen by hand.
LONG_WORD = re.compile(r"\w{4,}")
MOST_READ, LONGEST, MOST_TRIED = 50, 300, 20
# A sentence without a stop is cut into as many words; one-line texts have lost theirs.
SOME_WORDS = re.compile(r"(?:\S+ ){10,20}\S+")
# A line that what recurs is a part of.
HEADLINE = "Bridge opened again"
SENTENCE = "The road was opened in the evening, when the last of the mud had been cleared away."
GAP = " " * 5


def shows(rule: Rule, repeats: Sequence[RepeatedLine]) -> Iterator[Example]:
    """Examples of what the rule removes: one for lines, and one for each part of a line or line with all beyond it."""
    part, forms = repeats[0].part, list(map(shown_of, repeats))
    if part is Portion.LINE:
        yield example(rule, framed(rule.where, "\n".join(forms)))
    elif part.is_whole_line:
        yield from (example(rule, framed(rule.where, form)) for form in forms)
    else:
        yield from (example(rule, within(part, form)) for form in forms)


def shown_of(repeat: RepeatedLine) -> str:
    """What goes of the first witness: the line, and the next one beyond it if all that goes."""
    _, above, line, below = repeat.witnesses[0]
    lines = {Portion.BELOW: (line, below), Portion.ABOVE: (above, line)}
    return "\n".join(lines.get(repeat.part, (line,)))


def near_miss(rule: Rule, repeats: Sequence[RepeatedLine], outlines: Sequence[Outline]) -> Example | None:
    """A text that shares words with something of the rule, and stays: from the documents, or else made up."""
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
    for text in _sharing(repeats, outlines):
        yield framed(rule.where, text) if repeats[0].part.is_whole_line else text
    for repeat in repeats:
        form = " ".join(repeat.witnesses[0].line.split())
        if repeat.part.is_whole_line:
            yield framed(rule.where, form + GOES_ON)
        yield BEFORE + form + GOES_ON


def _sharing(repeats: Sequence[RepeatedLine], outlines: Sequence[Outline]) -> list[str]:
    """Sentences of the prose of some documents that share words with what recurs, those that share most first."""
    forms = [repeat.witnesses[0].line for repeat in repeats]
    words = {word.casefold() for form in forms for word in LONG_WORD.findall(form)}
    firsts = {form.split()[0] for form in forms}
    found: dict[str, tuple[int, int]] = {}
    for text in _sentences(outlines[:MOST_READ]):
        shared = len(words.intersection(map(str.casefold, LONG_WORD.findall(text))))
        if score := shared + (text.split()[0] in firsts):
            found[text] = score, -len(text)
    best = nlargest(MOST_TRIED, found, key=lambda each: (found[each], each))
    return [text for text in best if not any(repeat.key in masked(text) for repeat in repeats)]


def _sentences(outlines: Iterable[Outline]) -> Iterator[str]:
    """The sentences of prose and of long lines; of one that is long, parts of some words."""
    for line in (line.text for outline in outlines for line in outline.lines if line.prose or len(line.text) > LONGEST):
        for start, end in sentences(line):
            sentence = line[start:end]
            yield from [sentence] if len(sentence) <= LONGEST else SOME_WORDS.findall(sentence)
