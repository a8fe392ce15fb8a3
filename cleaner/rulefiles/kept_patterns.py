"""Keeps compiled patterns between runs, in the user's cache folder.

To compile one takes .004 s, to read one .00007 s, and a thousand texts in English ask for 200. A pattern is a line of a
file, added when a process compiles it. So processes side by side share what one of them compiled, and a line that was
cut short harms no other.
"""

import os
import sys
from base64 import b64decode, b64encode
from contextlib import suppress
from functools import cache
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from pickle import Unpickler, UnpicklingError, dumps
from typing import Any
from zlib import compress, decompress
from zlib import error as ZlibError  # noqa: N812 (a class)

import regex

from cleaner.regularfile import FLAGS, open_regular, regular_descriptor
from cleaner.rulefiles import kept
from cleaner.rules.exact import compiled

# Bytes of the file beyond which it is begun anew. All packaged patterns take 2 MB; those of rules that changed stay.
MOST_BYTES = 20_000_000
# Hexadecimal digits of a digest.
DIGITS = 32
NAME, SUFFIX = "patterns", ".lines"
APPEND = FLAGS | os.O_WRONLY | os.O_APPEND | os.O_CREAT


class KeptPatterns:
    """Patterns in a file that this process and others add to."""

    def __init__(self, path: Path) -> None:
        self._path, self._read = path, 0
        self._lines: dict[bytes, bytes] = {}

    def compiled(self, pattern: str, flags: int) -> regex.Pattern[str]:
        """A pattern with the flags of `regex`: read, or compiled and added. It is no error if either cannot be done."""
        key = _digest(f"{flags} {pattern}".encode("utf-8", "surrogatepass"))
        if key not in self._lines:
            with suppress(OSError):
                self._read_on()
        with suppress(ValueError, TypeError, UnpicklingError, EOFError, ZlibError):
            found = _value(self._lines.get(key, b""))
            if (found.pattern, found.flags & flags) == (pattern, flags):
                return found
        made = compiled(pattern, flags)
        with suppress(OSError):
            self._add(key, made)
        return made

    def _read_on(self) -> None:
        """Read what was added since the last time."""
        with open_regular(self._path, buffering=0) as file:
            file.seek(self._read)
            data = file.read()
        data = data[: data.rfind(b"\n") + 1]
        self._read += len(data)
        self._lines.update((line[:DIGITS], line) for line in data.split(b"\n"))

    def _add(self, key: bytes, pattern: regex.Pattern[str]) -> None:
        content = b64encode(compress(dumps(pattern), 1))
        if self._read == 0:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            kept.forget_others(self._path, NAME)
        elif self._read > MOST_BYTES:
            self._path.unlink(missing_ok=True)
            self._read = 0
        descriptor = regular_descriptor(self._path, APPEND, 0o600)
        try:
            # with a line end before it, as the line above may have been cut short
            os.write(descriptor, b"\n%b %b %b\n" % (key, _digest(content), content))
        finally:
            os.close(descriptor)


class _PatternUnpickler(Unpickler):
    """Reads what pickles of patterns hold, and nothing else."""

    def find_class(self, module: str, name: str) -> Any:
        if (module, name) != ("regex._regex", "compile"):
            raise UnpicklingError(f"{module}.{name} is in no pattern")
        return super().find_class(module, name)


def _value(line: bytes) -> regex.Pattern[str]:
    """The pattern of a line. Raises ValueError, and what else is raised for damaged data, if there is none."""
    _, digest, content = line.split(b" ")
    if digest != _digest(content):
        raise ValueError("damaged")
    found = _PatternUnpickler(BytesIO(decompress(b64decode(content)))).load()
    if not isinstance(found, regex.Pattern):
        raise TypeError("no pattern")
    return found


def _digest(data: bytes) -> bytes:
    return sha256(data).hexdigest()[:DIGITS].encode()


def compiled_or_kept(pattern: str, flags: int) -> regex.Pattern[str]:
    """What `exact.compiled` gives, in less time if an earlier run had it."""
    path = kept.path_of(NAME, f"{regex.__version__} {sys.implementation.cache_tag} {sys.byteorder}".encode(), SUFFIX)
    return _patterns(path).compiled(pattern, flags) if path else compiled(pattern, flags)


_patterns = cache(KeptPatterns)
