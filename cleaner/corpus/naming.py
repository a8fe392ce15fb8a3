"""The names of documents, clean texts and marks files."""

import os
from collections.abc import Mapping
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

# Files with other extensions are documents only if the user names them.
TEXT_EXTENSIONS = frozenset({".txt", ".text", ".md"})
PAGE_EXTENSIONS = frozenset({".html", ".htm", ".xhtml", ".xht"})


class ContainerFormat(StrEnum):
    """The format of a file of many records, as given to `--format`."""

    JSONL = "jsonl"
    CSV = "csv"
    TSV = "tsv"
    PARQUET = "parquet"
    WARC = "warc"
    WET = "wet"


# Their extensions, and those of the compression that may follow.
CONTAINERS: Mapping[str, ContainerFormat] = MappingProxyType(
    {
        **dict.fromkeys((".jsonl", ".ndjson"), ContainerFormat.JSONL),
        ".csv": ContainerFormat.CSV,
        ".tsv": ContainerFormat.TSV,
        ".parquet": ContainerFormat.PARQUET,
        ".warc": ContainerFormat.WARC,
        ".wet": ContainerFormat.WET,
    }
)
ZSTD = ".zst"
COMPRESSIONS = frozenset({".gz", ZSTD})
# What files hold that a user may name, and that are neither a text nor a page.
NO_DOCUMENTS: Mapping[str, str] = MappingProxyType(
    {
        **dict.fromkeys((".json", ".arrow"), "records"),
        **dict.fromkeys((".xlsx", ".xls", ".ods", ".sqlite", ".db", ".wat"), "records"),
        **dict.fromkeys((".gz", ".zst", ".bz2", ".xz", ".zip", ".tar", ".7z"), "compressed files"),
        **dict.fromkeys((".pdf", ".doc", ".docx", ".odt", ".rtf", ".epub"), "a laid out document"),
        **dict.fromkeys((".xml", ".rss", ".atom", ".svg"), "XML"),
        **dict.fromkeys((".png", ".jpg", ".jpeg", ".gif", ".webp", ".mp3", ".mp4"), "an image or sound"),
    }
)
DEFAULT_SUFFIX = ".clean"


def is_document(name: str) -> bool:
    extension = _extension(name).lower()
    return extension in TEXT_EXTENSIONS or extension in PAGE_EXTENSIONS or bool(container_format(name))


def is_page(name: str) -> bool:
    return _extension(name).lower() in PAGE_EXTENSIONS


def container_format(name: str) -> ContainerFormat | None:
    """The format of a file of many records; None for another file.

    >>> [str(container_format(name)) for name in ("a.jsonl", "b.NDJSON.gz", "c.txt.gz")]
    ['jsonl', 'jsonl', 'None']
    """
    last = _extension(name).lower()
    if last not in CONTAINERS and last not in COMPRESSIONS:
        return None
    extension = _container_extensions(name).lower()
    for compression in COMPRESSIONS:
        extension = extension.removesuffix(compression)
    format_ = CONTAINERS.get(extension)
    # Parquet compresses its columns itself.
    return None if format_ is ContainerFormat.PARQUET and is_compressed(name) else format_


def is_compressed(name: str) -> bool:
    """Whether the name says that the file is compressed."""
    return _extension(name).lower() in COMPRESSIONS


def _container_extensions(name: str) -> str:
    """The extension of a name, with that of a compression."""
    stem, extension = os.path.splitext(name)  # noqa: PTH122 (as below)
    return f"{_extension(stem)}{extension}" if extension.lower() in COMPRESSIONS else extension


def _extension(name: str) -> str:
    return os.path.splitext(name)[1]  # noqa: PTH122 (takes a tenth of the time that pathlib does)


class Naming(NamedTuple):
    """How the name of a clean text is made from the name of its original."""

    suffix: str = DEFAULT_SUFFIX
    out_dir: Path | None = None

    def is_output(self, name: str) -> bool:
        """Whether a file of this name is a clean text that we wrote: exactly `*<suffix>.<ext>`.

        >>> [Naming().is_output(name) for name in ("a.clean.txt", "a.cleaner.txt", "clean.txt", "a.clean.html")]
        [True, False, False, False]
        """
        extension = _container_extensions(name) if container_format(name) else _extension(name)
        if extension.lower() in TEXT_EXTENSIONS or container_format(name):
            return bool(self.suffix) and name.removesuffix(extension).endswith(self.suffix)
        return False

    def output_name(self, name: str, *, page: bool) -> str:
        """The name of the clean text.

        >>> [Naming().output_name(name, page=is_page(name)) for name in ("a.md", "a.html", "a.jsonl.gz")]
        ['a.clean.md', 'a.html.clean.txt', 'a.clean.jsonl.gz']
        """
        if container_format(name):
            extensions = _container_extensions(name)
            return f"{name.removesuffix(extensions)}{self.suffix}{extensions}"
        stem, extension = os.path.splitext(name)  # noqa: PTH122 (as above)
        if page or extension in {"", "."}:
            return f"{name}{self.suffix}.txt"
        return f"{stem}{self.suffix}{extension}"

    def originals(self, clean: Path) -> list[Path]:
        """The texts and pages whose clean text has this path; they need not exist. None with an `out_dir`.

        >>> [path.name for path in Naming().originals(Path("a.html.clean.txt"))]
        ['a.html.txt', 'a.html']
        """
        if self.out_dir is not None or not self.is_output(clean.name):
            return []
        extensions = _container_extensions(clean.name)
        stem = clean.name.removesuffix(extensions).removesuffix(self.suffix)
        names = filter(is_document, (f"{stem}{extensions}", stem))
        return [clean.with_name(name) for name in names if self.output_name(name, page=is_page(name)) == clean.name]

    def target(self, source: Path, root: Path, *, page: bool) -> Path:
        """The path of the clean text. In `out_dir` it has the same place as the source has below `root`."""
        name = self.output_name(source.name, page=page)
        if self.out_dir is None:
            return source.with_name(name)
        return _mirrored(source.parent, root, self.out_dir) / name


@lru_cache(maxsize=64)
def _mirrored(folder: Path, root: Path, out_dir: Path) -> Path:
    return out_dir / os.path.relpath(folder.resolve(), root)


def marks_path(clean: Path) -> Path:
    """The marks file that belongs to a clean text: `NAME.clean.json` for `NAME.clean.txt`."""
    return clean.with_suffix(".json")
