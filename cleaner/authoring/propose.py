"""Lines of a text that a rule might take, and the rule for each of them, to be looked over by a person."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import regex

from cleaner.rules.match import EDGE
from cleaner.text.document import Document
from cleaner.text.zones import Where

# Longer lines are rarely boilerplate that comes again word for word.
LONGEST = 100
MOST_LINES = 12
EDGES = regex.compile(f"^{EDGE}+|{EDGE}+$")
DIGITS = re.compile(r"[0-9]+")
SPECIAL = re.compile(r"([\\^$.|?*+()\[\]{}])")
WORD = re.compile(r"[a-z0-9]+")
NAME_WORDS = 4


@dataclass(frozen=True, slots=True)
class Proposal:
    """A line without its bullets and marks, and where it stands."""

    line: str
    where: Where

    @property
    def match(self) -> str:
        r"""The line as a pattern, with any number for each number.

        >>> Proposal("12 comments (3 new)", Where.BOTTOM).match
        '\\d+ comments \\(\\d+ new\\)'
        """
        return DIGITS.sub(r"\\d+", SPECIAL.sub(r"\\\1", self.line))

    def name(self, number: int) -> str:
        """Its first words, or a number where they are in another alphabet."""
        words = WORD.findall(self.line.lower()) if self.line.isascii() else []
        return "-".join([*words[:NAME_WORDS], str(number)] if words else ["line", str(number)])


def proposals(text: str) -> list[Proposal]:
    """Short lines above and below the prose, or all short lines where there is none; the headline is not among them.

    >>> proposals("Bread\\n12 comments\\n3 comments\\n")
    [Proposal(line='12 comments', where=<Where.ANYWHERE: 'anywhere'>)]
    """
    found: dict[str, Proposal] = {}
    for line, where in _outside(Document(text)):
        proposal = Proposal(" ".join(EDGES.sub("", line).split()), where)
        if _can_be_shown(proposal.line):
            found.setdefault(proposal.match.lower(), proposal)
    return list(found.values())[:MOST_LINES]


def _outside(document: Document) -> Iterator[tuple[str, Where]]:
    """The lines outside the prose, but for the first of the text, and where they stand."""
    core = document.core
    lines = [(i, text) for i, line in enumerate(document.lines) if (text := document.text[slice(*line)]).strip()]
    for index, text in lines[1:]:
        if core is None:
            yield text, Where.ANYWHERE
        elif index not in core:
            yield text, Where.TOP if index < core.start else Where.BOTTOM


def _can_be_shown(line: str) -> bool:
    shown = line.isprintable() and "'''" not in line and "](" not in line
    return shown and len(line) <= LONGEST and any(char.isalpha() for char in line)


def rule_of(proposal: Proposal, number: int) -> str:
    """The TOML of a rule that takes the line; `family` and `reason` are for its author to fill in."""
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
