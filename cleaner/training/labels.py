"""Labels lines: the share of article text in each, by the reference text of the page."""

import re
from collections.abc import Sequence

CJK = "\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
WORD = re.compile(rf"[{CJK}]|[^\W{CJK}]+")
# Words of a run that is looked up in the reference: two texts rarely share five words in a row by chance. Chosen by
# hand.
SHINGLE = 5


def words(text: str) -> list[str]:
    """The words of a text in lower case; each CJK character is one.

    >>> words("It's 日本, No. 2")
    ['it', 's', '日', '本', 'no', '2']
    """
    return WORD.findall(text.lower())


class Reference:
    """The reference text of a page, and all its runs of up to SHINGLE words."""

    def __init__(self, text: str) -> None:
        self.words = words(text)
        self._shingles = {
            tuple(self.words[i : i + n]) for n in range(1, SHINGLE + 1) for i in range(len(self.words) - n + 1)
        }

    def share(self, line: Sequence[str]) -> float:
        """The share of a line's runs of SHINGLE words that the reference has too; a shorter line is one run.

        >>> Reference("The bridge was closed on Monday.").share(words("The bridge was closed on Tuesday"))
        0.5
        """
        n = min(SHINGLE, len(line))
        runs = len(line) - n + 1
        return sum(tuple(line[i : i + n]) in self._shingles for i in range(runs)) / runs if n else 0.0
