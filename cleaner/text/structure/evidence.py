"""What tells an item of a body from furniture of a page that has the same form: order, repetition, whole sentences."""

import re
from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise

from cleaner.text.scripts import ends_sentence, length, word_count
from cleaner.text.structure.heads import Head

DIGITS = re.compile(r"\d+")
# What a label may be, wherever a bracket opens.
BRACKETED = re.compile(r"(?=\[([^\]\n]{1,60})\])")
LINKS = ("](", "://")
# What ends a clause, besides the stops of a sentence.
CLAUSE_ENDS = (";", ",", ":", "；", "，", "：", "—", "-", "–")
QUESTION_AND_ANSWER = frozenset({"q", "a", "question", "answer", "frage", "antwort", "f", "p", "r", "в", "о"})
# Shares of items, chosen on texts of 15 genres and flattened pages of the hosts that rules are written on. Some items
# of a real body are out of order or end without a stop; menus and lists of headlines stay far below.
IN_ORDER, WITH_STOP, LINES_WITH_STOP = 0.6, 0.7, 0.4
# A name of a speaker occurs this often on average; labels of a page ("Price:") end no sentence and fail there.
SPEECHES = 2.5
FEWEST_SPEECHES, MOST_OF_ONE = 6, 0.7
# Words of a definition, or of what is said at a time, on average.
FEWEST_WORDS = 4
# Characters of an alphabet in a line that is a paragraph, and may cite.
PARAGRAPH = 100


class BodyText:
    """The lines of a text, and what only some evidence asks of all of them."""

    def __init__(self, lines: Sequence[str]) -> None:
        self.lines = lines

    @cached_property
    def bracketed(self) -> set[str]:
        """What stands in brackets in paragraphs."""
        paragraphs = (line for line in self.lines if length(line) >= PARAGRAPH)
        return {label for line in paragraphs for label in BRACKETED.findall(line)}


class Items:
    """Neighbouring items of one form in a text: their heads, and the lines from each head up to the next."""

    def __init__(self, text: BodyText, heads: Sequence[Head], end: int) -> None:
        self.text = text
        self.heads = heads
        edges = [*(head.line for head in heads), end]
        self.texts = [[line for line in text.lines[first:last] if line.strip()] for first, last in pairwise(edges)]

    @property
    def stopped(self) -> float:
        """The share of items that end as a sentence or a clause does."""
        lasts = [texts[-1].rstrip() for texts in self.texts]
        return sum(map(_is_stopped, lasts)) / len(lasts)

    @property
    def stopped_lines(self) -> float:
        """The share of lines that end so, of those of more than one word."""
        lines = [line.rstrip() for texts in self.texts for line in texts if word_count(line) > 1]
        return sum(map(_is_stopped, lines)) / len(lines) if lines else 0

    @property
    def words(self) -> float:
        """The words of an item on average, without those of its label."""
        return sum(word_count(line) for texts in self.texts for line in texts) / len(self.texts) - 1


def anything(_: Items) -> bool:
    """For forms that nothing but a body has."""
    return True


def references(items: Items) -> bool:
    """Whether numbers rise, or there are none, and something is said of each."""
    numbers = [int(label) for head in items.heads if (label := head.label.strip("[]:^. ↑")).isdigit()]
    others = [head for head in items.heads if "^" in head.label or "↑" in head.label]
    rising = all(before < after for before, after in pairwise(numbers))
    addresses = sum(any("://" in line for line in texts) for texts in items.texts)
    says = items.words >= FEWEST_WORDS or addresses >= len(items.heads) / 2
    return rising and says and len(numbers) + len(others) >= len(items.heads)


def written_out(items: Items) -> bool:
    """Whether items have as many words as a change has: entries of a menu have one or two."""
    return items.words >= FEWEST_WORDS


def cited(items: Items) -> bool:
    """Whether paragraphs use the labels: a page that was converted whole has labels for its menus."""
    used = sum(head.label in items.text.bracketed for head in items.heads)
    return used >= len(items.heads) / 2


def in_order(items: Items) -> bool:
    """Whether each number follows the one before, or is the first of a list."""
    values = [_value(head.label) for head in items.heads]
    steps = [after == before + 1 or after == 1 for before, after in pairwise(values)]
    return sum(steps) >= IN_ORDER * len(steps)


def clauses(items: Items) -> bool:
    """Numbered, and written in sentences from the first line on: most read stories and comments are numbered too."""
    firsts = [texts[0].rstrip(" :") for texts in items.texts]
    written = [_is_stopped(first) or length(first) >= PARAGRAPH for first in firsts if not holds_link(first)]
    return in_order(items) and items.stopped >= WITH_STOP and sum(written) >= WITH_STOP * len(firsts)


def rising_times(items: Items) -> bool:
    """Whether time goes on, and something is said: tickers run backwards, and lengths of films in any order."""
    times = [[int(part) for part in DIGITS.findall(head.label)] for head in items.heads]
    steps = [before <= after for before, after in pairwise(times)]
    return sum(steps) >= 0.9 * len(steps) and times[0] < times[-1] and items.words >= FEWEST_WORDS / 2


def dialogue(items: Items) -> bool:
    """Whether few names take turns, and what they say is written in sentences."""
    names = Counter(head.label.strip(" *_").casefold() for head in items.heads)
    if len(names) == 1 or items.stopped < WITH_STOP or items.stopped_lines < LINES_WITH_STOP:
        return False
    if names.keys() <= QUESTION_AND_ANSWER:
        return True
    (_, most), (_, next_most) = names.most_common(2)
    turns = len(items.heads) >= FEWEST_SPEECHES and len(items.heads) >= SPEECHES * len(names)
    return turns and next_most > 1 and most <= MOST_OF_ONE * len(items.heads)


def definitions(items: Items) -> bool:
    """Whether each term occurs once, and is explained by sentences on its line."""
    terms = {head.label.casefold() for head in items.heads}
    return len(terms) == len(items.heads) and items.stopped >= WITH_STOP and items.words >= 2 * FEWEST_WORDS


def holds_link(line: str) -> bool:
    """Whether a line holds a link in Markdown, or an address."""
    return any(map(line.__contains__, LINKS))


def _is_stopped(line: str) -> bool:
    return ends_sentence(line) or line.endswith(CLAUSE_ENDS)


def _value(label: str) -> int:
    """The number in a label: the last of several, the place of a letter in the alphabet.

    >>> [_value(label) for label in ("(12)", "1.3", "(b)", "Art. 4", "iv)")]
    [12, 3, 2, 4, 9]
    """
    numbers = DIGITS.findall(label)
    if numbers:
        return int(numbers[-1])
    letters = label.strip("*_(). ").casefold()
    return ord(letters[0]) - ord("a") + 1 if letters else 0
