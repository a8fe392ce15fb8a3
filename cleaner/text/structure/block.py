"""A block of structure, and the names of all kinds."""

from typing import NamedTuple

# No rule fires inside these unless it asks for it: their lines can have any form.
CODE = "structure/code"
FRONT_MATTER = "structure/front-matter"
LINK_DEFINITIONS = "structure/link-definitions"
LIST = "structure/list"  # the bullets alone
TABLE = "structure/table"
# The headline that a page names: not found in the text.
HEADLINE = "structure/headline"
SIGNS = frozenset({CODE, FRONT_MATTER, LINK_DEFINITIONS, LIST, TABLE})
# The judge takes no line of these, and what a rule takes beyond the line that it matches ends where they begin.
CHANGES = "structure/changes"
CLAUSES = "structure/clauses"
DEFINITIONS = "structure/definitions"
DIALOGUE = "structure/dialogue"
ENTRIES = "structure/entries"
HTML = "structure/html"
REFERENCES = "structure/references"
RESULTS = "structure/results"
SIGNATORIES = "structure/signatories"
TRANSCRIPT = "structure/transcript"
VERSE = "structure/verse"
BODIES = frozenset(
    {CHANGES, CLAUSES, DEFINITIONS, DIALOGUE, ENTRIES, HTML, REFERENCES, RESULTS, SIGNATORIES, TRANSCRIPT, VERSE}
)
STRUCTURE = SIGNS | BODIES


class Block(NamedTuple):
    """Neighbouring lines, the first and the last (inclusive), and what they are."""

    first: int
    last: int
    rule: str
