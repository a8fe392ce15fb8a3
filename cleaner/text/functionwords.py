"""The languages that a text can be found to be in, and what shows them: function words, or a script of their own."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from cleaner.text.scripts import BENGALI, GREEK, HANGUL, HEBREW, KANA, THAI
from cleaner.text.wordlists import eastern, further, germanic, romance, slavic


class Language(StrEnum):
    """A language that a text can be found to be in, by its code."""

    ARABIC = "ar"
    BULGARIAN = "bg"
    BENGALI = "bn"
    CATALAN = "ca"
    CZECH = "cs"
    DANISH = "da"
    GERMAN = "de"
    GREEK = "el"
    ENGLISH = "en"
    SPANISH = "es"
    PERSIAN = "fa"
    FINNISH = "fi"
    FRENCH = "fr"
    HEBREW = "he"
    HINDI = "hi"
    CROATIAN_OR_SERBIAN = "hr"
    HUNGARIAN = "hu"
    INDONESIAN_OR_MALAY = "id"
    ITALIAN = "it"
    JAPANESE = "ja"
    KOREAN = "ko"
    DUTCH = "nl"
    NORWEGIAN = "no"
    POLISH = "pl"
    PORTUGUESE = "pt"
    ROMANIAN = "ro"
    RUSSIAN = "ru"
    SLOVAK = "sk"
    SWEDISH = "sv"
    SWAHILI = "sw"
    THAI = "th"
    TURKISH = "tr"
    UKRAINIAN = "uk"
    URDU = "ur"
    VIETNAMESE = "vi"
    CHINESE = "zh"

    @property
    def english_name(self) -> str:
        """
        >>> Language.GERMAN.english_name, Language.CROATIAN_OR_SERBIAN.english_name
        ('German', 'Croatian or Serbian')
        """
        return " or ".join(name.capitalize() for name in self.name.split("_OR_"))


# Written by hand for this project, 60 to 130 for each language, in lower case.
FUNCTION_WORDS: Mapping[Language, frozenset[str]] = MappingProxyType(
    {
        Language(code): frozenset(words.split())
        for family in (germanic, romance, slavic, further, eastern)
        for code, words in family.WORDS.items()
    }
)

# The languages whose script no other of these languages has.
SCRIPTS: Mapping[Language, str] = MappingProxyType(
    {
        Language.BENGALI: BENGALI,
        Language.GREEK: GREEK,
        Language.HEBREW: HEBREW,
        Language.JAPANESE: KANA,
        Language.KOREAN: HANGUL,
        Language.THAI: THAI,
    }
)
# Chinese characters stand for words; those that both languages use show neither alone. Written by hand, in simplified
# and traditional form.
FUNCTION_CHARACTERS: Mapping[Language, str] = MappingProxyType(
    {
        Language.CHINESE: (
            "这這个們们你您她它吗嗎没沒说說还還让讓很哪呢吧把啊么麼给給为為从從对于於与與将將已并並被但却卻则則该也了的是在后时會來到过只又虽雖"
        ),
        Language.JAPANESE: "的了是在被到与給為将",
    }
)
