"""The column `cleaner` of a cleaned record: what was done, so that each record can be explained and undone."""

from collections.abc import Mapping
from typing import Any

from cleaner.corpus.marks import MarksError, digest_of, removed_pieces
from cleaner.result import Result, restore
from cleaner.version import __version__

# The name of the column, and the status of a record that could not be cleaned.
COLUMN = "cleaner"
FAILED = "failed"
# What a column says, in this order; offsets are in characters of the original.
KEYS = ("version", "status", "field", "page", "languages", "site", "encoding", "problems", "original", "removed")


def column_of(result: Result, guess: str = "") -> dict[str, Any]:
    """The column of a cleaned record. `guess` names the encoding of its bytes, if it was guessed."""
    removed = [
        {"start": piece.start, "end": piece.end, "rules": list(piece.rules), "text": piece.text}
        for piece in result.removed
    ]
    values = (
        *(__version__, str(result.status), "", result.extraction is not None, list(result.languages.own)),
        *(result.site.host, guess or None, list(result.problems), _digest(result.undo()), removed),
    )
    return dict(zip(KEYS, values, strict=True))


def column_of_failure(reason: str, *, page: bool) -> dict[str, Any]:
    """The column of a record that could not be cleaned, and stays as it is."""
    return dict(zip(KEYS, (__version__, FAILED, "", page, [], None, None, [reason], None, []), strict=True))


def undone(text: str, column: Mapping[str, Any]) -> str:
    """The text of the original record. Raises `MarksError` if text and column do not belong together."""
    changed = MarksError("its text or its column was changed since it was cleaned")
    try:
        original = restore(text, removed_pieces(column["removed"]))
        digest = column["original"]
    except (KeyError, TypeError, AttributeError) as error:
        raise MarksError(f"its column does not say what was removed ({error!r})") from error
    except ValueError as error:
        raise changed from error
    if digest is not None and _digest(original) != digest:
        raise changed
    return original


def _digest(text: str) -> str:
    return digest_of(text.encode("utf-8", "surrogatepass"))
