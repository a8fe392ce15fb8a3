"""What a person has decided on a line that was left to them, as a second learning reads it from their rule file."""

import re
from collections.abc import Callable, Collection
from itertools import count

from cleaner.learning.drafts import KINDS
from cleaner.learning.file_marks import FIRST_LINE, WRITTEN, pattern_digest
from cleaner.learning.judgement import Judged
from cleaner.learning.patterns_of import pattern_of
from cleaner.rules.rule import Kind

DIGESTS = re.compile(rf"^{re.escape(WRITTEN)}.*$", re.MULTILINE)
NAME_LINE = re.compile(r"""^name\s*=\s*(["'])(?P<name>[^"']+)\1""", re.MULTILINE)


def question_of(judged: Judged) -> str:
    """What a person is asked: about the pattern, or about it as a rule of a kind that takes more than the line.

    A no to the second is none to the first.
    """
    kind = KINDS.get(judged.repeat.part, Kind.LINE)
    return pattern_of(judged.repeat) if kind is Kind.LINE else f"{kind} {pattern_of(judged.repeat)}"


def is_open(judged: Judged, refused: Callable[[str], bool]) -> bool:
    """Whether a person has neither answered this nor has the pattern in a rule of theirs."""
    return not (refused(question_of(judged)) or refused(pattern_of(judged.repeat)))


def noted(text: str, question: str, origin: str) -> str:
    """The text of a rule file in which this counts as written: if no rule of the file has it, it is refused.

    `origin` are the lines that tell a file that was learnt; a text without them begins with them.
    """
    digest = pattern_digest(question)
    if not text.startswith(FIRST_LINE):
        return f"{origin}\n{WRITTEN}{digest}\n\n{text}"
    first, end, rest = text.partition("\n")
    found = DIGESTS.search(text)
    if found is None:
        return f"{first}{end}{WRITTEN}{digest}\n{rest}"
    known = found[0].removeprefix(WRITTEN).split()
    return text[: found.start()] + WRITTEN + " ".join(sorted({*known, digest})) + text[found.end() :]


def with_free_name(toml: str, taken: Collection[str]) -> str:
    """A rule as TOML, with another name if a rule of its file has its own.

    >>> with_free_name('name = "meta-below"', {"meta-below"})
    'name = "meta-below-2"'
    """
    found = NAME_LINE.search(toml)
    if not found or found["name"] not in taken:
        return toml
    free = next(name for n in count(2) if (name := f"{found['name']}-{n}") not in taken)
    return f'{toml[: found.start()]}name = "{free}"{toml[found.end() :]}'
