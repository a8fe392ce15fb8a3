"""What a marks file says, read from bytes that anybody may have changed."""

import json
from collections.abc import Iterable
from hashlib import sha256
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from cleaner.errors import CleanerError
from cleaner.regularfile import read_regular
from cleaner.result import Removed
from cleaner.text.codec_names import is_text_codec
from cleaner.version import __version__

# The version of the format; raised when an older cleaner cannot read a new file.
FORMAT = 2

Value = TypeVar("Value")
# Where a text has characters for bytes that are not in its encoding, how many characters, and the bytes.
Bad = tuple[int, int, bytes]


class MarksError(CleanerError):
    """A file that is not a marks file, or that does not belong to the clean text."""


class MarkedOriginal(NamedTuple):
    """What it takes to make the bytes of an original from its text. `text` and `digest` are digests of the two.

    Of a page only `name`, `text` and `page` are known. `exact`: the bytes can be made.
    """

    name: str
    text: str
    page: bool = False
    exact: bool = False
    digest: str = ""
    encoding: str = "utf-8"
    bom: bytes = b""
    bad: tuple[Bad, ...] = ()


class MarksContent(NamedTuple):
    """What `undo` needs of a marks file. `clean` is the digest of the clean text."""

    original: MarkedOriginal
    clean: str
    removed: tuple[Removed, ...]


def digest_of(data: bytes) -> str:
    """The SHA-256 of a file's content, as marks files and the journal write it."""
    return f"sha256:{sha256(data).hexdigest()}"


def has_digest(path: Path, digest: str) -> bool:
    """Whether there is a file with a content of this digest."""
    try:
        return digest_of(read_regular(path)) == digest
    except OSError:
        return False


def read_marks(marks: bytes, path: Path) -> MarksContent:
    """The content of the marks file at `path`. Raises `MarksError` if it is none, or if a value cannot be right."""
    try:
        content = json.loads(marks)
        written_by = _typed(content["cleaner"], str)
        if content["format"] == FORMAT:
            removed = removed_pieces(content["removed"])
            return MarksContent(_original(content["original"]), _typed(content["clean"], str), removed)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise MarksError(f"{path} is not a marks file; `cleaner clean --marks` writes one") from error
    raise MarksError(
        f"{path} was written by cleaner {written_by}, in a format that {__version__} cannot read; "
        "clean the original again"
    )


def removed_pieces(listed: object) -> tuple[Removed, ...]:
    """The removed spans that JSON lists. Raises ValueError, KeyError or TypeError if a value cannot be right."""
    removed = tuple(
        Removed(_count(piece["start"]), _typed(piece["text"], str), tuple(_typed(rule, str) for rule in piece["rules"]))
        for piece in _typed(listed, list)
    )
    _require(all(before.end <= piece.start for before, piece in pairwise(removed)))
    return removed


def _original(original: dict[str, Any]) -> MarkedOriginal:
    name, text = _typed(original["name"], str), _typed(original["text"], str)
    if _typed(original.get("page", False), bool):
        _require("digest" not in original)
        return MarkedOriginal(name, text, page=True)
    encoding = _typed(original["encoding"], str)
    _require(is_text_codec(encoding))
    return MarkedOriginal(
        name,
        text,
        exact=_typed(original["exact"], bool),
        digest=_typed(original["digest"], str),
        encoding=encoding,
        bom=bytes.fromhex(_typed(original["bom"], str)),
        bad=_bad(_typed(original["bad"], list)),
    )


def _bad(listed: Iterable[Any]) -> tuple[Bad, ...]:
    bad = tuple((_count(start), _count(length), bytes.fromhex(_typed(data, str))) for start, length, data in listed)
    _require(all(start + length <= after for (start, length, _), (after, *_) in pairwise(bad)))
    return bad


def _typed(value: object, kind: type[Value]) -> Value:
    if not isinstance(value, kind):
        raise TypeError(value)
    return value


def _count(value: object) -> int:
    _require(isinstance(value, int) and not isinstance(value, bool) and value >= 0)
    return _typed(value, int)


def _require(condition: object) -> None:
    if not condition:
        raise ValueError
