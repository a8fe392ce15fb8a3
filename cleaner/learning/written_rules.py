"""The rule file that is written of what a site teaches."""

import re
from collections.abc import Iterator, Sequence

from cleaner.learning.drafts import Draft
from cleaner.learning.evidence_words import counts, left_lines
from cleaner.learning.file_marks import FIRST_LINE, LEFT, MARK, WRITTEN, digest, pattern_digest
from cleaner.learning.page_words import html_table
from cleaner.learning.second_learning import EarlierFile, renamed
from cleaner.learning.site_learning import Lesson
from cleaner.rules.parse import PROSE
from cleaner.rules.rule import Example, Rule
from cleaner.text.zones import Where

HEAD = (
    FIRST_LINE + "{documents:,} documents of {site}, and tried on {tried_on:,} others.",
    "# `cleaner learn` onto this file keeps what you change in it, and writes no pattern again that you delete.",
)
# Lines of this pile that are written; chosen by hand, to keep it on a few screens.
MOST_LEFT = 20
# What no line of a literal string of TOML can hold.
UNWRITABLE = re.compile(r"'''|[\x00-\x08\x0b-\x1f\x7f]")


def written(lesson: Lesson, hosts: Sequence[str]) -> str:
    """A rule file for these hosts, or for any document if there are none."""
    return "\n".join([*head(lesson, hosts), *rules(lesson.drafts), *html(lesson), *left(lesson)]) + "\n"


def origin(lesson: Lesson) -> Iterator[str]:
    """The two lines that tell a file that was learnt."""
    for line in HEAD:
        yield line.format(documents=lesson.documents, site=lesson.site, tried_on=lesson.tried_on)


def head(
    lesson: Lesson, hosts: Sequence[str], keys: Sequence[str] = (), earlier: frozenset[str] = frozenset()
) -> Iterator[str]:
    """The first lines; `keys` are those of an earlier file, and `earlier` the digests that it had."""
    yield from origin(lesson)
    digests = sorted(earlier | set(map(pattern_digest, lesson.patterns)))
    if digests:
        yield WRITTEN + " ".join(digests)
    if not keys:
        yield ""
        keys = [f"sites = [{', '.join(map(_basic, hosts))}]"] if hosts else []
    yield from keys
    yield f"evidence = {lesson.documents + lesson.tried_on}"


def rewritten(lesson: Lesson, earlier: EarlierFile) -> str:
    """A file that was learnt before, learnt anew: what a person has changed in it stays."""
    lines = [*head(lesson, (), earlier.head, earlier.written)]
    for part in earlier.own:
        lines += ["", *part]
    selectors = () if earlier.has_own_html else html(lesson)
    return "\n".join([*lines, *rules(renamed(lesson.drafts, earlier.own)), *selectors, *left(lesson)]) + "\n"


def rules(drafts: Sequence[Draft]) -> Iterator[str]:
    for draft in drafts:
        if not writable(draft.rule):
            continue
        table = list(rule_table(draft))
        yield ""
        yield f"{MARK}{digest(table)}"
        yield from table


def html(lesson: Lesson) -> Iterator[str]:
    if table := list(html_table(lesson.selectors)):
        yield from ("", f"{MARK}{digest(table)}", *table)


def left(lesson: Lesson) -> Iterator[str]:
    if not lesson.left:
        return
    yield ""
    yield LEFT
    for judged in lesson.left[:MOST_LEFT]:
        yield "#"
        yield from (f"# {line}" for line in left_lines(judged))
    if more := len(lesson.left) - MOST_LEFT:
        yield from ["#", f"# and {more:,} more lines"] if more > 0 else ()


def writable(rule: Rule) -> bool:
    """Whether a rule can be written in literal strings."""
    texts = [*rule.match, *rule.end, *(text for example in rule.examples for text in example)]
    return not any(UNWRITABLE.search(text) for text in texts)


def rule_table(draft: Draft) -> Iterator[str]:
    """The lines of the `[[rule]]` table of a draft that is `writable`."""
    rule = draft.rule
    yield "[[rule]]"
    yield f"name = {_basic(rule.name)}"
    yield f'family = "{rule.family}"'
    yield f'kind = "{rule.kind}"'
    yield "match = ["
    for pattern, judged in zip(rule.match, draft.evidence, strict=True):
        yield f"  # {counts(judged)}"
        yield f"  {literal(pattern)},"
    yield "]"
    if rule.where is not Where.ANYWHERE:
        yield f'where = "{rule.where}"'
    yield f"reason = {_basic(rule.reason)}"
    for example in rule.examples:
        yield from example_lines(example)


def example_lines(example: Example) -> Iterator[str]:
    """The table of an example, for texts that a literal string can hold."""
    yield "[[rule.example]]"
    if example.near_miss:
        yield f"same = {literal(chr(10) + _short(example.before))}"
    else:
        yield f"before = {literal(chr(10) + _short(example.before))}"
        yield f"after = {literal(chr(10) + _short(example.after))}"


def _short(text: str) -> str:
    return text.replace(PROSE, "<prose>")


def literal(text: str) -> str:
    """A string of TOML in which a backslash is a backslash."""
    return f"'''{text}'''"


def _basic(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
