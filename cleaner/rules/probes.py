"""What RE2 looks for, and how."""

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple, TypeAlias

import re2

# RE2's memory budget for each automaton, in bytes. RE2 drops its cached states when they exceed the budget, and builds
# them again, which is slow; and with less than 24 MB the largest patterns get no automaton that reads backwards, and
# take 30 times as long. Over 10,000 mixed documents a process grew to 302 MB, over 20,000 to 315, of which automata
# took some 120. The largest, for long lines in English, took 23.
MAX_MEM = 256 << 20
# From bytes, and the offset of a line end from which to look, to a place in the line of the first match, or -1.
Find: TypeAlias = Callable[[bytes, int], int]


class Probe(NamedTuple):
    """An RE2 pattern between what opens it, such as flags, and what closes it. Many share what stands `before`."""

    before: str
    opening: str
    pattern: str
    closing: str


def re2_options() -> re2.Options:
    options = re2.Options()
    options.max_mem, options.never_capture, options.log_errors = MAX_MEM, True, False
    options.encoding = re2.Options.Encoding.LATIN1
    return options


def either(probes: Iterable[Probe]) -> bytes:
    """One pattern that matches where any of the probes does; what probes share is written once."""
    shared: dict[str, dict[tuple[str, str], dict[str, None]]] = {}
    for before, opening, pattern, closing in probes:
        shared.setdefault(before, {}).setdefault((opening, closing), {})[pattern] = None
    return "|".join(f"{before}(?:{_alternatives(groups)})" for before, groups in shared.items()).encode()


def _alternatives(groups: Mapping[tuple[str, str], Iterable[str]]) -> str:
    return "|".join(f"{opening}(?:{'|'.join(patterns)}){closing}" for (opening, closing), patterns in groups.items())


def compiled(pattern: bytes) -> re2._Regexp:
    """What `re2.compile` gives, which would keep its last 128 results, with all their states: 130 MB."""
    return re2._Regexp(pattern, re2_options())  # noqa: SLF001


# Below are the methods of the binding: the wrapper around them takes longer than most calls.
def line_finder(pattern: bytes) -> Find:
    """What finds the line of the first match of a pattern that reads some of its line, and may begin with a line end.

    It gives any place from the line end before that line on, before the next. RE2 tells where a match ends, and needs a
    second automaton, which reads backwards, to tell where it begins. The first alone takes two thirds of the memory or
    less, and over 25 MB of texts .17 s in place of .25.
    """
    match = compiled(b"(?s:.*?)(?:%b)" % pattern)._regexp.Match  # noqa: SLF001
    anchor = re2._Anchor.ANCHOR_START  # noqa: SLF001

    def find(data: bytes, start: int) -> int:
        end: int = match(anchor, data, start, len(data))[0][1]
        # the last byte of a match may be the next line end, and the one before it is not; a match may also be empty
        return max(start, end - 2) if end >= 0 else end

    return find


def matcher(patterns: re2.Set) -> Callable[[bytes], list[int]]:
    """What gives the numbers of the patterns of a set that match some bytes, in any order."""
    return patterns._set.Match  # type: ignore[no-any-return]  # noqa: SLF001
