"""Where rules match within a long line: half of all corpora hold an article on one line.

A sentence is then a line to strong patterns: those that spell out what they match. Where lines were joined by spaces,
a line without a stop stands before or after a sentence. So a match may also end where a capital letter follows, if all
of its words are spelled out, and begin with a capital letter, if it goes on to the end of the sentence.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache, cached_property

import re2
import regex

from cleaner.rules.asked import Asked
from cleaner.rules.exact import exact_pattern
from cleaner.rules.line_parts import LinePart, LongLine
from cleaner.rules.longest_line import is_too_long
from cleaner.rules.match import Hit
from cleaner.rules.pattern import AFTER, Pattern
from cleaner.rules.probes import Probe, compiled, either, re2_options
from cleaner.rules.rule import Family, Kind, Rule
from cleaner.text.document import Document, LineSpan
from cleaner.text.mark import Verb
from cleaner.text.scripts import LETTERS_PER_SYLLABLE, length, letters
from cleaner.text.sentences import sentences

# Characters. Several lines that were joined are LONG together. A paragraph of a text that has its lines is seen by
# sentences only if it is LONGER, or has LARGE of the text's characters: there residue has lines of its own, and most
# texts would pay for nothing. Chosen by hand.
LONG, LONGER, LARGE = 300, 1000, 0.2
# Families of which nothing goes within a line: "I understand." is also what people say.
NEVER = frozenset({Family.CONSENT, Family.TICKER})
# Letters that a pattern spells out at least. With fewer it must match a label, MATCHED letters and a colon, or match
# nothing but words that it spells out, of MATCHED letters. Chosen by hand: with less "Save" and "find me" would go.
SPELLED, MATCHED = 6, 9
# Characters. A longer match of which not every word is spelled out may hold a sentence whose start no stop shows.
LONGEST = 100
# What begins a part within a sentence, and follows one.
CAPITAL = r"(?-i:[\p{Lu}\p{Lt}©])"
# For RE2, which sees bytes: what stands before a part, and the bytes that begin no character.
BEFORE_PART = r"(?:\b|^|[^0-9A-Za-z])"
# In a pattern for RE2: a letter that is none of an escape, and a letter that begins a word.
LETTER = re.compile(r"\\x..|\\.|([a-z])")
FIRST_LETTER = re.compile(r"(?:^|(?<=\(\?:)|(?<=\|)|(?<=\+\?))[a-z]")
CONTINUATIONS = bytes(range(0x80, 0xC0))
# The first byte that begins a character beyond ASCII.
LEAD = 0xC0
# Bytes that RE2 scans at once: a match can take time with what stands before it.
WINDOW = 4096
# Bytes from the start of a part that RE2 looks at.
SEEN = 200


class LongLineMatcher:
    """The strong patterns of some rules, compiled when a text with a long line asks for them."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        kinds = (Kind.LINE, Kind.AFTER)
        self._rules = [r for r in rules if r.kind in kinds and r.verb is Verb.DROP and r.family not in NEVER]
        self._compiled: list[Pattern] = []

    @cached_property
    def _patterns(self) -> list[Pattern]:
        patterns = [Pattern(rule, pattern) for rule in self._rules for pattern in rule.match]
        return [p for p in patterns if p.translation.closed or p.at_start or p.translation.spelled >= SPELLED]

    @cached_property
    def _asked(self) -> Asked:
        return Asked([pattern.translation for pattern in self._patterns])

    def _compile(self) -> None:
        self._compiled = [self._patterns[number] for number in self._asked.numbers]
        self._set = re2.Set.MatchSet(re2_options())
        for pattern in self._compiled:
            self._set.Add(either(pattern.probes(short=True, anchored=False)))
        self._set.Compile()
        probes = (probe for pattern in self._compiled for probe in _cased_probes(pattern))
        self._any = compiled(either(probes))

    def hits(self, document: Document, timed_out: set[str]) -> Iterator[Hit]:
        """Every match in the zone of its rule, with the matched part as its line."""
        matched: set[str] = set()
        unread = self._unread(document)
        if unread and self._asked.grow(document.logical):
            self._compile()
        for index in unread if self._compiled else ():
            line = self._read(document, index, timed_out)
            if line.parts:
                matched.add(document.texts[index])
            for part in filter(line.in_zone, line.parts):
                rule, end = part.rule, part.end
                if rule.kind is Kind.AFTER:
                    rule, end = replace(rule, kind=Kind.LINE), line.end
                if not is_too_long(rule, document.logical[part.start : part.end]):
                    yield Hit(rule, part.start, end, part.start, part.end)
        document.matched[self] = matched

    def _unread(self, document: Document) -> Sequence[int]:
        """Indices of the long lines that may hold a match."""
        least = max(LONG / LETTERS_PER_SYLLABLE, min(LONGER, LARGE * len(document.logical)))
        if max(map(len, document.texts)) < least:
            return ()
        long = [i for i, text in enumerate(document.texts) if len(text) >= least and length(text) >= LONG]
        unread = document.unread(self)
        return long if unread is None else sorted({*unread}.intersection(long))

    def _read(self, document: Document, index: int, timed_out: set[str]) -> LongLine:
        """The line with all that matches in it."""
        line = LongLine(document, index)
        line_start = document.line(index).start
        found = list(self._candidates(document.texts[index]))
        places = [place for place, _ in found]
        for start, end in sentences(document.texts[index]) if found else ():
            parts = [
                part
                for place, patterns in found[bisect_left(places, start) : bisect_left(places, end)]
                if place == start or not document.texts[index][place].islower()
                for pattern in patterns
                if pattern.rule.id not in timed_out
                for part in _matches(pattern, document.logical, line_start + place, line_start + end, timed_out)
            ]
            line.add(LineSpan(line_start + start, line_start + end), parts)
        return line

    def _candidates(self, text: str) -> Iterator[tuple[int, list[Pattern]]]:
        """Where a match may begin, as offsets into the text, in order, and the patterns that may match there."""
        data = text.encode()
        place = place_in_bytes = 0
        for match in self._starts(data):
            start, end = match
            while start < end and not (data[start : start + 1].isalnum() or data[start] >= LEAD):
                start += 1
            if data[start : start + 1].islower() or start >= end:
                continue
            place += len(data[place_in_bytes:start].translate(None, CONTINUATIONS))
            place_in_bytes = start
            if numbers := self._set.Match(data[start : start + SEEN]):
                yield place, [self._compiled[i] for i in sorted(numbers)]

    def _starts(self, data: bytes) -> Iterator[tuple[int, int]]:
        """Start and end of what may be the start of a match, in bytes, found in windows that end with a sentence."""
        first = 0
        while first < len(data):
            end = len(data) if len(data) <= first + WINDOW else data.rfind(b". ", first, first + WINDOW) + 2
            end = end if end > first + 1 else first + WINDOW
            for match in self._any.finditer(data[first:end]):
                start, stop = match.span()
                yield first + start, first + stop
            first = end


def _matches(pattern: Pattern, text: str, start: int, end: int, timed_out: set[str]) -> list[LinePart]:
    """The matches that begin at a place in a sentence that ends at `end`: one that is spelled out, one that is not."""
    translation, rule = pattern.translation, pattern.rule
    parts: list[LinePart] = []
    timeout = pattern.timeout(end - start)
    try:
        closed = translation.closed and _spelled_out(translation.closed, case=rule.case)
        if closed and (match := closed.match(text, start, end, timeout=timeout)):
            found = match[0].rstrip()
            parts.append(LinePart(rule, start, start + len(found), letters(found) >= MATCHED))
        if rule.kind is Kind.LINE and end - start <= LONGEST and _is_strong(pattern, text[start:end]):
            # most line patterns end with a word, and a sentence with a stop
            ends = (end, end - 1) if text[end - 1] == "." else (end,)
            if any(pattern.exact.fullmatch(text, start, each, timeout=timeout) for each in ends):
                parts.append(LinePart(rule, start, end, is_strong=True))
    except TimeoutError:
        timed_out.add(rule.id)
    return parts


def _is_strong(pattern: Pattern, match: str) -> bool:
    """Whether a match counts by itself: by what its pattern spells out, or by its label. "Related: they" has none."""
    label, colon, rest = match.partition(":")
    if colon and rest.lstrip()[:1].islower():
        return False
    return pattern.translation.spelled >= SPELLED or (bool(colon) and pattern.at_start and letters(label) >= MATCHED)


@cache
def _spelled_out(closed: str, *, case: bool) -> regex.Pattern[str]:
    return exact_pattern(f"(?:{closed}){AFTER}(?:(?<= )(?={CAPITAL})|$)", case=case)


def _cased_probes(pattern: Pattern) -> Iterator[Probe]:
    """What a match within a line may begin with: as the pattern is written, with capital letters, or in them.

    A pattern that ignores case would also find most of its words where they begin no part.
    """
    for probe in pattern.probes(short=True, anchored=False):
        # a long match may cover the start of the next
        shortest = probe.pattern.replace("]+", "]+?")
        capitals = LETTER.sub(lambda match: match[0].upper() if match[1] else match[0], shortest)
        titled = FIRST_LETTER.sub(lambda match: match[0].upper(), shortest)
        for each in dict.fromkeys((shortest, titled, capitals)):
            yield Probe("", f"(?m:{BEFORE_PART}", each, ")")
