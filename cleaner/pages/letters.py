"""Letters that trafilatura damages: it drops joiners and other format characters, and composes what is decomposed."""

import re
from collections.abc import Iterator
from copy import copy
from unicodedata import category, is_normalized, normalize

import regex

from cleaner.pages.page import Tree

# White space, marks, and format, control and unassigned characters.
LIGHT = regex.compile(r"[\s\p{M}\p{C}]+")
# Variation selectors 17 to 256 stand in for endangered characters. No page has more kinds of these; trafilatura keeps a
# variation selector, as it is printable, and composes no character with one.
STAND_INS = range(0xE0100, 0xE01F0)
# Vowels and final consonants of Korean, which compose with the letter before them.
JAMO = "\u1160-\u11ff"
# The space before a suffix in Mongolian, which shapes the letters beside it; also before signs in French.
NARROW_SPACE = "\u202f"
WIDE_SPACES = re.compile(rf"[^\S{NARROW_SPACE}]+")
COMPOSING = regex.compile(rf"[\p{{M}}{JAMO}]")
# Control characters, which lxml rejects when a text is written; white space is none of them here.
CONTROLS = dict.fromkeys({*range(0x20), 0x7F} - {*b"\t\n\f\r"})
# Format characters as JSON escapes; a backslash before one means that it is none.
ESCAPED = re.compile(r"(?<!\\)\\u(00ad|06(?:0[0-5]|1c|dd)|180e|20(?:0[b-f]|2[a-e]|6[0-9a-f])|feff)", re.IGNORECASE)


# The last of the characters whose entries are kept: nearly all of any text. They take less than 10 MB.
MOST_KEPT = 0xFFFF


class _Bare(dict[int, str]):
    """The letters of each character, without LIGHT characters."""

    def __missing__(self, code: int) -> str:
        # A letter that is newer than this Python is not printable; trafilatura drops it.
        bare = "".join(filter(str.isprintable, LIGHT.sub("", normalize("NFD", chr(code)))))
        bare = normalize("NFC", bare)
        if code <= MOST_KEPT:
            self[code] = bare
        return bare


BARE = _Bare()


def skeleton(text: str) -> str:
    r"""The text without LIGHT characters: what text and damaged text have in common.

    >>> skeleton("Abend\u00adlied am See"), skeleton("caf\u00e9"), skeleton("cafe\u0301")
    ('AbendliedamSee', 'cafe', 'cafe')
    """
    if text.isascii():
        return "".join(text.split())
    return normalize("NFC", text.translate(BARE))


def collapsed(text: str) -> str:
    """The text with a single space for each run of white space, and none at its ends; narrow spaces stay."""
    if NARROW_SPACE not in text:
        return " ".join(text.split())
    return WIDE_SPACES.sub(" ", text.strip())


def shielded(tree: Tree) -> tuple[Tree, dict[int, str]]:
    """The tree with stand-ins for what trafilatura would damage, and what each stands for.

    It is the same tree if nothing is in danger, and a copy otherwise.
    """
    tree = _with_plain_json(tree)
    text = "".join(tree.itertext())
    unused = (chr(number) for number in STAND_INS if chr(number) not in text)
    stand_ins = dict(zip(sorted(_endangered(text)), unused, strict=False))
    if not stand_ins:
        return tree, {}
    tree = copy(tree)
    table = CONTROLS | str.maketrans(stand_ins)
    for element in tree.iter():
        if element.text and not element.text.isascii():
            element.text = element.text.translate(table)
        if element.tail and not element.tail.isascii():
            element.tail = element.tail.translate(table)
    return tree, {ord(stand_in): char for char, stand_in in stand_ins.items()}


def restored(text: str, stand_ins: dict[int, str]) -> str:
    """The text with what each stand-in stands for, without white space at line ends or lines of LIGHT alone."""
    lines = [line.rstrip() for line in text.translate(stand_ins).split("\n")]
    return "\n".join(line for line in lines if not line or skeleton(line))


def _endangered(text: str) -> Iterator[str]:
    """The characters, each once, that trafilatura would drop, or change as it composes the text."""
    if text.isascii():
        return
    decomposed = not is_normalized("NFC", text)
    for char in set(text):
        dropped = char == NARROW_SPACE or category(char) in ("Cf", "Cn")
        if dropped or (decomposed and (COMPOSING.match(char) or not is_normalized("NFC", char))):
            yield char


def _with_plain_json(tree: Tree) -> Tree:
    """The tree, or a copy in which the article as data has format characters for their escapes."""
    if not any(ESCAPED.search(script.text) for script in _data(tree)):
        return tree
    tree = copy(tree)
    for script in _data(tree):
        script.text = ESCAPED.sub(lambda escape: chr(int(escape[1], 16)), script.text).translate(CONTROLS)
    return tree


def _data(tree: Tree) -> list[Tree]:
    return [script for script in tree.iter("script") if script.text and "ld+json" in script.get("type", "")]
