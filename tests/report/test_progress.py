"""The progress of a long run, in a real terminal."""

import os
import re
import select
import signal
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

import pytest
from command import ORIGINAL, Corpus

pty = pytest.importorskip("pty", reason="pseudo-terminals of POSIX")

# The command in a terminal of its own, with progress shown after argv[1] seconds.
SCRIPT = """
import fcntl, sys, termios
fcntl.ioctl(2, termios.TIOCSCTTY, 0)
from cleaner.report import console
console.PROGRESS_AFTER = float(sys.argv.pop(1))
from cleaner.cli.app import main
main()
"""
PROGRESS = re.compile(rb"\d+ of 200 documents")
NOTHING: Mapping[str, str] = MappingProxyType({})
INTERRUPT = b"\x03"  # Ctrl-C, as typed


@pytest.fixture
def corpus(tmp_path: Path) -> Corpus:
    """Documents for a run of half a second or more."""
    corpus = Corpus(tmp_path)
    for number in range(200):
        corpus.write(f"{number}.txt", ORIGINAL * 10)
    return corpus


class Terminal:
    """A command whose stderr is a terminal, and what it has written there."""

    def __init__(
        self, corpus: Corpus, *arguments: str, after: float = 0, environment: Mapping[str, str] = NOTHING
    ) -> None:
        self._ours, theirs = pty.openpty()
        self.written = b""
        self.process = subprocess.Popen(
            [sys.executable, "-c", SCRIPT, str(after), *arguments],
            cwd=corpus.folder,
            env={**os.environ, "COLUMNS": "100", "TERM": "xterm", **environment},
            stdin=theirs,
            stdout=subprocess.DEVNULL,
            stderr=theirs,
            start_new_session=True,
        )
        os.close(theirs)

    def read_until(self, pattern: "re.Pattern[bytes] | None" = None, seconds: float = 60) -> bytes:
        """Read until the pattern is there, or to the end."""
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline and not (pattern and pattern.search(self.written)):
            if select.select([self._ours], [], [], 0.1)[0]:
                try:
                    self.written += os.read(self._ours, 65536)
                except OSError:  # Linux: all writers have closed the terminal
                    break
        return self.written

    def type(self, keys: bytes) -> None:
        os.write(self._ours, keys)

    def end(self) -> int:
        """Read to the end; the exit code."""
        self.read_until()
        os.close(self._ours)
        return self.process.wait(20)


def screen(written: bytes) -> list[str]:
    """The lines that are left on a terminal, with carriage returns, erasing and moving up applied."""
    lines, row, column = [""], 0, 0
    for part in re.findall(r"\x1b\[[0-9;?]*[A-Za-z]|[\r\n]|[^\x1b\r\n]+", written.decode()):
        if part == "\r":
            column = 0
        elif part == "\n":
            row += 1
            lines += [""] * (row + 1 - len(lines))
        elif part.startswith("\x1b["):
            number = int(part[2:-1]) if part[2:-1].isdigit() else 1
            row -= number if part.endswith("A") else 0
            if part.endswith("K"):
                lines[row] = "" if part == "\x1b[2K" else lines[row][:column]
        else:
            lines[row] = lines[row][:column].ljust(column) + part + lines[row][column + len(part) :]
            column += len(part)
    return [line.rstrip() for line in lines if line.rstrip()]


def test_a_long_run_shows_count_rate_and_time_left(corpus: Corpus) -> None:
    terminal = Terminal(corpus, "clean", ".", "--jobs", "1")
    assert terminal.end() == 0
    written = terminal.written.decode()
    assert PROGRESS.search(terminal.written)
    assert re.search(r"[\d,.]+ documents/s", written)
    assert re.search(r"\d:\d\d:\d\d\S* \S*left", written)
    assert screen(terminal.written)[0].startswith("200 documents: 200 changed")


@pytest.mark.slow
def test_a_short_run_shows_nothing(corpus: Corpus) -> None:
    terminal = Terminal(corpus, "clean", ".", after=60)
    assert terminal.end() == 0
    assert b"\x1b" not in terminal.written


@pytest.mark.slow
@pytest.mark.parametrize(("flags", "environment"), [(["--quiet"], {}), ([], {"TERM": "dumb"})])
def test_a_quiet_run_and_a_dumb_terminal_show_nothing(
    corpus: Corpus, flags: list[str], environment: dict[str, str]
) -> None:
    terminal = Terminal(corpus, "clean", ".", *flags, environment=environment)
    assert terminal.end() == 0
    assert b"\x1b" not in terminal.written
    assert not PROGRESS.search(terminal.written)


@pytest.mark.slow
def test_no_color_leaves_the_bar_without_colours(corpus: Corpus) -> None:
    colour = re.compile(rb"\x1b\[[0-9;]*3[0-9][0-9;]*m")
    for environment in (NOTHING, {"NO_COLOR": "1"}):
        terminal = Terminal(corpus, "clean", ".", environment=environment)
        assert terminal.end() == 0
        assert PROGRESS.search(terminal.written)
        assert bool(colour.search(terminal.written)) is not bool(environment)


@pytest.mark.slow
def test_lines_about_documents_are_not_mixed_with_the_bar(corpus: Corpus) -> None:
    corpus.write("100.txt", b"\x00\x01\x02" * 99)
    terminal = Terminal(corpus, "clean", ".", "--jobs", "1")
    assert terminal.end() == 1
    assert screen(terminal.written)[0].startswith("100.txt: failed: binary: ")
    assert screen(terminal.written)[1].startswith("200 documents: 199 changed")


@pytest.mark.slow
def test_ctrl_c_leaves_a_clean_line_and_the_cursor(corpus: Corpus) -> None:
    for number in range(200):
        corpus.write(f"{number}.txt", ORIGINAL * 4000)
    terminal = Terminal(corpus, "clean", ".", "--jobs", "1")
    terminal.read_until(PROGRESS)
    terminal.type(INTERRUPT)
    assert terminal.end() == 128 + signal.SIGINT
    lines = screen(terminal.written.replace(b"^C", b""))
    assert lines[0] == "interrupted; this is what was done so far"
    assert terminal.written.rindex(b"\x1b[?25h") > terminal.written.rindex(b"\x1b[?25l")


@pytest.mark.slow
def test_a_run_in_a_pipe_never_imports_rich(corpus: Corpus) -> None:
    code = (
        "import sys; sys.argv = ['cleaner', 'clean', '.']\n"
        "from cleaner.report import console; console.PROGRESS_AFTER = 0\n"
        "from cleaner.cli.app import main\n"
        "try: main()\nexcept SystemExit: print(*sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=corpus.folder)
    assert "rich" not in done.stdout.split()
