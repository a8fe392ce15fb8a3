"""What the journal remembers of a document: if nothing has changed since it was cleaned, it is not cleaned again."""

import os
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from itertools import chain
from pathlib import Path
from typing import Any

from cleaner.commands.reader import DocumentReader
from cleaner.corpus.journal import journal_of
from cleaner.corpus.journal_lines import Made
from cleaner.corpus.marks import digest_of, has_digest
from cleaner.corpus.marksfile import Original
from cleaner.corpus.source import Source
from cleaner.errors import DocumentError
from cleaner.report.outcomes import Cleaned, State
from cleaner.result import Status
from cleaner.text.functionwords import Language
from cleaner.text.languages import Languages

# Packages that a clean text depends on besides ours, as the folders of their metadata begin.
DECIDING = {"chardet", "google_re2", "lxml", "numpy", "regex", "trafilatura", "webencodings"}
# What the journal keeps of an outcome as it is; the rest tells the state of files.
PLAIN = ("characters", "removed", "site", "guess", "page_bytes")


@dataclass(frozen=True, slots=True)
class Memory:
    """The journals of the documents that a reader reads. `homes` are real folders for new journals."""

    reader: DocumentReader
    homes: tuple[Path, ...]

    def recall(self, source: Source) -> Cleaned | None:
        """The outcome of an earlier run, if the document and all that its clean files depend on are as they were."""
        entries = [journal_of(output.parent, self.homes).entry(output) for output in source.outputs]
        first = entries[0] if entries else None
        if first is None or source.obstacle:
            return None
        try:
            outcome = remembered(first.made.outcome)
            data = source.read(self.reader.max_bytes)
        except (DocumentError, ValueError, TypeError, KeyError):
            return None
        made = (
            digest_of(data) if isinstance(data, bytes) else "",
            self.key(source, first.made.outcome["host"], outcome.languages),
        )
        as_noted = all(entry and (entry.made.source, entry.made.key) == made for entry in entries)
        on_disk = as_noted and all(
            entry and has_digest(path, entry.digest) for path, entry in zip(source.outputs, entries, strict=True)
        )
        return outcome if on_disk else None

    def made(self, source: Source, original: Original, cleaned: Cleaned, host: str | None) -> Made:
        """From what the clean files of a document are made."""
        key = self.key(source, host, cleaned.languages)
        return Made(original.digest, key, noted(cleaned) | {"host": host})

    def key(self, source: Source, host: str | None, languages: Languages) -> str:
        """The digest of all that a clean text depends on, but for the original."""
        reader = self.reader.of(source)
        rules = reader.cleaner.digest_for(host, (*languages.own, *languages.others))
        values = (releases(), rules, reader.clues_of(source), source.page, reader.encoding, reader.max_bytes)
        return sha256(repr(values).encode(errors="surrogateescape")).hexdigest()


@cache
def releases() -> str:
    """The releases of Python and of the packages that a clean text depends on, such as `regex-2026.11.19.dist-info`.

    The names alone are read: `importlib.metadata` takes a tenth of the start of the command.
    """
    names = chain.from_iterable(map(os.listdir, filter(os.path.isdir, sys.path)))
    of_packages = {name for name in names if name.endswith("-info") and name.partition("-")[0].lower() in DECIDING}
    return " ".join([sys.version.partition(" ")[0], *sorted(of_packages)])


def noted(cleaned: Cleaned) -> dict[str, Any]:
    """What is kept of an outcome, as JSON has it."""
    languages = cleaned.languages
    return {name: getattr(cleaned, name) for name in PLAIN} | {
        "status": cleaned.status,
        "problems": cleaned.problems,
        "rules": cleaned.rules,
        "withheld": cleaned.withheld,
        "languages": (languages.own, languages.others, languages.decided_by),
    }


def remembered(values: Mapping[str, Any]) -> Cleaned:
    """The outcome that was noted; raises an error of Python where it cannot be one."""
    own, others, decided_by = values["languages"]
    languages = Languages(tuple(map(Language, own)), tuple(map(Language, others)), str(decided_by))
    return Cleaned(
        State.CURRENT,
        Status(values["status"]),
        rules=_counts(values["rules"]),
        problems=tuple(map(str, values["problems"])),
        languages=languages,
        withheld=_counts(values["withheld"]),
        **{name: values[name] for name in PLAIN},
    )


def _counts(listed: Iterable[Any]) -> tuple[tuple[str, int], ...]:
    return tuple((str(rule), int(count)) for rule, count in listed)
