"""From TOML to rules, and what each mistake is answered with."""

import tomllib
from pathlib import Path

import pytest

from cleaner.errors import RuleError
from cleaner.rules.parse import PROSE, expand, parse
from cleaner.rules.rule import Example, Family, Kind, Rule, RuleFile, Selectors
from cleaner.text.mark import Verb
from cleaner.text.zones import Where

PATH = Path("rules/x.toml")
RULE = """
[[rule]]
name = "related-news"
family = "related"
kind = "line"
match = '''Related News'''
reason = "title of related stories"
[[rule.example]]
before = "One\\nRelated News"
after = "One"
[[rule.example]]
same = "Related News is a paper."
"""
BLOCK = RULE.replace('"line"', '"block"')


def read(toml: str) -> RuleFile:
    return parse(tomllib.loads(toml), "sites/x", PATH)


def test_smallest_rule() -> None:
    assert read(RULE).rules == (
        Rule(
            "sites/x/related-news",
            Family.RELATED,
            Kind.LINE,
            ("Related News",),
            "title of related stories",
            Where.ANYWHERE,
            Verb.DROP,
            (),
            0,
            False,
            True,
            (Example("One\nRelated News", "One"), Example("Related News is a paper.", "Related News is a paper.")),
        ),
    )


def test_every_key_of_a_rule() -> None:
    given = BLOCK.replace("match = '''Related News'''", "match = ['A', 'B']").replace(
        "reason", "where = 'bottom'\nverb = 'keep'\nend = 'E'\nmax_lines = 9\ncase = true\nenabled = false\nreason"
    )
    [rule] = read(given).rules
    assert (rule.name, rule.match, rule.where, rule.verb) == ("related-news", ("A", "B"), Where.BOTTOM, Verb.KEEP)
    assert (rule.end, rule.max_lines, rule.case, rule.enabled) == (("E",), 9, True, False)


def test_every_key_of_a_file() -> None:
    file = read("""
        sites = ["www.Example.com", "example.org"]
        detect = 'Example News Wire'
        disable = ["common/en/bylines"]
        evidence = 12
        [html]
        content = ["article .body"]
        drop = ["//aside"]
    """)
    assert file == RuleFile(
        "sites/x",
        PATH,
        ("example.com", "example.org"),
        ("Example News Wire",),
        ("common/en/bylines",),
        (),
        Selectors(("article .body",), ("//aside",)),
        12,
    )


def test_empty_file() -> None:
    assert read("") == RuleFile("sites/x", PATH)


def in_rule(line: str) -> str:
    return RULE.replace("reason", f"{line}\nreason", 1)


def instead(old: str, new: str) -> str:
    assert old in RULE
    return RULE.replace(old, new, 1)


MISTAKES = {
    "unknown key": ("site = ['x.com']", "field 'site': unknown key; did you mean 'sites'?"),
    "unknown key like no other": (
        "zzz = 1",
        "field 'zzz': unknown key; the keys are sites, detect, disable, evidence, rule, html",
    ),
    "sites no list": ("sites = 'x.com'", "field 'sites': this should be a list of strings, none empty; "),
    "sites no strings": ("sites = [1]", "field 'sites': this should be a list of strings, none empty; "),
    "empty site": ("sites = ['x.com', ' ']", "field 'sites': this should be a list of strings, none empty; "),
    "site no host": ("sites = ['example']", "field 'sites': 'example' is not a host; write the host alone"),
    "site an address": ("sites = ['https://x.com/']", "field 'sites': 'https://x.com/' is not a host; "),
    "bad detect": ("detect = '('", "field 'detect': an opening bracket without a closing one in '('; "),
    "evidence no number": ("evidence = true", "field 'evidence': this should be a whole number; it is True"),
    "html no table": ("html = 1", "field 'html': this should be a table; it is 1"),
    "html's unknown key": ("[html]\nremove = []", "field 'html.remove': unknown key; "),
    "html's drop no list": ("[html]\ndrop = '//a'", "field 'html.drop': this should be a list of strings"),
    "rule no list": ("rule = 1", "field 'rule': this should be a list; it is 1"),
    "rule no table": ("rule = [1]", "this is not a table; write it as [html] or [[rule]]"),
    "rule's unknown key": (
        in_rule("ends = 'x'"),
        "rule 'related-news': field 'ends': unknown key; did you mean 'end'?",
    ),
    "no name": (instead('name = "related-news"', ""), "rule 'number 1': field 'name': missing; add name = ..."),
    "name no string": (
        instead('"related-news"', "7"),
        "rule 'number 1': field 'name': this should be a string; it is 7",
    ),
    "name with a space": (
        instead("related-news", "related news"),
        "field 'name': a name is words with hyphens; such as",
    ),
    "name with a slash": (instead("related-news", "en/related"), "field 'name': a name is words with hyphens; such as"),
    "same name twice": (RULE + RULE, "rule 'related-news': field 'name': two rules have this name; rename one of them"),
    "no family": (instead('family = "related"', ""), "rule 'related-news': field 'family': missing; add family = ..."),
    "unknown family": (
        instead('"related"', '"relatives"'),
        "field 'family': 'relatives' is none of its values; they are ticker, ",
    ),
    "no kind": (instead('kind = "line"', ""), "field 'kind': missing"),
    "unknown kind": (
        instead('"line"', '"lines"'),
        "'lines' is none of its values; they are line, phrase, block, after, before",
    ),
    "unknown where": (
        in_rule("where = 'middle'"),
        "field 'where': 'middle' is none of its values; they are top, bottom, ",
    ),
    "unknown verb": (in_rule("verb = 'cut'"), "field 'verb': 'cut' is none of its values; they are drop, keep"),
    "no match": (instead("match = '''Related News'''", ""), "field 'match': missing; add match = '''...'''"),
    "match no pattern": (
        instead("'''Related News'''", "3"),
        "field 'match': this should be a pattern or a list of patterns; ",
    ),
    "empty match": (instead("'''Related News'''", "['A', '']"), "field 'match': this should be a pattern or a list of"),
    "bad match": (
        instead("'''Related News'''", "['A', 'B(']"),
        "field 'match': an opening bracket without a closing one in 'B('; ",
    ),
    "no reason": (instead('reason = "title of related stories"', ""), "field 'reason': missing; add reason = ..."),
    "blank reason": (instead('"title of related stories"', '" "'), "field 'reason': missing; add reason = ..."),
    "case no boolean": (in_rule("case = 1"), "field 'case': this should be a true or false; it is 1"),
    "enabled no boolean": (in_rule("enabled = 'no'"), "field 'enabled': this should be a true or false; it is 'no'"),
    "end without block": (in_rule("end = 'x'"), "field 'max_lines': kind block, and no other, has end and max_lines"),
    "max_lines without block": (
        in_rule("max_lines = 3"),
        "field 'end': kind block, and no other, has end and max_lines",
    ),
    "block without end": (BLOCK, "field 'end': kind block, and no other, has end and max_lines (2 or more); "),
    "block without max_lines": (
        BLOCK.replace("reason", "end = 'x'\nreason", 1),
        "field 'max_lines': kind block, and no other, has end and max_lines (2 or more); ",
    ),
    "block of one line": (
        BLOCK.replace("reason", "end = 'x'\nmax_lines = 1\nreason", 1),
        "field 'max_lines': kind block",
    ),
    "bad end": (
        BLOCK.replace("reason", "end = '['\nmax_lines = 3\nreason", 1),
        "field 'end': the pattern ends too early in '['",
    ),
    "no example": (
        RULE.partition("[[rule.example]]")[0],
        "field 'example': no example; add [[rule.example]] with before",
    ),
    "no near miss": (
        RULE.rpartition("[[rule.example]]")[0],
        "field 'example': no near miss; add [[rule.example]] with same",
    ),
    "near miss alone": (
        instead('before = "One\\nRelated News"\nafter = "One"', 'same = "x"'),
        "field 'example': no example; add",
    ),
    "example without after": (
        instead('after = "One"', ""),
        "field 'example': an example has before and after, or same; ",
    ),
    "example of both forms": (
        instead('after = "One"', 'after = "One"\nsame = "x"'),
        "an example has before and after, or same",
    ),
    "example no strings": (
        instead('after = "One"', "after = 1"),
        "an example has before and after, or same; keep one form",
    ),
    "example no table": (
        RULE.partition("[[rule.example]]")[0] + "example = ['x']",
        "an example has before and after, or same",
    ),
}


@pytest.mark.parametrize(("toml", "message"), MISTAKES.values(), ids=MISTAKES)
def test_mistake_is_named_with_its_mend(toml: str, message: str) -> None:
    with pytest.raises(RuleError) as error:
        read(toml)
    assert str(error.value).startswith("rules/x.toml: ")
    assert message in str(error.value)


def test_error_has_its_parts() -> None:
    with pytest.raises(RuleError) as error:
        read(in_rule("ends = 'x'"))
    found = error.value
    assert (found.path, found.rule, found.field, found.what) == (PATH, "related-news", "ends", "unknown key")
    assert found.mend == "did you mean 'end'?"


@pytest.mark.parametrize(
    ("text", "expanded"),
    [
        ("One", "One"),
        ("<prose>", PROSE),
        ("Top\n\n<prose>\n\nBottom\n", f"Top\n\n{PROSE}\n\nBottom\n"),
        ("a <prose> within a line", "a <prose> within a line"),
    ],
)
def test_expand(text: str, expanded: str) -> None:
    assert expand(text) == expanded
