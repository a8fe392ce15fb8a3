"""The packaged site files: all have the same form, and none detects its site in another site's text."""

import tomllib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from cleaner.authoring.lint.examples import check_rule_file
from cleaner.pages.selectors import check_selector
from cleaner.rulefiles.added import user_files
from cleaner.rulefiles.packaged import packaged_common, packaged_rules, packaged_site_heads, read
from cleaner.rules.match import Matcher
from cleaner.rules.rule import Family, RuleFile
from cleaner.text.document import Document

FOLDER = packaged_rules() / "sites"
SAMPLES = Path(__file__).parent.parent / "samples"
PATHS = sorted(FOLDER.glob("*.toml"))
FILES = [read(path, f"sites/{path.stem}") for path in PATHS]
FILE_KEYS = ["sites", "detect", "disable", "evidence", "rule", "html"]
RULE_KEYS = ["name", "family", "kind", "match", "end", "max_lines", "case", "where", "verb", "reason", "example"]
FAMILIES = list(Family)
FEWEST_PAGES = 3  # fewer do not show what all pages of a site have in common

each_path = pytest.mark.parametrize("path", PATHS, ids=[path.stem for path in PATHS])
each_file = pytest.mark.parametrize("file", FILES, ids=[file.path.stem for file in FILES])


def signs(file: RuleFile) -> Matcher:
    """A matcher for the `detect` patterns of a file, built as in the program."""
    return Matcher([file.site_sign()])


def detects(file: RuleFile, text: str) -> bool:
    return bool(file.detect) and any(True for _ in signs(file).hits(Document(text), set()))


def own_texts(file: RuleFile) -> Iterator[str]:
    return (example.before for rule in file.rules for example in rule.examples if not example.near_miss)


def in_order(keys: list[str], order: list[str]) -> bool:
    return keys == sorted(keys, key=order.index)


def test_there_are_site_files() -> None:
    assert len(FILES) >= 20


@each_path
def test_first_line_describes_the_host(path: Path) -> None:
    header, blank, *_ = path.read_text(encoding="utf-8").split("\n")
    assert header.startswith("# ")
    assert header.endswith(".")
    assert ": " in header
    assert not blank


@each_path
def test_keys_are_in_order(path: Path) -> None:
    tables = tomllib.loads(path.read_text(encoding="utf-8"))
    assert in_order(list(tables), FILE_KEYS)
    assert "evidence" in tables
    for rule in tables.get("rule", []):
        assert in_order(list(rule), RULE_KEYS), rule["name"]
    assert in_order(list(tables.get("html", {})), ["content", "drop"])


@each_path
def test_html_part_is_last(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert "[html]" not in text or "[[rule]]" not in text.partition("\n[html]\n")[2]


@each_file
def test_file_is_named_for_its_first_site(file: RuleFile) -> None:
    assert file.sites[0] == file.path.name.removesuffix(".toml")


@each_file
def test_file_has_rules_or_selectors(file: RuleFile) -> None:
    assert file.rules or file.html.content or file.html.drop


@each_file
def test_rules_are_in_order_of_family(file: RuleFile) -> None:
    order = [FAMILIES.index(rule.family) for rule in file.rules]
    assert order == sorted(order)


@each_file
def test_file_was_tried_on_enough_pages(file: RuleFile) -> None:
    assert file.evidence >= FEWEST_PAGES


@each_file
def test_examples(file: RuleFile) -> None:
    assert [str(problem) for problem in check_rule_file(file)] == []


@each_file
def test_selectors_are_valid(file: RuleFile) -> None:
    selectors = (*file.html.content, *file.html.drop)
    assert {selector: fault for selector in selectors if (fault := check_selector(selector))} == {}


@each_file
def test_disabled_rules_exist(file: RuleFile) -> None:
    common = {rule.id for common in packaged_common() for rule in common.rules}
    assert set(file.disable) <= common


@pytest.mark.parametrize(
    "file", [file for file in FILES if file.detect], ids=[file.path.stem for file in FILES if file.detect]
)
def test_signs_are_in_the_examples_of_this_site_only(file: RuleFile) -> None:
    for pattern in file.detect:
        alone = Matcher([replace(file.site_sign(), match=(pattern,))])
        assert any(True for text in own_texts(file) for _ in alone.hits(Document(text), set())), pattern
    assert [
        other.id for other in FILES if other is not file and any(detects(file, text) for text in own_texts(other))
    ] == []


@pytest.mark.parametrize("original", sorted(SAMPLES.glob("*/original.*")), ids=lambda path: path.parent.name)
def test_no_sample_is_detected_as_a_site(original: Path) -> None:
    text = original.read_bytes().decode("utf-8", "replace")
    assert [file.id for file in FILES if detects(file, text)] == []


def test_every_host_has_one_file() -> None:
    assert {file.id for file in user_files((FOLDER,))} == {file.id for file in FILES}


def test_every_host_is_in_the_index_of_packaged_sites() -> None:
    assert set(packaged_site_heads()) == {host for file in FILES for host in file.sites}
