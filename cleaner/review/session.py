"""What the page of a review may ask for, and tell."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import chain, count, repeat
from pathlib import Path
from typing import Any

from cleaner.batch.pool import Limits
from cleaner.batch.worker import Failure
from cleaner.commands.reader import DocumentReader
from cleaner.containers.fields import Wanted
from cleaner.errors import CleanerError, UsageError
from cleaner.review.catalogue import Filter
from cleaner.review.effect import concerned
from cleaner.review.entries import CatalogueEntry
from cleaner.review.rulebook import Rulebook, RuleChange
from cleaner.review.study import Learning
from cleaner.review.workshop import Workshop
from cleaner.text.mark import Verb

# Documents that the list gives at a time. Chosen by hand.
WINDOW = 200


class Session:
    """The answers. `reader` has the rules that run besides those of the book.

    `scratch` is a folder for copies of rules, one for each state that they have had.
    """

    def __init__(self, reader: DocumentReader, book: Rulebook, scratch: Path) -> None:
        self.book = book
        self._reader, self._scratch = reader, scratch
        self._numbers = count(1)
        self._listed: tuple[Filter, list[int]] = (Filter(), [])
        self._undecided: list[int] | None = None

    def start(self, found: Iterable[CatalogueEntry], wanted: Wanted, limits: Limits) -> None:
        """Start the processes; `wanted` are the fields of records that hold texts."""
        self._work = Workshop(wanted, self._with_rules(None), limits)
        self._catalogue = self._work.catalogue
        self._work.start(found)

    def stop(self) -> None:
        """End the processes."""
        self._work.stop()

    def _with_rules(self, change: RuleChange | None) -> DocumentReader:
        """The reader with the rules of the book as they are now, or as a change would make them."""
        copied = self.book.copy(self._scratch / str(next(self._numbers)), change)
        return replace(self._reader, rules=(*self._reader.rules, copied) if copied else self._reader.rules)

    # What the page asks for. Each takes the fields of a request, and gives an object of JSON.

    def progress(self, _: Mapping[str, Any]) -> dict[str, Any]:
        """The counts of the survey, and the steps that can be undone."""
        steps = [step.change.what for step in self.book.steps]
        return self._catalogue.counts() | {"steps": steps, "folder": str(self.book.folder), "pile": self._pile()}

    def documents(self, asked: Mapping[str, Any]) -> dict[str, Any]:
        """The documents that a filter lets, from a place in the list on. From the start, the list is made anew."""
        wanted = Filter(*(str(asked.get(name, "")) for name in Filter._fields))
        first = _whole(asked, "from")
        if first == 0 or self._listed[0] != wanted:
            self._listed = wanted, self._catalogue.listed(wanted)
        numbers = self._listed[1]
        shown = []
        for number in numbers[first : first + WINDOW]:
            known = self._catalogue.surveyed[number]
            removed = known.removed if known else 0
            status = known.status if known else ""
            shown.append({"number": number, "name": self._catalogue.entries[number].name, "status": status})
            shown[-1]["removed"] = removed
        return {"total": len(numbers), "from": first, "documents": shown}

    def document(self, asked: Mapping[str, Any]) -> dict[str, Any]:
        """One document, with what is removed from it."""
        number = self._number(asked)
        shown = self._work.show(number)
        if isinstance(shown, Failure):
            return {"number": number, "name": self._catalogue.entries[number].name, "failure": str(shown)}
        return {"number": number, **shown}

    def propose(self, asked: Mapping[str, Any]) -> dict[str, Any]:
        """A rule that drops, or keeps, the line at an offset of a document."""
        verb = Verb.KEEP if asked.get("verb") == Verb.KEEP else Verb.DROP
        made = self._work.show(self._number(asked), _whole(asked, "start"), verb)
        if isinstance(made, Failure):
            raise UsageError(made.message)
        return dict(made)

    def weigh(self, asked: Mapping[str, Any]) -> dict[str, Any]:
        """Begin to find what a change would do to all documents; what the last one would do is no longer sought."""
        change, reader, problems = self._checked(asked)
        if problems:
            return {"problems": problems}
        self._work.weigh(reader, str(asked.get("words", "")), self._concerned(change))
        return {"problems": [], "file": str(change.path)}

    def effect(self, _: Mapping[str, Any]) -> dict[str, Any]:
        """What is known so far of the last change that was weighed."""
        effect = self._work.effect
        return {name: getattr(effect, name) for name in effect.__slots__}

    def candidate(self, asked: Mapping[str, Any]) -> dict[str, Any]:
        """The line that a person has not decided on, of this number or the next, or before it if `step` is -1.

        Without a line after it, the first; before it, the last. To ask begins the learning.
        """
        study, pile = self._work.study, self._pile()
        study.ask()
        undecided = self._undecided or []
        if not undecided:
            return {"pile": pile, "candidate": None}
        place = bisect_left(undecided, _whole(asked, "number"))
        place = (place - 1 if asked.get("step") == "-1" else place) % len(undecided)
        number = undecided[place]
        candidate = study.learnt.candidates[number]
        shown = candidate.data() | {"number": number, "rank": place + 1, "toml": self.book.named(candidate)}
        return {"pile": pile, "candidate": shown}

    def decide(self, asked: Mapping[str, Any]) -> dict[str, Any]:
        """Take a line that was left for a person by a rule, if `toml` has one, or keep it for good."""
        number, candidates = _whole(asked, "number"), self._work.study.learnt.candidates
        if not 0 <= number < len(candidates):
            raise UsageError(f"there is no line {number} to decide on")
        change = self.book.with_answer(candidates[number], str(asked.get("toml", "")))
        copied = self.book.copy(self._scratch / str(next(self._numbers)), change) if change.runs else None
        problems = list(self.book.problems(change, copied)) if copied else []
        return {"problems": problems} if problems else self._saved(change)

    def _pile(self) -> dict[str, Any]:
        """How far learning is, and how many lines are to be decided on."""
        study = self._work.study
        if study.state is Learning.LEARNT and self._undecided is None:
            try:
                self._undecided = self.book.undecided(study.learnt.candidates)
            except CleanerError:  # somebody has broken a rule file; an answer would say so
                self._undecided = list(range(len(study.learnt.candidates)))
        return {"state": study.state, **study.reached._asdict(), "left": len(self._undecided or ())}

    def save(self, asked: Mapping[str, Any]) -> dict[str, Any]:
        """Write a change to its rule file. From now on its rules run."""
        change, _, problems = self._checked(asked)
        if problems:
            return {"problems": problems}
        return self._saved(change)

    def _saved(self, change: RuleChange) -> dict[str, Any]:
        self.book.save(change)
        self._rules_changed(change)
        return {"problems": [], "file": str(change.path), "saved": change.what}

    def undo(self, _: Mapping[str, Any]) -> dict[str, Any]:
        """Take back the last change that was saved."""
        change = self.book.undo()
        self._rules_changed(change)
        return {"undone": change.what}

    def _rules_changed(self, change: RuleChange) -> None:
        self._undecided = None
        if change.runs:
            self._work.use(self._with_rules(None), self._concerned(change))

    def _concerned(self, change: RuleChange) -> list[int]:
        return concerned(change.hosts, list(self._sites()))

    def _sites(self) -> Iterator[str | None]:
        """The site of each document: as its rules have it, or as learning has."""
        homes = self._work.study.learnt.homes
        for known, home in zip(list(self._catalogue.surveyed), chain(homes, repeat("")), strict=False):
            yield (known.site or home) if known else None

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
        if not 0 <= number < len(self._catalogue.entries):
            raise UsageError(f"there is no document {number}")
        return number


def _whole(asked: Mapping[str, Any], name: str) -> int:
    try:
        return int(asked.get(name, 0))
    except (TypeError, ValueError):
        raise UsageError(f"{name} must be a whole number") from None
