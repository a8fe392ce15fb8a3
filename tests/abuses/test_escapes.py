"""Names, reasons, sites and texts with control characters: none commands a terminal, or a workflow of GitHub."""

import io
import sys
from pathlib import Path

import pytest
from command import ORIGINAL, RULE, Corpus

from cleaner.authoring.lint.problem import Problem
from cleaner.commands.rules.new import new_rule_file
from cleaner.config import Config
from cleaner.report.console import Console
from cleaner.report.explanation import difference, explanation
from cleaner.report.finding_place import DocumentPlace
from cleaner.report.findings import FindingPrinter, print_problems
from cleaner.report.formats import FindingFormat, Format
from cleaner.report.outcomes import Finding
from cleaner.report.terminal import one_line
from cleaner.result import Removed, Result
from cleaner.sites import Site

# Clears the screen, begins a line, gives a command to GitHub, overwrites the line, turns the direction of writing.
EVIL = "\x1b[2J\n::error::x\r\x9b1m\u202e\x7f"
CONTROLS = [*map(chr, [*range(10), *range(11, 32), *range(127, 160)]), "\u2028", "\u2029", "\u202e", "\u2066"]


def assert_harmless(text: str) -> None:
    assert not [character for character in CONTROLS if character in text], repr(text)
    assert not [line for line in text.split("\n") if line.lstrip().startswith("::") or "##[" in line]


def test_a_line_is_one_line_and_no_command() -> None:
    assert one_line("a\tb\nc\x1b") == r"a\tb\nc\x1b"
    assert one_line("  ::error::x") == r"  \x3a:error::x"
    assert one_line("see ##[error]x") == r"see \x23#[error]x"
    assert one_line("a::b # [c] é 水 🎈 ش\u200f \udcff") == "a::b # [c] é 水 🎈 ش\u200f \udcff"
    assert_harmless(one_line(EVIL))
    one_line("\ud800").encode()


def test_the_console_escapes_whatever_line_it_is_given(capsys: pytest.CaptureFixture[str]) -> None:
    for write in (Console().out, Console().note, Console().error):
        write(f"::{EVIL}")
    said = capsys.readouterr()
    assert_harmless(said.out + said.err)
    assert (said.out.count("\n"), said.err.count("\n")) == (1, 2)


@pytest.mark.parametrize("page", [False, True])
@pytest.mark.parametrize("format_", FindingFormat)
def test_findings(format_: FindingFormat, page: bool, capsys: pytest.CaptureFixture[str]) -> None:
    printer = FindingPrinter(Console(), format_)
    finding = Finding(1, 1, 1, 2, EVIL, EVIL, EVIL)
    printer.add(DocumentPlace(EVIL, EVIL, None, page), [finding, finding._replace(withheld=True)])
    printer.end()
    # JSON may hold DEL as it is.
    said = capsys.readouterr().out.replace("\x7f", "\x7f" if format_ in ("text", "github") else "")
    if format_ is FindingFormat.GITHUB:
        assert [line[:9] for line in said.splitlines()] == ["::warning", "::notice "]
        said = "".join(line[2:] + "\n" for line in said.splitlines())
    assert_harmless(said)


@pytest.mark.parametrize("format_", Format)
def test_problems(format_: Format, capsys: pytest.CaptureFixture[str]) -> None:
    print_problems([Problem(EVIL, EVIL, EVIL, EVIL, EVIL)], format_, Console())
    said = capsys.readouterr().out.replace("\x7f", "" if format_ is Format.JSON else "\x7f")
    assert_harmless(said.removeprefix("::error ") if format_ is Format.GITHUB else said)


@pytest.mark.parametrize("colours", ["", "1"])
def test_explanation(colours: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", colours)
    text = "Rain.\x0b\x1b[2J\r"
    result = Result(text, (Removed(len(text), f"\x1f{EVIL}\x85", (EVIL,)),), site=Site(EVIL), problems=(EVIL,))
    said = explanation(EVIL, result, EVIL)
    for style in ("\x1b[2m", "\x1b[9;31m", "\x1b[0m") if colours else ():
        said = said.replace(style, "")
    # Within a text, marks that turn the direction of writing are letters of it, and a line may begin with colons.
    assert_harmless(said.replace("\u202e", "").replace("\n::error", "\nerror"))
    assert "\u202e" not in said.partition("\n\n")[0]


class Terminal(io.StringIO):
    """A stream that is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize("variable", ["NO_COLOR", "FORCE_COLOR"])
def test_a_diff_on_a_terminal(variable: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(variable, "1")
    monkeypatch.setattr(sys, "stdout", Terminal())
    assert "\x1b[2J" not in difference("-\x1b[2Jone\r\n")
    assert "\r\n" in difference("-one\r\n").replace("\x1b[0m", "")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows allows no such names")
def test_a_hostile_name_in_every_command(corpus: Corpus) -> None:
    name = "::error::\x1b[2J\n::error::a.txt"
    corpus.write(name)
    for arguments in (
        ["check", name],
        ["check", name, "--format", "github"],
        ["clean", name, "--diff"],
        ["clean", name, "--verbose"],
        ["clean", name, "--check"],
        ["rules", "coverage", name],
        ["rules", "try", "own/rules.toml", name],
    ):
        done = corpus.run(*arguments)
        lines = [line for line in (done.stdout + done.stderr).splitlines() if line.startswith("::")]
        assert len(lines) == ("github" in arguments), arguments
        assert "\x1b" not in done.stdout + done.stderr
    assert corpus.read(name) == ORIGINAL


def test_a_hostile_rule_is_shown_on_its_lines(corpus: Corpus) -> None:
    evil = RULE.replace('"link to another story"', r'"\u001b[2J\n::error::x"')
    corpus.write("own/rules.toml", evil)
    for arguments in (["rules", "show", "own/rules/see"], ["rules", "list"], ["check", "."]):
        assert_harmless(corpus.run(*arguments).stdout)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows allows no such names")
def test_the_name_of_a_page_adds_no_line_to_a_rule_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = tmp_path / "a\nsites = ['evil.example']\n.txt"
    page.write_text("Rain.\n\nRead on: more rain\n" * 3, encoding="utf-8")
    new_rule_file("example.org", None, page, Config(folder=tmp_path))
    assert not [line for line in capsys.readouterr().out.splitlines() if "evil.example" in line and line[0] != "#"]
