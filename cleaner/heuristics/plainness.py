"""Whether a text needs judging at all: most texts are prose nearly throughout, and cost no more than this check."""

from collections.abc import Sequence

from cleaner.text.scripts import ends_sentence

# Lines and characters below which a text is too short to be judged as a page. Chosen by hand.
LEAST_LINES, LEAST_CHARACTERS = 10, 1000
# Lines above which a text is not a page; judging it would need much memory. Chosen by hand.
MOST_LINES = 50_000
# Texts with a larger share of plain lines than PLAIN_SHARE are not judged, nor texts of which rules leave more than
# PLAIN_REST. PLAIN_SHARE skips 54 % of the extracted texts of the choose part, and 3 % of the flattened pages.
PLAIN_SHARE, PLAIN_REST = 0.6, 0.75
# A plain line is longer than 60 characters and ends as a sentence does. Chosen by hand. The bracket of a Markdown link
# alone is no sentence end: on pages that one converter flattens to Markdown this is worth 0.675 to 0.850 of F1.
PLAIN = 60


def plain_share(lines: Sequence[str], most: float = PLAIN_SHARE) -> float | None:
    """The share of plain lines among those that are not empty; None where the text is too short or too plain to judge.

    >>> prose = "A line that is long enough to be one of a paragraph, and that ends as one."
    >>> plain_share([prose] * 6 + ["Menu"] * 12), plain_share([prose] * 12), plain_share(["Menu"] * 12)
    (None, None, None)
    >>> plain_share([prose] * 20 + ["Menu"] * 60)
    0.25
    """
    filled = len(lines) - lines.count("")
    if not LEAST_LINES <= filled <= MOST_LINES or sum(map(len, lines)) < LEAST_CHARACTERS:
        return None
    share = sum([ends_sentence(line) for line in lines if len(line) > PLAIN]) / filled
    return share if share <= most else None
