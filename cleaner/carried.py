"""What a `Cleaner` takes along when it is pickled or copied: its settings and the rules that it was given, as a string.

A string, because equal strings have equal pickles. Those of sets and of strings that are one object here and two there
differ between processes, and caches such as that of `datasets` compare pickles.
"""

import json
from collections.abc import Iterable
from dataclasses import fields
from functools import cache
from hashlib import sha256
from pathlib import Path

from cleaner.errors import UsageError
from cleaner.linemodel import weights
from cleaner.rulefiles.packaged import packaged_rules_digest
from cleaner.rulefiles.values import file_of, values_of
from cleaner.rules.rule import Family, RuleFile
from cleaner.rules.settings import Settings
from cleaner.text.functionwords import Language
from cleaner.version import __version__


def packed(settings: Settings, files: Iterable[RuleFile]) -> str:
    """The settings, and rule files that were read whole. The packaged rules and weights are named by a digest alone."""
    asked = {field.name: getattr(settings, field.name) for field in fields(settings)}
    asked["keep_families"] = sorted(settings.keep_families)
    given = [[file.id, str(file.path), values_of(file)] for file in files]
    return json.dumps([__version__, _packaged(), asked, given])


def unpacked(text: str) -> tuple[Settings, list[RuleFile]]:
    """The settings and rule files of `packed`.

    Raises `UsageError` where the packaged rules or weights are not those of the process that wrote `text`.
    """
    version, packaged, asked, given = json.loads(text)
    if (version, packaged) != (__version__, _packaged()):
        raise UsageError(
            f"this Cleaner was pickled by version {version} with its rules and models, and here are others, of "
            f"version {__version__}; install the same article-cleaner in both places, or make the Cleaner here"
        )
    settings = Settings(
        select=tuple(asked["select"]),
        ignore=tuple(asked["ignore"]),
        keep_families=frozenset(map(Family, asked["keep_families"])),
        heuristics=asked["heuristics"],
        apply_suspicious=asked["apply_suspicious"],
        language=tuple(map(Language, asked["language"])),
    )
    return settings, [file_of(file_id, Path(path), values) for file_id, path, values in given]


@cache
def _packaged() -> str:
    """SHA-256 of the packaged rules and weights."""
    return sha256((packaged_rules_digest() + weights.packaged_digest()).encode()).hexdigest()
