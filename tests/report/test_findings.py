"""Findings and problems in each format."""

import pytest

from cleaner.authoring.lint.problem import Problem
from cleaner.report.console import Console
from cleaner.report.findings import FINDING_DOCUMENTS, FINDING_LINES, PROBLEMS, FindingPrinter, print_problems
from cleaner.report.formats import Format
from cleaner.report.outcomes import Finding


def test_every_format_has_one_renderer_for_findings_and_one_for_problems() -> None:
    assert sorted([*FINDING_LINES, *FINDING_DOCUMENTS]) == sorted(PROBLEMS) == sorted(Format)


def test_github_gets_its_control_characters_escaped(capsys: pytest.CaptureFixture[str]) -> None:
    FindingPrinter(Console(), Format.GITHUB).add("a,b.txt", [Finding(3, 1, "own/rules/see", "50 %\nof it")])
    print_problems([Problem("a:b.toml", "", "match", "100 %", "fix it")], Format.GITHUB, Console())
    assert capsys.readouterr().out.splitlines() == [
        "::warning file=a%2Cb.txt,line=3,col=1,title=own/rules/see::50 %25%0Aof it",
        "::error file=a%3Ab.toml::a:b.toml: field 'match': 100 %25; fix it",
    ]


def test_a_withheld_finding_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    withheld = Finding(3, 1, "own/rules/see", "why", withheld=True)
    for format_ in (Format.TEXT, Format.GITHUB):
        FindingPrinter(Console(), format_).add("a.txt", [withheld])
    assert capsys.readouterr().out.splitlines() == [
        "a.txt:3:1  own/rules/see  withheld: why",
        "::notice file=a.txt,line=3,col=1,title=own/rules/see::withheld: why",
    ]


def test_findings_as_json_are_printed_when_all_are_known(capsys: pytest.CaptureFixture[str]) -> None:
    printer = FindingPrinter(Console(), Format.JSON)
    printer.add("a.txt", [Finding(1, 1, "a/b/c", "why")])
    assert not capsys.readouterr().out
    printer.end()
    assert '"path": "a.txt"' in capsys.readouterr().out
