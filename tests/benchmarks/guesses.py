"""Measure how often the encoding of a text is guessed wrongly on a folder of collections; README.md describes it.

Each window of a text is written in an encoding and read again. It is wrong if one character differs.
"""

import gzip
import json
import random
import sys
from argparse import ArgumentParser
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import regex

from cleaner.errors import DocumentError
from cleaner.text.decode import decode
from cleaner.text.languages import identify

# The encodings in which texts are found that are not UTF-8, each with the languages that were written in it.
WESTERN = ("da", "de", "en", "es", "fi", "fr", "it", "nl", "no", "pt", "sv")
CENTRAL = ("cs", "hr", "hu", "pl", "ro", "sk", "sl")
LANGUAGES: Mapping[str, Sequence[str]] = {
    "windows-1250": CENTRAL,
    "windows-1251": ("bg", "ru", "sr", "uk"),
    "windows-1252": WESTERN,
    "windows-1254": ("tr",),
    "windows-1255": ("he",),
    "windows-1256": ("ar", "fa", "ur"),
    "windows-874": ("th",),
    "iso-8859-2": CENTRAL,
    "iso-8859-5": ("bg", "ru", "sr"),
    "iso-8859-7": ("el",),
    "iso-8859-9": ("tr",),
    "koi8-r": ("ru",),
    "koi8-u": ("uk",),
    "shift_jis": ("ja",),
    "euc-jp": ("ja",),
    "euc-kr": ("ko",),
    "gb18030": ("zh-hans",),
    "big5": ("zh-hant",),
}
CODECS = {"windows-874": "cp874", "shift_jis": "cp932", "euc-kr": "cp949"}
# Characters of a text. A tweet or a caption; a short article; a long one.
LENGTHS = (200, 1000, 4000)
WINDOWS = 300
SEED = 10
# Characters that an encoding lacks are written as people wrote them in it: those in the table by their neighbour, and
# of all others at most one in this many is left out. Chosen by hand.
LACKED = 100
NEIGHBOURS = str.maketrans("ȘșȚț\u06cc‘’“”„–—−…•\u00a0\u202f", 'ŞşŢţ\u064a\'\'"""---.*  ')
# Languages that are told by their script alone, where a collection does not name them.
SCRIPTS = {"ko": r"\p{Hangul}", "he": r"\p{Hebrew}", "th": r"\p{Thai}", "ja": r"[\p{Hiragana}\p{Katakana}]"}
SCRIPTS |= {"zh": r"\p{Han}", "el": r"\p{Greek}"}
# Share of a text's letters that is in such a script. Chosen by hand.
MOSTLY = 0.3


def texts(collections: Path) -> dict[str, list[str]]:
    """The texts of all languages in a folder of collections."""
    found = defaultdict(list)
    for pattern in ("clean/*.jsonl.gz", "pages/*/gold.jsonl.gz", "corpora/*/*.jsonl.gz"):
        for path in sorted(collections.glob(pattern)):
            with gzip.open(path, "rt", encoding="utf-8") as file:
                for row in map(json.loads, file):
                    if text := row.get("text"):
                        found[_language(text, row.get("lang"))].append(text)
    return found


def _language(text: str, said: str | None) -> str:
    own = identify(text.splitlines()).own
    language = said or (own[0].value if own else _by_script(text))
    if language != "zh":
        return language
    lost = {codec: len(text) - len(text.encode(codec, "ignore").decode(codec)) for codec in ("gb2312", "big5")}
    return "zh-hans" if lost["gb2312"] <= lost["big5"] else "zh-hant"


def _by_script(text: str) -> str:
    letters = len(regex.findall(r"\p{L}", text))
    return next((key for key, script in SCRIPTS.items() if len(regex.findall(script, text)) > MOSTLY * letters), "")


def windows(sources: Mapping[str, Sequence[str]], encoding: str, length: int) -> Iterator[str]:
    """Windows of texts that the encoding holds, each with a letter beyond ASCII; as many of each language."""
    languages = [language for language in LANGUAGES[encoding] if sources.get(language)]
    chosen = random.Random(f"{SEED} {encoding} {length}")  # noqa: S311 (nothing is secret)
    per_language = {
        language: [text for text in sources[language] if len(text) >= length] or ["\n".join(sources[language])]
        for language in languages
    }
    made = 0
    for attempt in range(WINDOWS * 100):
        if made == WINDOWS or not languages:
            return
        candidates = per_language[languages[attempt % len(languages)]]
        text = chosen.choices(candidates, [max(1, len(each) - length + 1) for each in candidates])[0]
        start = chosen.randrange(max(1, len(text) - length + 1))
        window = written(text[start : start + length], encoding)
        if window and not window.isascii():
            made += 1
            yield window


def written(text: str, encoding: str) -> str:
    """The text as it can be written in an encoding; "" if more than one character in `LACKED` would be left out."""
    codec = CODECS.get(encoding, encoding)
    held = "".join(each if _holds(codec, each) else each.translate(NEIGHBOURS) for each in text)
    kept = held.encode(codec, "ignore").decode(codec)
    return kept if len(held) - len(kept) <= len(held) / LACKED else ""


def _holds(codec: str, character: str) -> bool:
    try:
        return character.encode(codec).decode(codec) == character
    except UnicodeError:
        return False


def share_wrong(made: Sequence[str], encoding: str) -> float:
    """The share of windows whose text is read differently from the truth."""
    codec = CODECS.get(encoding, encoding)
    return sum(_read(each.encode(codec)) != each for each in made) / len(made)


def _read(data: bytes) -> str:
    try:
        return decode(data).text
    except DocumentError:
        return ""


def rows(sources: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """A Markdown table of the shares; a language without texts is named, and an encoding without any has no figures."""
    yield "| encoding | languages | " + " | ".join(f"{length:,} characters" for length in LENGTHS) + " |"
    yield "| --- | --- |" + " ---: |" * len(LENGTHS)
    shares: dict[int, list[float]] = {length: [] for length in LENGTHS}
    for encoding, languages in LANGUAGES.items():
        there = ", ".join(language for language in languages if sources.get(language))
        missing = ", ".join(language for language in languages if not sources.get(language))
        cells = []
        for length in LENGTHS:
            made = list(windows(sources, encoding, length))
            if made:
                shares[length].append(share_wrong(made, encoding))
            cells.append(f"{shares[length][-1]:.1%}" if made else "–")
        texts_of = " ".join(filter(None, [there, f"(no texts: {missing})" if missing else ""]))
        yield f"| {encoding} | {texts_of} | {' | '.join(cells)} |"
    means = (f"{sum(each) / len(each):.2%}" if each else "–" for each in shares.values())
    yield f"| mean | | {' | '.join(means)} |"


if __name__ == "__main__":
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("collections", type=Path, help="the folder that holds the collections")
    for row in rows(texts(parser.parse_args().collections)):
        sys.stdout.write(f"{row}\n")
