r"""What a text needs to know of writing systems: where a sentence ends, and which scripts put no space between words.

The one place for these; Unicode names of the marks stand beside them. Ranges are written as inside a character class.
"""

import re

from cleaner.text.late import Late

# Kana, which only Japanese has.
KANA = "\u3040-\u30ff"
# Kana and Chinese characters. One stands for a word, or for about two and a half letters of an alphabet.
KANA_AND_HAN = KANA + "\u3400-\u9fff\uf900-\ufaff"
# Korean syllables. One stands for two or three letters, and words have spaces between them.
HANGUL = "\uac00-\ud7af"
# Scripts that one language alone has, nearly: the letters, without digits.
BENGALI = "\u0980-\u09e3"
GREEK = "\u0370-\u03ff\u1f00-\u1fff"
HEBREW = "\u05d0-\u05ea"
THAI = "\u0e01-\u0e3a\u0e40-\u0e4e"
# Thai, Lao, Burmese and Khmer: letters as in an alphabet, no spaces between words.
SOUTH_EAST_ASIAN = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"
# Chinese and Japanese punctuation, radicals, phonetic and full-width signs.
CJK_SIGNS = "\u2e80-\u303f\u3100-\u33ff\uff00-\uffef"

CJK = Late(f"[{KANA_AND_HAN}]")
# What counts as a word where no space shows one: a Chinese character, a kana, or up to five letters of Thai or its
# neighbours. Chosen by hand. All begin with one class, because `re` finds such a pattern in a twentieth of the time.
UNSPACED_WORD = Late(f"[{KANA_AND_HAN}{SOUTH_EAST_ASIAN}](?:(?<=[{SOUTH_EAST_ASIAN}])[{SOUTH_EAST_ASIAN}]{{0,4}})?")
# Letters of an alphabet for which a Chinese, Japanese or Korean character stands. Chosen by hand; not measured.
LETTERS_PER_SYLLABLE = 2.5
SYLLABLES = Late(f"[{KANA_AND_HAN}{HANGUL}]")
# Characters beside which no space is owed.
UNSPACED = Late(f"[{SOUTH_EAST_ASIAN}{CJK_SIGNS}{KANA_AND_HAN}]")
# What texts in other scripts do not have, and any of the above is in: U+0E00 to U+1FFF and U+2E80 to U+FFFF. `re` takes
# time for each character that a class names: 1 ms for the others, and 10 for these.
_FAR = re.compile("[^\x00-\u0dff\u2000-\u2e7f\U00010000-\U0010ffff]")
# Thai and Lao have no sign for the end of a sentence, and Khmer and Burmese texts often leave theirs out.
STOPLESS = Late(f"[{SOUTH_EAST_ASIAN}]")

# Marks that end a sentence when white space follows: full stop, ellipsis, exclamation and question mark; Armenian full
# stop; Arabic question mark, Urdu full stop; danda and double danda; Burmese section; Ethiopic full stop and question
# mark; Khmer khan and bariyoosan.
STOPS = ".…!?\u0589\u061f\u06d4\u0964\u0965\u104b\u1362\u1367\u17d4\u17d5"
# Marks that end a sentence wherever they stand: CJK full stop; full-width exclamation mark, full stop, question mark.
WIDE_STOPS = "。！．？"
# Quotation marks and brackets that may follow a stop. `"`, `'` and `“` may also open.
CLOSING = ")]}”’»」』）】》"
MAYBE_CLOSING = "\"'“"
# What Markdown puts around words.
EMPHASIS = "*_"

ENDS = frozenset(STOPS + WIDE_STOPS)
AFTER_STOP = CLOSING + MAYBE_CLOSING + EMPHASIS
_AFTER = "[" + re.escape(AFTER_STOP) + "]*"
# All stops stand in one class, because `re` finds a pattern that begins with a class in a third of the time.
SENTENCE_END = Late(rf"[{re.escape(STOPS)}{WIDE_STOPS}](?:(?<=[{WIDE_STOPS}]){_AFTER}|{_AFTER}(?=\s|$))")
# First UTF-8 bytes of all scripts besides Latin, Greek and Cyrillic: U+0500 to U+07FF (Armenian, Hebrew, Arabic and
# others) and from U+0800 on, except general punctuation and signs (E2).
OTHER_SCRIPTS = bytes({*range(0xD4, 0xE0), *range(0xE0, 0xF5)} - {0xE2})


def ends_sentence(line: str) -> bool:
    """Whether a line ends as a sentence does, quotation marks, brackets and white space at its end aside.

    >>> [ends_sentence(line) for line in ("It rained.", "“It rained.” ", "यह ठीक है।", "雨だ。", "Menu", "(1979)")]
    [True, True, True, True, False, False]
    """
    if not line:
        return False
    return line[-1] in ENDS or line.rstrip(_TRIMMED)[-1:] in ENDS


def letters(text: str) -> float:
    """The letters in a text; a Chinese, Japanese or Korean character counts as LETTERS_PER_SYLLABLE.

    >>> letters("See also: 3"), letters("雨だ。")
    (7, 5.0)
    """
    return sum(map(str.isalpha, text)) + (0 if text.isascii() else _beyond_one(text))


def length(text: str) -> float:
    """The characters in a text; a Chinese, Japanese or Korean one counts as LETTERS_PER_SYLLABLE.

    >>> length("It rained."), length("雨だ。")
    (10, 6.0)
    """
    return len(text) if text.isascii() else len(text) + _beyond_one(text)


def _beyond_one(text: str) -> float:
    """What syllables count as, less one each."""
    return (LETTERS_PER_SYLLABLE - 1) * len(SYLLABLES.findall(text)) if _FAR.search(text) else 0


def has_unspaced(text: str) -> bool:
    """Whether a text has a character beside which no space is owed.

    >>> has_unspaced("“Rain”"), has_unspaced("“雨”")
    (False, True)
    """
    return not text.isascii() and _FAR.search(text) is not None and UNSPACED.search(text) is not None


def has_other_script(data: bytes) -> bool:
    """Whether a text (as UTF-8) holds a script besides Latin, Greek and Cyrillic, which may have stops of its own.

    A text without one has no character that counts for several letters, and no line without stops.
    """
    return len(data) != len(data.translate(None, OTHER_SCRIPTS))


def is_stopless(line: str) -> bool:
    """Whether most of a line is in a script that writes no stops.

    >>> is_stopless("ฝนตกทั้งคืน"), is_stopless("The sign says ห้าม.")
    (True, False)
    """
    return 2 * len(STOPLESS.findall(line)) > len(line)


# Bytes: spaces and line ends as a space, all else as a letter.
AS_WORDS = bytes(ord(" ") if code in b" \n" else ord("x") for code in range(256))


def word_count(text: str) -> int:
    """The number of words between white space, and of UNSPACED_WORD.

    >>> word_count("It rained."), word_count("雨だ。"), word_count("ฝนตกทั้งคืน")
    (2, 3, 4)
    """
    return len(text.split()) + unspaced_words(text)


def unspaced_words(text: str) -> int:
    """The number of UNSPACED_WORD in a text."""
    return 0 if text.isascii() else len(UNSPACED_WORD.findall(text))


_TRIMMED = AFTER_STOP + " \t"
