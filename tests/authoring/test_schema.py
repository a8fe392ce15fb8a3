"""The JSON Schema of rule files accepts what the parser accepts, and refuses what it refuses for its shape."""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from rule_mistakes import BEYOND_SHAPE, MISTAKES, RULE, in_block

from cleaner.authoring.schema import SCHEMA_NAME, rule_file_schema, schema_text
from cleaner.authoring.skeleton import SKELETON
from cleaner.rulefiles.fulltextrss.toml import rule_file
from cleaner.rulefiles.packaged import packaged_rules
from cleaner.rules.language import EXAMPLE, FILE, HTML
from cleaner.rules.language import RULE as RULE_KEYS
from cleaner.rules.rule import Family, Kind, Selectors
from cleaner.rules.tables import Key
from cleaner.text.mark import Verb
from cleaner.text.zones import Where

SCHEMA = rule_file_schema()
RULE_SCHEMA = SCHEMA["properties"]["rule"]["items"]
VALIDATOR = Draft202012Validator(SCHEMA)
PACKAGED = sorted(packaged_rules().rglob("*.toml"))


def is_valid(toml: str) -> bool:
    return VALIDATOR.is_valid(tomllib.loads(toml))


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize(
    ("schema", "keys"),
    [
        (SCHEMA, FILE),
        (SCHEMA["properties"]["html"], HTML),
        (RULE_SCHEMA, RULE_KEYS),
        (RULE_SCHEMA["properties"]["example"]["items"], EXAMPLE),
    ],
    ids=["file", "html", "rule", "example"],
)
def test_every_key_of_the_parser_is_described_and_no_other(schema: dict[str, Any], keys: Mapping[str, Key]) -> None:
    assert list(schema["properties"]) == list(keys)
    assert schema["additionalProperties"] is False
    assert all(value["description"].endswith(".") for value in schema["properties"].values())


def test_every_value_of_a_closed_list_is_there() -> None:
    enums = {name: value["enum"] for name, value in RULE_SCHEMA["properties"].items() if "enum" in value}
    assert enums == {"family": list(Family), "kind": list(Kind), "where": list(Where), "verb": list(Verb)}


@pytest.mark.parametrize("path", PACKAGED, ids=[path.stem for path in PACKAGED])
def test_packaged_files_are_valid(path: Path) -> None:
    assert [error.message for error in VALIDATOR.iter_errors(tomllib.loads(path.read_text(encoding="utf-8")))] == []


@pytest.mark.parametrize(
    "toml",
    [
        "",
        RULE,
        in_block("end = ['E', 'F']\nmax_lines = 9"),
        SKELETON.format(host="example.com", name="Example"),
        rule_file("example.com.txt", "example.com", Selectors(("//article",), ("//aside",))),
    ],
    ids=["empty", "one rule", "block", "started", "imported"],
)
def test_good_files_are_valid(toml: str) -> None:
    assert is_valid(toml)


@pytest.mark.parametrize("name", MISTAKES)
def test_a_file_with_a_bad_shape_is_not_valid(name: str) -> None:
    assert is_valid(MISTAKES[name][0]) is (name in BEYOND_SHAPE)


def test_the_schema_beside_the_packaged_rules_is_this_one() -> None:
    path = packaged_rules() / SCHEMA_NAME
    assert path.read_text(encoding="utf-8") == schema_text(), f"write it anew: cleaner rules schema > rules/{path.name}"


def test_a_new_rule_file_refers_to_the_schema_beside_it() -> None:
    assert SKELETON.startswith(f"#:schema {SCHEMA_NAME}\n")
