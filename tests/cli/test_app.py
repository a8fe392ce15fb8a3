"""The command as a whole: exit codes, errors, interruptions, pipes, start-up."""

import os
import signal
import subprocess
import sys
import time

import pytest
from command import CLEAN, ORIGINAL, Corpus, command

from cleaner.config import Config
from cleaner.version import __version__


def test_version(corpus: Corpus) -> None:
    assert corpus.run("--version").stdout == f"cleaner {__version__}\n"


def test_without_a_command_the_help_is_printed(corpus: Corpus) -> None:
    done = corpus.run()
    assert "Usage: cleaner" in done.stdout + done.stderr


@pytest.mark.parametrize("names", [[], ["check"], ["rules", "list"]])
def test_h_is_help(corpus: Corpus, names: list[str]) -> None:
    assert corpus.run(*names, "-h").stdout == corpus.run(*names, "--help").stdout != ""


# Command lines that make no sense, and a part of the message about each.
USAGE = [
    (["clean", "nowhere"], "nowhere: No such file or directory"),
    (["check", "a.txt", "nowhere"], "nowhere: No such file or directory"),
    (["explain", "."], ". is a folder"),
    (["undo", "nowhere"], "nowhere: no such file"),
    (["clean", "a.txt", "--timeout", "0"], "--timeout must be more than 0"),
    (["clean", "a.txt", "--encoding", "klingon"], "--encoding klingon: no such encoding"),
    (["clean", "a.txt", "--suffix", ""], "originals are never overwritten"),
    (["clean", "a.txt", "--suffix", "/x"], "--suffix must not contain a slash"),
    (["clean", "a.txt", "--site", "not a host"], "--site not a host is not a host name"),
    (["clean", "a.txt", "--keep-family", "pictures"], "there is no family 'pictures'"),
    (["clean", "a.txt", "--html"], "--html is for standard input"),
    (["clean", "-", "a.txt"], "must be the only path"),
    (["clean", "-", "--marks"], "--marks cannot be used with standard input"),
    (["clean", "-", "--json"], "--json cannot be used with standard input"),
    (["clean", "a.txt", "--json", "--diff"], "give only one of them"),
    (["clean", "a.txt", "--rules", "nowhere.toml"], "nowhere.toml"),
    (["clean", "a.txt", "--jobs", "0"], "--jobs"),
    (["clean"], "Missing argument"),
    (["clear"], "No such command"),
]


@pytest.mark.parametrize(("arguments", "said"), USAGE)
def test_usage_errors_exit_2_and_write_nothing(corpus: Corpus, arguments: list[str], said: str) -> None:
    corpus.write("a.txt")
    done = corpus.run(*arguments)
    assert done.returncode == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert corpus.names() == {"a.txt"}


def test_a_broken_rule_file_stops_the_run_before_the_first_document(corpus: Corpus) -> None:
    corpus.write("a.txt")
    corpus.write("own/rules.toml", corpus.read("own/rules.toml").replace("See: .+", "See: (.+"))
    done = corpus.run("clean", ".")
    assert done.returncode == 2
    assert "rules.toml: rule 'see': field 'match'" in done.stderr
    assert corpus.names() == {"a.txt"}


def test_a_mistake_in_the_configuration_exits_2(corpus: Corpus) -> None:
    corpus.write("a.txt")
    corpus.configure("exlude = []\n")
    done = corpus.run("clean", ".")
    assert done.returncode == 2
    assert "did you mean 'exclude'?" in done.stderr


@pytest.mark.parametrize("name", ["clean", "check"])
def test_a_folder_without_documents_is_reported(corpus: Corpus, name: str) -> None:
    (corpus.folder / "empty").mkdir()
    done = corpus.run(name, "empty")
    assert done.returncode == 0
    assert done.stderr == "nothing to do: no .txt, .text, .md, .html, .htm or .xhtml in empty\n"


def test_one_bad_document_does_not_stop_the_run(corpus: Corpus) -> None:
    corpus.write("a.txt", b"\x00\x01\x02" * 99)
    corpus.write("b.txt")
    done = corpus.run("clean", ".")
    assert done.returncode == 1
    assert done.stderr.startswith("a.txt: failed: binary: ")
    assert "2 documents: 1 changed, 0 unchanged, 1 failed" in done.stderr
    assert corpus.read("b.clean.txt") == CLEAN


def test_a_pipe_that_is_closed_early_prints_no_error(corpus: Corpus) -> None:
    for number in range(400):
        corpus.write(f"{number}-{'long name' * 9}.txt", ORIGINAL * 9)
    with corpus.start("check", ".", "--jobs", "2") as process:
        assert process.stdout
        assert process.stderr
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 1


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")
@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_an_interruption_leaves_no_partial_file_and_no_process(corpus: Corpus, number: int, code: int) -> None:
    for each in range(600):
        corpus.write(f"{each}.txt", ORIGINAL * 400)
    with corpus.start("clean", ".", "--jobs", "2") as process:
        while not any(corpus.folder.glob("*.clean.txt")):
            time.sleep(0.01)
        os.killpg(process.pid, number)
        _, said = process.communicate(timeout=20)
    assert process.returncode == code
    clean = list(corpus.folder.glob("*.clean.txt"))
    assert 0 < len(clean) < 600
    assert {path.read_text(encoding="utf-8") for path in clean} == {CLEAN * 400}
    assert not list(corpus.folder.glob(".cleaner-*"))
    assert b"Traceback" not in said
    with pytest.raises(ProcessLookupError):
        os.killpg(process.pid, 0)
    if number == signal.SIGINT:
        assert said.startswith(b"interrupted; this is what was done so far\n")


@pytest.mark.skipif(sys.platform != "linux", reason="processes are forked on Linux only")
@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_an_interruption_during_a_fork_ends_the_run(corpus: Corpus, number: int, code: int) -> None:
    corpus.write("a.txt")
    forked = f"os.register_at_fork(after_in_parent=lambda: os.kill(os.getpid(), {int(number)}))"
    script = f"import os, sys; {forked}; sys.argv[1:] = ['clean', '.']; from cleaner.cli.app import main; main()"
    done = subprocess.run([sys.executable, "-c", script], cwd=corpus.folder, capture_output=True, check=False)
    assert (done.returncode, b"ignored" in done.stderr) == (code, False)


def test_start_up_loads_nothing_heavy() -> None:
    code = "import sys, cleaner.cli.app; print(*sorted(name.partition('.')[0] for name in sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    heavy = {"pathspec", "multiprocessing", "json", "regex", "re2", "trafilatura", "lxml", "rich", "tomllib"}
    assert not heavy & set(done.stdout.split())


def test_texts_alone_never_load_what_pages_need(corpus: Corpus) -> None:
    corpus.write("a.txt")
    code = (
        "import sys; sys.argv = ['cleaner', 'clean', 'a.txt']; from cleaner.cli.app import main\n"
        "try: main()\nexcept SystemExit: print(*sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=corpus.folder)
    heavy = {"trafilatura", "lxml", "pathspec", "rich", "pydantic", "cleaner.pages.extract"}
    assert not heavy & set(done.stdout.split())


def test_the_command_can_be_run_as_a_module() -> None:
    assert subprocess.run(command("--help"), capture_output=True, check=False).returncode == 0


def test_the_help_names_the_defaults_of_the_configuration(corpus: Corpus) -> None:
    defaults = Config()
    shown = " ".join(corpus.run("clean", "--help").stdout.split())
    for default in (defaults.suffix, f"{defaults.timeout:g}", defaults.max_bytes):
        assert f"[default: {default}]" in shown
