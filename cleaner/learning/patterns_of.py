"""From what recurs, masked, and what stood in its place to a pattern of the rule language."""

import re
from collections.abc import Sequence

from cleaner.learning.masks import DATE, NAME, NUMBER, letters_spelled
from cleaner.learning.repeats import Portion, RepeatedLine

SPECIAL = re.compile(r"([\\^$.|?*+()\[\]{}])")
SIGNS = re.compile(f"([{NUMBER}{DATE}{NAME}])")
SPACES = re.compile(r"\s+")
# What varies may be as long as the first of these that leaves room beyond the longest that was seen. Characters; chosen
# by hand, and few, so that further documents seldom change a pattern.
LENGTHS, ROOM = (40, 80, 160, 320), 1.5
# The white space that a space of a pattern matches, in characters; more needs a repeat, of at most WIDEST.
WIDE, WIDEST = 40, 1000
# White space that bounds a part between gaps, or a number at the end.
GAP = r"\s{3,40}"
# The share of its forms that must be the same for a number to be taken as it is; chosen by hand.
CONSTANT = 0.9


def pattern_of(repeat: RepeatedLine) -> str:
    r"""A pattern that matches what recurs, in nearly all of its forms.

    >>> from collections import Counter
    >>> forms = Counter(["Contact: Ada Example, 555.", "Contact: Bo, 1,555."])
    >>> pattern_of(RepeatedLine(f"Contact: {NAME}, {NUMBER}.", forms=forms))
    'Contact: .{1,40}, \\d[\\d.,:]*\\.'
    """
    pattern = _words(literal(repeat), list(repeat.forms))
    edge = r"\b" if literal(repeat)[:1].isalnum() else ""
    if repeat.part is Portion.START:
        return f"^{pattern}"
    if repeat.part is Portion.END:
        return rf"{edge if letters_spelled(repeat.key) else GAP}{pattern}$"
    return f"(?<={GAP}){pattern}(?={GAP})" if repeat.part is Portion.MIDDLE else pattern


def literal(repeat: RepeatedLine) -> str:
    """The masked words; those of something without letters as they are, if they are nearly always the same."""
    [(form, count)] = repeat.forms.most_common(1)
    constant = not letters_spelled(repeat.key) and count >= CONSTANT * repeat.occurrences
    return " ".join(form.split()) if constant else repeat.key


def _words(key: str, forms: Sequence[str]) -> str:
    longest = max(map(len, forms)) - len(SIGNS.sub("", key))
    most = next((length for length in LENGTHS if length >= longest * ROOM), LENGTHS[-1])
    numbers = r"\d[\d.,:]*" if any(re.search(r"\d[.,:]\d", form) for form in forms) else r"\d+"
    signs = {NUMBER: numbers, DATE: r"\p{L}+", NAME: f".{{1,{most}}}"}
    words = ["".join(signs.get(part) or _escaped(part) for part in SIGNS.split(word)) for word in key.split(" ")]
    return words[0] + "".join(space + word for space, word in zip(_spaces(len(words), forms), words[1:], strict=True))


def _spaces(words: int, forms: Sequence[str]) -> list[str]:
    """What matches the white space between the words in all forms."""
    widths = [list(map(len, SPACES.findall(form))) for form in forms]
    if any(len(each) != words - 1 for each in widths):  # names of several words
        return [" "] * (words - 1)
    return [rf"\s{{1,{WIDEST}}}" if max(column) > WIDE else " " for column in zip(*widths, strict=True)]


def _escaped(text: str) -> str:
    return SPECIAL.sub(r"\\\1", text)
