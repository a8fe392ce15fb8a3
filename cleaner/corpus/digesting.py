"""Takes the digest of a file while it is written or read."""

import io
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO

from cleaner.regularfile import BLOCK, open_regular


class Digesting(io.BufferedIOBase):
    """Hands what is written on to a file, or to none, and takes the digest of it."""

    def __init__(self, file: io.RawIOBase | BinaryIO | None = None) -> None:
        self._file = file
        self._sha = sha256()
        self._written = 0

    def writable(self) -> bool:
        return True

    def write(self, data: bytes | bytearray | memoryview) -> int:  # type: ignore[override]  # typeshed has Buffer
        view = memoryview(data).cast("B")
        self._sha.update(view)
        self._written += len(view)
        while self._file and view:
            view = view[self._file.write(view) or 0 :]
        return len(data)

    def tell(self) -> int:
        return self._written

    @property
    def digest(self) -> str:
        """The SHA-256 of all that was written, as the journal has it."""
        return f"sha256:{self._sha.hexdigest()}"


def digest_of_file(path: Path) -> str:
    """The digest of a regular file, read block by block; empty if there is none."""
    sink = Digesting()
    try:
        with open_regular(path) as file:
            while block := file.read(BLOCK):
                sink.write(block)
    except OSError:
        return ""
    return sink.digest
