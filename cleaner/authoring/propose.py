"""Proposes rules for the boilerplate lines of a cleaned text. A person must review each proposal."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import regex

from cleaner.rules.pattern import EDGE
from cleaner.text.document import Document
from cleaner.text.scripts import ends_sentence
from cleaner.text.zones import Where

# The longest line, in characters, to propose a rule for: longer boilerplate is rarely repeated word for word. Chosen by
# hand, like the number of proposals and the number of words in the name of a rule.
LONGEST = 100
MOST_LINES = 12
NAME_WORDS = 4
EDGES = regex.compile(f"^{EDGE}+|{EDGE}+$")
DIGITS = re.compile(r"[0-9]+")
SPECIAL = re.compile(r"([\\^$.|?*+()\[\]{}])")
WORD = re.compile(r"[a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Proposal:
    """A line, without the bullets and Markdown marks at its edges, and its zone."""

    line: str
    where: Where

    @property
    def match(self) -> str:
        r"""The line as a pattern in which each number stands for any number.

        >>> Proposal("12 comments (3 new)", Where.BOTTOM).match
        '\\d+ comments \\(\\d+ new\\)'
        """
        return DIGITS.sub(r"\\d+", SPECIAL.sub(r"\\\1", self.line))

    def name(self, number: int) -> str:
        """A name for the rule: the first words of the line if it is ASCII, and the number of the proposal."""
        words = WORD.findall(self.line.lower()) if self.line.isascii() else []
        return "-".join([*words[:NAME_WORDS], str(number)] if words else ["line", str(number)])


def proposals(text: str) -> list[Proposal]:
    """The short lines above and below the prose core, or all short lines if there is no core; never the first line.

    Lines of a list, code, or another structure that cleaning keeps are left out, and so are subheads.

    >>> proposals("Bread\\n12 comments\\n3 comments\\n")
    [Proposal(line='12 comments', where=<Where.ANYWHERE: 'anywhere'>)]
    """
    proposed: dict[str, Proposal] = {}
    for line, where in _outside(Document(text)):
        proposal = Proposal(" ".join(EDGES.sub("", line).split()), where)
        if _fits_rule_file(proposal.line):
            proposed.setdefault(proposal.match.lower(), proposal)
    return list(proposed.values())[:MOST_LINES]


def _outside(document: Document) -> Iterator[tuple[str, Where]]:
    """The non-empty lines outside the prose core with their zones, without the first line, which is the headline."""
    core = document.core
    kept = [range(document.line_at(mark.start), document.line_at(mark.end) + 1) for mark in document.structure]
    lines = [(i, text) for i, line in enumerate(document.lines) if (text := document.text[slice(*line)].strip())]
    begun = False  # bylines and the like stand above the first paragraph, as subheads do above all others
    for (index, text), (_, below) in pairwise([*lines[1:], (0, "")]):
        is_subhead = begun and _is_paragraph(below) and not (ends_sentence(text) or text.endswith(":"))
        begun |= _is_paragraph(text)
        if is_subhead or any(index in rows for rows in kept):
            continue
        if core is None:
            yield text, Where.ANYWHERE
        elif index not in core:
            yield text, Where.TOP if index < core.start else Where.BOTTOM


def _is_paragraph(line: str) -> bool:
    return len(line) > LONGEST and ends_sentence(line)


def _fits_rule_file(line: str) -> bool:
    """Whether a rule for the line can be written: printable text without Markdown links or TOML's quotes."""
    writable = line.isprintable() and "'''" not in line and "](" not in line
    return writable and len(line) <= LONGEST and any(char.isalpha() for char in line)


def rule_of(proposal: Proposal, number: int) -> str:
    """The TOML of a rule that removes the line. Its author must fill in `family` and `reason`."""
    line, other = proposal.line, f"{proposal.line} was all that the old sign said, and nobody knew why."
    before, after = {
        Where.TOP: (f"{line}\n\n<prose>", "<prose>"),
        Where.BOTTOM: (f"<prose>\n\n{line}", "<prose>"),
        Where.ANYWHERE: (f"The bridge is closed.\n{line}", "The bridge is closed."),
    }[proposal.where]
    return f"""[[rule]]
name = "{proposal.name(number)}"
family = ""
kind = "line"
match = '''{proposal.match}'''
where = "{proposal.where}"
reason = ""
[[rule.example]]
before = '''
{before}'''
after = '''
{after}'''
[[rule.example]]
same = '''
{before.replace(line, other)}'''
"""
