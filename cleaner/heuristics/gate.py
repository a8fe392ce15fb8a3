"""Whether there is anything to judge in a text: most texts are prose nearly throughout, and pay no more than this."""

from collections.abc import Sequence

# Fewer lines give no picture of a page.
LEAST_LINES = 10
# A text with more plain lines than this is left to the rules. On extracted texts of public pages this leaves alone
# half of the texts, for a fiftieth of what could be gained.
PLAIN_SHARE = 0.6
# A plain line is so long and ends as a sentence does.
PLAIN = 60
ENDS = frozenset('.!?。！？…"”’»」)')


def is_plain(lines: Sequence[str]) -> bool:
    """Whether a text is too short or too plain for there to be anything to judge.

    >>> is_plain(["A short line"] * 9), is_plain(["A short line"] * 10)
    (True, False)
    """
    if len(lines) < LEAST_LINES:
        return True
    held = [line for line in lines if line and not line.isspace()]
    plain = sum([line[-1] in ENDS for line in held if len(line) > PLAIN])
    return len(held) < LEAST_LINES or plain > PLAIN_SHARE * len(held)
