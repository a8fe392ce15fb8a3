"""A step for pipelines of datatrove: cleans each document by the rules of its site."""

from collections.abc import Generator, Iterable
from contextlib import closing
from dataclasses import dataclass
from itertools import tee
from typing import Any

try:
    from datatrove.data import Document
    from datatrove.pipeline.base import PipelineStep
except ImportError as error:
    raise ImportError("datatrove is missing; pip install 'article-cleaner[datatrove]'") from error

from cleaner.api import Cleaner
from cleaner.batch.pool import Limits, run
from cleaner.batch.worker import Failure
from cleaner.containers.column import COLUMN, column_of, column_of_failure
from cleaner.corpus.limits import MAX_BYTES, TIMEOUT
from cleaner.corpus.source import too_large
from cleaner.sites import Clues
from cleaner.text.seams import SEAM

# A text or a page, and the address that it is from, if that is known.
Addressed = tuple[str | bytes, str | None]


class CleanStep(PipelineStep):  # type: ignore[misc]  # datatrove ships no types
    """Replaces the text of each document by its clean text.

    The rules of a site run on documents whose address, `metadata[address]`, is there. What was removed, and by which
    rules, is in `metadata["cleaner"]`, as in the column of a clean container. With `pages` each text is HTML, and is
    replaced by the article in it. A document that fails keeps its text; a page that fails has none.

    Another process cleans, while this one reads ahead. A document on which it works for more than `timeout` seconds, or
    of which it dies, fails, and the rest goes on. The statistics count documents by status, and the characters that
    each rule removed.
    """

    type = "🧹 - CLEANER"
    name = "cleaner"

    def __init__(
        self, cleaner: Cleaner | None = None, *, pages: bool = False, address: str = "url", timeout: float = TIMEOUT
    ) -> None:
        super().__init__()
        self.cleaner = cleaner or Cleaner()
        self.pages = pages
        self.address = address
        self.timeout = timeout

    def run(
        self,
        data: Iterable[Document] | None,
        rank: int = 0,  # noqa: ARG002  (datatrove gives it)
        world_size: int = 1,  # noqa: ARG002  (and this)
    ) -> Generator[Document, None, None]:
        """The documents in their order, clean."""
        documents, sent = tee(data or ())
        work = Cleansing(self.cleaner, self.pages)
        with closing(run(work, map(self._addressed, sent), Limits(1, self.timeout), size=_size)) as outcomes:
            # The outcomes first: a document that is waited for was sent before.
            for outcome, document in zip(outcomes, documents, strict=False):
                self._put(document, outcome)
                yield document

    def _addressed(self, document: Document) -> Addressed:
        url = document.metadata.get(self.address)
        return document.text, url if isinstance(url, str) else None

    def _put(self, document: Document, outcome: tuple[str, dict[str, Any]] | Failure) -> None:
        if isinstance(outcome, Failure):
            outcome = ("" if self.pages else document.text, column_of_failure(str(outcome), page=self.pages))
        document.text, column = outcome
        document.metadata[COLUMN] = column
        self.stat_update("documents", str(column["status"]))
        for piece in column["removed"]:
            rules = [rule for rule in piece["rules"] if rule != SEAM]
            self.stat_update(*rules, value=piece["end"] - piece["start"], unit="span")


@dataclass(frozen=True, slots=True)
class Cleansing:
    """The work on one document, in another process."""

    cleaner: Cleaner
    pages: bool

    def prepare(self) -> None:
        self.cleaner.prepare(pages=self.pages)

    def __call__(self, item: Addressed) -> tuple[str, dict[str, Any]]:
        text, url = item
        if len(text) > MAX_BYTES:
            raise too_large(MAX_BYTES)
        clues = Clues(url=url)
        if isinstance(text, str) and not self.pages:
            result = self.cleaner.clean_document(text, clues)
        else:
            result = self.cleaner.clean_page(text, clues)
            if result.extraction:
                result.extraction.require_text()
        return result.text, column_of(result)


def _size(item: Addressed) -> int:
    """About how many bytes a document holds, its outcome included."""
    return 4 * len(item[0])
