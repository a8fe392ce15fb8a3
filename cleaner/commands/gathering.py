"""Reads the documents of a run into a sample of each site, and learns from it."""

from collections.abc import Callable
from itertools import islice

from cleaner.commands.homes import home_of
from cleaner.commands.run import Run
from cleaner.corpus.source import Source
from cleaner.errors import DocumentError
from cleaner.learning.sample import Sample
from cleaner.learning.site_learning import FEWEST, Lesson, across_sites, learn_site
from cleaner.rulefiles.learnt import FOLDER, learnt_file
from cleaner.rules.rule import RuleFile
from cleaner.text.decode import decode

# Documents of each site on which the rules of all others are tried; chosen by hand.
MOST_TRIED = 40


def gather(run: Run, failed: Callable[[Source, DocumentError], object]) -> Sample:
    """Every text of the run in the sample of its site; `failed` gets what cannot be read."""
    clues, sample = run.reader().clues, Sample()
    total = None if run.containers else len(run.sources)
    with run.request.console.progress(total, "document") as show:
        for number, source in enumerate(run.documents(), 1):
            if not source.page:
                try:
                    sample.add(home_of(source, source.clues(clues)), source.name, _text(source, run))
                except DocumentError as error:
                    failed(source, error)
            show(number)
    return sample


def _text(source: Source, run: Run) -> str:
    config = run.request.config
    data = source.read(config.max_bytes)
    return data if isinstance(data, str) else decode(data, config.encoding).text


def taught(sample: Sample, least: int = FEWEST) -> list[Lesson]:
    """What the documents of each site teach, without what articles of other sites hold."""
    lessons = [learn_site(site, f"{FOLDER}/{site}", sample.of(site), least) for site in sample.sites()]
    texts = ((site, kept.text) for site in sample.sites() for kept in islice(sample.of(site), MOST_TRIED))
    return across_sites(lessons, texts) if len(lessons) > 1 else lessons


def rule_files(lessons: list[Lesson]) -> tuple[RuleFile, ...]:
    """The rules that were learnt of each site."""
    return tuple(
        learnt_file(lesson.site, tuple(draft.rule for draft in lesson.drafts)) for lesson in lessons if lesson.drafts
    )
