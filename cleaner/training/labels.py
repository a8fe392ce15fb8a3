"""Labels lines: the share of article text in each, by the reference text of the page."""

import re
from collections.abc import Iterator, Sequence

from cleaner.text.scripts import KANA_AND_HAN

WORD = re.compile(rf"[{KANA_AND_HAN}]|[^\W{KANA_AND_HAN}]+")
# Words of a run that is looked up in the reference: two texts rarely share five words in a row by chance. Chosen by
# hand.
SHINGLE = 5
# Words of a line from which it is looked up alone: "Sport" in a menu and "sport" in an article are not the same line.
# Chosen by hand.
ALONE = 3


def words(text: str) -> list[str]:
    """The words of a text in lower case; each CJK character is one.

    >>> words("It's 日本, No. 2")
    ['it', 's', '日', '本', 'no', '2']
    """
    return WORD.findall(text.lower())


class Reference:
    """The reference text of a page, all its runs of up to SHINGLE words, and the words of its headline, if known."""

    def __init__(self, text: str, title: Sequence[str] = ()) -> None:
        self.words, self.title = words(text), title
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

    def shares(self, lines: Sequence[Sequence[str]]) -> Iterator[float]:
        """The share of each line, given in order. A line of a word or two must stand beside its neighbour's words.

        >>> list(Reference("Our bridge. Sport is out.").shares([["our", "bridge"], ["sport"], ["news"], ["out"]]))
        [1.0, 1.0, 0.0, 0.0]
        """
        for row, line in enumerate(lines):
            if len(line) >= ALONE:
                yield self.share(line)
            else:
                room = SHINGLE - len(line)
                above = lines[row - 1][-room:] if row else ()
                below = lines[row + 1][:room] if row + 1 < len(lines) else ()
                runs = ([*above, *line] if above else [], [*line, *below] if below else [])
                yield max(map(self.share, runs)) if line else 0.0
