"""What the README says is so: its commands run, its examples are what the program gives, and nothing is left out."""

import ast
import gzip
import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import typer.main
import yaml
from typer.core import TyperGroup

from cleaner import Cleaner
from cleaner.cli.app import app
from cleaner.report.exitcode import ExitCode

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
ARCHITECTURE = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
RULES = (ROOT / "rules" / "README.md").read_text(encoding="utf-8")
PAGES = [
    *ROOT.glob("*.md"),
    *(ROOT / "cleaner").rglob("*.md"),
    ROOT / "rules/README.md",
    ROOT / "tests/benchmarks/README.md",
]
# The packages, in the order in which a text meets them.
ORDER = (
    *(
        "cli",
        "commands",
        "corpus",
        "containers",
        "batch",
        "cluster",
        "review",
        "pages",
        "text",
        "rules",
        "linemodel",
        "heuristics",
        "rulefiles",
    ),
    *("authoring", "learning", "report", "training"),
)


def section(title: str) -> str:
    """The text below one heading of the README, up to the next of its level."""
    return README.partition(f"\n## {title}\n")[2].partition("\n## ")[0]


def fenced(text: str, info: str) -> list[str]:
    """The code blocks of `text` whose fence says `info`.

    >>> fenced("```sh\\nls\\n```\\n", "sh")
    ['ls\\n']
    """
    return re.findall(rf"^```{re.escape(info)}\n(.*?)^```$", text, flags=re.MULTILINE | re.DOTALL)


def commands(group: TyperGroup) -> dict[str, dict[str, str]]:
    """The options of every command below `group` with their help, by the words that call it."""
    options: dict[str, dict[str, str]] = {}
    for name, command in group.commands.items():
        if isinstance(command, TyperGroup):
            options |= {f"{name} {inner}": helps for inner, helps in commands(command).items()}
        else:
            options[name] = {
                max(option.opts, key=len): getattr(option, "help", None) or ""
                for option in command.params
                if option.name != "help"
            }
    return options


def all_commands() -> dict[str, dict[str, str]]:
    group = typer.main.get_command(app)
    assert isinstance(group, TyperGroup)
    return commands(group)


COMMANDS = all_commands()
SET_UP, TEST = (block.strip() for block in fenced(section("Two commands"), "sh"))


def test_before_becomes_after() -> None:
    [before], [after] = fenced(README, "text before"), fenced(README, "text after")
    assert Cleaner().clean(before).text == after


def test_ci_runs_exactly_the_test_command() -> None:
    assert TEST in [line.strip() for line in (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()]
    assert fenced(CONTRIBUTING, "sh")[0].strip() == TEST


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_documented(command: str) -> None:
    assert re.search(rf"\bcleaner {command}\b", README + RULES)


@pytest.mark.parametrize("command", COMMANDS)
def test_help_describes_every_option(command: str) -> None:
    """The reference of flags is `--help`: each has a sentence there."""
    assert {option for option, help_text in COMMANDS[command].items() if len(help_text.split()) < 3} == set()


def test_readme_is_short() -> None:
    """About 900 words besides its examples; the details live where their readers look."""
    assert len(README.split()) <= 1250


@pytest.mark.parametrize("page", sorted(path.relative_to(ROOT).as_posix() for path in PAGES))
def test_links_lead_somewhere(page: str) -> None:
    text = re.sub(r"```.*?```|`[^`]*`", "", (ROOT / page).read_text(encoding="utf-8"), flags=re.DOTALL)
    links = re.findall(r"\]\(([^)#]+)\)", text)
    folder = (ROOT / page).parent
    assert [link for link in links if "://" not in link and not (folder / link).exists()] == []


def test_exit_codes_are_documented() -> None:
    table = re.findall(r"^\| (\d+) \| ", section("Exit codes"), flags=re.MULTILINE)
    assert [int(code) for code in table] == sorted(ExitCode)


def test_every_hook_is_documented() -> None:
    [config] = fenced(section("Hooks"), "yaml")
    shown = [hook["id"] for repo in yaml.safe_load(config)["repos"] for hook in repo["hooks"]]
    assert shown == [hook["id"] for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))]


def test_the_revision_of_the_hooks_exists() -> None:
    [config] = fenced(section("Hooks"), "yaml")
    [revision] = [repo["rev"] for repo in yaml.safe_load(config)["repos"]]
    if not (ROOT / ".git").exists():
        pytest.skip("not a checkout")
    found = subprocess.run(["git", "cat-file", "-t", revision], cwd=ROOT, capture_output=True, text=True, check=False)
    assert found.stdout.strip() == "commit", found.stderr


def test_every_package_is_in_the_architecture() -> None:
    packages = {path.name for path in (ROOT / "cleaner").iterdir() if (path / "__init__.py").exists()}
    table = ARCHITECTURE.partition("\n## The packages")[2].partition("\n## ")[0]
    assert re.findall(r"^\| `(\w+)` \| ", table, re.MULTILINE) == [*dict.fromkeys(ORDER)]
    assert set(ORDER) == packages
    modules = {path.stem for path in (ROOT / "cleaner").glob("*.py")} - {"__init__", "__main__"}
    assert {module for module in modules if f"`{module}`" not in table} == set()


def test_every_place_that_the_architecture_names_is_there() -> None:
    rows = ARCHITECTURE.partition("\n## Where to change what")[2].partition("\n## ")[0]
    places = set(re.findall(r"`((?:[a-z_]+/)+[\w.]*)`", rows)) - {"rules/common/LANGUAGE.toml", "rules/sites/HOST.toml"}
    missing = {place for place in places if not any((base / place).exists() for base in (ROOT, ROOT / "cleaner"))}
    assert missing - {"commands/NAME.py"} == set()


def test_the_glossary_is_short() -> None:
    glossary = ARCHITECTURE.partition("\n## Glossary")[2]
    assert 12 <= len(re.findall(r"^\| (?!word|---)[\w, ]+ \| ", glossary, re.MULTILINE)) <= 18


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the files that the README's examples speak of; `cleaner` is on the path."""
    [before] = fenced(README, "text before")
    page = (
        "<html><body><article>" + "".join(f"<p>{line}</p>" for line in before.splitlines()) + "</article></body></html>"
    )
    for name in ("article.txt", "corpus/a.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(before, encoding="utf-8")
    (tmp_path / "page.html").write_text(page, encoding="utf-8")
    (tmp_path / "dump.jsonl.gz").write_bytes(gzip.compress(f"{json.dumps({'text': before})}\n".encode() * 17))
    monkeypatch.setenv("PATH", str(Path(sys.executable).parent), prepend=os.pathsep)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.usefixtures("folder")
def test_the_commands_shown_run() -> None:
    for line in "".join(fenced(section("Using it"), "sh")).splitlines():
        done = subprocess.run(line, shell=True, capture_output=True, text=True, check=False)  # noqa: S602  (a pipe)
        assert done.returncode in (ExitCode.DONE, ExitCode.FOUND), f"{line}\n{done.stderr}"


def run(*command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.mark.usefixtures("folder")
def test_the_rule_shown_is_a_good_one() -> None:
    [rule_file] = [block for block in fenced(README, "toml") if "rule" in tomllib.loads(block)]
    Path("example.com.toml").write_text(rule_file, encoding="utf-8")
    done = run("cleaner", "rules", "check", "example.com.toml")
    assert done.returncode == 0, done.stdout


@pytest.mark.usefixtures("folder")
def test_the_settings_shown_are_good_ones() -> None:
    [settings] = [block for block in fenced(README, "toml") if "tool" in tomllib.loads(block)]
    Path("pyproject.toml").write_text(settings, encoding="utf-8")
    for path in tomllib.loads(settings)["tool"]["cleaner"]["rules"]:
        Path(path).mkdir()
        run("cleaner", "rules", "new", "example.org", "--output", f"{path}/example.org.toml")
    done = run("cleaner", "clean", "corpus")
    assert done.returncode == 0, done.stderr


@pytest.mark.usefixtures("folder")
def test_the_python_shown_runs() -> None:
    [block] = fenced(section("From Python"), "python")
    exec(compile(ast.parse(block), "README.md", "exec"), {})  # noqa: S102  (the README's own example)


@pytest.mark.slow
def test_the_first_command_cleans_the_samples(tmp_path: Path) -> None:
    """From a copy of the sources, in a new environment; pip gets the dependencies from its index, as for a user."""
    checkout = tmp_path / "cleaner"
    shutil.copytree(ROOT, checkout, ignore=shutil.ignore_patterns(".*", "__pycache__", "dist", "tests", "*.clean.*"))
    subprocess.run(["bash", "-c", SET_UP], cwd=checkout, check=True)
    samples = sorted(path.parent for path in (checkout / "samples").glob("*/expected.txt"))
    assert len(samples) >= 20
    for sample in samples:
        [clean] = sample.glob("original*.clean.*")
        assert clean.read_bytes() == (sample / "expected.txt").read_bytes()
