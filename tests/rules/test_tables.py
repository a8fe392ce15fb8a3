"""Reading a table by a declaration of its keys."""

from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from cleaner.errors import CleanerError, RuleError
from cleaner.pyproject import ConfigError
from cleaner.rules.tables import (
    BOOLEAN,
    NUMBER,
    PATTERNS,
    STRING,
    STRING_OR_STRINGS,
    STRING_TABLE,
    STRINGS,
    TABLE,
    TABLES,
    WHOLE_NUMBER,
    Key,
    Table,
    ValueType,
)

PATH = Path("x.toml")


class Colour(StrEnum):
    RED = "red"
    BLUE = "blue"


def read(key: Key, value: object) -> Any:
    """The value of a table with this one key."""
    return Table({"key": value}, {"key": key}, partial(RuleError, PATH))["key"]


def refusal(key: Key, values: dict[str, object], prefix: str = "") -> str:
    with pytest.raises(RuleError) as error:
        Table(values, {"key": key}, partial(RuleError, PATH), prefix)
    return str(error.value)


# values of which each type accepts some
VALUES: list[object] = [
    "",
    " ",
    "a",
    0,
    1.5,
    True,
    [],
    [""],
    [" "],
    ["a", "b"],
    ["a", 1],
    {},
    {"a": "b"},
    {"a": 1},
    [{}],
]


@pytest.mark.parametrize(
    ("value_type", "accepted"),
    [
        (STRING, ["", " ", "a"]),
        (BOOLEAN, [True]),
        (WHOLE_NUMBER, [0]),
        (NUMBER, [0, 1.5]),
        (STRINGS, [[], ["a", "b"]]),
        (PATTERNS, [" ", "a", [], [" "], ["a", "b"]]),
        (STRING_OR_STRINGS, ["", " ", "a", [], [""], [" "], ["a", "b"]]),
        (TABLE, [{}, {"a": "b"}, {"a": 1}]),
        (TABLES, [[], [{}]]),
        (STRING_TABLE, [{}, {"a": "b"}]),
    ],
)
def test_what_each_type_accepts(value_type: ValueType, accepted: list[object]) -> None:
    assert [value for value in VALUES if value_type.accepts(value)] == accepted


def test_a_value_is_given_in_one_form() -> None:
    assert read(Key(PATTERNS, ""), "a") == ("a",)
    assert read(Key(PATTERNS, ""), ["a", "b"]) == ("a", "b")
    assert read(Key(STRING, "", choices=Colour), "red") is Colour.RED
    assert read(Key(STRING_OR_STRINGS, "", choices=Colour), "red") == (Colour.RED,)


def test_a_key_that_is_not_given_has_its_default() -> None:
    assert Table({}, {"key": Key(WHOLE_NUMBER, "", default=3)}, RuleError)["key"] == 3


@pytest.mark.parametrize(
    ("key", "values", "message"),
    [
        (Key(STRING, ""), {"kye": 1}, "field 'kye': unknown key; did you mean 'key'?"),
        (Key(STRING, ""), {"other": 1}, "field 'other': unknown key; the keys are key"),
        (Key(STRING, 'key = "a"'), {"key": 1}, "field 'key': this is 1, not a string; write key = \"a\""),
        (Key(STRING, 'key = "a"', required=True), {}, "field 'key': missing; add key = \"a\""),
        (Key(STRING, 'key = "a"', required=True), {"key": " "}, "field 'key': empty; write key = \"a\""),
        (Key(PATTERNS, "key = 'a'", required=True), {"key": []}, "field 'key': empty; write key = 'a'"),
        (Key(NUMBER, "key = 2", above=1), {"key": 1}, "field 'key': this is 1, and must be more than 1; write key = 2"),
        (
            Key(STRING, "", choices=Colour),
            {"key": "green"},
            "field 'key': 'green' is not a value of this field; write one of red, blue",
        ),
    ],
)
def test_a_mistake_is_reported(key: Key, values: dict[str, object], message: str) -> None:
    assert refusal(key, values) == f"x.toml: {message}"


def test_the_prefix_stands_before_the_field() -> None:
    assert "field 'html.other': unknown key" in refusal(Key(STRING, ""), {"other": 1}, "html")


@pytest.mark.parametrize("error", [RuleError, ConfigError])
def test_rule_files_and_settings_report_in_the_same_words(error: type[CleanerError]) -> None:
    with pytest.raises(error) as raised:
        Table({"key": True}, {"key": Key(WHOLE_NUMBER, "key = 3")}, partial(error, PATH))
    assert str(raised.value).endswith("field 'key': this is true, not a whole number; write key = 3")
