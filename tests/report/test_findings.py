"""Findings and problems in each format."""

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator

from cleaner.authoring.lint.problem import Problem
from cleaner.report.console import Console
from cleaner.report.finding_place import DocumentPlace
from cleaner.report.findings import FINDING_DOCUMENTS, FINDING_LINES, PROBLEMS, FindingPrinter, print_problems
from cleaner.report.formats import FindingFormat, Format
from cleaner.report.outcomes import Finding

# Version 2.1.0 of the schema, as its authors publish it.
PACKAGE = Path(__file__).parent.parent / "npm" / "node_modules" / "@microsoft" / "jest-sarif"
SCHEMA = PACKAGE / "lib" / "schemas" / "sarif-2.1.0-rtm.5.json"
SEE = Finding(3, 1, 3, 10, "own/rules/see", "another story", "See: snow")
BLOCK = Finding(5, 1, 7, 4, "own/rules/more", "footer", "More\n\nrain")
DOUBTED = SEE._replace(line=9, end_line=9, withheld=True)
TEXT = DocumentPlace("dir/50 %.txt", "dir/50 %.txt")
RECORD = DocumentPlace("dump.jsonl:17", "dump.jsonl", 17)
PAGE = DocumentPlace("a.html", "a.html", page=True)


def printed(format_: FindingFormat, capsys: pytest.CaptureFixture[str]) -> str:
    """One finding of each kind, and one in a text, in a record and in a page."""
    printer = FindingPrinter(Console(), format_)
    printer.add(TEXT, [SEE, BLOCK, DOUBTED, SEE._replace(line=12, end_line=12)])
    printer.add(RECORD, [SEE])
    printer.add(PAGE, [SEE])
    printer.end()
    return capsys.readouterr().out


def test_every_format_has_one_renderer() -> None:
    assert sorted([*FINDING_LINES, *FINDING_DOCUMENTS]) == sorted(FindingFormat)
    assert sorted(PROBLEMS) == sorted(Format)


def test_lines_for_people(capsys: pytest.CaptureFixture[str]) -> None:
    assert printed(FindingFormat.TEXT, capsys).splitlines() == [
        "dir/50 %.txt:3:1  own/rules/see  another story",
        "dir/50 %.txt:5:1  own/rules/more  footer",
        "dir/50 %.txt:9:1  own/rules/see  withheld: another story",
        "dir/50 %.txt:12:1  own/rules/see  another story",
        "dump.jsonl:17:3:1  own/rules/see  another story",
        "a.html:3:1  own/rules/see  another story",
    ]


def test_github_gets_lines_of_files_alone(capsys: pytest.CaptureFixture[str]) -> None:
    """A line in the text of a page or a record is none of its file."""
    assert printed(FindingFormat.GITHUB, capsys).splitlines() == [
        "::warning file=dir/50 %25.txt,line=3,endLine=3,col=1,endColumn=10,title=own/rules/see::another story",
        "::warning file=dir/50 %25.txt,line=5,endLine=7,title=own/rules/more::footer",
        "::notice file=dir/50 %25.txt,line=9,endLine=9,col=1,endColumn=10,title=own/rules/see::withheld: another story",
        "::warning file=dir/50 %25.txt,line=12,endLine=12,col=1,endColumn=10,title=own/rules/see::another story",
        "::warning file=dump.jsonl,title=own/rules/see::dump.jsonl:17:3: another story",
        "::warning file=a.html,title=own/rules/see::a.html:3: another story",
    ]


def test_github_gets_its_control_characters_escaped(capsys: pytest.CaptureFixture[str]) -> None:
    FindingPrinter(Console(), FindingFormat.GITHUB).add(
        DocumentPlace("a,b.txt", "a,b.txt"), [BLOCK._replace(reason="50 %\nof it")]
    )
    print_problems([Problem("a:b.toml", "", "match", "100 %", "fix it")], Format.GITHUB, Console())
    assert capsys.readouterr().out.splitlines() == [
        "::warning file=a%2Cb.txt,line=5,endLine=7,title=own/rules/more::50 %25%0Aof it",
        "::error file=a%3Ab.toml::a:b.toml: field 'match': 100 %25; fix it",
    ]


def test_json_has_a_version_ends_and_the_removed_text(capsys: pytest.CaptureFixture[str]) -> None:
    told = json.loads(printed(FindingFormat.JSON, capsys))
    assert told["version"] == 1
    assert told["findings"][1] == {
        "path": "dir/50 %.txt",
        "record": None,
        "page": False,
        "line": 5,
        "column": 1,
        "end_line": 7,
        "end_column": 4,
        "rule": "own/rules/more",
        "reason": "footer",
        "text": "More\n\nrain",
        "withheld": False,
    }
    assert [(each["record"], each["page"]) for each in told["findings"][4:]] == [(17, False), (None, True)]


def test_json_lines_are_the_findings_of_json_each_as_it_is_found(capsys: pytest.CaptureFixture[str]) -> None:
    whole = json.loads(printed(FindingFormat.JSON, capsys))["findings"]
    assert list(map(json.loads, printed(FindingFormat.JSONL, capsys).splitlines())) == whole
    FindingPrinter(Console(), FindingFormat.JSONL).add(TEXT, [SEE])
    assert json.loads(capsys.readouterr().out)["rule"] == "own/rules/see"


def test_gitlab_knows_a_finding_again_whose_line_has_moved(capsys: pytest.CaptureFixture[str]) -> None:
    issues = json.loads(printed(FindingFormat.GITLAB, capsys))
    assert issues[1] == {
        "description": "footer",
        "check_name": "own/rules/more",
        "fingerprint": issues[1]["fingerprint"],
        "severity": "minor",
        "location": {"path": "dir/50 %.txt", "lines": {"begin": 5, "end": 7}},
    }
    assert len({issue["fingerprint"] for issue in issues}) == len(issues)  # as GitLab demands
    assert [issue["severity"] for issue in issues[2:4]] == ["info", "minor"]
    FindingPrinter.add(printer := FindingPrinter(Console(), FindingFormat.GITLAB), TEXT, [BLOCK._replace(line=50)])
    printer.end()
    assert json.loads(capsys.readouterr().out)[0]["fingerprint"] == issues[1]["fingerprint"]


def results(log: dict[str, Any]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = log["runs"][0]["results"]
    return found


def test_sarif_has_a_region_in_each_text_and_none_in_pages_and_records(capsys: pytest.CaptureFixture[str]) -> None:
    log = json.loads(printed(FindingFormat.SARIF, capsys))
    rules = [rule["id"] for rule in log["runs"][0]["tool"]["driver"]["rules"]]
    assert rules == ["own/rules/see", "own/rules/more"]
    assert [(rules[each["ruleIndex"]], each["level"]) for each in results(log)[1:3]] == [
        ("own/rules/more", "warning"),
        ("own/rules/see", "note"),
    ]
    places = [each["locations"][0]["physicalLocation"] for each in results(log)]
    assert places[1] == {
        "artifactLocation": {"uri": "dir/50%20%25.txt"},
        "region": {"startLine": 5, "startColumn": 1, "endLine": 7, "endColumn": 4, "snippet": {"text": BLOCK.text}},
    }
    assert places[4:] == [{"artifactLocation": {"uri": "dump.jsonl"}}, {"artifactLocation": {"uri": "a.html"}}]
    assert results(log)[4]["message"]["text"] == "dump.jsonl:17:3: another story"


@pytest.mark.slow
@pytest.mark.skipif(not PACKAGE.exists(), reason="npm ci --prefix tests/npm")
def test_sarif_is_valid_by_its_schema(capsys: pytest.CaptureFixture[str]) -> None:
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    log = json.loads(printed(FindingFormat.SARIF, capsys))
    validator = Draft7Validator(schema)
    assert list(validator.iter_errors(log)) == []
    del results(log)[0]["message"]
    assert [error.message for error in validator.iter_errors(log)] == ["'message' is a required property"]


@pytest.mark.parametrize(
    ("text", "same"),
    [("See: snow", True), ("See:\n  snow", True), ("See: rain", False)],
)
def test_a_fingerprint_is_of_the_rule_and_the_words(text: str, same: bool) -> None:
    moved = SEE._replace(line=99, column=7, text=text, reason="another")
    assert (moved.fingerprint == SEE.fingerprint) is same
    assert SEE._replace(rule="own/rules/other").fingerprint != SEE.fingerprint
