"""The names of documents, clean texts and marks files."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path, PurePath
from types import MappingProxyType

# Files with other extensions are documents only if the user names them.
TEXT_EXTENSIONS = frozenset({".txt", ".text", ".md"})
PAGE_EXTENSIONS = frozenset({".html", ".htm", ".xhtml", ".xht"})
# What files hold that a user may name, and that are neither a text nor a page.
NO_DOCUMENTS: Mapping[str, str] = MappingProxyType(
    {
        **dict.fromkeys((".csv", ".tsv", ".json", ".jsonl", ".ndjson", ".parquet", ".arrow"), "records"),
        **dict.fromkeys((".xlsx", ".xls", ".ods", ".sqlite", ".db", ".warc", ".wet", ".wat"), "records"),
        **dict.fromkeys((".gz", ".zst", ".bz2", ".xz", ".zip", ".tar", ".7z"), "compressed files"),
        **dict.fromkeys((".pdf", ".doc", ".docx", ".odt", ".rtf", ".epub"), "a laid out document"),
        **dict.fromkeys((".xml", ".rss", ".atom", ".svg"), "XML"),
        **dict.fromkeys((".png", ".jpg", ".jpeg", ".gif", ".webp", ".mp3", ".mp4"), "an image or sound"),
    }
)
DEFAULT_SUFFIX = ".clean"


def is_document(name: str) -> bool:
    return PurePath(name).suffix.lower() in TEXT_EXTENSIONS or is_page(name)


def is_page(name: str) -> bool:
    return PurePath(name).suffix.lower() in PAGE_EXTENSIONS


@dataclass(frozen=True, slots=True)
class Naming:
    """How the name of a clean text is made from the name of its original."""

    suffix: str = DEFAULT_SUFFIX
    out_dir: Path | None = None

    def is_output(self, name: str) -> bool:
        """Whether a file of this name is a clean text that we wrote: exactly `*<suffix>.<ext>`.

        >>> [Naming().is_output(name) for name in ("a.clean.txt", "a.cleaner.txt", "clean.txt", "a.clean.html")]
        [True, False, False, False]
        """
        path = PurePath(name)
        return bool(self.suffix) and path.suffix.lower() in TEXT_EXTENSIONS and path.stem.endswith(self.suffix)

    def output_name(self, name: str, *, page: bool) -> str:
        """The name of the clean text.

        >>> Naming().output_name("a.md", page=False), Naming().output_name("a.html", page=True)
        ('a.clean.md', 'a.html.clean.txt')
        """
        path = PurePath(name)
        if page or not path.suffix:
            return f"{name}{self.suffix}.txt"
        return f"{path.stem}{self.suffix}{path.suffix}"

    def originals(self, clean: Path) -> list[Path]:
        """The texts and pages whose clean text has this path; they need not exist. None with an `out_dir`.

        >>> [path.name for path in Naming().originals(Path("a.html.clean.txt"))]
        ['a.html.txt', 'a.html']
        """
        if self.out_dir is not None or not self.is_output(clean.name):
            return []
        stem = clean.stem.removesuffix(self.suffix)
        names = filter(is_document, (f"{stem}{clean.suffix}", stem))
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
