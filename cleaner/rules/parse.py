"""From the tables of a TOML rule file to rules, with errors that name file, rule and field and say what to do."""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from cleaner.errors import PatternError, RuleError
from cleaner.rules.language import BLOCK_KEYS, EXAMPLE, FILE, HTML, NAME, RULE
from cleaner.rules.patterns.translate import translate
from cleaner.rules.rule import Example, Kind, Rule, RuleFile, Selectors
from cleaner.rules.tables import Table, shown
from cleaner.sites import host_of

# The paragraphs that a line <prose> in an example stands for. They give the example a prose core, a top and a bottom.
PROSE = """\
The river rose by half a metre during the night, and the lower road was closed before the first bus had left the \
depot. People who live near the bridge were told to move their cars to the market square.

By noon the rain had stopped and the water began to fall again, slowly at first and then faster than the engineers \
had expected. The road was opened in the evening, when the last of the mud had been cleared away.

It was the third time in two years that the town had been cut in half by the river. The council will decide next \
month whether a second bridge can be paid for, and where it should stand."""


def parse(tables: Mapping[str, Any], file_id: str, path: Path) -> RuleFile:
    """Check and read the tables of one rule file; raises `RuleError`."""
    file = Table(tables, FILE, partial(RuleError, path))
    _check_patterns(file, "detect")
    html = Table(file["html"], HTML, partial(RuleError, path), "html")
    if file["sites"] and file["language"]:
        raise file.error("language", "the rules of a site run on all its documents", "remove it, or remove sites")
    rules = tuple(
        replace(_rule(values, number, file_id, path), language=file["language"])
        for number, values in enumerate(file["rule"], 1)
    )
    for name, count in Counter(rule.name for rule in rules).items():
        if count > 1:
            raise RuleError(path, f"{count} rules have this name", "rename all but one", rule=name, field="name")
    return RuleFile(
        file_id,
        path,
        tuple(_host(file, site) for site in file["sites"]),
        file["detect"],
        file["disable"],
        rules,
        Selectors(html["content"], html["drop"]),
        file["evidence"],
        file["language"],
    )


def _host(file: Table, site: str) -> str:
    host = host_of(site)
    if host is None or "/" in site:
        raise file.error("sites", f"{shown(site)} is not a host", 'write the host alone, such as "example.com"')
    return host


def _check_patterns(table: Table, field: str) -> None:
    for pattern in table[field]:
        try:
            translate(pattern)
        except PatternError as error:
            raise table.error(field, f"{error.what} in {shown(pattern)}", error.fix) from None


def _rule(values: Mapping[str, Any], number: int, file_id: str, path: Path) -> Rule:
    """The rule in the `number`th [[rule]] table, counted from 1."""
    name = values.get("name")
    rule = Table(values, RULE, partial(RuleError, path, rule=name if isinstance(name, str) else f"number {number}"))
    if not (re.fullmatch(NAME, rule["name"]) and rule["name"].isprintable()):
        raise rule.error("name", "a name is words with hyphens", 'such as "headline-ticker"')
    _check_patterns(rule, "match")
    _check_patterns(rule, "end")
    _check_block(rule, values)
    if rule["over_prose"] and rule["kind"] not in (Kind.AFTER, Kind.BEFORE):
        raise rule.error("over_prose", "only kinds after and before have this field", "remove it, or change the kind")
    return Rule(
        f"{file_id}/{rule['name']}",
        rule["family"],
        rule["kind"],
        rule["match"],
        rule["reason"],
        rule["where"],
        rule["verb"],
        rule["end"],
        rule["max_lines"],
        rule["case"],
        rule["enabled"],
        rule["in_structure"],
        rule["over_prose"],
        rule["recurs"],
        _examples(rule, path),
    )


def _check_block(rule: Table, values: Mapping[str, Any]) -> None:
    for field in BLOCK_KEYS:
        if rule["kind"] is Kind.BLOCK and not rule[field]:
            raise rule.error(field, "missing, and kind block needs it", f"add {RULE[field].written}")
        if rule["kind"] is not Kind.BLOCK and field in values:
            raise rule.error(field, "only kind block has this field", 'remove it, or write kind = "block"')


def _examples(rule: Table, path: Path) -> tuple[Example, ...]:
    """The examples of a rule, of which at least one is a near miss and one is not."""
    error = partial(RuleError, path, rule=rule["name"])
    examples = tuple(_example(Table(values, EXAMPLE, error, "example"), rule) for values in rule["example"])
    if all(example.near_miss for example in examples):
        fix = 'add [[rule.example]] with before = """...""" and after = """..."""'
        raise rule.error("example", "no example", fix)
    if not any(example.near_miss for example in examples):
        fix = 'add [[rule.example]] with same = """...""", a text that must stay'
        raise rule.error("example", "no near miss", fix)
    return examples


def _example(example: Table, rule: Table) -> Example:
    given = {field: expand(example[field]) for field in EXAMPLE if example[field] is not None}
    if given.keys() == {"same"}:
        return Example(given["same"], given["same"])
    if given.keys() == {"before", "after"}:
        return Example(**given)
    raise rule.error("example", "an example has before and after, or same", "keep one of the two forms")


def expand(text: str) -> str:
    """The text with each line `<prose>` as the built-in paragraphs."""
    if "<prose>" not in text:
        return text
    return "\n".join(PROSE if line == "<prose>" else line for line in text.split("\n"))
