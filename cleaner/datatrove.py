"""Steps for pipelines of datatrove: clean each document by the rules of its site, and learn these rules before."""

import gzip
import json
from base64 import b64decode, b64encode
from collections.abc import Callable, Generator, Iterable
from contextlib import closing
from dataclasses import dataclass
from itertools import tee
from typing import Any

try:
    from datatrove.data import Document
    from datatrove.io import get_datafolder
    from datatrove.pipeline.base import PipelineStep
except ImportError as error:
    raise ImportError("datatrove is missing; pip install 'article-cleaner[datatrove]'") from error

from cleaner.api import Cleaner
from cleaner.batch.pool import Limits, run
from cleaner.batch.worker import Failure
from cleaner.commands.gathering import Gathered, rule_files, taught
from cleaner.containers.column import COLUMN, column_of, column_of_failure
from cleaner.corpus.limits import MAX_BYTES, TIMEOUT
from cleaner.corpus.source import too_large
from cleaner.learning.page_sample import PageSample
from cleaner.learning.sample import Kept, Sample
from cleaner.learning.site_learning import FEWEST
from cleaner.report.console import Console
from cleaner.rules.rule import RuleFile
from cleaner.sites import Clues, host_of
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


class LearnStep(PipelineStep):  # type: ignore[misc]  # datatrove ships no types
    """Keeps a sample of the texts of each site, and writes it to `folder`, a path or URL, in a file for each task.

    It is for a pipeline that comes before the one that cleans: `learnt_rules(folder)` then learns from all samples. A
    document is of the site in `metadata[address]`; one without is passed by. All documents are handed on as they are.
    """

    type = "🧹 - CLEANER"
    name = "cleaner: learn"

    def __init__(self, folder: str, *, address: str = "url") -> None:
        super().__init__()
        self.folder = folder
        self.address = address

    def run(
        self,
        data: Iterable[Document] | None,
        rank: int = 0,
        world_size: int = 1,  # noqa: ARG002  (datatrove gives it)
    ) -> Generator[Document, None, None]:
        """The documents, as they come; the sample is written when all have been taken."""
        sample = Sample()
        for document in data or ():
            url = document.metadata.get(self.address)
            if isinstance(url, str) and (host := host_of(url)):
                sample.add(host, str(document.id), document.text)
            yield document
        with get_datafolder(self.folder).open(f"{rank:05d}.jsonl.gz", "wb") as file:
            file.write(gzip.compress("".join(map(_line_of(sample), sample.sites())).encode(), mtime=0))


def learnt_rules(folder: str, least: int = FEWEST) -> tuple[RuleFile, ...]:
    """The rules that the samples in a folder teach, for `Cleaner(learnt=...)`: the same for any number of tasks.

    A line must be in `least` documents of its site to count.
    """
    samples, sample = get_datafolder(folder), Sample()
    for name in samples.list_files(glob_pattern="*.jsonl.gz"):
        with samples.open(name, "rb") as file:
            for line in gzip.decompress(file.read()).splitlines():
                site, seen, documents = json.loads(line)
                sample.join(site, seen, [Kept(b64decode(rank), id_, b64decode(text)) for rank, id_, text in documents])
    gathered = Gathered(sample, PageSample(lambda _site, _html: None))
    return rule_files(taught(gathered, Console(quiet=True), least))


def _line_of(sample: Sample) -> Callable[[str], str]:
    """What writes a site of a sample as a line of JSON."""

    def line(site: str) -> str:
        kept = [(b64encode(k.rank).decode(), k.name, b64encode(k.packed).decode()) for k in sample.of(site)]
        return json.dumps([site, sample.seen[site], kept]) + "\n"

    return line
