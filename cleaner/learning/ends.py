"""How long lines begin and end over the documents of a site, and what stands in them between wide gaps.

Half of all corpora hold an article on one line. What a site repeats is then a part of the line.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from cleaner.learning.masks import DATE, NUMBER, masked
from cleaner.learning.outline import Outline
from cleaner.learning.repeats import RECURS, WITNESSES, Portion, RepeatedLine, Witness

# Characters of a line from which on it holds more than residue, as in `rules.long_lines`.
LONG = 300
# EdgeWords at the edge of a line that are compared, and characters of a part between gaps; chosen by hand.
MOST_WORDS, LONGEST_PART = 60, 120
# Characters of white space that stand where lines were joined; chosen by hand: no writer puts so many between words.
GAP = 3
# The share of lines that go on in the same way, or are bounded in it, from which on all do; chosen by hand.
NEARLY_ALL = 0.9
# The share of documents that a beginning or a part between gaps needs: most common beginnings are those of headlines.
MOST = 0.5
# Parts between gaps that are looked at from each edge of a line; farther in they are of the article. Chosen by hand.
NEAR_EDGE = 3
# What ends a sentence, and what ends a beginning: a label, a number or a date too.
ENDS_SENTENCE = re.compile(r"[.!?…。！？][\"”’»)\]]*$")
ENDS_LABEL = re.compile(rf"(?:[:|{NUMBER}{DATE}]|[.!?…。！？][\"”’»)\]]*)$")
# Characters of what stands before or after, in a witness.
SHOWN = 60
WORD = re.compile(r"(\s*)(\S+)")
WIDE = re.compile(rf"\s{{{GAP},}}")


class EdgeWords(NamedTuple):
    """Some words at one edge of a long line, from the edge on: masked, as they are, and the space before each.

    `line` is the place of the line among others, and `beyond` the word after the last.
    """

    name: str
    line: str
    keys: tuple[str, ...]
    words: tuple[str, ...]
    spaces: tuple[int, ...]


def ends(outlines: Sequence[Outline], least: int) -> list[RepeatedLine]:
    """What many long lines begin with, end with, or hold between gaps, and in how many documents."""
    lines = list(_long_lines(outlines))
    enough = max(least, RECURS * len(outlines))
    if len(lines) < enough:
        return []
    last, first = [_last(*line) for line in lines], [_first(*line) for line in lines]
    found = [_repeat(keys, last, Portion.END) for keys in _shortest(last, enough, Portion.END)]
    most = MOST * len(outlines)
    starts = _shortest(first, enough, Portion.START)
    found += [_repeat(keys, first, Portion.START) for keys in starts if _in_most(keys, first, most)]
    return [*found, *_between(lines, found, most)]


def _in_most(keys: tuple[str, ...], edges: Iterable[EdgeWords], most: float) -> bool:
    """Whether so many lines begin with the first two of these words."""
    return sum(each.keys[:2] == keys[:2] for each in edges) >= most


def _shortest(edges: Sequence[EdgeWords], enough: float, part: Portion) -> list[tuple[str, ...]]:
    """What is common at the edges, as far as it is bounded, without what begins as another does."""
    bounded = sorted({_bounded(keys, group, part) for keys, group in _common(edges, enough)} - {()}, key=len)
    return [keys for n, keys in enumerate(bounded) if not any(keys[: len(k)] == k for k in bounded[:n])]


def _long_lines(outlines: Iterable[Outline]) -> Iterator[tuple[str, str]]:
    """The name of each document that has a line of LONG characters, and the longest."""
    for outline in outlines:
        line = max((line.text for line in outline.lines), key=len, default="")
        if len(line) >= LONG:
            yield outline.name, line


def _first(name: str, line: str) -> EdgeWords:
    spaced = [match.groups() for match, _ in zip(WORD.finditer(line), range(MOST_WORDS), strict=False)]
    return _words(name, line, spaced)


def _last(name: str, line: str) -> EdgeWords:
    """The last words, from the end of the line backwards; the space of each is that after it."""
    spaced = WORD.findall(line[-LONG * 10 :])[-MOST_WORDS:]
    first = _words(name, line, spaced)
    return EdgeWords(name, line, first.keys[::-1], first.words[::-1], (0, *first.spaces[:0:-1]))


def _words(name: str, line: str, spaced: Sequence[tuple[str, ...]]) -> EdgeWords:
    words = tuple(word for _, word in spaced)
    return EdgeWords(
        name, line, tuple(masked(" ".join(words)).split(" ")), words, tuple(len(space) for space, _ in spaced)
    )


def _common(
    edges: Sequence[EdgeWords], enough: float, depth: int = 0
) -> Iterator[tuple[tuple[str, ...], Sequence[EdgeWords]]]:
    """The longest runs of words that at least so many lines share from their edge on, with these lines."""
    while depth < MOST_WORDS:
        branches = _branches(edges, depth, enough)
        if len(branches) != 1 or len(branches[0]) < NEARLY_ALL * len(edges):
            break
        edges, depth = branches[0], depth + 1
    else:
        branches = []
    deeper = [found for branch in branches for found in _common(branch, enough, depth + 1)]
    covered = sum(map(len, branches))
    yield from deeper
    if depth and (not deeper or covered < NEARLY_ALL * len(edges)):
        yield edges[0].keys[:depth], edges


def _branches(edges: Iterable[EdgeWords], depth: int, enough: float) -> list[list[EdgeWords]]:
    by_key: defaultdict[str, list[EdgeWords]] = defaultdict(list)
    for each in edges:
        if len(each.keys) > depth:
            by_key[each.keys[depth]].append(each)
    return [lines for _, lines in sorted(by_key.items()) if len(lines) >= enough]


def _bounded(keys: tuple[str, ...], group: Sequence[EdgeWords], part: Portion) -> tuple[str, ...]:
    """As many of the words as end where a gap, a sentence or a number does in nearly all of the lines."""
    while keys and sum(_is_bounded(each, len(keys), part) for each in group) < NEARLY_ALL * len(group):
        keys = keys[:-1]
    return keys


def _is_bounded(line: EdgeWords, size: int, part: Portion) -> bool:
    if len(line.keys) <= size:
        return True
    if line.spaces[size] >= GAP:
        return True
    if part is Portion.START:
        return ENDS_LABEL.search(line.keys[size - 1]) is not None
    return ENDS_SENTENCE.search(line.keys[size]) is not None


def _repeat(keys: tuple[str, ...], edges: Iterable[EdgeWords], part: Portion) -> RepeatedLine:
    """The words as a part that recurs; wide gaps in them are kept in its forms."""
    order = 1 if part is Portion.START else -1
    repeat = RepeatedLine(" ".join(keys[::order]), part=part)
    for each in edges:
        if each.keys[: len(keys)] != keys:
            continue
        form = _form(each, len(keys), order)
        rest = " ".join(each.words[len(keys) : len(keys) + SHOWN // 6][::order])
        witness = (form, rest) if part is Portion.START else (rest, form)
        repeat.documents += 1
        repeat.occurrences += 1
        repeat.forms[form] += 1
        if len(repeat.witnesses) < WITNESSES:
            above, below = ("", witness[1]) if part is Portion.START else (witness[0], "")
            repeat.witnesses.append(Witness(each.name, above, form, below))
    return repeat


def _form(line: EdgeWords, size: int, order: int) -> str:
    words, spaces = line.words[:size][::order], line.spaces[:size][::order]
    if order < 0:
        spaces = (0, *spaces[:-1])
    return "".join(" " * (space if i else 0) + word for i, (word, space) in enumerate(zip(words, spaces, strict=True)))


def _between(lines: Sequence[tuple[str, str]], found: Sequence[RepeatedLine], enough: float) -> list[RepeatedLine]:
    """Parts of several words between gaps, in at least so many documents, that are in none of those found."""
    repeats: dict[str, RepeatedLine] = {}
    for name, line in lines:
        parts = WIDE.split(line)
        seen: set[str] = set()
        for number, (above, text, below) in enumerate(zip(parts, parts[1:], parts[2:], strict=False)):
            if len(text) > LONGEST_PART or " " not in text or NEAR_EDGE <= number < len(parts) - 2 - NEAR_EDGE:
                continue
            key = masked(text)
            if key in seen:
                continue
            seen.add(key)
            repeat = repeats.setdefault(key, RepeatedLine(key, part=Portion.MIDDLE))
            repeat.documents += 1
            repeat.occurrences += 1
            repeat.forms[text] += 1
            if len(repeat.witnesses) < WITNESSES:
                repeat.witnesses.append(Witness(name, above[-SHOWN:], text, below[:SHOWN]))
    keys = [each.key for each in found]
    return [
        each for key, each in sorted(repeats.items()) if each.documents >= enough and not any(key in k for k in keys)
    ]
