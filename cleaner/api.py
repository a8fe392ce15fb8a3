"""The `Cleaner`: packaged and given rules, ready to run on texts and pages."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cached_property
from os import PathLike
from pathlib import Path
from typing import Self

from cleaner.arguments import clues_of, demand, pairs_of, paths_of
from cleaner.carried import packed, unpacked
from cleaner.compiled import Compiled
from cleaner.corpus.limits import MAX_BYTES
from cleaner.digests import Digests
from cleaner.heuristics.judge import Judge
from cleaner.linemodel import weights
from cleaner.passes import settle
from cleaner.pipeline import NO_TEXT, Options, run
from cleaner.result import Finder, Result, Status, status_of
from cleaner.rulefiles.added import check_ids, check_settings, user_files
from cleaner.rulefiles.shelf import Shelf
from cleaner.rules.rule import NO_SELECTORS, Rule, RuleFile
from cleaner.rules.settings import NO_SETTINGS, Settings
from cleaner.sites import Clues, Site, decide
from cleaner.text.document import Document
from cleaner.text.functionwords import Language
from cleaner.text.languages import identify
from cleaner.text.records import records
from cleaner.turns import in_turn


class Cleaner:
    """Rules, read and compiled once. No state passes from one document to the next, and threads may share it.

    It can be pickled and copied at any time: rules and settings travel, and are compiled again where they arrive.

    `rules` are rule files, or folders of them, besides the packaged ones; `learnt` were learnt from documents, and run
    beside the rules that their sites have. Raises `RuleError` if one is bad, and
    `UsageError` if the settings name a rule that does not exist.

    >>> Cleaner().clean("See: Another story of the sea", site="example.com").text
    ''
    """

    def __init__(
        self,
        rules: Iterable[str | PathLike[str]] = (),
        settings: Settings = NO_SETTINGS,
        *,
        learnt: Iterable[RuleFile] = (),
    ) -> None:
        demand("settings", settings, Settings)
        given = user_files(paths_of(rules))
        check_ids(given)
        shelf = Shelf(given)
        self._start(settings, shelf.with_learnt(learnt) if learnt else shelf)
        check_settings(settings, self._shelf.files)

    @classmethod
    def from_pyproject(cls, path: str | PathLike[str] | None = None) -> Self:
        """The rules and settings of `[tool.cleaner]`. What it says of documents, as `paths` does, has no effect.

        `path` is a pyproject.toml. If it is a folder, the nearest one at or above it that has the table is taken, as by
        the command; None is the current folder. Raises `CleanerError` if something in the table cannot be used, or if
        a file is given and has no such table.
        """
        from cleaner.pyproject import configuration_at

        config = configuration_at(None if path is None else Path(path))
        return cls(config.rules, config.settings)

    def _start(self, settings: Settings, shelf: Shelf) -> None:
        self.settings, self._shelf, self._compiled = settings, shelf, Compiled(settings, shelf)
        self._digests = Digests(settings, shelf, heuristics=self._compiled.judge is not None)

    def __getstate__(self) -> str:
        """Settings and rules travel, what is compiled does not: the same string in every process."""
        return packed(self.settings, self._shelf.given_whole)

    def __setstate__(self, state: str) -> None:
        """Raises `UsageError` where other rules or models are installed than in the process that pickled."""
        settings, given = unpacked(state)
        self._start(settings, Shelf(given, are_whole=True))

    def clean(self, text: str, site: str | None = None, url: str | None = None) -> Result:
        """Clean a text. `site` is a host, `url` the address that the text came from. Raises `UsageError` for no host.

        A text of more characters than `MAX_BYTES`, the limit for pages, is returned as it is, with a problem.
        """
        demand("text", text, str)
        if len(text) > MAX_BYTES:
            problem = f"too-large: more than {MAX_BYTES:,} characters, not cleaned; split the text"
            return Result(text, status=Status.SUSPICIOUS, problems=(problem,), refused=True)
        return self.clean_document(text, clues_of(site, url))

    def clean_html(self, html: bytes | str, site: str | None = None, url: str | None = None) -> Result:
        """Extract and clean a page.

        Never raises for a bad page: the status is then "empty", and `problems` says why, as "slug: message".
        """
        demand("html", html, str, bytes)
        return self.clean_page(html, clues_of(site, url))

    def clean_many(self, texts: Iterable[str], urls: Iterable[str | None] | None = None) -> Iterator[Result]:
        """Clean texts one after the other; `urls` holds the address of each, or None where that is not known.

        The results come in order, each when it is asked for, so that a stream of any length takes the memory of one.
        Raises TypeError, which tells the place, for a text that is no string, and ValueError if there are more texts
        than `urls` or fewer.

        >>> [result.text for result in Cleaner().clean_many(["The rain stopped.", "See: A story of the sea"])]
        ['The rain stopped.', '']
        """
        return (self.clean(text, url=url) for text, url in pairs_of(texts, urls))

    @in_turn
    def clean_document(self, text: str, clues: Clues) -> Result:
        """Clean a text, given all clues to its site. Records, such as CSV, are returned as they are."""
        if text.isspace():  # all stages would keep 27 bytes for each empty line
            languages = self.settings.languages or identify([])
            site = self.site_of(None, clues)
            return Result(text, status=Status.EMPTY, site=site, problems=(NO_TEXT,), languages=languages)
        if kind := records(text):
            problem = f"{kind}, not cleaned; take the texts out of the records and clean those"
            return Result(text, status=Status.SUSPICIOUS, problems=(problem,), refused=True)
        document = Document(text)
        result = self._run(document, self.site_of(document, clues), self._compiled.judge)
        return result if document.text == text else result.over(text)

    @in_turn
    def clean_page(
        self, html: bytes | str, clues: Clues, encoding: str | None = None, max_bytes: int = MAX_BYTES
    ) -> Result:
        """Extract and clean a page, given all clues to its site. A page of more than `max_bytes` bytes fails.

        Raises `CleanerError` for an `encoding` that does not exist.
        """
        from cleaner.pages.extract import extract
        from cleaner.pages.page import parse

        page = parse(html, encoding, max_bytes)
        clues = clues._replace(page_url=page.url)
        site = self.site_of(None, clues)
        file = self.site_file(site)
        models = weights.packaged_page_model if self._compiled.judge else None
        extraction = extract(page, file.html if file else NO_SELECTORS, models)
        document = Document(extraction.text, headline=extraction.headline)
        if site.host is None:  # signs in the text can tell the site only now, too late for its selectors
            site = self.site_of(document, clues)
        # If the model has judged the lines of the page, it has judged those of the text.
        result = self._run(document, site, None if extraction.found_by is Finder.LINES else self._compiled.judge)
        failure = (f"{extraction.problem}: {extraction.message}",) if extraction.problem else ()
        doubts = (extraction.doubt,) if extraction.doubt else ()
        problems = (*failure, *doubts, *result.problems)
        return replace(result, problems=problems, status=status_of(result.text, problems), extraction=extraction)

    def prepare(self, *, pages: bool) -> None:
        """Compile the rules and, for pages, load what they need: processes that are forked later share it."""
        self.clean("")
        if pages:
            self.clean_html("<p>x</p>")

    def site_of(self, document: Document | None, clues: Clues) -> Site:
        """The site of a document and what decided it. `document` is None while its text is not known."""
        return decide(clues, self._shelf.sites, lambda: self._compiled.detected(document))

    def site_file(self, site: Site) -> RuleFile | None:
        """The rule file that covers this site, or None."""
        return self._shelf.of_site(site)

    def all_rules(self) -> Iterator[Rule]:
        """All rules that the settings allow: the common ones, then those of every site."""
        return (rule for file in self.files() for rule in self._compiled.allowed(file.rules))

    @cached_property
    def rule_digest(self) -> str:
        """SHA-256 of all rules, settings and weights. Two runs with the same digest give the same clean text."""
        return self._digests.whole

    def digest_for(self, host: str | None, languages: tuple[Language, ...]) -> str:
        """SHA-256 of what runs on a text of this site in these languages, and of what decides on the site."""
        return self._digests.of(host, languages)

    def files(self) -> Iterator[RuleFile]:
        """All rule files, read whole: the common ones, then those of sites."""
        return self._shelf.files()

    def _run(self, document: Document, site: Site, judge: Judge | None) -> Result:
        return settle(document, lambda each: self._pass(each, site, judge))

    def _pass(self, document: Document, site: Site, judge: Judge | None) -> Result:
        languages = self.settings.languages or identify(document.texts)
        file = self.site_file(site)
        matchers = self._compiled.matchers(languages, file)
        disabled = frozenset(file.disable) if file else ()
        return run(document, matchers, site, Options(disabled, judge, self.settings.apply_suspicious, languages))
