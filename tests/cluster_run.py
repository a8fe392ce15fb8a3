"""A corpus in four files, and the command that cleans it in tasks."""

import gzip
import json
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

FILES = 4
TEXT = (
    "The lighthouse on rock {n} was painted again, its keeper said on Tuesday.\n"
    "\n"
    "See: Lighthouse {n} in pictures\n"
    "\n"
    "It had last been white in the year of the great storm.\n"
)


class ClusterRun:
    """The folder of a corpus of JSON Lines, and one for what is written."""

    def __init__(self, folder: Path) -> None:
        self.input, self.output = folder / "in", folder / "out"
        self.folder = folder

    def fill(self, rows: int) -> None:
        """Write as many rows into each file. Rows have fields that must stay, and one in ten has no text."""
        self.input.mkdir()
        for file in range(FILES):
            with gzip.open(self.input / f"{file}.jsonl.gz", "wt", encoding="utf-8") as out:
                for number in range(rows):
                    text = TEXT.format(n=f"{file}-{number}") if number % 10 != 7 else ""
                    row = {"rank": number, "text": text, "url": "https://example.org/1", "tags": ["sea"]}
                    out.write(json.dumps(row) + "\n")

    def command(self, *flags: str, folders: Sequence[str] = ()) -> list[str]:
        """The command, from the input to the output, or between other folders."""
        places = folders or (str(self.input), str(self.output))
        return [sys.executable, "-m", "cleaner", "cluster", *places, *flags]

    def run(self, *flags: str, folders: Sequence[str] = ()) -> subprocess.CompletedProcess[str]:
        return subprocess.run(self.command(*flags, folders=folders), capture_output=True, text=True, check=False)

    def expected(self) -> list[list[dict[str, Any]]]:
        """The rows of each file, as `cleaner clean` writes them."""
        clean = self.folder / "clean"
        command = [sys.executable, "-m", "cleaner", "clean", str(self.input), "--out-dir", str(clean), "--jobs", "1"]
        subprocess.run(command, check=True, capture_output=True)
        return [rows(file) for file in sorted(clean.glob("*.jsonl.gz"))]

    def written(self) -> list[list[dict[str, Any]]]:
        """The rows that each task wrote."""
        return [rows(file) for file in sorted(self.output.glob("*.jsonl.gz"))]

    def done(self) -> dict[str, int]:
        """The tasks that are done, and when each was."""
        return {file.name: file.stat().st_mtime_ns for file in (self.output / ".cleaner/completions").glob("*")}


def rows(file: Path) -> list[dict[str, Any]]:
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def until(holds: Callable[[], Any], seconds: float = 120) -> Any:
    """What `holds` gives, as soon as it is true."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if found := holds():
            return found
        time.sleep(0.02)
    raise AssertionError("it did not happen in time")


def children(pid: int) -> list[int]:
    """The processes that a process has started."""
    return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
