"""From a line that stayed to the rule that would take it, as TOML with an example and a near miss."""

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple
from unicodedata import normalize

from cleaner.authoring.propose import EDGES, NAME_WORDS, WORD, Proposal
from cleaner.errors import UsageError
from cleaner.learning.example_texts import example, framed, left_by
from cleaner.learning.kinds_of_residue import family_of
from cleaner.learning.written_rules import example_lines, literal
from cleaner.rules.rule import Example, Kind, Rule
from cleaner.text.document import Document
from cleaner.text.mark import Verb
from cleaner.text.zones import Where

# Characters of the lines around an example; chosen by hand, to keep a rule on one screen.
CONTEXT = 120
# What a made-up near miss says after the words of the line.
GOES_ON = " was all that the old sign said, and nobody knew why."
# A line that a packaged rule takes.
TAKEN = "See: Another story of the bridge"
# What stands around an example where the document has nothing above or below the line.
ABOVE, BELOW = "The bridge was closed on Monday.", "It will open again in May."


class Proposed(NamedTuple):
    """A rule as TOML, the line that it is for, and the line's first words, by which near misses are found."""

    toml: str
    line: str
    first_words: str


def draft(text: str, offset: int, verb: Verb) -> Proposed:
    """A rule that drops, or keeps, the line of the text at this offset. Raises `UsageError` if there is none."""
    document = Document(text)
    index = document.line_at(offset)
    line = " ".join(EDGES.sub("", document.texts[index]).split())
    if not any(char.isalnum() for char in line) or not line.isprintable():
        raise UsageError("this line has no words that a rule could match")
    where = _zone(document, index) if verb is Verb.DROP else Where.ANYWHERE
    proposal = Proposal(line, where)
    rule = Rule(
        f"review/review/{_name(line)}",
        family_of(line),
        Kind.LINE,
        (proposal.match,),
        "printed by the site" if verb is Verb.DROP else "part of the articles",
        where,
        verb,
    )
    examples = _drop_examples(rule, document, index) if verb is Verb.DROP else _keep_examples(document, index)
    rule = replace(rule, examples=examples)
    return Proposed(toml_of(rule), line, " ".join(line.split()[:2]))


def _name(line: str) -> str:
    """The first words of a line as the name of a rule.

    >>> _name("Más información: aquí")
    'mas-informacion-aqui'
    """
    words = WORD.findall(normalize("NFKD", line).encode("ascii", "ignore").decode().lower())
    return "-".join(words[:NAME_WORDS]) or "line"


def _zone(document: Document, index: int) -> Where:
    if document.core is None or index in document.core:
        return Where.ANYWHERE
    return Where.TOP if index < document.core.start else Where.BOTTOM


def _drop_examples(rule: Rule, document: Document, index: int) -> tuple[Example, Example]:
    """The line with its neighbours, and a near miss. Raises `UsageError` if the rule does not take the line."""
    line = document.texts[index].strip()
    above = next((each for i in range(index - 1, -1, -1) if (each := document.texts[i].strip())), ABOVE)
    below = next((each for i in range(index + 1, len(document.texts)) if (each := document.texts[i].strip())), BELOW)
    shown = example(rule, _framed(rule.where, _shortened(above), line, _shortened(below)))
    if shown.near_miss or left_by(rule, document.text) == document.text:
        raise UsageError("no rule for this line alone takes it: it stands in code, in a table or in another structure")
    return shown, next(_near_misses(rule, document, line))


def _keep_examples(document: Document, index: int) -> tuple[Example, Example]:
    """The line beside one that a packaged rule takes, and the line alone: a keep shows that what it keeps stays."""
    line = document.texts[index].strip()
    alone = f"{ABOVE}\n\n{line}\n\n{BELOW}"
    return Example(f"{alone}\n\n{TAKEN}", alone), Example(alone, alone)


def _near_misses(rule: Rule, document: Document, line: str) -> Iterator[Example]:
    """Texts that begin as the line does, and stay: from the document, and then made up."""
    first = line.split(maxsplit=1)[0]
    for each in document.texts:
        if each.startswith(first) and each.strip() != line and "'''" not in each:
            yield from _staying(rule, _shortened(each.strip()))
    yield from _staying(rule, line.rstrip(".!?:") + GOES_ON)
    raise UsageError("no near miss was found: write a rule for this line by hand")


def _staying(rule: Rule, line: str) -> Iterator[Example]:
    shown = example(replace(rule, verb=Verb.DROP), _framed(rule.where, ABOVE, line, BELOW))
    if shown.near_miss:
        yield shown


def _framed(where: Where, above: str, line: str, below: str) -> str:
    return f"{above}\n\n{line}\n\n{below}" if where is Where.ANYWHERE else framed(where, line)


def _shortened(line: str) -> str:
    """The line, or as many of its first words as fit."""
    return line if len(line) <= CONTEXT else line[:CONTEXT].rpartition(" ")[0] or line[:CONTEXT]


def toml_of(rule: Rule) -> str:
    """The `[[rule]]` table of a rule of kind `line` or `phrase`. Raises `UsageError` for what TOML cannot hold."""
    if any("'''" in text for text in (*rule.match, *(text for each in rule.examples for text in each))):
        raise UsageError("three single quotes in the line: write a rule for it by hand")
    lines = ["[[rule]]", f'name = "{rule.name}"', f'family = "{rule.family}"', f'kind = "{rule.kind}"']
    lines += [f"match = {literal(pattern)}" for pattern in rule.match]
    lines += [f'where = "{rule.where}"'] if rule.where is not Where.ANYWHERE else []
    lines += [f'verb = "{rule.verb}"'] if rule.verb is Verb.KEEP else []
    lines += [f'reason = "{rule.reason}"']
    return "\n".join([*lines, *(line for each in rule.examples for line in example_lines(each))]) + "\n"
