"""What `clean --exit-non-zero-on-write` demands of a git repository; pre-commit itself runs in `test_hooks.py`."""

import os
import subprocess
from pathlib import Path

import pytest
from command import CLEAN, ORIGINAL, PAGE, Corpus, Done

AUTHOR = ("-c", "user.name=A Writer", "-c", "user.email=writer@example.com")


class Repository(Corpus):
    """A corpus in git, with an original and its clean text committed."""

    def __post_init__(self) -> None:
        super().__post_init__()
        self.git("init", "--quiet")
        self.write("a.txt")
        self.write("a.clean.txt", CLEAN)
        self.commit()

    def git(self, *arguments: str) -> str:
        done = subprocess.run(["git", *AUTHOR, *arguments], cwd=self.folder, capture_output=True, text=True, check=True)
        return done.stdout

    def commit(self) -> None:
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", "Add texts")

    def hook(self, *paths: str, index: str = "") -> Done:
        environment = {"GIT_INDEX_FILE": index} if index else {}
        return self.run(
            "clean", "--force-exclude", "--exit-non-zero-on-write", "--quiet", *paths, data=b"", **environment
        )


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    return Repository(tmp_path)


def test_a_clean_file_that_is_staged_passes(repository: Repository) -> None:
    assert repository.hook("a.txt") == (0, "", "")
    repository.write("a.txt", ORIGINAL + "It froze.\n")
    repository.write("a.clean.txt", CLEAN + "It froze.\n")
    repository.git("add", "--all")
    assert repository.hook("a.txt", "a.clean.txt") == (0, "", "")


def test_a_clean_file_that_is_not_in_git_fails(repository: Repository) -> None:
    repository.write("new texts/b.txt")
    repository.write("new texts/b.clean.txt", CLEAN)
    repository.git("add", "new texts/b.txt")
    done = repository.hook("new texts/b.txt")
    assert done.returncode == 1
    assert "new texts/b.clean.txt is not staged as it is on disk: `git add 'new texts/b.clean.txt'`" in done.stderr


def test_a_clean_file_that_is_staged_otherwise_fails(repository: Repository) -> None:
    repository.write("a.txt", ORIGINAL + "It froze.\n")
    repository.git("add", "a.txt")
    repository.write("a.clean.txt", CLEAN + "It froze.\n")
    done = repository.hook("a.txt")
    assert (done.returncode, "`git add a.clean.txt`" in done.stderr) == (1, True)


@pytest.mark.slow
def test_marks_are_staged_too(repository: Repository) -> None:
    repository.run("clean", "a.txt", "--marks")
    done = repository.hook("a.txt", "--marks")
    assert (done.returncode, "`git add a.clean.json`" in done.stderr) == (1, True)


def test_a_clean_file_that_git_ignores_need_not_be_staged(repository: Repository) -> None:
    repository.write(".gitignore", "b.clean.txt\n")
    repository.write("b.txt")
    repository.write("b.clean.txt", CLEAN)
    repository.git("add", "--all")
    assert repository.hook("b.txt") == (0, "", "")


def test_the_clean_file_of_an_original_outside_git_need_not_be_staged(repository: Repository) -> None:
    repository.write("b.txt")
    repository.write("b.clean.txt", CLEAN)
    assert repository.hook("b.txt") == (0, "", "")


def test_the_index_of_a_commit_in_progress_decides(repository: Repository) -> None:
    """`git commit NAME` makes an index of its own, and names it in GIT_INDEX_FILE, relative to the top folder."""
    repository.write("b.txt")
    repository.write("b.clean.txt", CLEAN)
    index = (repository.folder / ".git/index").read_bytes()
    (repository.folder / ".git/next").write_bytes(index)
    repository.git("add", "--all")
    (repository.folder / ".git/all").write_bytes((repository.folder / ".git/index").read_bytes())
    (repository.folder / ".git/index").write_bytes(index)
    subprocess.run(
        ["git", "add", "b.txt"], cwd=repository.folder, check=True, env=os.environ | {"GIT_INDEX_FILE": ".git/next"}
    )
    assert "`git add b.clean.txt`" in repository.hook("b.txt", index=".git/next").stderr
    assert repository.hook("b.txt", index=".git/all").returncode == 0


def test_a_clean_file_edited_by_hand_fails_and_stays(repository: Repository) -> None:
    repository.write("a.clean.txt", CLEAN + "By hand.\n")
    repository.git("add", "a.clean.txt")
    done = repository.hook("a.clean.txt")
    assert (done.returncode, "a.clean.txt is not as cleaner wrote it, and stays" in done.stderr) == (1, True)
    assert repository.read("a.clean.txt") == CLEAN + "By hand.\n"


def test_an_excluded_clean_file_may_be_edited_by_hand(repository: Repository) -> None:
    repository.configure('extend-exclude = ["a.clean.txt"]\n')
    repository.write("a.clean.txt", CLEAN + "By hand.\n")
    assert repository.hook("a.clean.txt").returncode == 0


@pytest.mark.parametrize("change", [("mv", "a.txt", "b.txt"), ("rm", "--quiet", "a.txt")])
def test_a_clean_file_whose_original_leaves_is_named(repository: Repository, change: tuple[str, ...]) -> None:
    repository.git(*change)
    done = repository.hook()
    assert done == (1, "", "a.clean.txt has lost its original a.txt: `git rm a.clean.txt`\n")
    repository.git("rm", "--quiet", "a.clean.txt")
    assert repository.hook() == (0, "", "")


def test_a_page_takes_the_place_of_a_text(repository: Repository) -> None:
    """The clean file of page.html.txt is that of page.html too."""
    repository.write("page.html.txt")
    repository.write("page.html.clean.txt", CLEAN)
    repository.commit()
    repository.git("mv", "page.html.txt", "page.html")
    assert repository.hook().returncode == 0


@pytest.mark.slow
def test_the_text_of_a_page_is_current_with_the_line_ends_of_windows(repository: Repository) -> None:
    repository.git("config", "core.autocrlf", "true")
    repository.write("page.html", PAGE)
    repository.run("clean", "page.html", "--marks")
    repository.commit()
    for name in ("page.html.clean.txt", "page.html.clean.json", "a.txt", "a.clean.txt"):
        (repository.folder / name).unlink()
    repository.git("checkout", "--", ".")
    assert "\r\n" in repository.read("page.html.clean.txt")
    assert "\r\n" in repository.read("a.clean.txt")
    assert repository.hook("page.html", "--marks") == (0, "", "")
    assert repository.hook("a.txt") == (0, "", "")


def test_outside_a_repository_nothing_is_demanded(tmp_path: Path) -> None:
    corpus = Corpus(tmp_path)
    corpus.write("a.txt")
    corpus.write("a.clean.txt", CLEAN)
    done = corpus.run(
        "clean", "a.txt", "--exit-non-zero-on-write", "--quiet", GIT_CEILING_DIRECTORIES=str(tmp_path.parent)
    )
    assert done == (0, "", "")


def test_without_git_nothing_is_demanded(repository: Repository) -> None:
    repository.write("b.txt")
    repository.write("b.clean.txt", CLEAN)
    repository.git("add", "b.txt")
    assert repository.run("clean", "b.txt", "--exit-non-zero-on-write", PATH="").returncode == 0


def test_only_a_hook_may_name_no_path(repository: Repository) -> None:
    done = repository.run("clean")
    assert (done.returncode, "Missing argument" in done.stderr) == (2, True)
