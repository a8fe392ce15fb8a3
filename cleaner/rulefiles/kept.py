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
    path = _path(name, key)
    if path is None:
        return None
    with suppress(OSError, ValueError, RecursionError):
        digest, _, content = read_regular(path).partition(b"\n")
        return json.loads(content) if digest == _digest(content) else None
    return None


def write(name: str, key: bytes, value: Any) -> None:
    """Keep a value that JSON has, in place of what the name has by other keys. Where none can be kept, none is."""
    path = _path(name, key)
    if path is None:
        return
    content = json.dumps(value).encode()
    with suppress(DocumentError, OSError):
        place(path, _digest(content) + b"\n" + content, None, new_token())
        for other in path.parent.glob(f"{name}-*.json"):
            if other != path:
                other.unlink()


def _digest(content: bytes) -> bytes:
    """Stands before the content: what is damaged would be read as something else."""
    return sha256(content).hexdigest().encode()


def _path(name: str, key: bytes) -> Path | None:
    """The file, or None where there is no cache folder: a user may have no home."""
    from platformdirs import user_cache_path

    try:
        folder = user_cache_path("cleaner", appauthor=False)
    except RuntimeError:  # no home; earlier releases of platformdirs leave `~` in the path
        return None
    return folder / f"{name}-{sha256(key).hexdigest()[:16]}.json" if folder.is_absolute() else None
