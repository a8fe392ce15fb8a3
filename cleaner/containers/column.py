"""The column `cleaner` of a cleaned record: what was done, so that each record can be explained and undone."""

from collections.abc import Iterable, Mapping
from typing import Any

from cleaner.corpus.digesting import Digesting
from cleaner.corpus.marks import MarksError, removed_pieces
from cleaner.result import Result, restore, restored_pieces
from cleaner.version import __version__

# The name of the column, and the status of a record that could not be cleaned.
COLUMN = "cleaner"
FAILED = "failed"
# Characters of a text that are encoded at once for its digest; chosen by hand: texts are shorter, but for a few.
PART = 1_000_000
# What a column says, in this order; offsets are in characters of the original.
KEYS = ("version", "status", "field", "page", "languages", "site", "encoding", "problems", "original", "removed")


def column_of(result: Result, guess: str = "") -> dict[str, Any]:
    """The column of a cleaned record. `guess` names the encoding of its bytes, if it was guessed."""
    removed = [
        {"start": piece.start, "end": piece.end, "rules": list(piece.rules), "text": piece.text}
        for piece in result.removed
    ]
    digest = _digest(restored_pieces(result.text, result.removed))
    values = (
        *(__version__, str(result.status), "", result.extraction is not None, list(result.languages.own)),
        *(result.site.host, guess or None, list(result.problems), digest, removed),
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
    if digest is not None and _digest([original]) != digest:
        raise changed
    return original


def _digest(pieces: Iterable[str]) -> str:
    """The digest of a text in pieces, of which no more than PART characters are encoded at once."""
    sink = Digesting()
    for piece in pieces:
        for start in range(0, len(piece), PART):
            sink.write(piece[start : start + PART].encode("utf-8", "surrogatepass"))
    return sink.digest
