"""The files that GitHub and other tools read: issue forms, the citation, hooks for this project."""

import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

import cleaner

ROOT = Path(__file__).parent.parent
FORMS = ["it-left-something", "it-took-too-much"]
FIELDS = {"textarea", "input", "dropdown", "checkboxes"}


def read(path: str) -> Any:
    return yaml.safe_load((ROOT / path).read_text(encoding="utf-8"))


def fields(form: str) -> dict[str, dict[str, Any]]:
    """The fields of an issue form by id."""
    body = read(f".github/ISSUE_TEMPLATE/{form}.yml")["body"]
    return {field["id"]: field for field in body if field["type"] != "markdown"}


def test_there_are_two_issue_forms() -> None:
    names = sorted(path.stem for path in (ROOT / ".github" / "ISSUE_TEMPLATE").iterdir())
    assert names == ["config", *FORMS]
    assert read(".github/ISSUE_TEMPLATE/config.yml") == {"blank_issues_enabled": True}


@pytest.mark.parametrize("form", FORMS)
def test_issue_form_is_valid(form: str) -> None:
    content = read(f".github/ISSUE_TEMPLATE/{form}.yml")
    assert set(content) == {"name", "description", "labels", "body"}
    assert content["body"][0]["attributes"]["value"]
    for field in fields(form).values():
        assert field["type"] in FIELDS
        assert field["attributes"]["label"]
        assert field["type"] not in ("dropdown", "checkboxes") or field["attributes"]["options"]


@pytest.mark.parametrize("form", FORMS)
def test_issue_form_requires_what_a_fix_needs(form: str) -> None:
    permission = fields(form).pop("permission")
    required = {name for name, field in fields(form).items() if field.get("validations", {}).get("required")}
    assert required == {"explain", "expected", "snippet", "site", "input", "version"}
    assert all(option["required"] for option in permission["attributes"]["options"])


def test_citation_is_of_this_version() -> None:
    citation = read("CITATION.cff")
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert citation["cff-version"] == "1.2.0"
    assert (citation["title"], citation["version"]) == (project["name"], cleaner.__version__)
    assert citation["license"] == project["license"]
    assert citation["authors"] == [{"name": "The cleaner authors"}]


def test_security_policy_says_how_to_report() -> None:
    assert "\n## How to report\n" in (ROOT / "SECURITY.md").read_text(encoding="utf-8")


def test_hooks_of_this_project_need_no_network() -> None:
    [source] = read(".pre-commit-config.yaml")["repos"]
    assert source["repo"] == "local"
    assert all(hook["language"] == "system" for hook in source["hooks"])


@pytest.mark.slow
def test_hooks_of_this_project_pass(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Run by the real pre-commit on a copy of the checkout; the copy's .venv is a link to this environment."""
    monkeypatch.setenv("PRE_COMMIT_HOME", str(tmp_path / "home"))
    copy = tmp_path / "checkout"
    caches = ("__pycache__", ".*cache", ".hypothesis", "dist", "*.clean.*")
    shutil.copytree(ROOT, copy, ignore=shutil.ignore_patterns(".git", ".venv*", *caches))
    subprocess.run(["git", "init", "--quiet"], cwd=copy, check=True)
    subprocess.run(["git", "add", "--all"], cwd=copy, check=True)
    (copy / ".venv").symlink_to(sys.prefix, target_is_directory=True)
    environment = os.environ | {"PYTHONPATH": str(copy)}
    done = subprocess.run(
        [sys.executable, "-m", "pre_commit", "run", "--all-files", "--color=never"],
        cwd=copy,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.count("Passed") == len(read(".pre-commit-config.yaml")["repos"][0]["hooks"])
