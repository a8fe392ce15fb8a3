"""Where rules match: one linear-time pass over the text finds the few lines worth a look, `regex` decides on them."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache, cached_property
from typing import NamedTuple

import re2
import regex

from cleaner.rules.patterns.translate import translate
from cleaner.rules.rule import Kind, Rule
from cleaner.text.document import Document

# What a line pattern does not see at the edges of a line: white space, list bullets, Markdown marks.
EDGE = r"[ #*>|\[\]_~+\-\xad\u200b-\u200d\u2013\u2014\u2022\u2023\u203a\u2192\u25a0-\u25e6\xb7\xbb\u30fb\ufeff]"
# All of it goes, or, for a pattern that begins with such a mark, white space alone.
BEFORE = f"(?:{EDGE}*+| *+)"
AFTER = rf"(?:{EDGE}|\]\([^)\n]*\))*"
# The same for RE2, which reads bytes; a few characters more do no harm.
BEFORE_RE2 = r"^(?:[ #*>|\[\]_~+\-]|\xc2[\xad\xb7\xbb]|\xe2[\x80-\x97][\x80-\xbf]|\xe3\x83\xbb|\xef\xbb\xbf)*"
AFTER_RE2 = r"(?:[^0-9A-Za-z\n]|\]\([^)\n]*\))*$"
# RE2 keeps each automaton within this many bytes; beyond it would forget and build states again. With all packaged
# rules a process grew to about 300 MB over 2,000 flattened pages, and hardly any more.
MAX_MEM = 256 << 20
# Seconds after which a pattern is given up on a line: twice what `rules check` allows it for 100 kB.
TIMEOUT = 1.0


class Hit(NamedTuple):
    """A pattern that matched: offsets of the match and of its logical line."""

    rule: Rule
    start: int
    end: int
    line_start: int
    line_end: int


class Probe(NamedTuple):
    """Part of RE2's pattern, with what many screens share before and after it."""

    before: str
    written: str
    after: str


class Pattern:
    """One compiled pattern of a rule."""

    def __init__(self, rule: Rule, pattern: str, *, whole_line: bool) -> None:
        self.rule, self.written, self.whole_line = rule, pattern, whole_line
        self._dialects = translate(pattern)

    def screens(self, *, short: bool = False) -> Iterator[Probe]:
        """What a line surely holds if the pattern matches in it, for RE2: one of these."""
        opening = "(?m:" if self.rule.case else "(?mi:"
        for screen in self._dialects.screens:
            before = BEFORE_RE2 if self.whole_line and screen.at_start else ""
            after = AFTER_RE2 if self.whole_line and screen.at_end else ""
            if short and screen.short:
                yield Probe(opening + before, screen.short, ")")
            else:
                yield Probe(opening + before, screen.written, after + ")")

    @property
    def at_start(self) -> bool:
        """Whether a line shows by its start alone whether the pattern may match."""
        return self.whole_line and all(screen.at_start for screen in self._dialects.screens)

    @cached_property
    def _second_screen(self) -> "re2._Regexp | None":
        """What tells more of a line than `screens` do, if there is more to tell of each of them."""
        fulls = [screen.full for screen in self._dialects.screens]
        if not (self.whole_line and all(fulls)):
            return None
        opening = "(?m:" if self.rule.case else "(?mi:"
        return re2.compile(_united([Probe(opening + BEFORE_RE2, full, ")") for full in fulls]), _options())

    def may_match(self, line: bytes) -> bool:
        """Whether a line that a screen let through is worth the slower look."""
        return self._second_screen is None or self._second_screen.search(line) is not None

    @cached_property
    def exact(self) -> regex.Pattern[str]:
        exact = self._dialects.exact
        if self.whole_line:
            exact = f"{BEFORE}(?:{exact}){AFTER}"
        return _exact(exact, case=self.rule.case)

    def spans(self, text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Where the pattern matches within this line; raises `TimeoutError`."""
        if self.whole_line:
            if self.exact.fullmatch(text, start, end, timeout=TIMEOUT):
                yield start, end
        else:
            for found in self.exact.finditer(text, start, end, timeout=TIMEOUT):
                if found.end() > found.start():
                    yield found.span()


class Matcher:
    """All patterns of some rules, compiled once.

    One pass over the text finds the lines that may match any pattern, a set tells which ones, `regex` decides.
    """

    def __init__(self, rules: Sequence[Rule]) -> None:
        self._patterns = [Pattern(r, p, whole_line=r.kind is not Kind.PHRASE) for r in rules for p in r.match]
        starts = [pattern for pattern in self._patterns if pattern.at_start]
        floating = [pattern for pattern in self._patterns if not pattern.at_start]
        self._sets = [
            (patterns, _compiled(kind(_options()), patterns))
            for patterns, kind in ((starts, re2.Set.MatchSet), (floating, re2.Set.SearchSet))
            if patterns
        ]
        everything = _united(screen for pattern in self._patterns for screen in pattern.screens(short=True))
        self._any = re2.compile(everything, _options()) if everything else None

    def hits(self, document: Document, timed_out: set[str]) -> Iterator[Hit]:
        """Every match in the zones of its rule; ids of rules that ran out of time go into `timed_out`."""
        for start, end, patterns in self._candidates(document):
            for pattern in patterns:
                if pattern.rule.id in timed_out or not document.in_zone(start, pattern.rule.where):
                    continue
                try:
                    for span in pattern.spans(document.logical, start, end):
                        yield Hit(pattern.rule, *span, start, end)
                except TimeoutError:
                    timed_out.add(pattern.rule.id)

    def _candidates(self, document: Document) -> Iterator[tuple[int, int, list[Pattern]]]:
        """Start and end of each line that may hold a match, with the patterns that may match it."""
        data, ascii_only = document.data, len(document.data) == len(document.logical)
        end = end_in_bytes = -1
        for found in self._any.finditer(data) if self._any else ():
            at, until = found.span()
            if at <= end_in_bytes:
                continue
            start_in_bytes = data.rfind(b"\n", 0, at) + 1
            last, end_in_bytes = end_in_bytes, data.find(b"\n", until)
            end_in_bytes = len(data) if end_in_bytes < 0 else end_in_bytes
            line = data[start_in_bytes:end_in_bytes]
            if ascii_only:
                start, end = start_in_bytes, end_in_bytes
            else:
                start = end + 1 + len(data[last + 1 : start_in_bytes].decode())
                end = start + len(line.decode())
            patterns = [patterns[i] for patterns, united in self._sets for i in sorted(united.Match(line) or ())]
            if patterns := [pattern for pattern in patterns if pattern.may_match(line)]:
                yield start, end, patterns


@cache
def _exact(pattern: str, *, case: bool) -> regex.Pattern[str]:
    """Kept here: in the cache of `regex`, which holds 500, the packaged patterns push each other out at random."""
    return regex.compile(pattern, regex.MULTILINE | (0 if case else regex.IGNORECASE), cache_pattern=False)


def _compiled(united: re2.Set, patterns: Sequence[Pattern]) -> re2.Set:
    for pattern in patterns:
        united.Add(_united(pattern.screens()))
    united.Compile()
    return united


def _options() -> re2.Options:
    options = re2.Options()
    options.max_mem, options.longest_match, options.never_capture, options.log_errors = MAX_MEM, True, True, False
    options.encoding = re2.Options.Encoding.LATIN1
    return options


def _united(screens: Iterable[Probe]) -> bytes:
    """One pattern for all of these, with what they share written once."""
    shared: dict[tuple[str, str], dict[str, None]] = {}
    for screen in screens:
        shared.setdefault((screen.before, screen.after), {})[screen.written] = None
    return "|".join(f"{before}(?:{'|'.join(parts)}){after}" for (before, after), parts in shared.items()).encode()
