"""`.ci/run` fails when anything fails or when no test ran; it is run with fakes of the tools that it starts."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parent.parent / ".ci" / "run"

# Fake of `python3 -m venv .venv`: copies fake tools into .venv/bin, which print and return what the test wants.
MAKE_FAKE_TOOLS = """#!/bin/sh
mkdir -p .venv/bin
printf '#!/bin/sh\\nexit 0\\n' > .venv/bin/pip
for tool in pytest ruff mypy; do cp "$FAKE_TOOLS/$tool" .venv/bin/$tool; done
chmod +x .venv/bin/*
"""
PASSING = {"pytest": "echo '12 passed in 1s'", "ruff": "exit 0", "mypy": "exit 0", "java": "exit 0"}
PASSING |= {"chromium": "exit 0", "npm": "exit 0"}


def run(folder: Path, tools: dict[str, str]) -> int:
    """The exit code of `.ci/run` in a checkout with these shell commands as tools."""
    fakes = folder / "fakes"
    fakes.mkdir()
    for name, command in (PASSING | tools).items():
        (fakes / name).write_text(f"#!/bin/sh\n{command}\n", encoding="utf-8")
        (fakes / name).chmod(0o755)
    (fakes / "python3").write_text(MAKE_FAKE_TOOLS, encoding="utf-8")
    (fakes / "python3").chmod(0o755)
    script = folder / "checkout" / ".ci" / "run"
    script.parent.mkdir(parents=True)
    shutil.copy(SCRIPT, script)
    environment = os.environ | {"PATH": f"{fakes}{os.pathsep}{os.environ['PATH']}", "FAKE_TOOLS": str(fakes)}
    return subprocess.run(["bash", script], env=environment, stdin=subprocess.DEVNULL, check=False).returncode


def test_passes_if_everything_passes(tmp_path: Path) -> None:
    assert run(tmp_path, {}) == 0


@pytest.mark.parametrize(
    "tools",
    [
        pytest.param({"pytest": "echo '1 failed, 11 passed in 1s'; exit 1"}, id="a test fails"),
        pytest.param({"pytest": "echo '11 deselected in 1s'; exit 5"}, id="no test is collected"),
        pytest.param({"pytest": "echo '11 skipped in 1s'"}, id="every test is skipped"),
        pytest.param({"pytest": "case $* in *slow*) exit 1;; esac; echo '1 passed in 1s'"}, id="a slow test fails"),
        pytest.param({"pytest": "case $* in *slow*) exit 0;; esac; echo '1 passed in 1s'"}, id="no slow test ran"),
        pytest.param({"ruff": "exit 1"}, id="lint"),
        pytest.param({"ruff": "case $* in format*) exit 1;; esac"}, id="format"),
        pytest.param({"mypy": "exit 1"}, id="types"),
    ],
)
def test_fails_if_anything_fails(tools: dict[str, str], tmp_path: Path) -> None:
    assert run(tmp_path, tools) != 0
