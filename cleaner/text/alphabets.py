"""The letters beyond ASCII of the languages that were written in other encodings than UTF-8.

They tell whether a reading of bytes is plausible: Hungarian has ő but not õ, and no language has ½ within a word.
"""

import re
from functools import cache

# Small letters, those of common loan words included, by ISO 639 code. Written by hand from the orthographies.
LATIN = {
    "br": "âêîôûùüñé",
    "cs": "áčďéěíňóřšťúůýž",
    "cy": "âêîôûŵŷäëïöáéíóú",
    "da": "æøåé",
    "de": "äöüßé",
    "en": "éèêëàâáäåæçïíñóôöøœüú",
    "eo": "ĉĝĥĵŝŭ",
    "es": "áéíóúüñªº",
    "et": "äöüõšž",
    "fi": "äöåšž",
    "fr": "àâæçéèêëîïôœùûüÿ",
    "ga": "áéíóú",
    "hr": "čćđšž",
    "hu": "áéíóöőúüű",
    "id": "é",
    "is": "áðéíóúýþæö",
    "it": "àèéìíîòóùú",
    "lt": "ąčęėįšųūž",
    "lv": "āčēģīķļņōŗšūž",
    "ms": "é",
    "mt": "ċġħżàèìòù",
    "nl": "éèëïöóüáàêçíúîäñ",
    "no": "æøåéèêóòâôü",
    "pl": "ąćęłńóśźż",
    "pt": "áâãàçéêíóôõúüªº",
    "ro": "ăâîșşțţ",
    "sk": "áäčďéíĺľňóôŕšťúýž",
    "sl": "čšžćđ",
    "sv": "åäöéàü",
    "tr": "çğıöşüâîûi̇",
    "vi": "àáâãèéêìíòóôõùúýăđĩũơư\u0300\u0301\u0303\u0309\u0323",
}
# Ranges of the letters of other scripts, as inside a character class. Chinese, Japanese and Korean have signs of their
# own.
CYRILLIC, ARABIC = "\u0400-\u04ff", "\u0600-\u06ff\u200c-\u200f"
WIDE = "\u3000-\u30ff\u3400-\u9fff\ufe30-\ufe4f\uff00-\uffef"
OTHERS = {
    **dict.fromkeys(("be", "bg", "mk", "ru", "sr", "uk"), CYRILLIC),
    **dict.fromkeys(("ar", "fa"), ARABIC),
    "el": "\u0370-\u03ff",
    "he": "\u0590-\u05ff\u200e\u200f",
    "th": "\u0e00-\u0e7f",
    **dict.fromkeys(("ja", "zh"), WIDE),
    "ko": "\u1100-\u11ff\uac00-\ud7af" + WIDE,
}
# Signs that any language may have, and those of them that may stand within a word.
SIGNS = "\u00a0\u00ad«»‹›“”„‚‘’–—…•·°§©®™€£×±µ¿¡½¼¾²³†"
IN_WORDS = "\u00ad‘’–—…·"
BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")
# What no language has: a Greek, Cyrillic, Hebrew or Arabic letter beside a Latin one, or, but for a few words, alone; a
# Chinese character, or a sign, within a Latin word.
NOWHERE = (
    "(?<=[A-Za-z])[\u0370-\u06ff]|[\u0370-\u06ff](?=[A-Za-z])|(?<![\u0370-\u06ff])[\u0370-\u06ff](?![\u0370-\u06ff])"
    rf"|(?<=[a-z])[{WIDE}](?=[a-z])|(?<=[^\W\d_])[^\w\s\x00-\x7f{IN_WORDS}](?=[^\W\d_])"
)


def oddness(text: str, language: str | None) -> float:
    """The share, from 0 to 1, of the characters beyond ASCII that the language does not have, or not there.

    >>> oddness("külsõ csatorna", "hu"), oddness("külső csatorna", "hu")
    (0.5, 0.0)
    """
    beyond = len(BEYOND_ASCII.findall(text))
    return min(1.0, len(_odd(language).findall(text)) / beyond) if beyond else 0.0


@cache
def _odd(language: str | None) -> re.Pattern[str]:
    small = LATIN.get(language or "", "")
    letters = small + small.upper() or OTHERS.get(language or "", "")
    return re.compile(rf"[^\x00-\x7f{letters}{SIGNS}]|{NOWHERE}")
