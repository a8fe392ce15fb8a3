"""What `cleaner clean` is asked to write and to print."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from cleaner.report.console import Console
from cleaner.report.outcomes import Cleaned, State


class Mode(NamedTuple):
    """The flags of `cleaner clean` that say what to write and what to print."""

    check: bool = False
    diff: bool = False
    marks: bool = False
    json: bool = False
    exit_non_zero_on_write: bool = False
    force: bool = False
    prune: bool = False
    rejects: Path | None = None
    report: tuple[Path, ...] = ()
    learn: bool = False

    @classmethod
    def of(cls, params: Mapping[str, Any]) -> "Mode":
        """The mode in the parameters of the command."""
        values = {field: params[field] for field in cls._fields}
        rejects = Path(params["rejects"]) if params["rejects"] else None
        return cls(**values | {"rejects": rejects, "report": tuple(map(Path, params["report"] or ()))})

    @property
    def anew(self) -> bool:
        """Whether every document is cleaned, also those that have not changed since they were."""
        return self.force or self.diff or bool(self.report)

    def show_diff(self, cleaned: Cleaned, console: Console) -> None:
        """Print the diff of a document or a record, if one is asked for."""
        if self.diff:
            from cleaner.report.explanation import difference

            console.write(difference(cleaned.diff))

    def show(self, outputs: Iterable[Path], state: State, console: Console) -> None:
        """Print the state of the files of a document or a container."""
        for output in outputs:
            if state is not State.WRITTEN:
                (console.note if self.json or self.diff else console.out)(f"{output}: {state}")
            elif self.exit_non_zero_on_write:
                console.error(f"wrote {output}")
