"""The lines of a journal."""

import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from types import MappingProxyType
from typing import Any, NamedTuple

NOTHING: Mapping[str, Any] = MappingProxyType({})


class Made(NamedTuple):
    """From what a file was made: the digest of its original, the key of all else, and the outcome, as JSON has it."""

    source: str
    key: str
    outcome: Mapping[str, Any]


class Entry(NamedTuple):
    """The last line of the journal on a file that was made from an original."""

    digest: str
    made: Made


def written_line(name: str, digest: str, values: Mapping[str, Any] = NOTHING) -> bytes:
    """A line on the file of this name."""
    return json.dumps({"file": name, "digest": digest, **values}).encode() + b"\n"


def read_lines(lines: Iterable[bytes]) -> Iterator[tuple[str, str, bytes]]:
    """The name and digest of each line, and the line. Damaged lines are passed over; only ours have a digest."""
    for line in lines:
        with suppress(ValueError, TypeError, KeyError, RecursionError):
            entry = json.loads(line)
            yield str(entry["file"]), str(entry["digest"]) if entry.get("ours", True) else "", line
