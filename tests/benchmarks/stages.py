"""Where the time of a text goes: microseconds a document in each stage, less those of the stages within it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cached_property
from inspect import isgeneratorfunction
from time import perf_counter
from typing import Any
from unittest.mock import patch

from cleaner import api, pipeline
from cleaner.heuristics import dropped, judge
from cleaner.rules.long_lines import LongLineMatcher
from cleaner.rules.match import Matcher
from cleaner.text.document import Document

# Of each stage: where its functions are, and their names.
STAGES: dict[str, tuple[tuple[Any, str], ...]] = {
    "lines": ((Document, "__init__"),),
    "language": ((api, "identify"),),
    "rules": ((Matcher, "hits"),),
    "rules in long lines": ((LongLineMatcher, "hits"),),
    "structure": ((Document, "signs"), (Document, "structure")),
    "zones": ((Document, "core_edges"),),
    "is it a page": ((judge.Judge, "marks"), (dropped, "encoded_page")),
    "line model": ((dropped, "dropped_runs"), (dropped, "dropped_sentences")),
    "resolve": ((pipeline, "effective"), (pipeline, "unite")),
    "excess": ((pipeline, "greedy_rules"), (pipeline, "greedy_heuristics")),
    "seams": ((pipeline, "sew"),),
    "result": ((pipeline, "render"), (pipeline, "is_original"), (pipeline, "_took_effect")),
}
REST = "all else"


class Spent:
    """The seconds spent in each stage, and in all else."""

    def __init__(self) -> None:
        self.seconds = dict.fromkeys([*STAGES, REST], 0.0)
        self._now, self._since = REST, perf_counter()

    @contextmanager
    def within(self, stage: str) -> Iterator[None]:
        outer = self._switched(stage)
        try:
            yield
        finally:
            self._switched(outer)

    def _switched(self, stage: str) -> str:
        now, before = perf_counter(), self._now
        self.seconds[before] += now - self._since
        self._now, self._since = stage, now
        return before

    def timed(self, stage: str, function: Callable[..., Any]) -> Callable[..., Any]:
        """The function, of which a generator is run through at once."""

        def run(*arguments: Any, **named: Any) -> Any:
            with self.within(stage):
                found = function(*arguments, **named)
                return iter(list(found)) if isgeneratorfunction(function) else found

        return run


@contextmanager
def measured() -> Iterator[Spent]:
    """Times all stages of what is cleaned meanwhile in this process."""
    spent, patches = Spent(), []
    for stage, functions in STAGES.items():
        for owner, name in functions:
            found = vars(owner)[name]
            if isinstance(found, cached_property):
                timed: Any = cached_property(spent.timed(stage, found.func))
                timed.__set_name__(owner, name)
            else:
                timed = spent.timed(stage, found)
            patches.append(patch.object(owner, name, timed))
    for each in patches:
        each.start()
    try:
        with spent.within(REST):
            yield spent
    finally:
        for each in patches:
            each.stop()
