"""The encoding of bytes that nothing names: a detector proposes, and the letters of the language decide."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from cleaner.text.alphabets import oddness

# The encodings that texts on the web and in corpora have, as the detector names them; of those that give the same text
# the first is named. The standard's other encodings are rarer than a text that looks like them.
CANDIDATES = (
    *("cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp1258", "cp874"),
    *("iso8859-2", "iso8859-4", "iso8859-5", "iso8859-7", "iso8859-8", "iso8859-13", "iso8859-15", "iso8859-16"),
    *("koi8-r", "koi8-u", "cp866", "cp932", "euc_jis_2004", "cp949", "gb18030", "big5hkscs"),
)
# The detector's Japanese encoding has characters that browsers do not read by it.
CODECS = {"euc_jis_2004": "euc_jp"}
PREFERENCE = tuple(CODECS.get(name, name) for name in CANDIDATES)
BEYOND_ASCII = re.compile(rb"[\x80-\xff]")
CONTROLS = frozenset(map(chr, range(0x80, 0xA0)))
# A reading is plausible if no larger share of its characters beyond ASCII is foreign to its language, and if the
# detector's confidence is at least this share of that in the likeliest reading. Of windows of 200 characters 0.82 % are
# read wrongly without this choice, 0.57 % with 0.7, 0.53 % with 0.5 and 0.57 % with 0.3; with 0.1 or 0.35 of foreign
# characters 0.57 % and 0.71 %.
FOREIGN, CONFIDENT = 0.2, 0.5
# A text with no more bytes beyond ASCII is read by the most common codec, unless the detector's confidence in it is
# below this share of that in the likeliest reading. Of 428 windows with at most five such bytes, 15 are read wrongly
# so, 15 with one byte less, 16 with 0.7 and 19 with 0.5.
FEW, NEARLY = 3, 0.8
# Bytes, and the share of all bytes, that may be damaged in a text: it was cut within a character. Chosen by hand.
DAMAGED_BYTES, DAMAGED = 4, 0.01


class Reading(NamedTuple):
    """A text that the bytes may be, by which codec, the detector's confidence from 0 to 1, and its language."""

    text: str
    codec: str
    confidence: float
    language: str | None


def guess(data: bytes) -> str | None:
    """The codec that most likely decodes these bytes; None if none does.

    >>> guess("A kikötő külső csatornája őszig szünetel.".encode("cp1250"))
    'cp1250'
    """
    readings = _readings(data)
    best = (
        _of_few_bytes(data, readings) or _plausible(readings) or _plausible(_mended(data)) or next(iter(readings), None)
    )
    if best is None:
        return None
    return min([each.codec for each in readings if each.text == best.text] or [best.codec], key=PREFERENCE.index)


def _of_few_bytes(data: bytes, readings: Sequence[Reading]) -> Reading | None:
    """The reading by the most common codec, if it is plausible and there is little that could speak against it."""
    if len(BEYOND_ASCII.findall(data)) > FEW:
        return None
    nearly = [each for each in readings if each.confidence >= NEARLY * readings[0].confidence]
    return _plausible([each for each in nearly if each.codec == PREFERENCE[0]])


def _plausible(readings: Sequence[Reading]) -> Reading | None:
    """The likeliest reading whose language has its letters."""
    likely = (each for each in readings if each.confidence >= CONFIDENT * readings[0].confidence)
    return next((each for each in likely if oddness(each.text, each.language) <= FOREIGN), None)


def _mended(data: bytes) -> list[Reading]:
    """The readings that a few damaged bytes forbid, the likeliest first: those of the data without these bytes."""
    readings = []
    for codec in PREFERENCE:
        sound = data.decode(codec, "ignore").encode(codec, "ignore")
        if sound and 0 < len(data) - len(sound) <= max(DAMAGED_BYTES, DAMAGED * len(data)):
            readings += [each for each in _readings(sound)[:1] if each.codec == codec]
    return sorted(readings, key=lambda each: -each.confidence)


def _readings(data: bytes) -> list[Reading]:
    """The texts without control characters that the bytes may be, the likeliest first."""
    from chardet import detect_all  # takes 0.2 s to import, which valid UTF-8 never pays

    readings = []
    for found in detect_all(data, include_encodings=CANDIDATES, no_match_encoding=CANDIDATES[0], compat_names=False):
        name = found["encoding"]
        codec = CODECS.get(name or "", name)
        text = _text(data, codec) if codec else ""
        if codec and text and CONTROLS.isdisjoint(text):
            readings.append(Reading(text, codec, found["confidence"], found["language"]))
    return readings


def _text(data: bytes, codec: str) -> str:
    try:
        return data.decode(codec)
    except UnicodeDecodeError:
        return ""
