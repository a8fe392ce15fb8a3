"""Reads the tables of a TOML file by a declaration of their keys; an error says where it is and what to write."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, NamedTuple

from cleaner.errors import CleanerError, did_you_mean


class ValueType(NamedTuple):
    """What the value of a key may be: in words, as a test, and as JSON Schema."""

    words: str
    accepts: Callable[[Any], bool]
    json_schema: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Key:
    """A key of a table. `written` is an example of it in TOML, which error messages tell the user to write.

    A string or a list of strings may be limited to `choices`, and a number must be more than `above`. `pattern` is a
    regular expression that a string, or each string of a list, matches in full; only the JSON Schema tests it.
    """

    value_type: ValueType
    written: str
    description: str = ""
    required: bool = False
    default: Any = None
    choices: type[StrEnum] | None = None
    above: int | None = None
    pattern: str = ""


class Table:
    """The values of one table, by key; a key that is not given has its default.

    A value with `choices` is a member of that enum, a value of type PATTERNS or STRING_OR_STRINGS is a tuple.
    """

    def __init__(
        self,
        values: Mapping[str, Any],
        keys: Mapping[str, Key],
        error: Callable[..., CleanerError],
        prefix: str = "",
    ) -> None:
        """Check all values; raises `error(what, fix, field=...)`. `prefix` stands before the names of the fields."""
        self._error = error
        self._prefix = prefix
        for name in values:
            if name not in keys:
                raise self.error(name, "unknown key", did_you_mean(name, keys, f"the keys are {', '.join(keys)}"))
        self._values = {name: self._checked(name, key, values) for name, key in keys.items()}

    def __getitem__(self, name: str) -> Any:
        return self._values[name]

    def error(self, name: str, what: str, fix: str) -> CleanerError:
        """The exception to raise for the value of this key."""
        return self._error(what, fix, field=f"{self._prefix}.{name}" if self._prefix else name)

    def _checked(self, name: str, key: Key, values: Mapping[str, Any]) -> Any:
        if name not in values:
            if key.required:
                raise self.error(name, "missing", f"add {key.written}")
            return key.default
        value = values[name]
        if not key.value_type.accepts(value):
            raise self.error(name, f"this is {shown(value)}, not {key.value_type.words}", f"write {key.written}")
        if any("\0" in item for item in _strings(value)):
            raise self.error(name, "it has a NUL character", "remove it")
        if key.required and (not value or (isinstance(value, str) and value.isspace())):
            raise self.error(name, "empty", f"write {key.written}")
        if key.above is not None and not value > key.above:
            raise self.error(name, f"this is {value}, and must be more than {key.above}", f"write {key.written}")
        if key.value_type in (PATTERNS, STRING_OR_STRINGS) and isinstance(value, str):
            value = [value]
        if isinstance(value, list):
            return tuple(self._chosen(name, item, key.choices) for item in value)
        return self._chosen(name, value, key.choices)

    def _chosen(self, name: str, value: Any, choices: type[StrEnum] | None) -> Any:
        if choices is None:
            return value
        try:
            return choices(value)
        except ValueError:
            fix = f"write one of {', '.join(choices)}"
            raise self.error(name, f"'{value}' is not a value of this field", fix) from None


def tables_of(data: bytes, error: Callable[..., CleanerError]) -> dict[str, Any]:
    """The tables of a TOML file; raises `error(what, fix)` if it is none."""
    import tomllib  # imported here: most runs find all rule files in the cache, and no pyproject.toml

    try:
        return tomllib.loads(data.decode())
    except UnicodeDecodeError as fault:
        raise error(f"not UTF-8 at byte {fault.start}", "save the file as UTF-8") from None
    except tomllib.TOMLDecodeError as fault:
        raise error(f"not TOML: {fault}", "correct the line that it names") from None
    except RecursionError:
        raise error("its values are nested too deeply to be read", "write them on fewer levels") from None
    except ValueError as fault:  # a number with thousands of digits
        raise error(f"not TOML that can be read: {fault}", "write a shorter number") from None


# The longest value that an error message quotes, in characters; chosen by hand, so that the message fits on a line.
MAX_SHOWN = 80


def shown(value: object) -> str:
    """A value in an error message, cut to MAX_SHOWN characters.

    >>> shown(True), shown("no"), shown([1] * 20)
    ('true', "'no'", '[1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, ...')
    """
    quoted = str(value).lower() if isinstance(value, bool) else repr(value)
    return quoted if len(quoted) <= MAX_SHOWN else f"{quoted[:MAX_SHOWN]}..."


def _strings(value: object) -> Iterator[str]:
    """The strings in a value, however it is nested."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list | Mapping):
        for item in (*value, *value.values()) if isinstance(value, Mapping) else value:
            yield from _strings(item)


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _is_strings(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) for item in value)


_STRING = {"type": "string"}
_TABLE = {"type": "object"}

STRING = ValueType("a string", lambda value: isinstance(value, str), _STRING)
BOOLEAN = ValueType("true or false", lambda value: isinstance(value, bool), {"type": "boolean"})
WHOLE_NUMBER = ValueType(
    "a whole number", lambda value: isinstance(value, int) and not isinstance(value, bool), {"type": "integer"}
)
NUMBER = ValueType("a number", _is_number, {"type": "number"})
STRINGS = ValueType(
    "a list of strings, none empty",
    lambda value: _is_strings(value) and all(map(str.strip, value)),
    {"type": "array", "items": {"type": "string", "pattern": r"\S"}},
)
PATTERNS = ValueType(
    "a pattern or a list of patterns, none empty",
    lambda value: (isinstance(value, str) and value != "") or (_is_strings(value) and "" not in value),
    {
        "anyOf": [
            {"type": "string", "minLength": 1},
            {"type": "array", "items": {"type": "string", "minLength": 1}},
        ]
    },
)
STRING_OR_STRINGS = ValueType(
    "a string or a list of strings",
    lambda value: isinstance(value, str) or _is_strings(value),
    {"anyOf": [_STRING, {"type": "array", "items": _STRING}]},
)
TABLE = ValueType("a table", lambda value: isinstance(value, Mapping), _TABLE)
TABLES = ValueType(
    "a list of tables",
    lambda value: isinstance(value, list) and all(isinstance(item, Mapping) for item in value),
    {"type": "array", "items": _TABLE},
)
TABLE_OF_TABLES = ValueType(
    "a table of tables",
    lambda value: isinstance(value, Mapping) and all(isinstance(item, Mapping) for item in value.values()),
    {"type": "object", "additionalProperties": {"type": "object"}},
)
STRING_TABLE = ValueType(
    "a table of strings",
    lambda value: isinstance(value, Mapping) and all(isinstance(item, str) for item in value.values()),
    {"type": "object", "additionalProperties": _STRING},
)
