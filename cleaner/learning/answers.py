"""What a person has decided on a line that was left to them, as a second learning reads it from their rule file."""

import re
from collections.abc import Collection
from itertools import count

from cleaner.learning.file_marks import FIRST_LINE, WRITTEN, pattern_digest

DIGESTS = re.compile(rf"^{re.escape(WRITTEN)}.*$", re.MULTILINE)
NAME_LINE = re.compile(r"""^name\s*=\s*(["'])(?P<name>[^"']+)\1""", re.MULTILINE)


def noted(text: str, pattern: str, origin: str) -> str:
    """The text of a rule file in which a pattern counts as written: if no rule of the file has it, it is refused.

    `origin` are the lines that tell a file that was learnt; a text without them begins with them.
    """
    digest = pattern_digest(pattern)
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
