"""The pre-commit hooks, run by the real pre-commit in a real git repository."""

import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parent.parent
MANIFEST = ROOT / ".pre-commit-hooks.yaml"
HOOKS = {hook["id"]: hook for hook in yaml.safe_load(MANIFEST.read_text(encoding="utf-8"))}

PROSE = "The library will open on Sundays from April, the town decided last night. Two librarians were hired for it.\n"
RESIDUE = "Read more: Library loses its roof in storm\n"
DIRTY = f"{PROSE}\n{RESIDUE}\n{PROSE}"
CLEAN = f"{PROSE}\n{PROSE}"

AUTHOR = ("-c", "user.name=A Writer", "-c", "user.email=writer@example.com")


@dataclass(frozen=True)
class Repository:
    """A git repository with pre-commit hooks installed."""

    folder: Path

    def run(self, *command: str | Path) -> subprocess.CompletedProcess[str]:
        return subprocess.run(command, cwd=self.folder, capture_output=True, text=True, check=False)

    def git(self, *arguments: str) -> str:
        done = self.run("git", *AUTHOR, *arguments)
        assert done.returncode == 0, done.stderr
        return done.stdout

    def stage(self, name: str, text: str) -> None:
        (self.folder / name).parent.mkdir(parents=True, exist_ok=True)
        (self.folder / name).write_text(text, encoding="utf-8")
        self.git("add", name)

    def commit(self) -> subprocess.CompletedProcess[str]:
        """Commit the staged files; git prints the output of the hooks on stderr."""
        return self.run("git", *AUTHOR, "commit", "--quiet", "--message", "Add texts")

    def text(self, name: str) -> str:
        return (self.folder / name).read_text(encoding="utf-8")


def set_up(folder: Path, source: dict[str, object]) -> Repository:
    """Create a repository in `folder` with the hooks of `source`, an entry of pre-commit's `repos`."""
    folder.mkdir()
    repository = Repository(folder)
    repository.git("init", "--quiet")
    repository.stage(".pre-commit-config.yaml", json.dumps({"repos": [source]}))
    repository.run(sys.executable, "-m", "pre_commit", "install")
    return repository


@pytest.fixture
def hooked(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    """A repository with the one hook that the test names; it runs the `cleaner` of this environment."""
    monkeypatch.setenv("PRE_COMMIT_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("PATH", str(Path(sys.executable).parent), prepend=os.pathsep)
    return set_up(tmp_path / "texts", {"repo": "local", "hooks": [HOOKS[request.param] | {"language": "system"}]})


check = pytest.mark.parametrize("hooked", ["cleaner-check"], indirect=True)
clean = pytest.mark.parametrize("hooked", ["cleaner-clean"], indirect=True)


def test_the_manifest_is_valid() -> None:
    subprocess.run([sys.executable, "-m", "pre_commit", "validate-manifest", MANIFEST], check=True)


def test_there_are_two_hooks() -> None:
    assert list(HOOKS) == ["cleaner-check", "cleaner-clean"]


@pytest.mark.parametrize("name", HOOKS)
def test_one_process_gets_all_files(name: str) -> None:
    assert HOOKS[name]["require_serial"] is True


@check
def test_check_stops_a_commit_of_text_with_boilerplate_and_writes_nothing(hooked: Repository) -> None:
    hooked.stage("article.txt", DIRTY)
    done = hooked.commit()
    assert done.returncode == 1
    assert "article.txt:3:1" in done.stderr
    assert "common/en/" in done.stderr
    assert hooked.git("status", "--porcelain", "article.txt", "article.clean.txt") == "A  article.txt\n"


@check
def test_check_lets_clean_text_pass(hooked: Repository) -> None:
    hooked.stage("article.txt", CLEAN)
    assert hooked.commit().returncode == 0


@check
def test_check_reads_no_other_files(hooked: Repository) -> None:
    hooked.stage("script.py", f'"""\n{DIRTY}"""\n')
    assert hooked.commit().returncode == 0


@clean
def test_clean_writes_next_to_the_original_and_asks_to_add_it(hooked: Repository) -> None:
    hooked.stage("news/an article.txt", DIRTY)
    done = hooked.commit()
    assert done.returncode == 1
    assert hooked.text("news/an article.clean.txt") == CLEAN
    assert hooked.text("news/an article.txt") == DIRTY
    assert "git add" in done.stderr
    assert "an article.clean.txt" in done.stderr


@clean
def test_clean_passes_only_once_the_clean_file_is_added(hooked: Repository) -> None:
    hooked.stage("article.txt", DIRTY)
    hooked.commit()
    done = hooked.commit()
    assert (done.returncode, "`git add article.clean.txt`" in done.stderr) == (1, True)
    hooked.git("add", "article.clean.txt")
    assert hooked.commit().returncode == 0
    assert hooked.git("ls-files", "*.txt").split() == ["article.clean.txt", "article.txt"]


@clean
def test_clean_sees_a_commit_that_only_deletes(hooked: Repository) -> None:
    hooked.stage("article.txt", DIRTY)
    hooked.stage("article.clean.txt", CLEAN)
    hooked.git("commit", "--quiet", "--no-verify", "--message", "Add a text")
    hooked.git("rm", "--quiet", "article.txt")
    done = hooked.commit()
    assert (done.returncode, "`git rm article.clean.txt`" in done.stderr) == (1, True)


@pytest.mark.slow
@clean
def test_clean_reads_what_is_staged_of_a_text(hooked: Repository) -> None:
    hooked.stage("article.txt", DIRTY)
    (hooked.folder / "article.txt").write_text(DIRTY + "Not yet staged.\n", encoding="utf-8")
    assert hooked.commit().returncode == 1
    assert hooked.text("article.clean.txt") == CLEAN
    hooked.git("add", "article.clean.txt")
    assert hooked.commit().returncode == 0
    assert hooked.text("article.txt") == DIRTY + "Not yet staged.\n"


@pytest.mark.slow
@clean
def test_clean_sees_renames_and_merges(hooked: Repository) -> None:
    hooked.stage("article.txt", DIRTY)
    hooked.stage("article.clean.txt", CLEAN)
    hooked.git("commit", "--quiet", "--no-verify", "--message", "Add a text")
    trunk = hooked.git("branch", "--show-current").strip()
    hooked.git("checkout", "--quiet", "-b", "other")
    hooked.git("mv", "article.txt", "story.txt")
    assert "`git rm article.clean.txt`" in hooked.commit().stderr
    hooked.git("rm", "--quiet", "article.clean.txt")
    hooked.git("add", "story.clean.txt")
    assert hooked.commit().returncode == 0
    hooked.git("checkout", "--quiet", trunk)
    hooked.stage("more.txt", DIRTY)
    hooked.stage("more.clean.txt", CLEAN)
    assert hooked.commit().returncode == 0
    hooked.git("merge", "--quiet", "--message", "Join", "other")
    assert hooked.git("ls-files", "*.txt").split() == ["more.clean.txt", "more.txt", "story.clean.txt", "story.txt"]


@pytest.mark.slow
@clean
def test_clean_reads_two_thousand_files_at_once(hooked: Repository) -> None:
    for number in range(1000):
        (hooked.folder / f"{number}.txt").write_text(DIRTY, encoding="utf-8")
        (hooked.folder / f"{number}.clean.txt").write_text(CLEAN, encoding="utf-8")
    hooked.git("add", "--all")
    assert hooked.commit().returncode == 0
    (hooked.folder / "7.clean.txt").write_text("By hand.\n", encoding="utf-8")
    hooked.git("add", "7.clean.txt")
    assert "7.clean.txt is not as cleaner wrote it" in hooked.commit().stderr
    done = hooked.run(sys.executable, "-m", "pre_commit", "run", "--all-files")
    assert (done.returncode, "7.clean.txt" in done.stdout, "8.clean.txt" in done.stdout) == (1, True, False)


@pytest.mark.slow
@clean
@pytest.mark.parametrize("autocrlf", ["true", "input"])
def test_clean_agrees_with_line_ends_that_git_changes(hooked: Repository, autocrlf: str) -> None:
    hooked.git("config", "core.autocrlf", autocrlf)
    body = "".join(f"<p>{PROSE.strip()} Day {day} was no other.</p>\n" for day in range(5))
    hooked.stage("page.html", f"<html><body><article>\n{body}</article></body></html>\n")
    hooked.stage("article.txt", DIRTY)
    hooked.commit()
    hooked.git("add", "--all")
    assert hooked.commit().returncode == 0
    for name in hooked.git("ls-files").split():
        (hooked.folder / name).unlink()
    hooked.git("checkout", "--", ".")
    done = hooked.run(sys.executable, "-m", "pre_commit", "run", "--all-files")
    assert done.returncode == 0, done.stdout
    assert hooked.git("status", "--porcelain") == ""


@pytest.mark.slow
@clean
def test_clean_updates_an_outdated_clean_file(hooked: Repository) -> None:
    for name in ("article.txt", "article.clean.txt"):
        hooked.stage(name, "An earlier state.\n")
    hooked.git("commit", "--quiet", "--no-verify", "--message", "Add texts")
    hooked.stage("article.txt", DIRTY)
    assert hooked.commit().returncode == 1
    assert hooked.text("article.clean.txt") == CLEAN


@pytest.mark.slow
@clean
def test_clean_reads_pages(hooked: Repository) -> None:
    body = f"<p>{PROSE}</p><p>{RESIDUE}</p><p>{PROSE.upper().capitalize()}</p>"
    hooked.stage("page.html", f"<html><body><article>{body}</article></body></html>")
    assert hooked.commit().returncode == 1
    assert "Read more" not in hooked.text("page.html.clean.txt")
    assert "Two librarians were hired" in hooked.text("page.html.clean.txt")


@pytest.mark.slow
def test_pre_commit_installs_the_hooks_from_a_clone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As for a user: pre-commit clones the project and builds an environment from it, with pip and its index."""
    monkeypatch.setenv("PRE_COMMIT_HOME", str(tmp_path / "home"))
    project = Repository(tmp_path / "project")
    ignored = shutil.ignore_patterns(".*", "__pycache__", "dist", "tests", "samples")
    shutil.copytree(ROOT, project.folder, ignore=ignored)
    shutil.copy(MANIFEST, project.folder)
    project.git("init", "--quiet")
    project.git("add", "--all")
    assert project.commit().returncode == 0
    revision = project.git("rev-parse", "HEAD").strip()

    hooks = [{"id": name} for name in HOOKS]
    texts = set_up(tmp_path / "texts", {"repo": str(project.folder), "rev": revision, "hooks": hooks})
    texts.stage("article.txt", DIRTY)
    done = texts.commit()
    assert done.returncode == 1
    assert "article.txt:3:1" in done.stderr
    assert texts.text("article.clean.txt") == CLEAN
