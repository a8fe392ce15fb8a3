"""Counts what happened to the documents of a run, and gives the exit code."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from cleaner.batch.worker import Failure
from cleaner.report.console import Console
from cleaner.report.exitcode import ExitCode
from cleaner.report.outcomes import Checked, Cleaned, State
from cleaner.result import Status

if TYPE_CHECKING:
    from cleaner.report.collected import Collected

# How many rules the summary names; chosen by hand, to keep it on one screen.
TOP_RULES = 5


@dataclass(slots=True)
class Pages:
    """The pages of a run: their number, their size in bytes, and the characters extracted, and then removed."""

    extracted: int = 0
    bytes: int = 0
    characters: int = 0
    removed: int = 0

    def add(self, cleaned: Cleaned) -> None:
        """Count a page."""
        self.extracted += 1
        self.bytes += cleaned.page_bytes
        self.characters += cleaned.characters
        self.removed += cleaned.removed


@dataclass(slots=True)
class Report:
    """What happened to the documents of a run; sizes are in characters.

    `changed` counts texts. `doubtful` has each document that is suspicious or empty, and why, and `guesses` each
    encoding that was guessed. `collected` is what a page of the report shows besides, or None; `learnt` the number of
    patterns that were learnt of each site; `accepted` counts findings that the baseline has.
    """

    console: Console
    skipped: Counter[str] = field(default_factory=Counter)
    states: Counter[State] = field(default_factory=Counter)
    statuses: Counter[Status] = field(default_factory=Counter)
    rules: Counter[str] = field(default_factory=Counter)
    withheld: Counter[str] = field(default_factory=Counter)
    doubtful: dict[str, tuple[Status, Sequence[str]]] = field(default_factory=dict)
    languages: Counter[str] = field(default_factory=Counter)
    guesses: Counter[str] = field(default_factory=Counter)
    failed: dict[str, str] = field(default_factory=dict)
    documents: int = 0
    changed: int = 0
    characters: int = 0
    removed: int = 0
    findings: int = 0
    accepted: int = 0
    pages: Pages = field(default_factory=Pages)
    interrupted: bool = False
    collected: "Collected | None" = None
    learnt: dict[str, int] = field(default_factory=dict)

    def cleaned(self, name: str, cleaned: Cleaned) -> None:
        """Count a cleaned document."""
        self.documents += 1
        if cleaned.page_bytes:
            self.pages.add(cleaned)
        else:
            self.changed += bool(cleaned.removed)
        if cleaned.state:
            self.states[cleaned.state] += 1
        self.statuses[cleaned.status] += 1
        self.characters += cleaned.characters
        self.removed += cleaned.removed
        for rule, characters in cleaned.rules:
            self.rules[rule] += characters
        for rule, characters in cleaned.withheld:
            self.withheld[rule] += characters
        self._note_doubt(name, cleaned.status, cleaned.problems)
        self.languages[cleaned.languages.own[0] if cleaned.languages.own else "unknown"] += 1
        if cleaned.guess:
            self.guesses[cleaned.guess] += 1
        if self.collected is not None:
            self.collected.add(name, cleaned)
        if self.console.verbose:
            read = f", read as {cleaned.guess}" if cleaned.guess else ""
            state = f"{cleaned.state}, " if cleaned.state else ""
            self.console.error(f"{name}: {state}{cleaned.effect}, language {cleaned.languages}, {cleaned.site}{read}")

    def checked(self, name: str, checked: Checked) -> None:
        """Count a checked document and its findings; `withheld` counts those of each rule that would stay."""
        self.documents += 1
        self.changed += bool(checked.unclean)
        self.findings += checked.unclean
        self.statuses[checked.status] += 1
        self.guesses.update([checked.guess] if checked.guess else [])
        for finding in checked.findings:
            (self.withheld if finding.withheld else self.rules)[finding.rule] += 1
        self._note_doubt(name, checked.status, checked.problems)

    def failure(self, name: str, failure: Failure) -> None:
        """Count a document that failed, and say why."""
        self.documents += 1
        self.failed[name] = str(failure)
        self.console.error(f"{name}: failed: {failure}")
        if self.console.verbose and failure.trace:
            for line in failure.trace.splitlines():
                self.console.error(line)

    def _note_doubt(self, name: str, status: Status, problems: Sequence[str]) -> None:
        if status is not Status.OK:
            self.doubtful[name] = status, problems

    @property
    def written(self) -> int:
        """The number of documents of which a file was written."""
        return self.states[State.WRITTEN]

    @property
    def unchanged(self) -> int:
        """The number of texts of which nothing was removed; a page is never one of them."""
        return self.documents - self.changed - self.pages.extracted - len(self.failed)

    @property
    def outdated(self) -> int:
        """The number of documents of which a run without `--check` would write a file."""
        return self.states[State.MISSING] + self.states[State.STALE]

    def exit_code(self, *, found: bool = False) -> ExitCode:
        """The exit code of the run; `found`: something was found that the user wants reported as exit code 1."""
        if self.interrupted:
            return ExitCode.INTERRUPTED
        return ExitCode.FOUND if found or self.failed else ExitCode.DONE

    @property
    def share_removed(self) -> float:
        """The share of all characters that was removed, from 0 to 1."""
        return self.removed / self.characters if self.characters else 0.0

    def top_rules(self) -> list[tuple[str, int]]:
        """The rules and the characters that each removed, most first; independent of the order of the documents."""
        return sorted(self.rules.items(), key=lambda item: (-item[1], item[0]))
