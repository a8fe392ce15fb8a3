"""Patterns that git knows and that matchers do not, patterns that mean nothing, and far too many of them."""

import subprocess
from pathlib import Path

import pytest
from command import Corpus

from cleaner.corpus.discovery import find
from cleaner.corpus.gitignore import Patterns
from cleaner.corpus.selection import Selection

NAMES = ["1.txt", "a.txt", "B.txt", "z.txt", "-.txt", "].txt", "a b.txt", "a\u2028b.txt", "sub/1.txt", "sub/a.txt"]
# Lines of a .gitignore, which git itself is asked about.
LINES = [
    "[[:digit:]].txt",
    "[![:digit:]].txt",
    "[[:alpha:][:digit:]].txt",
    "[[:upper:]]*",
    "[[:punct:]].txt",
    "*[[:space:]]*",
    "[z-a].txt",
    "[z-ab].txt",
    "[!z-a].txt",
    "[]-].txt",
    "[[:harbour:]].txt",
    "[a",
    "\\",
    "!",
    "a.txt\\",
    "\\a.txt",
    "sub/[[:digit:]]*",
    "/[a-z].txt",
    "a\u2028b.txt",
    "\ufeffa.txt",
    "a.txt\r\nz.txt\r",
]


@pytest.mark.parametrize("line", LINES)
def test_git_decides(tmp_path: Path, line: str) -> None:
    for name in NAMES:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("Rain.\n", encoding="utf-8")
    (tmp_path / ".gitignore").write_bytes(f"{line}\n".encode())
    subprocess.run(["git", "init", "-q", tmp_path], check=True)
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--others", "--exclude-standard", "*.txt"],
        cwd=tmp_path,
        capture_output=True,
        check=True,
    )
    found = find([tmp_path], Selection())
    assert {path.relative_to(tmp_path).as_posix() for path in found.paths} == set(
        filter(None, listed.stdout.decode().split("\0"))
    )


@pytest.mark.parametrize("line", ["\\", "!", "[[:harbour:]].txt"])
def test_what_matches_nothing_is_named(tmp_path: Path, line: str) -> None:
    (tmp_path / ".gitignore").write_text(f"*.md\n{line}\n", encoding="utf-8")
    assert find([tmp_path], Selection()).faults == (f"{tmp_path / '.gitignore'}: the pattern {line!r} matches nothing",)
    assert find([tmp_path], Selection(exclude=(line,))).faults[0] == f"--exclude: the pattern {line!r} matches nothing"


def test_a_glob_for_a_site_that_matches_nothing_is_named(corpus: Corpus) -> None:
    corpus.write("a.txt")
    corpus.configure('paths = { "[[:harbour:]].txt" = "one.example", "[[:alpha:]].txt" = "two.example" }\n')
    done = corpus.run("clean", "a.txt", "-v")
    assert "[tool.cleaner.paths]: the pattern '[[:harbour:]].txt' matches nothing" in done.stderr
    assert "two.example ([tool.cleaner.paths])" in done.stderr


MANY = {
    "globs": [f"*boat{n}*crew*.t?t" for n in range(2000)],
    "names": [f"story-{n}.txt" for n in range(5_000)],
    "stars": ["*a" * 3000],
    "folders": ["**/" * 2000 + "a"],
}


@pytest.mark.slow
@pytest.mark.parametrize("kind", MANY)
def test_many_patterns_are_matched_in_linear_time(tmp_path: Path, kind: str) -> None:
    patterns = Patterns.of(tmp_path, [*MANY[kind], "last.txt", "!last-but-kept.txt"])
    assert patterns.verdict(f"{tmp_path}/last.txt", is_folder=False) is True
    assert patterns.verdict(f"{tmp_path}/last-but-kept.txt", is_folder=False) is False
    assert patterns.verdict(f"{tmp_path}/{'a' * 200}.txt", is_folder=False) in (None, True)
    assert patterns.verdict(f"{tmp_path}/story-4999.txt", is_folder=False) is (True if kind == "names" else None)
