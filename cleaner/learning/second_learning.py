"""What a person has changed in a file that was learnt, and how a second learning keeps it."""

import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from cleaner.learning.drafts import Draft
from cleaner.learning.file_marks import FIRST_LINE, LEFT, MARK, WRITTEN, digest, pattern_digest

# A line that begins a part of a file.
BEGINS = (MARK, LEFT, "[[rule]]", "[html]")


class EarlierFile(NamedTuple):
    """A file that was learnt, as it is now: its head, the parts that a person has added or changed, and its patterns.

    Selectors count as patterns. `written` has digests of all patterns that were ever written into it.
    """

    head: tuple[str, ...]
    own: tuple[tuple[str, ...], ...]
    patterns: frozenset[str]
    own_patterns: frozenset[str]
    written: frozenset[str]

    def refuses(self, pattern: str) -> bool:
        """Whether a person has deleted a pattern, or has it in a rule of theirs."""
        deleted = pattern_digest(pattern) in self.written and pattern not in self.patterns
        return deleted or pattern in self.own_patterns

    @property
    def has_own_html(self) -> bool:
        """Whether a person has written or changed the selectors: a file has but one table of these."""
        return any("[html]" in part for part in self.own)

    def changes(self, patterns: Iterable[str]) -> tuple[list[str], list[str]]:
        """Those of the patterns and selectors that are new, and those that are gone."""
        now = set(patterns)
        return sorted(now - self.patterns), sorted(self.patterns - self.own_patterns - now)


def earlier_file(text: str) -> EarlierFile | None:
    """The parts of a file; None if it was not learnt. Raises `tomllib.TOMLDecodeError`."""
    if not text.startswith(FIRST_LINE):
        return None
    parts = _parts(text.splitlines())
    head, *rest = parts
    own = [part for part in rest if not part[0].startswith(LEFT) and not _is_as_written(part)]
    written = next((line for line in head if line.startswith(WRITTEN)), "").removeprefix(WRITTEN).split()
    own_rules = tomllib.loads("\n".join(line for part in own for line in part))
    return EarlierFile(
        tuple(line for line in head if not line.startswith((FIRST_LINE, WRITTEN, "# `cleaner learn`", "evidence ="))),
        tuple(own),
        frozenset(_patterns(tomllib.loads(text))),
        frozenset(_patterns(own_rules)),
        frozenset(written),
    )


def renamed(drafts: Iterable[Draft], own: Iterable[Sequence[str]]) -> list[Draft]:
    """The drafts, each with a name that no rule of the person has."""
    taken = {rule["name"] for part in own for rule in tomllib.loads("\n".join(part)).get("rule", ()) if "name" in rule}
    return [_renamed(draft, taken) for draft in drafts]


def _renamed(draft: Draft, taken: set[str]) -> Draft:
    names = (f"{draft.rule.id}-{number}" if number > 1 else draft.rule.id for number in range(1, len(taken) + 2))
    return draft._replace(rule=replace(draft.rule, id=next(n for n in names if n.rpartition("/")[2] not in taken)))


def _parts(lines: Sequence[str]) -> list[tuple[str, ...]]:
    """The head, and the other parts, without the empty lines after each; the pile that is left is one."""
    parts: list[list[str]] = [[]]
    for line in lines:
        last = parts[-1]
        if line.startswith(BEGINS) and not (last and last[-1].startswith(MARK)):
            parts.append([line])
        else:
            last.append(line)
    return [tuple("\n".join(part).rstrip().split("\n")) for part in parts]


def _is_as_written(part: Sequence[str]) -> bool:
    return part[0].startswith(MARK) and part[0].removeprefix(MARK).strip() == digest(part[1:])


def _patterns(tables: dict[str, object]) -> Iterable[str]:
    rules = tables.get("rule", ())
    for rule in rules if isinstance(rules, list) else ():
        match = rule.get("match", ())
        yield from [match] if isinstance(match, str) else match
    html = tables.get("html")
    if isinstance(html, dict):
        yield from [*html.get("content", ()), *html.get("drop", ())]
