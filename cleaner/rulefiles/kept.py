"""Keeps what takes long to find out between runs, as JSON in the user's cache folder."""

import json
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Any

from cleaner.corpus.writing import new_token, place
from cleaner.errors import DocumentError
from cleaner.regularfile import read_regular


def read(name: str, key: bytes) -> Any:
    """What an earlier run kept by this name and key; None if there is nothing, or if it is damaged."""
    path = path_of(name, key)
    if path is None:
        return None
    with suppress(OSError, ValueError, RecursionError):
        digest, _, content = read_regular(path).partition(b"\n")
        return json.loads(content) if digest == _digest(content) else None
    return None


def write(name: str, key: bytes, value: Any) -> None:
    """Keep a value that JSON has, in place of what the name has by other keys. Where none can be kept, none is."""
    path = path_of(name, key)
    if path is None:
        return
    content = json.dumps(value).encode()
    with suppress(DocumentError, OSError):
        place(path, _digest(content) + b"\n" + content, None, new_token())
        forget_others(path, name)


def forget_others(path: Path, name: str) -> None:
    """Delete what the name has by other keys than the one of this path. Raises OSError if it cannot."""
    for other in path.parent.glob(f"{name}-*{path.suffix}"):
        if other != path:
            other.unlink()


def _digest(content: bytes) -> bytes:
    """Stands before the content: what is damaged would be read as something else."""
    return sha256(content).hexdigest().encode()


def path_of(name: str, key: bytes, suffix: str = ".json") -> Path | None:
    """The file of a name and key, or None where there is no cache folder: a user may have no home."""
    from platformdirs import user_cache_path

    try:
        folder = user_cache_path("cleaner", appauthor=False)
    except RuntimeError:  # no home; earlier releases of platformdirs leave `~` in the path
        return None
    return folder / f"{name}-{sha256(key).hexdigest()[:16]}{suffix}" if folder.is_absolute() else None
