"""Reads the documents of a run into a sample of each site, and learns from it."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from itertools import islice
from typing import NamedTuple

from cleaner.commands.homes import home_of
from cleaner.commands.reader import DocumentReader
from cleaner.commands.run import Run
from cleaner.corpus.source import Source
from cleaner.errors import DocumentError
from cleaner.learning.learnt_selectors import NOTHING_LEARNT, LearntSelectors
from cleaner.learning.page_regions import PageRegions
from cleaner.learning.page_sample import PageSample
from cleaner.learning.page_selectors import learn_selectors
from cleaner.learning.page_shape import PageOutline
from cleaner.learning.sample import Sample
from cleaner.learning.site_learning import FEWEST, Lesson, across_sites, learn_site
from cleaner.report.console import Console
from cleaner.rulefiles.learnt import FOLDER, learnt_file
from cleaner.rules.rule import RuleFile
from cleaner.text.decode import decode

# Documents of each site, and of all, on which the rules of all others are tried; chosen by hand.
MOST_TRIED, MOST_TRIED_OF_ALL = 40, 2_000


class Gathered(NamedTuple):
    """The texts and the pages of each site that are learnt from."""

    texts: Sample
    pages: PageSample

    @property
    def sites(self) -> list[str]:
        """All sites, in order."""
        return sorted({*self.texts.sites(), *self.pages.sites()})

    def add(self, source: Source, reader: DocumentReader) -> str:
        """Add a document, as a reader reads it; gives its site. Raises `DocumentError` if it cannot be read."""
        clues, data = source.clues(reader.clues), source.read(reader.max_bytes)
        if source.page:
            from cleaner.pages.encoding import to_utf8
            from cleaner.pages.page import parse

            html = to_utf8(data, reader.encoding).data
            if not (clues.site or clues.url):
                clues = clues._replace(page_url=parse(html, max_bytes=reader.max_bytes).url)
            site = home_of(source, clues)
            self.pages.add(site, source.name, html)
        else:
            site = home_of(source, clues)
            text = data if isinstance(data, str) else decode(data, reader.encoding).text
            self.texts.add(site, source.name, text)
        return site


def nothing_gathered(asked: Callable[[str], Iterable[str]] = lambda _: ()) -> Gathered:
    """Samples without a document. Outlines of pages say which of the selectors `asked` for their site find a text."""
    return Gathered(Sample(), PageSample(lambda site, html: outlined(html, asked(site))))


def gather(
    run: Run, failed: Callable[[Source, DocumentError], object], asked: Callable[[str], Iterable[str]] = lambda _: ()
) -> Gathered:
    """Every document of the run in a sample of its site; `failed` gets what cannot be read.

    Of each page the outline says which of the selectors find a text that are `asked` for its site.
    """
    reader, gathered = run.reader(), nothing_gathered(asked)
    total = None if run.containers else len(run.sources)
    with run.request.console.progress(total, "document") as show:
        for number, source in enumerate(run.documents(), 1):
            try:
                gathered.add(source, reader)
            except DocumentError as error:
                failed(source, error)
            show(number)
    return gathered


def outlined(html: bytes, asked: Iterable[str] = ()) -> PageOutline | None:
    """The outline of a page by the packaged models."""
    from cleaner.linemodel.weights import packaged_page_model
    from cleaner.pages.page_outline import outline_of

    return outline_of(html, packaged_page_model, asked)


def taught(gathered: Gathered, console: Console, least: int = FEWEST) -> list[Lesson]:
    """What the documents of each site teach, without what articles of other sites hold."""
    texts, lessons = gathered.texts, []
    with console.progress(len(gathered.sites), "site") as show:
        for number, site in enumerate(gathered.sites, 1):
            selectors = _taught_by_pages(gathered, site)
            lesson = learn_site(site, f"{FOLDER}/{site}", texts.of(site), least)
            lessons.append(replace(lesson, selectors=selectors))
            show(number)
    most = max(1, min(MOST_TRIED, MOST_TRIED_OF_ALL // max(1, len(lessons))))
    tried_on = ((site, kept.text) for site in texts.sites() for kept in islice(texts.of(site), most))
    return across_sites(lessons, tried_on) if len(lessons) > 1 else lessons


def _taught_by_pages(gathered: Gathered, site: str) -> LearntSelectors:
    """What the pages of a site teach; the texts that the selectors find in them are added to its texts."""
    pages = dict(gathered.pages.of(site))
    if not pages:
        return NOTHING_LEARNT
    found, regions = learn_selectors(list(pages.values())), PageRegions(list(pages.values()))
    for number, name in enumerate(pages):
        gathered.texts.add(site, name, regions.text(number, found.region))
    return found


def rule_files(lessons: list[Lesson]) -> tuple[RuleFile, ...]:
    """The rules that were learnt of each site."""
    return tuple(
        learnt_file(lesson.site, tuple(draft.rule for draft in lesson.drafts), lesson.selectors.html)
        for lesson in lessons
        if lesson.teaches
    )
