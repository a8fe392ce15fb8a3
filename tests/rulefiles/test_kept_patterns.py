"""Compiled patterns that are kept between runs."""

import os
import pickle
import subprocess
import sys
from base64 import b64encode
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256
from itertools import pairwise
from pathlib import Path
from zlib import compress

import pytest
import regex

from cleaner.rulefiles import kept_patterns
from cleaner.rulefiles.kept_patterns import KeptPatterns

FLAGS = int(regex.MULTILINE | regex.IGNORECASE)
PATTERN = r"(?:See|Read): (?<what>\p{Lu}+)"
TEXT = "read: MORE"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "cleaner" / "patterns-1.lines"


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The patterns that were compiled, and not read."""
    asked: list[str] = []

    def compiled(pattern: str, flags: int) -> regex.Pattern[str]:
        asked.append(pattern)
        return regex.compile(pattern, flags)

    monkeypatch.setattr(kept_patterns, "compiled", compiled)
    return asked


def matches(file: Path, pattern: str = PATTERN) -> bool:
    """Whether the pattern, asked for as in a new process, matches."""
    return bool(KeptPatterns(file).compiled(pattern, FLAGS).fullmatch(TEXT))


def test_a_kept_pattern_is_not_compiled_again(file: Path, asked: list[str]) -> None:
    assert matches(file)
    assert matches(file)
    assert asked == [PATTERN]


def test_flags_tell_patterns_apart(file: Path, asked: list[str]) -> None:
    patterns = KeptPatterns(file)
    assert patterns.compiled("read", FLAGS).match(TEXT.upper())
    assert not patterns.compiled("read", int(regex.MULTILINE)).match(TEXT.upper())
    assert asked == ["read", "read"]


def test_what_another_process_adds_is_read(file: Path, asked: list[str]) -> None:
    here, there = KeptPatterns(file), KeptPatterns(file)
    here.compiled("a", FLAGS)
    there.compiled("b", FLAGS)
    here.compiled("b", FLAGS)
    there.compiled("a", FLAGS)
    assert asked == ["a", "b"]


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: data[:-9],
        lambda data: data[: len(data) // 2],
        lambda data: data[:0],
        lambda data: data.replace(data[-20:-16], b"AAAA"),
        lambda data: data.replace(b" ", b""),
        lambda data: data.replace(b"\n", b"\n\xff\0"),
    ],
)
def test_what_is_damaged_is_compiled_and_kept_anew(
    file: Path, asked: list[str], damage: Callable[[bytes], bytes]
) -> None:
    assert matches(file)
    file.write_bytes(damage(file.read_bytes()))
    assert matches(file)
    assert matches(file)
    assert asked == [PATTERN, PATTERN]


@pytest.mark.parametrize(
    "content",
    [
        b"no base64",
        b64encode(b"no compressed data"),
        b64encode(compress(b"")),
        b64encode(compress(b"no pickle")),
        b64encode(compress(pickle.dumps(PATTERN))),
        b64encode(compress(pickle.dumps(os.getcwd))),
        b64encode(compress(pickle.dumps(regex.compile("other")))),
    ],
)
def test_what_is_no_pickle_of_the_pattern_is_not_read(file: Path, asked: list[str], content: bytes) -> None:
    key, digest = (sha256(data).hexdigest()[:32].encode() for data in (f"{FLAGS} {PATTERN}".encode(), content))
    file.parent.mkdir()
    file.write_bytes(b"\n%b %b %b\n" % (key, digest, content))
    assert matches(file)
    assert asked == [PATTERN]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such pipes")
def test_a_pipe_in_its_place_is_not_waited_for(file: Path, asked: list[str]) -> None:
    file.parent.mkdir()
    os.mkfifo(file)
    assert matches(file)
    assert asked == [PATTERN]


def test_a_folder_that_cannot_be_made_is_no_error(file: Path, asked: list[str]) -> None:
    file.parent.write_text("a file where the folder should be")
    assert matches(file)
    assert asked == [PATTERN]


def test_a_file_of_another_release_is_deleted(file: Path) -> None:
    other = file.with_name("patterns-2.lines")
    assert matches(other)
    assert matches(file)
    assert [*file.parent.iterdir()] == [file]


def test_a_file_that_is_too_long_is_begun_anew(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept_patterns, "MOST_BYTES", 2000)
    patterns = KeptPatterns(file)
    sizes = []
    for number in range(60):
        patterns.compiled(f"a{number}", FLAGS)
        sizes.append(file.stat().st_size)
    assert 1000 < max(sizes) < 3000
    assert sum(later < earlier for earlier, later in pairwise(sizes)) in range(3, 10)


def test_a_lone_surrogate_may_be_in_a_pattern(file: Path, asked: list[str]) -> None:
    assert KeptPatterns(file).compiled("\ud800", FLAGS).match("\ud800")
    assert KeptPatterns(file).compiled("\ud800", FLAGS).match("\ud800")
    assert len(asked) == 1


def test_processes_side_by_side_lose_no_pattern(file: Path, asked: list[str]) -> None:
    lines = (
        "from pathlib import Path; from cleaner.rulefiles.kept_patterns import KeptPatterns",
        f"patterns = KeptPatterns(Path({str(file)!r}))",
        "for n in range(50): patterns.compiled(f'a{n}', 0)",
    )
    with ThreadPoolExecutor(4) as pool:
        done = pool.map(lambda _: subprocess.run([sys.executable, "-c", "\n".join(lines)], check=True), range(4))
        assert len(list(done)) == 4
    patterns = KeptPatterns(file)
    for number in range(50):
        patterns.compiled(f"a{number}", 0)
    assert asked == []


def test_a_second_run_compiles_no_pattern_of_the_first(tmp_path: Path) -> None:
    """Counts what `regex` compiles in two processes that clean the same text."""
    code = (
        "import regex\n"
        "from cleaner import Cleaner\n"
        "real, count = regex.compile, []\n"
        "regex.compile = lambda *a, **k: count.append(a) or real(*a, **k)\n"
        "print(Cleaner().clean('Read more: The bridge is open\\nShare this article').text, len(count))"
    )
    environment = {**os.environ, "XDG_CACHE_HOME": str(tmp_path), "LOCALAPPDATA": str(tmp_path)}
    runs = [
        subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True, env=environment)
        for _ in range(2)
    ]
    first, second = (int(run.stdout) for run in runs)
    assert first > 0
    assert second == 0
