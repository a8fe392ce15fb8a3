"""In which languages a text is: its own, and those of some lines in it, such as the site's menu.

Function words tell them, and where a script has one language alone, its words do.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from math import lcm
from typing import NamedTuple

from cleaner.text.functionwords import FUNCTION_CHARACTERS, FUNCTION_WORDS, SCRIPTS, Language
from cleaner.text.late import Late
from cleaner.text.lines import starts_of
from cleaner.text.scripts import KANA

# Characters. Shorter lines may be the site's rather than the article's. Chosen by hand: 50 to 80 give the same figures.
SHORT = 60
# Characters that are read of a text's longer lines, and of its shorter ones: half of them from the start, half from the
# middle on. With 1,000, 1,500 and 2,000 one of 737 extracted texts gets no language, and no more than one of 1,000
# articles a wrong one.
SAMPLE = 1000
# Characters. If the longer lines have fewer, all lines are read for the text's own language. Chosen by hand.
ENOUGH = 200
# Different function words that a language needs; a word that n languages share counts as one nth. Of 1,000 articles,
# 2 gave a wrong language to 5, all placeholder Latin, 3 to none; with 4, three more got none.
LEAST = 3.0
# The same for a text in which no language has LEAST: one word of its own. With 0.5 the same rules match the same lines.
HINT = 1.0
# Share of the words of the likeliest language. A language with fewer is none of the text's: Spanish has a fifth of its
# words in common with Portuguese, but Danish half of them with Norwegian, and the rules for both may run.
SHARE = 0.5

# What stands between words in ASCII: all but letters and the apostrophe.
_BETWEEN = bytes(code for code in range(128) if not chr(code).isalpha() and code != ord("'"))
_AS_SPACE = bytes.maketrans(_BETWEEN, b" " * len(_BETWEEN))
# Two to six letters in a script of one language, as Thai has no spaces; one kana or Chinese character. A lone Greek
# letter may be a formula's.
_CHARACTERS = KANA + "".join(FUNCTION_CHARACTERS.values())
_TELLING = Late(
    f"[{_CHARACTERS}]|" + "|".join(f"(?P<{language}>[{letters}]{{2,6}})" for language, letters in SCRIPTS.items())
)
# Texts in Latin letters hold none of these characters: all but Latin letters, accents, general punctuation and signs of
# currencies. To compile the next class takes ten times as long.
_FAR_FROM_LATIN = re.compile("[^\x00-\u036f\u2000-\u206f\u20a0-\u20cf]")
# Most texts hold none of these characters, which one class shows in a fiftieth of the time.
_MAY_TELL = Late(f"[{_CHARACTERS}{''.join(SCRIPTS.values())}]")
_WORDS = {
    language: frozenset(
        word.encode() for word in (*FUNCTION_WORDS.get(language, ()), *FUNCTION_CHARACTERS.get(language, ""))
    )
    for language in Language
}


class _Shares(dict[bytes, Mapping[Language, int]]):
    """The languages that each word tells, and what it counts for each; a word in a script of one language, that one."""

    def __missing__(self, word: bytes) -> Mapping[Language, int]:
        telling = _TELLING.match(word.decode())
        return {Language((telling and telling.lastgroup) or Language.JAPANESE): UNIT}


_OWNERS: dict[bytes, tuple[Language, ...]] = {}
for _language, _words in _WORDS.items():
    for _word in _words:
        _OWNERS[_word] = (*_OWNERS.get(_word, ()), _language)
_ALL_WORDS = frozenset(_OWNERS)
# What a word of one language counts. Shares of it are whole, so that no sum depends on the order of the words.
UNIT = lcm(*map(len, _OWNERS.values()))
# Words of the same languages have one mapping, so that the few mappings stay in the processor's cache.
_EQUAL = {owners: dict.fromkeys(owners, UNIT // len(owners)) for owners in frozenset(_OWNERS.values())}
_SHARES = _Shares((word, _EQUAL[owners]) for word, owners in _OWNERS.items())


class Languages(NamedTuple):
    """The languages of a text, the likeliest first.

    `own` are those that it is written in. `others` are those that some lines of it may be in, such as the site's menu,
    or, if no language of its own was found, those at which its few words hint. `decided_by` says how `own` was found.
    """

    own: tuple[Language, ...] = ()
    others: tuple[Language, ...] = ()
    decided_by: str = "too few function words"

    def __str__(self) -> str:
        """
        >>> str(Languages((Language.GERMAN,), (Language.ENGLISH,), "41 of its function words"))
        'German (41 of its function words), English on some lines'
        """
        own = f"{_names(self.own) or 'unknown'} ({self.decided_by})"
        return f"{own}, {_names(self.others)} on some lines" if self.others else own

    def also(self, later: "Languages") -> "Languages":
        """These, and all of `later` that are not among them as languages of some lines.

        >>> str(Languages((Language.GERMAN,)).also(Languages((Language.ENGLISH, Language.GERMAN))))
        'German (too few function words), English on some lines'
        """
        more = [language for language in (*later.own, *later.others) if language not in (*self.own, *self.others)]
        return self._replace(others=(*self.others, *more)) if more else self


UNKNOWN_LANGUAGES = Languages()


def identify(lines: Sequence[str]) -> Languages:
    """The languages of a text, given as its lines.

    >>> identify(["Der Rat vertagte die Sitzung, weil es nicht genug Stühle gab."]).own
    (<Language.GERMAN: 'de'>,)
    """
    long = [line for line in lines if len(line) > SHORT]
    short = [line for line in lines if len(line) <= SHORT]
    found, scores = _told(_sample(long if _length(long) >= ENOUGH else [*long, *short]))
    own = _likeliest(scores, LEAST)
    if not own:
        return Languages(others=_likeliest(scores, HINT))
    unowned = (found | _known(_sample(short))).difference(*map(_WORDS.__getitem__, own))
    foreign = [word for word in unowned if _SHARES[word].keys().isdisjoint(own)]
    count = len(found & _WORDS[own[0]])
    evidence = f"{count} of its function words" if own[0] in FUNCTION_WORDS else "its script"
    others = _likeliest(_scores(foreign), LEAST) if len(foreign) >= LEAST else ()
    return Languages(own, others, evidence)


def shows(line: str, language: Language, beside: Language) -> bool:
    """Whether a line has a word that tells a language and not the language `beside`.

    >>> shows("Mehr in der Zeitung", Language.GERMAN, beside=Language.ENGLISH)
    True
    >>> shows("Newsletter in 2024", Language.GERMAN, beside=Language.ENGLISH)
    False
    """
    return any(language in _SHARES[word] and beside not in _SHARES[word] for word in _known(line))


def _length(lines: Sequence[str]) -> int:
    """The length of the joined lines."""
    return sum(map(len, lines)) + len(lines) - 1


def _sample(lines: Sequence[str]) -> str:
    """What is read of the lines: half of it from their beginning, half from their middle. A long text is not joined."""
    length = _length(lines)
    if length <= SAMPLE:
        return "\n".join(lines)
    starts = starts_of(lines)
    return f"{_half(lines, starts, 0)}\n{_half(lines, starts, length // 2)}"


def _half(lines: Sequence[str], starts: Sequence[int], start: int) -> str:
    """Half a sample of the joined lines, from this offset on."""
    end = start + SAMPLE // 2
    first, last = bisect_right(starts, start) - 1, bisect_left(starts, end)
    return "\n".join(lines[first:last])[start - starts[first] : end - starts[first]]


@lru_cache(maxsize=1)  # what rules leave of a text mostly has the same longer lines
def _told(sample: str) -> tuple[frozenset[bytes], Mapping[Language, int]]:
    """The words in a sample that tell a language, and what they count for each language."""
    found = _known(sample)
    return found, _scores(found)


def _known(text: str) -> frozenset[bytes]:
    """The words of a text that tell a language, each once."""
    # Bytes are cut into words in a quarter of the time that a regular expression takes.
    found = _ALL_WORDS.intersection(text.lower().encode().translate(_AS_SPACE).split())
    if text.isascii() or not (_FAR_FROM_LATIN.search(text) and _MAY_TELL.search(text)):
        return found
    return found.union([match[0].encode() for match in _TELLING.finditer(text)])


def _scores(words: Iterable[bytes]) -> dict[Language, int]:
    scores: dict[Language, int] = {}
    for word in words:
        for language, share in _SHARES[word].items():
            scores[language] = scores.get(language, 0) + share
    return scores


def _likeliest(scores: Mapping[Language, int], least: float) -> tuple[Language, ...]:
    least = max(least * UNIT, SHARE * max(scores.values(), default=0))
    return tuple(sorted([each for each in scores if scores[each] >= least], key=lambda each: (-scores[each], each)))


def _names(languages: Iterable[Language]) -> str:
    return " and ".join(language.english_name for language in languages)
