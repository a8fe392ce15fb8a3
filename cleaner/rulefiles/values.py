"""A rule file as values that JSON has, and back."""

from collections.abc import Callable
from dataclasses import astuple
from pathlib import Path
from typing import Any

from cleaner.rules.rule import Example, Family, Kind, Rule, RuleFile, Selectors
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


def values_of(file: RuleFile) -> list[Any]:
    """All of a rule file but its id and its path."""
    rules = [astuple(rule) for rule in file.rules]
    return [file.sites, file.detect, file.disable, rules, astuple(file.html), file.evidence, file.language]


def file_of(file_id: str, path: Path, values: Any) -> RuleFile:
    """The rule file of `values_of`, read from JSON. Raises ValueError, TypeError or AttributeError for other values."""
    sites, detect, disable, rules, html, evidence, language = values
    return RuleFile(
        file_id,
        path,
        tuple(sites),
        tuple(detect),
        tuple(disable),
        tuple(Rule(*(make(value) for make, value in zip(MAKE, rule, strict=True))) for rule in rules),
        Selectors(*map(tuple, html)),
        evidence,
        FIELDS["language"](language),
    )
