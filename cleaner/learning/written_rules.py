"""The rule file that is written of what a site teaches."""

import re
from collections.abc import Iterator, Sequence
from hashlib import sha256

from cleaner.learning.drafts import Draft
from cleaner.learning.evidence_words import counts, left_lines
from cleaner.learning.site_learning import Lesson
from cleaner.rules.parse import PROSE
from cleaner.rules.rule import Example, Rule
from cleaner.text.zones import Where

HEAD = (
    "# Learnt from {documents:,} documents of {site}, and tried on {tried_on:,} others.\n"
    "# `cleaner learn` onto this file keeps what you change in it."
)
LEFT = "# Left for you to decide: lines that recur, and may be part of the articles."
# Lines of this pile that are written; chosen by hand, to keep it on a few screens.
MOST_LEFT = 20
# Stands above each rule, with a digest of it: one that no longer fits tells that a person has changed the rule.
MARK = "# learnt "
# What no line of a literal string of TOML can hold.
UNWRITABLE = re.compile(r"'''|[\x00-\x08\x0b-\x1f\x7f]")


def written(lesson: Lesson, hosts: Sequence[str]) -> str:
    """A rule file for these hosts, or for any document if there are none."""
    return "\n".join([*head(lesson, hosts), *rules(lesson.drafts), *left(lesson)]) + "\n"


def head(lesson: Lesson, hosts: Sequence[str]) -> Iterator[str]:
    yield HEAD.format(documents=lesson.documents, site=lesson.site, tried_on=lesson.tried_on)
    yield ""
    if hosts:
        yield f"sites = [{', '.join(map(_basic, hosts))}]"
    yield f"evidence = {lesson.documents + lesson.tried_on}"


def rules(drafts: Sequence[Draft]) -> Iterator[str]:
    for draft in drafts:
        if not writable(draft.rule):
            continue
        table = list(_rule(draft))
        yield ""
        yield f"{MARK}{digest(table)}"
        yield from table


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


def digest(lines: Sequence[str]) -> str:
    """Eight hexadecimal digits for a rule as it is written."""
    return sha256("\n".join(lines).strip().encode(errors="surrogatepass")).hexdigest()[:8]


def _rule(draft: Draft) -> Iterator[str]:
    rule = draft.rule
    yield "[[rule]]"
    yield f"name = {_basic(rule.name)}"
    yield f'family = "{rule.family}"'
    yield f'kind = "{rule.kind}"'
    yield "match = ["
    for pattern, judged in zip(rule.match, draft.evidence, strict=True):
        yield f"  # {counts(judged)}"
        yield f"  {_literal(pattern)},"
    yield "]"
    if rule.where is not Where.ANYWHERE:
        yield f'where = "{rule.where}"'
    yield f"reason = {_basic(rule.reason)}"
    for example in rule.examples:
        yield from _example(example)


def _example(example: Example) -> Iterator[str]:
    yield "[[rule.example]]"
    if example.near_miss:
        yield f"same = {_literal(chr(10) + _short(example.before))}"
    else:
        yield f"before = {_literal(chr(10) + _short(example.before))}"
        yield f"after = {_literal(chr(10) + _short(example.after))}"


def _short(text: str) -> str:
    return text.replace(PROSE, "<prose>")


def _literal(text: str) -> str:
    return f"'''{text}'''"


def _basic(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
