"""Where a document comes from: a file, standard input and, one day, a record of a container."""

import errno
import json
import os
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple, Protocol

from cleaner.corpus.naming import NO_DOCUMENTS
from cleaner.errors import DocumentError
from cleaner.regularfile import read_regular
from cleaner.rules.settings import Settings
from cleaner.sites import Clues, host_of


class Source(Protocol):
    """One document: its name, how it is read, what is known of its site, and where its clean text is written."""

    @property
    def name(self) -> str:
        """The path as the user gave it, or `-`."""

    @property
    def file_name(self) -> str:
        """The name without a folder, for marks files: they must not depend on where the command runs."""

    @property
    def page(self) -> bool:
        """Whether it is HTML."""

    @property
    def outputs(self) -> tuple[Path, ...]:
        """The paths of the clean text and, if wanted, of the marks file; empty if no file is written."""

    @property
    def obstacle(self) -> str:
        """Why the outputs must not be written, or an empty string."""

    @property
    def settings(self) -> Settings | None:
        """Which rules run on it, if not those of all documents."""

    def read(self, limit: int) -> bytes | str:
        """The document, decoded if it is part of a text; raises `DocumentError` if it cannot be read.

        It cannot if it has more than `limit` bytes, or characters.
        """

    def clues(self, given: Clues) -> Clues:
        """The clues to its site: those given, and its own."""

    def mode(self) -> int | None:
        """The permission bits for new outputs; None for those that the system gives."""


class FileSource(NamedTuple):
    """A document that is a file. `glob_site` is the site that `[tool.cleaner.paths]` names for it.

    `settings` are those of `[tool.cleaner.per-file]`.
    """

    path: Path
    outputs: tuple[Path, ...] = ()
    page: bool = False
    glob_site: str | None = None
    obstacle: str = ""
    settings: Settings | None = None

    @property
    def name(self) -> str:
        return str(self.path)

    @property
    def file_name(self) -> str:
        return self.path.name

    def read(self, limit: int) -> bytes:
        extension = self.path.suffix.lower()
        if extension in NO_DOCUMENTS:
            message = f"a {extension} file holds {NO_DOCUMENTS[extension]}; take the texts out of it and clean those"
            raise DocumentError("not-text", message)
        try:
            return read_regular(self.path, limit)
        except OSError as error:
            if error.errno == errno.EFBIG:
                raise too_large(limit) from error
            raise DocumentError("unreadable", str(error.strerror)) from error

    def clues(self, given: Clues) -> Clues:
        beside = Address(given.url) if given.url else address_beside(self.path)
        folders = _folders(self.path.parent)
        return given._replace(url=beside.url, folders=folders, glob_site=self.glob_site, fault=beside.fault)

    def mode(self) -> int | None:
        try:
            return self.path.stat().st_mode
        except OSError:  # it was removed after it was read
            return None


class StandardInput(NamedTuple):
    """The document on standard input. It is read by the parent: a worker process has no standard input.

    `file` is the one that it stands for, if the user names one; it need not exist.
    """

    data: bytes
    page: bool = False
    name: str = "-"
    file_name: str = "-"
    outputs: tuple[Path, ...] = ()
    obstacle: str = ""
    settings: Settings | None = None
    file: FileSource | None = None

    @classmethod
    def of(cls, data: bytes, file: FileSource) -> "StandardInput":
        """What stands for a file."""
        return cls(data, file.page, file.name, file.file_name, settings=file.settings, file=file)

    def read(self, limit: int) -> bytes:
        return within(self.data, limit)

    def clues(self, given: Clues) -> Clues:
        return self.file.clues(given) if self.file else given

    def mode(self) -> int | None:
        return None


def within(data: bytes, limit: int) -> bytes:
    """The data; raises `DocumentError` if it has more bytes than the limit."""
    if len(data) > limit:
        raise too_large(limit)
    return data


def too_large(limit: int) -> DocumentError:
    """The error for a document of more than `limit` bytes."""
    return DocumentError("too-large", f"more than {limit:,} bytes; --max-bytes raises the limit")


class Address(NamedTuple):
    """The address of a document, or None, and what is wrong with the file that should tell it, or an empty string."""

    url: str | None
    fault: str = ""


NO_ADDRESS = Address(None)


def address_beside(path: Path) -> Address:
    """The URL in `NAME.json` beside `NAME.txt`: key `url`, or `source` as in trafilatura's JSON.

    A file without these keys, such as our marks, or with an empty one, tells no address, and that is no fault.
    """
    beside = os.path.splitext(str(path))[0] + ".json"  # noqa: PTH122 (takes a third of the time of pathlib)
    if not os.path.lexists(beside):  # an error of `open` takes three times as long
        return NO_ADDRESS
    sidecar = Path(beside)
    try:
        record = json.loads(read_regular(sidecar))
    except (FileNotFoundError, NotADirectoryError):
        return NO_ADDRESS
    except OSError as error:
        return Address(None, f"{sidecar.name} cannot be read: {error.strerror}")
    except (ValueError, RecursionError):
        return Address(None, f"{sidecar.name} is not JSON, so it tells no address")
    named = {key: record[key] for key in ("url", "source") if record.get(key)} if isinstance(record, dict) else {}
    url = next((value for value in named.values() if isinstance(value, str) and host_of(value)), None)
    if url or not named:
        return Address(url)
    return Address(None, f"{' and '.join(named)} in {sidecar.name}: not a web address")


@lru_cache(maxsize=64)
def _folders(folder: Path) -> tuple[str, ...]:
    """The names of the folder and of all folders above it, the nearest first. One of them may be a host."""
    return tuple(reversed(folder.absolute().parts[1:]))
