"""From the tables of a TOML rule file to rules, with errors that name file, rule, field and the mend."""

from collections.abc import Mapping
from difflib import get_close_matches
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar

from cleaner.errors import PatternError, RuleError
from cleaner.rules.patterns.translate import translate
from cleaner.rules.rule import Example, Family, Kind, Rule, RuleFile, Selectors
from cleaner.sites import host_of
from cleaner.text.mark import Verb
from cleaner.text.zones import Where

T = TypeVar("T")
E = TypeVar("E", bound=StrEnum)

FILE_KEYS = ("sites", "detect", "disable", "evidence", "rule", "html")
RULE_KEYS = (
    *("name", "family", "kind", "match", "where", "reason"),
    *("verb", "end", "max_lines", "case", "enabled", "example"),
)
EXAMPLE_KEYS = ("before", "after", "same")
HTML_KEYS = ("content", "drop")
# Plain prose that a line <prose> in an example stands for, so that there is a core with a top and a bottom.
PROSE = """\
The river rose by half a metre during the night, and the lower road was closed before the first bus had left the \
depot. People who live near the bridge were told to move their cars to the market square.

By noon the rain had stopped and the water began to fall again, slowly at first and then faster than the engineers \
had expected. The road was opened in the evening, when the last of the mud had been cleared away.

It was the third time in two years that the town had been cut in half by the river. The council will decide next \
month whether a second bridge can be paid for, and where it should stand."""


def parse(tables: Mapping[str, Any], file_id: str, path: Path) -> RuleFile:
    """Check and read the tables of one rule file; raises `RuleError`."""
    table = _Table(tables, path)
    table.only(FILE_KEYS)
    sites = tuple(table.host(s) for s in table.strings("sites"))
    html = _Table(table.get("html", dict, {}), path, field="html")
    html.only(HTML_KEYS)
    rules = tuple(_rule(_Table(t, path, number=n), file_id) for n, t in enumerate(table.get("rule", list, []), 1))
    names = [rule.name for rule in rules]
    for name in names:
        if names.count(name) > 1:
            raise RuleError(path, "two rules have this name", "rename one of them", rule=name, field="name")
    return RuleFile(
        file_id,
        path,
        sites,
        table.patterns("detect"),
        table.strings("disable"),
        rules,
        Selectors(html.strings("content"), html.strings("drop")),
        table.get("evidence", int, 0),
    )


class _Table:
    """A TOML table, read field by field; every complaint knows where it is."""

    def __init__(self, table: object, path: Path, *, number: int = 0, field: str = "") -> None:
        self.path, self.prefix = path, field
        self.rule = ""
        if not isinstance(table, Mapping):
            raise RuleError(path, "this is not a table", "write it as [html] or [[rule]]", field=field)
        if number:
            name = table.get("name")
            self.rule = name if isinstance(name, str) else f"number {number}"
        self.table = table

    def error(self, field: str, what: str, mend: str) -> RuleError:
        field = f"{self.prefix}.{field}" if self.prefix else field
        return RuleError(self.path, what, mend, rule=self.rule, field=field)

    def only(self, known: tuple[str, ...]) -> None:
        for key in self.table:
            if key not in known:
                near = get_close_matches(key, known, 1)
                mend = f"did you mean '{near[0]}'?" if near else f"the keys are {', '.join(known)}"
                raise self.error(key, "unknown key", mend)

    def get(self, field: str, kind: type[T], default: T) -> T:
        value = self.table.get(field, default)
        if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
            raise self.error(field, f"this should be a {_kind_name(kind)}", f"it is {value!r:.40}")
        return value

    def required(self, field: str) -> str:
        value = self.get(field, str, "")
        if not value.strip():
            raise self.error(field, "missing", f"add {field} = ...")
        return value

    def choice(self, field: str, kinds: type[E], default: E | None = None) -> E:
        value = self.required(field) if default is None else self.get(field, str, default.value)
        try:
            return kinds(value)
        except ValueError:
            raise self.error(field, f"'{value}' is none of its values", f"they are {', '.join(kinds)}") from None

    def strings(self, field: str) -> tuple[str, ...]:
        value = self.table.get(field, [])
        if not isinstance(value, list) or not all(isinstance(item, str) and item.strip() for item in value):
            raise self.error(field, "this should be a list of strings, none empty", f'write {field} = ["..."]')
        return tuple(value)

    def patterns(self, field: str) -> tuple[str, ...]:
        value = self.table.get(field, [])
        if isinstance(value, str):
            value = [value]
        if not isinstance(value, list) or not all(isinstance(item, str) and item for item in value):
            raise self.error(field, "this should be a pattern or a list of patterns", f"write {field} = '''...'''")
        for pattern in value:
            try:
                translate(pattern)
            except PatternError as error:
                raise self.error(field, f"{error.what} in {pattern!r}", error.mend) from None
        return tuple(value)

    def host(self, value: str) -> str:
        host = host_of(value)
        if host is None or "/" in value:
            raise self.error("sites", f"{value!r} is not a host", 'write the host alone, such as "example.com"')
        return host


def _rule(table: _Table, file_id: str) -> Rule:
    table.only(RULE_KEYS)
    name, kind = table.required("name"), table.choice("kind", Kind)
    if "/" in name or any(c.isspace() for c in name):
        raise table.error("name", "a name is words with hyphens", 'such as "headline-ticker"')
    match = table.patterns("match")
    if not match:
        raise table.error("match", "missing", "add match = '''...'''")
    end, max_lines = table.patterns("end"), table.get("max_lines", int, 0)
    if (kind is Kind.BLOCK) != bool(end) or (kind is Kind.BLOCK) != (max_lines > 1):
        what = "kind block, and no other, has end and max_lines (2 or more)"
        raise table.error("max_lines" if end else "end", what, "add what is missing, or change the kind")
    examples = tuple(_example(table, e) for e in table.get("example", list, []))
    if not any(not e.near_miss for e in examples):
        raise table.error("example", "no example", 'add [[rule.example]] with before = """...""" and after = """..."""')
    if not any(e.near_miss for e in examples):
        mend = 'add [[rule.example]] with same = """...""", a text that must stay'
        raise table.error("example", "no near miss", mend)
    return Rule(
        f"{file_id}/{name}",
        table.choice("family", Family),
        kind,
        match,
        table.required("reason"),
        table.choice("where", Where, Where.ANYWHERE),
        table.choice("verb", Verb, Verb.DROP),
        end,
        max_lines,
        table.get("case", bool, False),
        table.get("enabled", bool, True),
        examples,
    )


def _example(table: _Table, example: object) -> Example:
    if (
        not isinstance(example, Mapping)
        or set(example) not in ({"before", "after"}, {"same"})
        or not all(isinstance(v, str) for v in example.values())
    ):
        raise table.error("example", "an example has before and after, or same", "keep one form, each key a string")
    texts = {field: expand(text) for field, text in example.items()}
    return Example(texts["same"], texts["same"]) if "same" in texts else Example(texts["before"], texts["after"])


def expand(text: str) -> str:
    """The text with each line `<prose>` as the built-in paragraphs."""
    if "<prose>" not in text:
        return text
    return "\n".join(PROSE if line == "<prose>" else line for line in text.split("\n"))


def _kind_name(kind: type[object]) -> str:
    return {str: "string", int: "whole number", bool: "true or false", list: "list", dict: "table"}[kind]
