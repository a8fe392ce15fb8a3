"""Keeps the packaged common rule files between runs, in the user's cache folder: parsed, their patterns translated.

To parse the longest file and translate its patterns takes a third of a second, to read it from the cache a hundredth.
"""

import json
from collections.abc import Callable
from contextlib import suppress
from dataclasses import astuple
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from cleaner.corpus.writing import new_token, place
from cleaner.errors import DocumentError
from cleaner.regularfile import read_regular
from cleaner.rules.patterns import translate
from cleaner.rules.rule import Example, Family, Kind, Rule, RuleFile
from cleaner.text.functionwords import Language
from cleaner.text.mark import Verb
from cleaner.text.zones import Where

# How each field of a rule that JSON gives otherwise is made of what it gives.
FIELDS: dict[str, Callable[[Any], Any]] = {
    "family": Family,
    "kind": Kind,
    "match": tuple,
    "where": Where,
    "verb": Verb,
    "end": tuple,
    "examples": lambda examples: tuple(Example(*example) for example in examples),
    "language": lambda language: language and Language(language),
}
MAKE = [FIELDS.get(name, lambda value: value) for name in Rule.__dataclass_fields__]


def load(path: Path, file_id: str, data: bytes) -> RuleFile | None:
    """The common rule file of this content, if an earlier run kept it; else None. Adds to `translate.KNOWN`."""
    kept = _cache_file(path.stem, data)
    if kept is None:
        return None
    with suppress(OSError, ValueError, TypeError, AttributeError, RecursionError):
        digest, _, content = read_regular(kept).partition(b"\n")
        if digest == _digest(content):
            evidence, language, rules, translations = json.loads(content)
            made = tuple(Rule(*(make(value) for make, value in zip(MAKE, rule, strict=True))) for rule in rules)
            translate.KNOWN.update(translations)
            return RuleFile(file_id, path, rules=made, evidence=evidence, language=FIELDS["language"](language))
    return None


def keep(file: RuleFile, data: bytes) -> None:
    """Keep a common rule file that was read from `data`. A folder that cannot be written is no error."""
    path = _cache_file(file.path.stem, data)
    if path is None:
        return
    translations = {pattern: translate.translate(pattern) for rule in file.rules for pattern in rule.match}
    content = json.dumps([file.evidence, file.language, list(map(astuple, file.rules)), translations]).encode()
    with suppress(DocumentError, OSError):
        place(path, _digest(content) + b"\n" + content, None, new_token())
        for other in path.parent.glob(f"{file.path.stem}-*.json"):
            if other != path:
                other.unlink()


def _digest(content: bytes) -> bytes:
    """Stands before the rules: damaged ones would match something else."""
    return sha256(content).hexdigest().encode()


def _cache_file(stem: str, data: bytes) -> Path | None:
    """Where the rule file of this content is kept, or None where there is no cache folder: a user may have no home.

    The name has a digest of the content and of the code that reads it, so that a change of either makes it useless.
    """
    folder = _folder()
    return folder / f"{stem}-{sha256(_code() + data).hexdigest()[:16]}.json" if folder else None


def _folder() -> Path | None:
    from platformdirs import user_cache_path

    try:
        folder = user_cache_path("cleaner", appauthor=False)
    except RuntimeError:  # no home; earlier releases of platformdirs leave `~` in the path
        return None
    return folder if folder.is_absolute() else None


@cache
def _code() -> bytes:
    """A digest of the modules that parse and translate."""
    package = Path(__file__).parent.parent
    sources = [
        *sorted((package / "rules").rglob("*.py")),
        package / "text" / "document.py",
        package / "text" / "scripts.py",
    ]
    return sha256(b"".join(map(read_regular, sources))).digest()
