"""What the documents of one site teach: rules, and lines that a person must decide on."""

from collections import Counter
from collections.abc import Callable, Collection, Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import NamedTuple

from cleaner.learning.answers import is_open
from cleaner.learning.captions import captions
from cleaner.learning.copies import distinct
from cleaner.learning.drafts import Draft, drafts
from cleaner.learning.ends import ends
from cleaner.learning.judgement import Doubt, Judged, judge, widened
from cleaner.learning.learnt_selectors import NOTHING_LEARNT, LearntSelectors
from cleaner.learning.outline import Outline, outline
from cleaner.learning.patterns_of import pattern_of
from cleaner.learning.reaches import reaches
from cleaner.learning.repeats import recurrence
from cleaner.learning.sample import Kept
from cleaner.learning.trial import PatternTrial, patterns_of, takes_other

# Fewer documents than this show no repeats.
FEWEST = 3
# From this many documents on one of HELD_BACK is not learnt from, and the rules are tried on it. Chosen by hand.
ENOUGH_TO_TRY, HELD_BACK = 15, 5
# Documents that were held back in which a line is looked for; if it is in none where these were likely, it was chance.
LIKELY = 5


class RepeatKey(NamedTuple):
    """What tells a line that recurs from others: the masked line, and which part of a line it is."""

    key: str
    part: str


@dataclass(frozen=True)
class Lesson:
    """What was learnt of a site from so many documents, and tried on others. `left` is for a person to decide.

    `selectors` were learnt from those of the documents that are pages.
    """

    site: str
    documents: int
    tried_on: int = 0
    drafts: tuple[Draft, ...] = ()
    left: tuple[Judged, ...] = ()
    outlines: tuple[Outline, ...] = ()
    selectors: LearntSelectors = NOTHING_LEARNT

    @property
    def too_few(self) -> bool:
        """Whether there were too few documents to learn from."""
        return self.documents < FEWEST

    @property
    def patterns(self) -> list[str]:
        """The patterns of all rules, and the selectors."""
        rules = [pattern for draft in self.drafts for pattern in draft.rule.match]
        return [*rules, *self.selectors.html.content, *self.selectors.html.drop]

    def refusing(self, refused: Callable[[str], bool], file_id: str) -> "Lesson":
        """The lesson without patterns that a person has deleted, has rejected, or has in rules of theirs."""
        unwanted = {key_of(each) for each in self.proposed if refused(pattern_of(each.repeat))}
        left = tuple(each for each in self.left if is_open(each, refused))
        lesson = replace(self, selectors=self.selectors.refusing(refused), left=left)
        if not unwanted:
            return lesson
        instead = [each for each in self._instead_of(unwanted) if each.doubt is None]
        wanted = [each for each in instead if not refused(pattern_of(each.repeat))]
        return replace(lesson, drafts=tuple(drafts(wanted, self.outlines, file_id)))

    @property
    def proposed(self) -> list[Judged]:
        """What has a pattern in a rule."""
        return [each for draft in self.drafts for each in draft.evidence]

    @property
    def teaches(self) -> bool:
        """Whether there are rules or selectors."""
        return bool(self.drafts or self.selectors.content)

    def without(self, doubts: dict[RepeatKey, Judged], file_id: str) -> "Lesson":
        """The lesson with some lines left for a person that were proposed."""
        if not doubts:
            return self
        judged = self._instead_of(doubts)
        rules = tuple(drafts([each for each in judged if each.doubt is None], self.outlines, file_id))
        left = (each for each in judged if each.doubt is not None and key_of(each) not in doubts)
        return replace(self, drafts=rules, left=(*self.left, *doubts.values(), *left))

    def without_known(self, known: Container[RepeatKey], file_id: str) -> "Lesson":
        """The lesson without lines that go already, proposed or left for a person."""
        needed = [each for each in self.proposed if key_of(each) not in known]
        left = tuple(each for each in self.left if key_of(each) not in known)
        if len(needed) == len(self.proposed):
            return replace(self, left=left)
        return replace(self, drafts=tuple(drafts(needed, self.outlines, file_id)), left=left)

    def _instead_of(self, keys: Container[RepeatKey]) -> list[Judged]:
        """What is proposed, without these; in place of a line with all beyond it, what it was proposed instead of."""
        kept = [each for each in self.proposed if key_of(each) not in keys]
        instead = (other for each in self.proposed if key_of(each) in keys for other in each.instead)
        return [*kept, *(each for each in instead if key_of(each) not in keys)]


def key_of(judged: Judged) -> RepeatKey:
    """What tells this line from others of its site."""
    return RepeatKey(judged.repeat.key, judged.repeat.part)


def learn_site(site: str, file_id: str, kept: Iterable[Kept], least: int = FEWEST) -> Lesson:
    """Learn from the documents of one site, and try what was learnt on those that were held back."""
    documents = list(kept)
    outlines = distinct([outline(each.name, each.text) for each in documents])
    if len(outlines) < FEWEST:
        return Lesson(site, len(outlines))
    held = outlines[::HELD_BACK] if len(outlines) >= ENOUGH_TO_TRY else []
    names = {each.name for each in held}
    used = [each for each in outlines if each.name not in names]
    recurring = recurrence(used, least)
    judged = [judge(each, len(used)) for each in (*recurring.repeats, *ends(used, least))]
    judged = widened(judged, reaches(recurring, used), len(used))
    judged += [Judged(each, len(used)) for each in captions(used, least)]
    proposed = [each for each in judged if each.doubt is None]
    left = tuple(each for each in judged if each.doubt is not None)
    lesson = Lesson(site, len(used), len(held), tuple(drafts(proposed, used, file_id)), left, tuple(used))
    texts = [each.text for each in documents if each.name in names]
    while doubts := _doubts(lesson, texts):
        lesson = lesson.without(doubts, file_id)
    return lesson


def _doubts(lesson: Lesson, texts: Sequence[str]) -> dict[RepeatKey, Judged]:
    """The lines whose patterns take something else from documents that were held back, or are in none of them."""
    tried = list(patterns_of(lesson.site, lesson.drafts))
    if not (tried and texts):
        return {}
    trial, found = PatternTrial(tried), Counter[RepeatKey]()
    doubts: dict[RepeatKey, Judged] = {}
    for text in texts:
        for taken in trial.taken(text):
            for each in taken.by:
                key = key_of(each.judged)
                found[key] += 1
                if taken.prose or (taken.of_article and takes_other(each, taken.line)):
                    doubts[key] = left_for(each.judged, Doubt.TAKES)
    for each in tried:
        repeat, key = each.judged.repeat, key_of(each.judged)
        if not found[key] and repeat.documents / each.judged.of * len(texts) >= LIKELY:
            doubts[key] = left_for(each.judged, Doubt.ABSENT)
    return doubts


def left_for(judged: Judged, doubt: Doubt, elsewhere: tuple[str, ...] = ()) -> Judged:
    """What was proposed, left for a person for this reason."""
    return judged._replace(doubt=doubt, elsewhere=elsewhere, instead=())


def across_sites(lessons: Sequence[Lesson], texts: Iterable[tuple[str, str]]) -> list[Lesson]:
    """The lessons, without what would take something from articles of other sites; `texts` are sites and documents.

    What a rule of that site takes from the same line is residue there too, and no article.
    """
    tried = [each for lesson in lessons for each in patterns_of(lesson.site, lesson.drafts)]
    if not tried:
        return list(lessons)
    trial, elsewhere = PatternTrial(tried), dict[tuple[str, RepeatKey], set[str]]()
    for site, text in texts:
        taken = list(trial.taken(text))
        own = {each.line for each in taken if any(pattern.site == site for pattern in each.by)}
        for pattern in chain.from_iterable(
            each.by for each in taken if (each.of_article or each.prose) and each.line not in own
        ):
            elsewhere.setdefault((pattern.site, key_of(pattern.judged)), set()).add(site)
    return [_left_elsewhere(lesson, elsewhere) for lesson in lessons]


def _left_elsewhere(lesson: Lesson, elsewhere: Mapping[tuple[str, RepeatKey], Collection[str]]) -> Lesson:
    doubts = {}
    for judged in lesson.proposed:
        if sites := elsewhere.get((lesson.site, key_of(judged))):
            for each in (judged, *judged.instead):  # what is proposed instead has not been tried there
                doubts[key_of(each)] = left_for(each, each.doubt or Doubt.ELSEWHERE, tuple(sorted(sites)))
    return lesson.without(doubts, f"learnt/{lesson.site}")
