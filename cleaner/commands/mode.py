"""What `cleaner clean` is asked to write and to print."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from cleaner.report.console import Console
from cleaner.report.outcomes import State


@dataclass(frozen=True, slots=True)
class Mode:
    """The flags of `cleaner clean` that say what to write and what to print."""

    check: bool = False
    diff: bool = False
    marks: bool = False
    json: bool = False
    exit_non_zero_on_write: bool = False
    force: bool = False
    prune: bool = False

    @classmethod
    def of(cls, params: Mapping[str, Any]) -> "Mode":
        """The mode in the parameters of the command."""
        return cls(**{field.name: params[field.name] for field in fields(cls)})

    def show(self, outputs: Iterable[Path], state: State, console: Console) -> None:
        """Print the state of the files of a document or a container."""
        for output in outputs:
            if state is not State.WRITTEN:
                (console.note if self.json or self.diff else console.out)(f"{output}: {state}")
            elif self.exit_non_zero_on_write:
                console.error(f"wrote {output}")
