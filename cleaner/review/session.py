"""A review: the documents, the processes that work on them, and what the page may ask for."""

from collections.abc import Mapping
from dataclasses import replace
from itertools import count
from pathlib import Path
from threading import Event, Lock, Thread
from typing import Any

from cleaner.batch.pool import Limits
from cleaner.batch.worker import Failure
from cleaner.commands.reader import DocumentReader
from cleaner.errors import UsageError
from cleaner.review.catalogue import Catalogue, Filter
from cleaner.review.desk import Crew, Viewer
from cleaner.review.effect import Effect, Weighing, concerned
from cleaner.review.rulebook import Rulebook, RuleChange
from cleaner.review.views import Glance, Survey, View
from cleaner.text.mark import Verb

# Documents that are surveyed at a time, and that the list gives at a time. Chosen by hand.
BATCH, WINDOW = 200, 200


class Session:
    """All that a review knows. `scratch` is a folder for copies of rules, one for each state that they have had."""

    def __init__(self, catalogue: Catalogue, reader: DocumentReader, book: Rulebook, scratch: Path) -> None:
        self.catalogue, self.book = catalogue, book
        self._reader, self._scratch = reader, scratch
        self._numbers = count(1)
        self.limits = Limits(1, 60.0)
        self.reader = self._with_rules(None)
        self._listed: tuple[Filter, list[int]] = (Filter(), [])
        self._effect = Effect(0, over=True)
        self._lock = Lock()
        self._wake, self._over = Event(), Event()

    def start(self, limits: Limits) -> None:
        """Start the processes and the survey."""
        self.limits = limits
        self._viewer, self._surveyors, self._weighers = Viewer(View(self.reader), limits.timeout), Crew(), Crew()
        Thread(target=self._survey, daemon=True).start()

    def stop(self) -> None:
        """End the processes."""
        self._over.set()
        self._wake.set()
        for process in (self._viewer, self._surveyors, self._weighers):
            process.stop()

    def _with_rules(self, change: RuleChange | None) -> DocumentReader:
        """The reader with the rules of the book as they are now, or as a change would make them."""
        copied = self.book.copy(self._scratch / str(next(self._numbers)), change)
        return replace(self._reader, rules=(*self._reader.rules, copied) if copied else self._reader.rules)

    def _survey(self) -> None:
        while not self._over.is_set():
            self._wake.clear()
            numbers = self.catalogue.take(BATCH)
            if not numbers:
                self._wake.wait()
                continue
            reader = self.reader
            items = [self.catalogue.sources[number] for number in numbers]
            outcomes = self._surveyors.outcomes(Survey(reader), items, self.limits)
            known = dict(zip(numbers, outcomes, strict=False))
            if reader is not self.reader:  # other rules run now
                self.catalogue.survey_again(numbers)
                continue
            for number, outcome in known.items():
                self.catalogue.note(number, outcome)

    # What the page asks for. Each takes the fields of a request, and gives an object of JSON.

    def progress(self, _: Mapping[str, Any]) -> dict[str, Any]:
        """The counts of the survey, and the steps that can be undone."""
        steps = [step.change.what for step in self.book.steps]
        return self.catalogue.counts() | {"steps": steps, "folder": str(self.book.folder)}

    def documents(self, asked: Mapping[str, Any]) -> dict[str, Any]:
        """The documents that a filter lets, from a place in the list on. From the start, the list is made anew."""
        wanted = Filter(*(str(asked.get(name, "")) for name in Filter._fields))
        first = _whole(asked, "from")
        if first == 0 or self._listed[0] != wanted:
            self._listed = wanted, self.catalogue.listed(wanted)
        numbers = self._listed[1]
        shown = []
        for number in numbers[first : first + WINDOW]:
            known = self.catalogue.surveyed[number]
            removed = known.removed if known else 0
            status = known.status if known else ""
            shown.append({"number": number, "name": self.catalogue.sources[number].name, "status": status})
            shown[-1]["removed"] = removed
        return {"total": len(numbers), "from": first, "documents": shown}

    def document(self, asked: Mapping[str, Any]) -> dict[str, Any]:
        """One document, with what is removed from it."""
        number = self._number(asked)
        shown = self._viewer.outcome(Glance(self.reader, self.catalogue.sources[number]))
        if isinstance(shown, Failure):
            return {"number": number, "name": self.catalogue.sources[number].name, "failure": str(shown)}
        return {"number": number, **shown}

    def propose(self, asked: Mapping[str, Any]) -> dict[str, Any]:
        """A rule that drops, or keeps, the line at an offset of a document."""
        verb = Verb.KEEP if asked.get("verb") == Verb.KEEP else Verb.DROP
        source = self.catalogue.sources[self._number(asked)]
        made = self._viewer.outcome(Glance(self.reader, source, _whole(asked, "start"), verb))
        if isinstance(made, Failure):
            raise UsageError(made.message)
        return dict(made)

    def weigh(self, asked: Mapping[str, Any]) -> dict[str, Any]:
        """Begin to find what a change would do to all documents; what the last one would do is no longer sought."""
        change, reader, problems = self._checked(asked)
        if problems:
            return {"problems": problems}
        work = Weighing(self.reader, reader, str(asked.get("words", "")))
        numbers = self._concerned(change)
        with self._lock:
            if not self._effect.over:
                self._weighers.stop()
            self._effect = Effect(len(numbers))
            Thread(target=self._weigh, args=(self._effect, work, numbers), daemon=True).start()
        return {"problems": [], "file": str(change.path)}

    def _weigh(self, effect: Effect, work: Weighing, numbers: list[int]) -> None:
        for first in range(0, len(numbers), BATCH):
            part = numbers[first : first + BATCH]
            items = [self.catalogue.sources[number] for number in part]
            for number, outcome in zip(part, self._weighers.outcomes(work, items, self.limits), strict=False):
                effect.add(number, self.catalogue.sources[number].name, outcome)
            if effect is not self._effect or self._over.is_set():
                return
        effect.over = True

    def effect(self, _: Mapping[str, Any]) -> dict[str, Any]:
        """What is known so far of the last change that was weighed."""
        effect = self._effect
        return {name: getattr(effect, name) for name in effect.__slots__}

    def save(self, asked: Mapping[str, Any]) -> dict[str, Any]:
        """Write a change to its rule file. From now on its rules run."""
        change, _, problems = self._checked(asked)
        if problems:
            return {"problems": problems}
        self.book.save(change)
        self._rules_changed(change)
        return {"problems": [], "file": str(change.path), "saved": change.what}

    def undo(self, _: Mapping[str, Any]) -> dict[str, Any]:
        """Take back the last change that was saved."""
        change = self.book.undo()
        self._rules_changed(change)
        return {"undone": change.what}

    def _rules_changed(self, change: RuleChange) -> None:
        self.reader = self._with_rules(None)
        self.catalogue.survey_again(self._concerned(change))
        self._wake.set()

    def _concerned(self, change: RuleChange) -> list[int]:
        return concerned(change.hosts, [known.site if known else None for known in self.catalogue.surveyed])

    def _checked(self, asked: Mapping[str, Any]) -> tuple[RuleChange, DocumentReader, list[str]]:
        """The change that the page asks for, the reader with it, and what is wrong with it."""
        host = str(asked.get("site", "")) or None
        if rule := asked.get("disable"):
            change = self.book.with_disabled(host, str(rule))
        else:
            change = self.book.with_rule(host, str(asked.get("toml", "")))
        reader = self._with_rules(change)
        return change, reader, list(self.book.problems(change, reader.rules[-1]))

    def _number(self, asked: Mapping[str, Any]) -> int:
        number = _whole(asked, "number")
        if not 0 <= number < len(self.catalogue.sources):
            raise UsageError(f"there is no document {number}")
        return number


def _whole(asked: Mapping[str, Any], name: str) -> int:
    try:
        return int(asked.get(name, 0))
    except (TypeError, ValueError):
        raise UsageError(f"{name} must be a whole number") from None
