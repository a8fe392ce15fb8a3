"""Whether there is anything to judge in a text: most texts are prose nearly throughout, and pay no more than this."""

from collections.abc import Sequence

from cleaner.text.scripts import ends_sentence

# Fewer lines, or fewer characters, give no picture of a page.
LEAST_LINES, LEAST_CHARACTERS = 10, 1000
# No page has so many lines: it is something else, and would take much memory.
MOST_LINES = 50_000
# A text with more plain lines than this is left to the rules, and so is one of which rules leave more than that. On
# extracted texts of public pages this leaves alone three of four, for a fiftieth of what can be gained.
PLAIN_SHARE, PLAIN_REST = 0.45, 0.75
# A plain line has more characters than this and ends as a sentence does.
PLAIN = 60


def plain_share(lines: Sequence[str], most: float = PLAIN_SHARE) -> float | None:
    """The share of plain lines; None where the text is too short or too plain for there to be anything to judge.

    >>> prose = "A line that is long enough to be one of a paragraph, and that ends as one."
    >>> plain_share([prose] * 6 + ["Menu"] * 12), plain_share([prose] * 12), plain_share(["Menu"] * 12)
    (None, None, None)
    >>> plain_share([prose] * 20 + ["Menu"] * 60)
    0.25
    """
    held = len(lines) - lines.count("")
    if not LEAST_LINES <= held <= MOST_LINES or sum(map(len, lines)) < LEAST_CHARACTERS:
        return None
    share = sum([ends_sentence(line) for line in lines if len(line) > PLAIN]) / held
    return share if share <= most else None
