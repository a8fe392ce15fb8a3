"""The JSON Schema of rule files, for editors: derived from the keys that the parser accepts."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from cleaner.rules.language import BLOCK_KEYS, EXAMPLE, FILE, HTML, RULE
from cleaner.rules.rule import Kind
from cleaner.rules.tables import Key

# The name of the file that the first line of a new rule file refers to.
SCHEMA_NAME = "rule-file.schema.json"
DIALECT = "https://json-schema.org/draft/2020-12/schema"
# The two forms of an example.
BEFORE_AND_AFTER, SAME = ("before", "after"), ("same",)


def schema_text() -> str:
    """The JSON Schema as the text of a file."""
    return json.dumps(rule_file_schema(), ensure_ascii=False, indent=2) + "\n"


def rule_file_schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of a rule file.

    It refuses what the parser refuses for its shape, and asks for a near miss in the form `same`. What takes more than
    the shape, such as whether a pattern is a regular expression, only `cleaner rules check` finds.
    """
    schema = _table(FILE)
    schema["properties"]["rule"]["items"] = _rule()
    schema["properties"]["html"] |= _table(HTML)
    description = "The rules of `cleaner` for one site or one language."
    return {"$schema": DIALECT, "title": "Rule file of cleaner", "description": description, **schema}


def _rule() -> dict[str, Any]:
    schema = _table(RULE)
    block = {"required": list(BLOCK_KEYS), "properties": {"end": {"minItems": 1}}}
    schema["if"] = {"properties": {"kind": {"const": Kind.BLOCK.value}}, "required": ["kind"]}
    schema["then"] = block
    schema["else"] = {"properties": dict.fromkeys(BLOCK_KEYS, False)}
    example = schema["properties"]["example"]
    example["items"] = _table(EXAMPLE) | {"oneOf": [_only(BEFORE_AND_AFTER), _only(SAME)]}
    example["allOf"] = [{"contains": {"required": list(form)}} for form in (BEFORE_AND_AFTER, SAME)]
    schema["required"].append("example")
    return schema


def _only(names: Iterable[str]) -> dict[str, Any]:
    """The schema of an example that has these keys and no other."""
    others = [name for name in EXAMPLE if name not in names]
    return {"required": list(names), "properties": dict.fromkeys(others, False)}


def _table(keys: Mapping[str, Key]) -> dict[str, Any]:
    schema: dict[str, Any] = {
        "type": "object",
        "properties": {name: _value(key) for name, key in keys.items()},
        "additionalProperties": False,
    }
    required = [name for name, key in keys.items() if key.required]
    return schema | {"required": required} if required else schema


def _value(key: Key) -> dict[str, Any]:
    """The schema of one value."""
    schema: dict[str, Any] = {"description": key.description, **key.value_type.json_schema}
    if isinstance(key.default, bool | str):
        schema["default"] = key.default
    if key.choices:
        schema["enum"] = [str(choice) for choice in key.choices]
    if key.above is not None:
        schema["exclusiveMinimum"] = key.above
    if key.pattern and schema["type"] == "array":
        schema["items"] = schema["items"] | {"pattern": f"^{key.pattern}$"}
    elif key.pattern:
        schema["pattern"] = f"^{key.pattern}$"
    elif key.required and not key.choices:
        schema |= {"pattern": r"\S"} if schema.get("type") == "string" else {"minItems": 1}
    return schema
