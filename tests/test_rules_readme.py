"""What rules/README.md says of the rule language is so."""

import re
import tomllib
from enum import StrEnum
from pathlib import Path

import pytest
from rules_table import README, with_table

from cleaner import config
from cleaner.authoring.lint.examples import check_rule_file
from cleaner.authoring.lint.faults import pattern_problems
from cleaner.authoring.lint.overlap import Scope
from cleaner.errors import PatternError, RuleError
from cleaner.pages.selectors import check_selector
from cleaner.rulefiles.packaged import packaged_common
from cleaner.rules.match import Matcher
from cleaner.rules.parse import EXAMPLE_KEYS, FILE_KEYS, HTML_KEYS, RULE_KEYS, parse
from cleaner.rules.patterns.translate import translate
from cleaner.rules.rule import Example, Family, Kind, Rule, RuleFile
from cleaner.text.document import Document
from cleaner.text.mark import Verb
from cleaner.text.zones import Where

TEXT = README.read_text(encoding="utf-8")
ROOT = README.parent
PATH = Path("example.com.toml")
CELL_END = re.compile(r"(?<!\\)\|")
CODE = re.compile(r"`([^`]*)`")


def fenced(info: str) -> list[str]:
    return re.findall(rf"^```{re.escape(info)}\n(.*?)^```$", TEXT, flags=re.MULTILINE | re.DOTALL)


def section(title: str) -> str:
    return TEXT.partition(f"\n## {title}\n")[2].partition("\n## ")[0]


def tables(title: str) -> list[list[list[str]]]:
    """The tables of a section, each a list of rows of cells, heading first."""
    found: list[list[list[str]]] = []
    within = False
    for line in section(title).splitlines():
        if line.startswith("|") and not within:
            found.append([])
        within = line.startswith("|")
        if within and not line.startswith("| ---"):
            found[-1].append([cell.strip().replace("\\|", "|") for cell in CELL_END.split(line)[1:-1]])
    return found


def first_column(title: str, number: int = 0) -> list[str]:
    return [row[0].strip("`") for row in tables(title)[number][1:]]


def read(toml: str) -> RuleFile:
    return parse(tomllib.loads(toml), "sites/example.com", PATH)


RULE_FILES = [block for block in fenced("toml") if "tool" not in tomllib.loads(block)]
REFUSED, WARNED = (
    re.findall(rf"^```toml {info}\n(.*?)^```\n\n```text\n(.*?)\n```$", TEXT, flags=re.MULTILINE | re.DOTALL)
    for info in ("refused", "warned")
)
PATTERN_ROWS = [
    pytest.param(kind, *row, id=row[0])
    for kind, table in zip((Kind.LINE, Kind.PHRASE), tables("Patterns: what they see"), strict=True)
    for row in table[1:]
]
MESSAGES = [pytest.param(*row, id=row[0]) for row in tables("Patterns: what they may say")[1][1:]]
FOUND = [pytest.param(*row, id=row[0]) for row in tables("What `rules check` finds")[0][1:]]
SELECTORS = [pytest.param(*row, id=row[0]) for row in tables("Pages: `[html]`")[1][1:]]


@pytest.mark.parametrize("toml", RULE_FILES)
def test_rule_files_shown_are_good_ones(toml: str) -> None:
    file = read(toml)
    common = [rule for packaged in packaged_common() for rule in packaged.rules]
    assert [str(problem) for problem in check_rule_file(file, common)] == []
    assert [wrong for selector in (*file.html.content, *file.html.drop) if (wrong := check_selector(selector))] == []
    assert set(file.disable) <= {rule.id for rule in common}


def test_every_kind_has_an_example() -> None:
    assert {rule.kind for toml in RULE_FILES for rule in read(toml).rules} == set(Kind)


@pytest.mark.parametrize(("toml", "message"), REFUSED)
def test_what_is_refused_is_refused_in_these_words(toml: str, message: str) -> None:
    try:
        said = [str(problem) for problem in check_rule_file(read(toml))]
    except RuleError as error:
        said = [str(error)]
    assert said == [message]


@pytest.mark.parametrize(("toml", "message"), WARNED)
def test_what_is_warned_of_is_said_in_these_words(toml: str, message: str) -> None:
    file = read(toml)
    assert check_rule_file(file) == []
    scope = Scope(file.rules)
    assert [str(problem) for rule in file.rules for problem in scope.shadowed(file, rule)] == [message]


def test_every_block_is_run() -> None:
    run = [*fenced("toml"), *REFUSED, *WARNED]
    assert len(re.findall("^```toml", TEXT, flags=re.MULTILINE)) == len(run)


def test_settings_shown_are_good_ones(tmp_path: Path) -> None:
    [settings] = [block for block in fenced("toml") if "tool" in tomllib.loads(block)]
    (tmp_path / "pyproject.toml").write_text(settings, encoding="utf-8")
    loaded = config.load([tmp_path])
    assert set(tomllib.loads(settings)["tool"]["cleaner"]) == {"rules", "select", "ignore", "keep-family"}
    assert loaded.settings.keep_families == {Family.MEDIA, Family.BYLINE}


@pytest.mark.parametrize(
    ("title", "keys"),
    [
        ("Keys of a file", FILE_KEYS),
        ("Keys of a rule", RULE_KEYS),
        ("Examples", EXAMPLE_KEYS),
        ("Pages: `[html]`", HTML_KEYS),
    ],
)
def test_every_key_is_documented_and_no_other(title: str, keys: tuple[str, ...]) -> None:
    assert sorted(first_column(title)) == sorted(keys)


@pytest.mark.parametrize(
    ("title", "values"), [("Kinds", Kind), ("Zones", Where), ("Verbs", Verb), ("Families", Family)]
)
def test_every_value_is_documented_in_order(title: str, values: type[StrEnum]) -> None:
    documented = first_column(title)
    assert sorted(documented) == sorted(values)
    assert title != "Families" or documented == list(values)


@pytest.mark.parametrize(("kind", "pattern", "takes", "leaves"), PATTERN_ROWS)
def test_pattern_takes_and_leaves(kind: Kind, pattern: str, takes: str, leaves: str) -> None:
    matcher = Matcher([Rule("r", Family.META, kind, (pattern.strip("`"),), "why")])
    missed = [text for text in CODE.findall(takes) if not list(matcher.hits(Document(text), set()))]
    taken = [text for text in CODE.findall(leaves) if list(matcher.hits(Document(text), set()))]
    assert (missed, taken) == ([], [])
    assert CODE.findall(takes)


@pytest.mark.parametrize(("pattern", "message"), MESSAGES)
def test_pattern_is_refused_in_these_words(pattern: str, message: str) -> None:
    with pytest.raises(PatternError) as error:
        translate(pattern.strip("`"))
    assert str(error.value) == message


@pytest.mark.parametrize(("pattern", "message"), FOUND)
def test_pattern_is_found_wanting_in_these_words(pattern: str, message: str) -> None:
    example = Example("See: snow", "")
    rule = Rule("own/x/see", Family.META, Kind.LINE, (pattern.strip("`"),), "why", examples=(example,))
    [problem] = pattern_problems(RuleFile("own/x", PATH), rule)
    assert str(problem).endswith(f" {message}")


@pytest.mark.parametrize("written", CODE.findall(" ".join(row[0] for row in tables("Patterns: what they may say")[0])))
def test_construct_is_in_the_language(written: str) -> None:
    pattern = f"a{written.replace('...', 'b').replace('name', 'n')}"
    assert translate(pattern).exact


@pytest.mark.parametrize(("selector", "message"), SELECTORS)
def test_selector_is_refused_in_these_words(selector: str, message: str) -> None:
    assert check_selector(selector.strip("`")) == message


def test_links_lead_somewhere() -> None:
    headings = {
        re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-")
        for heading in re.findall(r"^## (.+)$", TEXT, flags=re.MULTILINE)
    }
    links = re.findall(r"(?<!`)\[[^\]]+\]\(([^)]+)\)", TEXT.replace("[Read more](/next)", ""))
    assert [link[1:] for link in links if link[0] == "#" and link[1:] not in headings] == []
    assert [link for link in links if link[0] != "#" and not (ROOT / link.partition("#")[0]).exists()] == []
    assert headings == {link[1:] for link in links if link[0] == "#"}


def test_table_is_what_the_rules_are() -> None:
    assert with_table(TEXT) == TEXT, "write it anew: python tests/rules_table.py"
