"""Says why the text of a page may be no article: a bot wall, an index, another story's box, too low a promise."""

import re
from collections.abc import Sequence

from cleaner.pages.flatten import ALL_LINK, PageLine, is_title

# What a page says that wants a person or a script before it shows its text. A page of more than WALL characters of text
# is none. Chosen by hand: of 374 public articles none has such a text.
WALL_SAYS = re.compile(
    r"(?:verify|confirm|prove)(?: that)? you(?:'re|’re| are)(?: a)? (?:human|not a (?:robot|bot))|are you a robot"
    r"|(?:complete|solve) (?:the|a|this) captcha|complete the security check|checking your browser|unusual traffic"
    r"|checking if the site connection is secure|ddos protection by|pardon our interruption"
    r"|(?:enable|turn on|activate) (?:javascript|cookies|js\b)|(?:javascript|cookies) (?:is|are) (?:disabled|required)"
    r"|access (?:to this page )?(?:is|has been|was) denied|^\W*access denied\b|403 forbidden|too many requests"
    r"|javascript aktivieren|sie ein mensch sind|activer javascript|vous êtes humain|habilit[ae] javascript",
    re.IGNORECASE | re.MULTILINE,
)
WALL = 1000
# An index has at least STORIES linked titles, and less than PROSE characters of prose for each. Prose is lines of at
# least SENTENCE characters. Of 374 public articles 2 are taken for an index.
STORIES, PROSE, SENTENCE = 5, 200, 80
# Characters. With so much prose above the first linked title, what follows is a list of references. Chosen by hand.
OPENING = 300
# Without a headline, a text of less than this share of a page with so many linked titles is likely another story's box.
BOX_SHARE, BOX_STORIES = 0.1, 20
# An expected F1 below this is no promise.
PROMISE = 0.5


def doubt(text: str, lines: Sequence[PageLine], headline: str, expected_f1: float | None) -> str:
    """Why the text that was found on a page may be no article, as a sentence; "" where it likely is one.

    `expected_f1` is that of the best lines, None where no model has judged them.

    >>> doubt("Please verify that you are human.", [], "", None)
    "the page is a bot wall: it says 'verify that you are human'"
    """
    wall = WALL_SAYS.search(text) if len(text) <= WALL else None
    if wall:
        return f"the page is a bot wall: it says '{wall[0].strip()}'"
    chosen = _chosen(text, lines)
    first = next((row for row, line in enumerate(chosen) if is_title(line)), len(chosen))
    stories, prose = sum(map(is_title, chosen)), _prose(chosen[first:])
    if stories >= STORIES and prose < PROSE * stories and _prose(chosen[:first]) < OPENING:
        return f"the page lists {stories} other stories, with {prose / stories:.0f} characters of prose for each"
    size = sum(len(line.text) for line in lines)
    if not headline and len(text) < BOX_SHARE * size and sum(map(is_title, lines)) >= BOX_STORIES:
        return f"the text is {len(text):,} of the page's {size:,} characters, and no headline belongs to it"
    if expected_f1 is not None and expected_f1 < PROMISE:
        return f"no lines of the page are likely an article: the best have an expected F1 of {expected_f1:.2f}"
    return ""


def is_index(text: str, lines: Sequence[PageLine]) -> bool:
    """Whether the text is the titles of other pages, without a line of prose. Of 1,059 public articles none is one."""
    chosen = _chosen(text, lines)
    return sum(map(is_title, chosen)) >= STORIES and not _prose(chosen)


def _chosen(text: str, lines: Sequence[PageLine]) -> list[PageLine]:
    """The lines of the page that the text has."""
    own = {line.removeprefix("- ") for line in text.split("\n")}
    return [line for line in lines if line.text in own]


def _prose(lines: Sequence[PageLine]) -> int:
    """The characters of all lines that are prose."""
    return sum(len(line.text) for line in lines if line.linked <= ALL_LINK and len(line.text) >= SENTENCE)
