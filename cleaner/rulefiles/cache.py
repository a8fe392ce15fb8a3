"""Keeps packaged rule files between runs, in the user's cache folder: parsed, their patterns translated.

To parse the longest file and translate its patterns takes a third of a second, to read it from the cache a hundredth.
"""

from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import astuple
from functools import cache
from hashlib import sha256
from itertools import chain
from pathlib import Path
from typing import Any

from cleaner.regularfile import read_regular
from cleaner.rulefiles import kept as kept_values
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


def load(name: str, data: bytes, places: Iterable[tuple[Path, str]]) -> list[RuleFile] | None:
    """The rule files of these paths and ids, read from `data`, if an earlier run kept them by this name; else None.

    Adds to `translate.KNOWN`.
    """
    with suppress(ValueError, TypeError, AttributeError):
        kept, translations = kept_values.read(name, _code() + data)
        files = [_file(path, file_id, *values) for (path, file_id), values in zip(places, kept, strict=True)]
        translate.KNOWN.update(translations)
        return files
    return None


def keep(name: str, data: bytes, files: Sequence[RuleFile]) -> None:
    """Keep rule files without selectors that were read from `data`. A folder that cannot be written is no error."""
    patterns = sorted({p for file in files for p in chain(file.detect, *(rule.match for rule in file.rules))})
    kept = [(f.sites, f.detect, f.disable, f.evidence, f.language, list(map(astuple, f.rules))) for f in files]
    translations = {pattern: translate.translate(pattern) for pattern in patterns}
    kept_values.write(name, _code() + data, [kept, translations])


def _file(path: Path, file_id: str, *values: Any) -> RuleFile:
    sites, detect, disable, evidence, language, rules = values
    return RuleFile(
        file_id,
        path,
        tuple(sites),
        tuple(detect),
        tuple(disable),
        tuple(Rule(*(make(value) for make, value in zip(MAKE, rule, strict=True))) for rule in rules),
        evidence=evidence,
        language=FIELDS["language"](language),
    )


@cache
def _code() -> bytes:
    """A digest of the modules that parse and translate: a change of them makes what was kept useless."""
    package = Path(__file__).parent.parent
    sources = [
        *sorted((package / "rules").rglob("*.py")),
        package / "text" / "document.py",
        package / "text" / "scripts.py",
    ]
    return sha256(b"".join(map(read_regular, sources))).digest()
