"""Keeps packaged rule files between runs, in the user's cache folder: parsed, their patterns translated.

To parse the longest file and translate its patterns takes a third of a second, to read it from the cache a hundredth.
"""

from collections.abc import Iterable, Sequence
from contextlib import suppress
from functools import cache
from hashlib import sha256
from itertools import chain
from pathlib import Path

from cleaner.regularfile import read_regular
from cleaner.rulefiles import kept as kept_values
from cleaner.rulefiles.values import file_of, values_of
from cleaner.rules.patterns import translate
from cleaner.rules.rule import RuleFile


def load(name: str, data: bytes, places: Iterable[tuple[Path, str]]) -> list[RuleFile] | None:
    """The rule files of these paths and ids, read from `data`, if an earlier run kept them by this name; else None.

    Adds to `translate.KNOWN`.
    """
    with suppress(ValueError, TypeError, AttributeError):
        kept, translations = kept_values.read(name, _code() + data)
        files = [file_of(file_id, path, values) for (path, file_id), values in zip(places, kept, strict=True)]
        translate.KNOWN.update(translations)
        return files
    return None


def keep(name: str, data: bytes, files: Sequence[RuleFile]) -> None:
    """Keep rule files that were read from `data`. A folder that cannot be written is no error."""
    patterns = sorted({p for file in files for p in chain(file.detect, *(rule.match for rule in file.rules))})
    translations = {pattern: translate.translate(pattern) for pattern in patterns}
    kept_values.write(name, _code() + data, [[values_of(file) for file in files], translations])


@cache
def _code() -> bytes:
    """A digest of the modules that parse and translate: a change of them makes what was kept useless."""
    package = Path(__file__).parent.parent
    sources = [
        *sorted((package / "rules").rglob("*.py")),
        package / "rulefiles" / "values.py",
        package / "text" / "document.py",
        package / "text" / "scripts.py",
    ]
    return sha256(b"".join(map(read_regular, sources))).digest()
