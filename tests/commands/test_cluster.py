"""What `cleaner cluster` needs, and the command lines that ARCHITECTURE.md shows."""

import re
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from cleaner.cli.app import app
from cleaner.commands import cluster
from cleaner.errors import UsageError
from cleaner.report.exitcode import ExitCode

ARCHITECTURE = (Path(__file__).parent.parent.parent / "ARCHITECTURE.md").read_text(encoding="utf-8")
SHOWN = re.findall(r"^cleaner (cluster .*)$", ARCHITECTURE, re.MULTILINE)


def test_names_the_extra_that_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "cleaner.cluster.executors", None)
    done = CliRunner().invoke(app, ["cluster", "corpus", "clean"])
    assert isinstance(done.exception, UsageError)
    assert "article-cleaner[cluster]" in str(done.exception)


@pytest.mark.parametrize("line", SHOWN)
def test_the_command_lines_shown_can_be_typed(line: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """`tests/cluster` runs each kind of them."""
    asked: dict[str, Any] = {}

    def note(params: Mapping[str, Any], _: object) -> ExitCode:
        asked.update(params)
        return ExitCode.DONE

    monkeypatch.setattr(cluster, "clean_on_cluster", note)
    assert CliRunner().invoke(app, line.split()).exit_code == ExitCode.DONE
    assert [asked["source"], asked["target"]] == line.split()[1:3]
    assert {str(asked[name]) for name in ("executor", "tasks", "workers")} <= {*line.split(), "local", "None"}


def test_all_kinds_are_shown() -> None:
    assert len(SHOWN) == 3
