"""What rules/README.md says about the rule language is true."""

import re
import tomllib
from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path

import pytest
from command import Corpus
from rules_table import README, with_table

from cleaner import pyproject
from cleaner.authoring.lint.examples import check_rule_file
from cleaner.authoring.lint.faults import pattern_problems
from cleaner.authoring.lint.overlap import Scope
from cleaner.authoring.lint.problem import Problem
from cleaner.errors import PatternError, RuleError
from cleaner.pages.selectors import check_selector
from cleaner.report.exitcode import ExitCode
from cleaner.rulefiles.fulltextrss.keys import HTML_FIELDS
from cleaner.rulefiles.packaged import packaged_common, packaged_rules
from cleaner.rules.language import EXAMPLE, FILE, HTML, RULE
from cleaner.rules.match import Matcher
from cleaner.rules.parse import PROSE, parse
from cleaner.rules.patterns.translate import translate
from cleaner.rules.rule import Example, Family, Kind, Rule, RuleFile
from cleaner.rules.tables import Key
from cleaner.text.document import Document
from cleaner.text.mark import Verb
from cleaner.text.zones import Where

TEXT = README.read_text(encoding="utf-8")
ROOT = README.parent
PATH = Path("example.com.toml")
CELL_END = re.compile(r"(?<!\\)\|")
CODE = re.compile(r"`([^`]*)`")
FIELD = re.compile(r"Field `([^`]+)`: ")


def fenced(info: str) -> list[str]:
    """The code blocks whose fence has this info string."""
    return re.findall(rf"^```{re.escape(info)}\n(.*?)^```$", TEXT, flags=re.MULTILINE | re.DOTALL)


def section(title: str) -> str:
    """The text below a heading, up to the next heading."""
    return TEXT.partition(f"\n## {title}\n")[2].partition("\n## ")[0]


def tables(title: str) -> list[list[list[str]]]:
    """The tables of a section, each a list of rows of cells, header row first."""
    rows: list[list[list[str]]] = []
    within = False
    for line in section(title).splitlines():
        if line.startswith("|") and not within:
            rows.append([])
        within = line.startswith("|")
        if within and not line.startswith("| ---"):
            rows[-1].append([cell.strip().replace("\\|", "|") for cell in CELL_END.split(line)[1:-1]])
    return rows


def first_column(title: str, number: int = 0) -> list[str]:
    return [row[0].strip("`") for row in tables(title)[number][1:]]


def read(toml: str) -> RuleFile:
    return parse(tomllib.loads(toml), "sites/example.com", PATH)


RULE_FILES = [block for block in fenced("toml") if "tool" not in tomllib.loads(block)]
# Each block that is refused, and the line of text or the fence that follows it.
REFUSED = re.findall(r"^```toml refused\n(.*?)^```\n\n([^\n]+)$", TEXT, flags=re.MULTILINE | re.DOTALL)
PATTERN_ROWS = [
    pytest.param(kind, *row, id=row[0])
    for kind, table in zip((Kind.LINE, Kind.PHRASE), tables("Patterns: what they see"), strict=True)
    for row in table[1:]
]
REFUSED_PATTERNS, FAULTY_PATTERNS, REFUSED_SELECTORS = (
    [pytest.param(bad.strip("`"), good.strip("`"), id=bad) for bad, _, good in table[1:]]
    for table in (
        tables("Patterns: what they may say")[1],
        tables("What `rules check` finds")[0],
        tables("Pages: `[html]`")[1],
    )
)


@pytest.mark.parametrize("toml", RULE_FILES)
def test_rule_files_on_the_page_are_valid(toml: str) -> None:
    file = read(toml)
    common = [rule for packaged in packaged_common() for rule in packaged.rules]
    assert [str(problem) for problem in check_rule_file(file, common)] == []
    assert [fault for selector in (*file.html.content, *file.html.drop) if (fault := check_selector(selector))] == []
    assert set(file.disable) <= {rule.id for rule in common}


def test_every_kind_has_an_example() -> None:
    assert {rule.kind for toml in RULE_FILES for rule in read(toml).rules} == set(Kind)


def problems(toml: str) -> list[RuleError | Problem]:
    """The problems of a rule file: the one that stops reading it, or those of its examples."""
    try:
        return [*check_rule_file(read(toml))]
    except RuleError as error:
        return [error]


def test_the_message_on_the_page_is_the_real_one() -> None:
    [message] = fenced("text")
    assert [str(problem) for problem in problems(REFUSED[0][0])] == [message.rstrip()]


@pytest.mark.parametrize(("toml", "explanation"), REFUSED[1:])
def test_refused_files_are_refused_for_the_named_field(toml: str, explanation: str) -> None:
    field = FIELD.match(explanation)
    assert field
    assert [problem.field for problem in problems(toml)] == [field[1]]


def test_the_unnecessary_rule_on_the_page_is_found() -> None:
    [toml] = fenced("toml warned")
    file = read(toml)
    assert check_rule_file(file) == []
    scope = Scope(file.rules)
    warnings = [(problem.rule, problem.field) for rule in file.rules for problem in scope.shadowed(file, rule)]
    assert warnings == [(file.rules[1].name, "match")]


def test_every_block_is_run() -> None:
    blocks = [*fenced("toml"), *fenced("toml refused"), *fenced("toml warned")]
    assert len(re.findall("^```toml", TEXT, flags=re.MULTILINE)) == len(blocks)
    assert len(REFUSED) == len(fenced("toml refused"))


def test_settings_on_the_page_are_valid(tmp_path: Path) -> None:
    [settings] = [block for block in fenced("toml") if "tool" in tomllib.loads(block)]
    (tmp_path / "pyproject.toml").write_text(settings, encoding="utf-8")
    loaded = pyproject.load([tmp_path])
    assert set(tomllib.loads(settings)["tool"]["cleaner"]) == {"rules", "select", "ignore", "keep-family"}
    assert loaded.settings.keep_families == {Family.MEDIA, Family.BYLINE}


@pytest.mark.parametrize(
    ("title", "keys"),
    [
        ("Keys of a file", FILE),
        ("Keys of a rule", RULE),
        ("Examples", EXAMPLE),
        ("Pages: `[html]`", HTML),
    ],
)
def test_every_key_is_documented_and_no_other(title: str, keys: Mapping[str, Key]) -> None:
    assert sorted(first_column(title)) == sorted(keys)


@pytest.mark.parametrize(
    ("title", "values"), [("Kinds", Kind), ("Zones", Where), ("Verbs", Verb), ("Families", Family)]
)
def test_every_value_is_documented_in_order(title: str, values: type[StrEnum]) -> None:
    documented = first_column(title)
    assert sorted(documented) == sorted(values)
    assert title != "Families" or documented == list(values)


@pytest.mark.parametrize(("kind", "pattern", "matches", "others"), PATTERN_ROWS)
def test_pattern_matches_these_lines_and_no_others(kind: Kind, pattern: str, matches: str, others: str) -> None:
    matcher = Matcher([Rule("r", Family.META, kind, (pattern.strip("`"),), "why")])
    missed = [text for text in CODE.findall(matches) if not list(matcher.hits(Document(text), set()))]
    wrong = [text for text in CODE.findall(others) if list(matcher.hits(Document(text), set()))]
    assert (missed, wrong) == ([], [])
    assert CODE.findall(matches)


@pytest.mark.parametrize(("pattern", "instead"), REFUSED_PATTERNS)
def test_pattern_is_refused_and_its_replacement_is_not(pattern: str, instead: str) -> None:
    with pytest.raises(PatternError):
        translate(pattern)
    assert translate(instead).exact


@pytest.mark.parametrize(("pattern", "instead"), FAULTY_PATTERNS)
def test_pattern_has_one_fault_and_its_replacement_has_none(pattern: str, instead: str) -> None:
    example = Example("See: snow", "")
    faulty, sound = (
        Rule("own/x/see", Family.META, Kind.LINE, (written,), "why", examples=(example,))
        for written in (pattern, instead)
    )
    assert len([*pattern_problems(RuleFile("own/x", PATH), faulty)]) == 1
    assert [*pattern_problems(RuleFile("own/x", PATH), sound)] == []


@pytest.mark.parametrize("written", CODE.findall(" ".join(row[0] for row in tables("Patterns: what they may say")[0])))
def test_construct_on_the_page_is_accepted(written: str) -> None:
    pattern = f"a{written.replace('...', 'b').replace('name', 'n')}"
    assert translate(pattern).exact


@pytest.mark.parametrize(("selector", "instead"), REFUSED_SELECTORS)
def test_selector_is_refused_and_its_replacement_is_not(selector: str, instead: str) -> None:
    assert check_selector(selector)
    assert not check_selector(instead)


def test_every_packaged_language_is_documented() -> None:
    codes = re.findall(r"\(`([a-z]+)`\)", section("Files, hosts and ids"))
    assert sorted(codes) == sorted(path.stem for path in (packaged_rules() / "common").glob("*.toml"))


def test_every_key_of_site_configs_is_documented() -> None:
    rows = tables("Site configs of Full-Text RSS")[0][1:]
    assert {key: value.strip("`") for keys, value in rows for key in CODE.findall(keys)} == dict(HTML_FIELDS)


def test_commands_on_the_page_run(tmp_path: Path) -> None:
    folder = Corpus(tmp_path)
    folder.write("pyproject.toml", "")
    folder.write("FOLDER/example.com.txt", "body: //article\n")
    for name in ("article.txt", "corpus/a.txt"):
        folder.write(name, f"{PROSE}\n\nAlso on the quay\n")
    lines = "".join(fenced("sh")).splitlines()
    assert len(lines) >= 10
    for line in lines:
        words = line.partition("#")[0].split()
        if words == ["cleaner", "rules", "check"]:
            continue  # checking all packaged rules takes minutes
        done = folder.run(*words[1:])
        assert done.returncode in (ExitCode.DONE, ExitCode.FOUND), f"{line}\n{done.stderr}"


def test_links_lead_somewhere() -> None:
    headings = {
        re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-")
        for heading in re.findall(r"^## (.+)$", TEXT, flags=re.MULTILINE)
    }
    links = re.findall(r"(?<!`)\[[^\]]+\]\(([^)]+)\)", TEXT.replace("[Read more](/next)", ""))
    assert [link[1:] for link in links if link[0] == "#" and link[1:] not in headings] == []
    files = [link.partition("#")[0] for link in links if link[0] != "#" and "://" not in link]
    assert [file for file in files if not (ROOT / file).exists()] == []
    assert headings == {link[1:] for link in links if link[0] == "#"}


def test_table_counts_the_packaged_rules() -> None:
    assert with_table(TEXT) == TEXT, "write it anew: python tests/rules_table.py"
