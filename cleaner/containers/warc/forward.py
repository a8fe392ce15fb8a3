"""A stream that is read once, and can be taken up again where a damaged record ends."""

from io import SEEK_CUR, UnsupportedOperation
from typing import BinaryIO

from cleaner.regularfile import BLOCK

# What a record begins with, after the end of another, or of what is no record.
BEGINNING = b"\nWARC/1."


class Forward:
    """Tells where it is, for which the library seeks. The last bytes that were read are kept, at least one block."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._place = 0
        self._kept = b""  # what was read last, up to `_place`
        self._again = b""  # what is read again
        self._failed = False

    def read(self, size: int = -1) -> bytes:
        data = self._again[:size] if size >= 0 else self._again
        self._again = self._again[len(data) :]
        if not data:
            try:
                data = self._stream.read(size)
            except OSError:
                self._failed = True
                raise
        self._place += len(data)
        self._kept = (self._kept + data)[-max(BLOCK, len(data)) :]
        return data

    def seek(self, offset: int, whence: int = 0) -> int:
        if whence != SEEK_CUR or offset:
            raise UnsupportedOperation("seek")
        return self._place

    def tell(self) -> int:
        return self._place

    def close(self) -> None:
        """The file is closed by whoever has opened it."""

    def resume(self, offset: int) -> bool:
        """Go to the next beginning of a record after this offset; whether there is one that can be read."""
        kept_from = self._place - len(self._kept)
        if self._failed or offset < kept_from:
            return False
        waiting = self._kept[offset - kept_from :] + self._again
        start = offset
        try:
            while (found := waiting.find(BEGINNING)) < 0:
                more = self._stream.read(BLOCK)
                if not more:
                    return False
                start += max(0, len(waiting) - len(BEGINNING))
                waiting = waiting[-len(BEGINNING) :] + more
        except OSError:
            return False
        self._place, self._kept, self._again = start + found + 1, b"", waiting[found + 1 :]
        return True
