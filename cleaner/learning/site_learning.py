"""What the documents of one site teach: rules, and lines that a person must decide on."""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from cleaner.learning.copies import distinct
from cleaner.learning.drafts import Draft, drafts
from cleaner.learning.ends import ends
from cleaner.learning.judgement import Judged, judge
from cleaner.learning.outline import Outline, outline
from cleaner.learning.repeats import RepeatedLine, repeats
from cleaner.learning.sample import Kept

# Fewer documents than this show no repeats.
FEWEST = 3


class Lesson(NamedTuple):
    """What was learnt of a site from so many documents. `left` is for a person to decide."""

    site: str
    documents: int
    drafts: tuple[Draft, ...] = ()
    left: tuple[Judged, ...] = ()

    @property
    def too_few(self) -> bool:
        """Whether there were too few documents to learn from."""
        return self.documents < FEWEST


Elsewhere = Callable[[RepeatedLine], Iterable[str]]


def learn_site(
    site: str, file_id: str, kept: Iterable[Kept], least: int = FEWEST, elsewhere: Elsewhere = lambda _: ()
) -> Lesson:
    """Learn from the documents of one site; `elsewhere` tells the other sites whose articles hold a line."""
    outlines = distinct([outline(each.name, each.text) for each in kept])
    if len(outlines) < FEWEST:
        return Lesson(site, len(outlines))
    found = [*repeats(outlines, least), *ends(outlines, least)]
    judged = [judge(repeat, len(outlines), tuple(elsewhere(repeat))) for repeat in found]
    return _lesson(site, file_id, judged, outlines)


def _lesson(site: str, file_id: str, judged: Sequence[Judged], outlines: Sequence[Outline]) -> Lesson:
    proposed = [each for each in judged if each.doubt is None]
    left = [each for each in judged if each.doubt is not None]
    return Lesson(site, len(outlines), tuple(drafts(proposed, outlines, file_id)), tuple(left))
