"""Whether a text needs judging at all: most texts are prose nearly throughout, and cost no more than this check."""

from collections.abc import Collection, Sequence

from cleaner.text.scripts import LETTERS_PER_SYLLABLE, ends_sentence, is_stopless, length

# Lines and characters of an alphabet below which a text is too short to be judged as a page. With 300, 600 and 1,000
# characters the true texts of unseen hosts lose the same; short ones need as many words of furniture.
LEAST_LINES, LEAST_CHARACTERS = 10, 300
# Lines above which a text is not a page; judging it would need much memory. Chosen by hand.
MOST_LINES = 50_000
# Texts with a larger share of plain lines than PLAIN_SHARE are not judged, nor texts of which rules leave more than
# PLAIN_REST. PLAIN_SHARE skips 54 % of the extracted texts of the choose part, and 2 % of the flattened pages.
PLAIN_SHARE, PLAIN_REST = 0.6, 0.75
# A plain line is longer than 60 characters of an alphabet and ends as a sentence does, or is in a script without stops.
# Chosen by hand. The bracket of a Markdown link alone is no sentence end: on pages that one converter flattens to
# Markdown this is worth 0.675 to 0.850 of F1.
PLAIN = 60
# Characters from which a line may be so long, in any script.
MAY_BE_PLAIN = int(PLAIN / LETTERS_PER_SYLLABLE)


def plain_share(lines: Sequence[str], *, other_script: bool = True) -> float | None:
    """The share of plain lines among those that are not empty; None where the text is too short or too plain to judge.

    Without `other_script` the caller knows that `has_other_script` does not hold for the lines.

    >>> prose = "A line that is long enough to be one of a paragraph, and that ends as one."
    >>> plain_share([prose] * 3 + ["Menu"] * 8), plain_share([prose] * 12), plain_share(["Menu"] * 12)
    (None, None, None)
    >>> plain_share([prose] * 20 + ["Menu"] * 60)
    0.25
    """
    filled = len(lines) - lines.count("")
    if not LEAST_LINES <= filled <= MOST_LINES or not _has_characters(lines, LEAST_CHARACTERS):
        return None
    share = _share(lines, filled, other_script)
    return share if share <= PLAIN_SHARE else None


def is_plain_rest(lines: Sequence[str], gone: Collection[int], plain: float) -> bool:
    """Whether rules drop lines, and leave prose nearly throughout, or nothing; `plain` is the share of plain lines.

    >>> prose = "A line that is long enough to be one of a paragraph, and that ends as one."
    >>> is_plain_rest(["Menu", prose, "Menu"], {0, 2}, 1 / 3), is_plain_rest(["Menu", prose, "Menu"], {0}, 1 / 3)
    (True, False)
    """
    fewest_left = len(lines) - lines.count("") - len(gone)
    if not gone or plain * len(lines) < PLAIN_REST * fewest_left:  # too few even if all plain lines are left
        return False
    rest = [line for i, line in enumerate(lines) if i not in gone]
    filled = len(rest) - rest.count("")
    return not filled or _share(rest, filled, other_script=True) > PLAIN_REST


def _share(lines: Sequence[str], filled: int, other_script: bool) -> float:
    if other_script:
        return sum([_is_plain(line) for line in lines if len(line) > MAY_BE_PLAIN]) / filled
    return sum([ends_sentence(line) for line in lines if len(line) > PLAIN]) / filled


def _has_characters(lines: Sequence[str], least: int) -> bool:
    return sum(map(len, lines)) >= least or sum(map(length, lines)) >= least


def _is_plain(line: str) -> bool:
    return length(line) > PLAIN and (ends_sentence(line) or is_stopless(line))
