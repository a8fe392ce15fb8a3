"""Reads a document from its source, collects the clues to its site, and cleans it."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path
from typing import Generic

from cleaner.api import Cleaner
from cleaner.batch.worker import Outcome
from cleaner.commands.homes import home_of
from cleaner.corpus.limits import MAX_BYTES
from cleaner.corpus.marks import digest_of
from cleaner.corpus.marksfile import Original
from cleaner.corpus.source import Source
from cleaner.result import Result, status_of
from cleaner.rules.rule import RuleFile
from cleaner.rules.settings import Settings
from cleaner.sites import Clues
from cleaner.text.decode import decode

# To compare takes two, and each choice for some files one more; their documents come together. Those of rules that
# changed since then are forgotten.
MOST_CLEANERS = 3


@dataclass(frozen=True, slots=True)
class DocumentReader:
    """How documents are read, and by which rules they are cleaned. `pages`: whether any of them is a page.

    `learnt` are the rules that a run has learnt before it cleans.
    """

    rules: tuple[Path, ...] = ()
    settings: Settings = field(default_factory=Settings)
    clues: Clues = field(default_factory=Clues)
    encoding: str | None = None
    max_bytes: int = MAX_BYTES
    pages: bool = False
    learnt: tuple[RuleFile, ...] = ()

    @property
    def cleaner(self) -> Cleaner:
        """The rules, compiled once for each process; forked workers share those of their parent."""
        return _cleaner(self.rules, self.settings, self.learnt)

    def of(self, source: Source) -> "DocumentReader":
        """The reader with the settings of the document, if it has its own."""
        return self if source.settings is None else replace(self, settings=source.settings)

    def clues_of(self, source: Source) -> Clues:
        """The clues to the site of a document; with learnt rules also where it lies."""
        clues = source.clues(self.clues)
        return clues._replace(learnt_from=home_of(source, clues)) if self.learnt else clues

    def prepare(self) -> None:
        """Read and compile the rules, and load what pages need. Raises `RuleError` for a bad rule file."""
        self.cleaner.prepare(pages=self.pages)

    def read(self, source: Source) -> tuple[Original, Result]:
        """The document and the result of cleaning it. Raises `DocumentError` if it cannot be read or has no text."""
        data = source.read(self.max_bytes)
        clues = self.clues_of(source)
        cleaner = self.of(source).cleaner
        if source.page:
            result = cleaner.clean_page(data, clues, self.encoding, self.max_bytes)
            guess = ""
            if result.extraction:
                guess = result.extraction.guess
                result.extraction.require_text()
            page = Original(source.file_name, result.undo(), guess=guess, page_bytes=len(data), digest=_digest(data))
            return page, with_fault(result, clues)
        if isinstance(data, str):
            result = with_fault(cleaner.clean_document(data, clues), clues)
            return Original(source.file_name, data), result
        decoded = decode(data, self.encoding)
        result = with_fault(cleaner.clean_document(decoded.text, clues), clues)
        return Original.of_text(source.file_name, data, decoded), result

    def about(self, source: Source, result: Result) -> dict[str, str | None]:
        """What a page says of its article; its language is that of its text, if that is known."""
        from cleaner.pages.about_page import about_page

        about = about_page(source.read(self.max_bytes), self.encoding, self.max_bytes)._asdict()
        return about | ({"language": str(result.languages.own[0])} if result.languages.own else {})


def _digest(page: bytes | str) -> str:
    """The digest of a page; empty for one that was a part of a text."""
    return digest_of(page) if isinstance(page, bytes) else ""


def with_fault(result: Result, clues: Clues) -> Result:
    """The result, with a clue that could not be read among its problems: rules of the site may not have run."""
    if not clues.fault:
        return result
    problems = (*result.problems, clues.fault)
    return replace(result, problems=problems, status=status_of(result.text, problems))


@dataclass(frozen=True, slots=True)
class Inspection(Generic[Outcome]):
    """Work that cleans each document and looks at the result; it writes no file."""

    reader: DocumentReader
    look: Callable[[Original, Result], Outcome]

    def prepare(self) -> None:
        self.reader.prepare()

    def __call__(self, source: Source) -> Outcome:
        return self.look(*self.reader.read(source))


@lru_cache(maxsize=MOST_CLEANERS)
def _cleaner(rules: tuple[Path, ...], settings: Settings, learnt: tuple[RuleFile, ...]) -> Cleaner:
    return Cleaner(rules, settings, learnt=learnt)
