"""What was learnt of a site, in a line for people."""

from cleaner.learning.site_learning import FEWEST, Lesson
from cleaner.report.plural import counted


def about(lesson: Lesson) -> str:
    """How many documents a site has, and what they taught."""
    documents = counted(lesson.documents + lesson.tried_on, "document")
    if lesson.too_few:
        return f"{lesson.site}: {documents}, not counting copies; it takes {FEWEST} to learn what they repeat"
    patterns = sum(len(draft.evidence) for draft in lesson.drafts)
    rules = f"{counted(len(lesson.drafts), 'rule')} of {counted(patterns, 'pattern')}" if patterns else "no rules"
    left = f", {counted(len(lesson.left), 'line')} left for you to decide" if lesson.left else ""
    selectors = f", a content selector, {counted(len(lesson.selectors.drop), 'selector')} to drop"
    pages = selectors if lesson.selectors.content else ""
    return f"{lesson.site}: {documents}: {rules}{pages}{left}"
