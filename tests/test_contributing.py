"""What CONTRIBUTING.md tells to type works: each step of adding a site, in a copy of the checkout."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from cleaner.report.exitcode import ExitCode

ROOT = Path(__file__).parent.parent
STEPS = (
    (ROOT / "CONTRIBUTING.md").read_text("utf-8").partition("## Add a site in five steps\n")[2].partition("\n## ")[0]
)
COMMANDS = [
    line.strip()
    for block in re.findall(r"```sh\n(.*?)```", STEPS, flags=re.DOTALL)
    for line in block.strip().splitlines()
]
PAGE = "<html><body><article><h1>Bridge closed</h1>{}</article></body></html>"
PARAGRAPH = "<p>The {} bridge was closed on Monday, and the ferries were full before the first bus had left.</p>"


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the commands need of a checkout, and the pages that the section speaks of."""
    copy = tmp_path_factory.mktemp("contributing")
    for folder in ("cleaner", "rules"):
        shutil.copytree(ROOT / folder, copy / folder, ignore=shutil.ignore_patterns("__pycache__"))
    (copy / "tests").mkdir()
    shutil.copy(ROOT / "tests" / "rules_table.py", copy / "tests")
    for name in ("pages/one.html", "pages/two.html", "pages/three.html", "aside/four.html"):
        (copy / name).parent.mkdir(exist_ok=True)
        paragraphs = "".join(PARAGRAPH.format(word) for word in ("old", "new", Path(name).stem))
        (copy / name).write_text(PAGE.format(paragraphs), encoding="utf-8")
    return copy


def run(command: str, folder: Path) -> subprocess.CompletedProcess[str]:
    program, *rest = command.split()
    words = [sys.executable, *(["-m", "cleaner"] if program == ".venv/bin/cleaner" else []), *rest]
    environment = {**os.environ, "PYTHONPATH": str(folder)}
    return subprocess.run(words, cwd=folder, env=environment, capture_output=True, text=True, check=False)


def test_there_are_five_steps() -> None:
    assert re.findall(r"^(\d)\. ", STEPS, flags=re.MULTILINE) == list("12345")


@pytest.mark.slow
def test_each_step_works(checkout: Path) -> None:
    assert len(COMMANDS) >= 5
    for command in COMMANDS:
        if command.startswith(".venv/bin/pytest"):
            assert all((ROOT / path).exists() for path in command.split()[1:])
            continue
        done = run(command, checkout)
        assert done.returncode in (ExitCode.DONE, ExitCode.FOUND), f"{command}\n{done.stderr}"
        assert "Traceback" not in done.stderr
    assert "example.com" in (checkout / "rules" / "README.md").read_text("utf-8").rpartition("| site |")[2]
