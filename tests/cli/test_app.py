"""The command as a whole: exit codes, errors, interruptions, pipes, start-up."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from command import CLEAN, ORIGINAL, RULE_ID, Corpus, command

from cleaner.version import __version__


@pytest.fixture
def corpus(tmp_path: Path) -> Corpus:
    return Corpus(tmp_path)


def test_version(corpus: Corpus) -> None:
    assert corpus.run("--version").stdout == f"cleaner {__version__}\n"


def test_without_a_command_there_is_help(corpus: Corpus) -> None:
    done = corpus.run()
    assert "Usage: cleaner" in done.stdout + done.stderr


# what makes no sense, and what is said of it
USAGE = [
    (["clean", "nowhere"], "nowhere: No such file or directory"),
    (["check", "a.txt", "nowhere"], "nowhere: No such file or directory"),
    (["explain", "."], ". is a folder"),
    (["undo", "nowhere"], "nowhere: no such file"),
    (["clean", "a.txt", "--timeout", "0"], "--timeout must be more than 0"),
    (["clean", "a.txt", "--encoding", "klingon"], "--encoding klingon: no such encoding"),
    (["clean", "a.txt", "--suffix", ""], "originals are never written over"),
    (["clean", "a.txt", "--suffix", "/x"], "originals are never written over"),
    (["clean", "a.txt", "--site", "not a host"], "--site not a host is not a host name"),
    (["clean", "a.txt", "--keep-family", "pictures"], "there is no family 'pictures'"),
    (["clean", "a.txt", "--html"], "--html is for standard input"),
    (["clean", "-", "a.txt"], "stands alone"),
    (["clean", "-", "--marks"], "no place for --marks"),
    (["clean", "a.txt", "--json", "--diff"], "give one of them"),
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
def test_a_folder_without_documents_says_so(corpus: Corpus, name: str) -> None:
    (corpus.folder / "empty").mkdir()
    done = corpus.run(name, "empty")
    assert done.returncode == 0
    assert done.stderr == "nothing to do: no .txt, .text, .md, .html or .htm in empty\n"


def test_one_bad_document_does_not_stop_the_run(corpus: Corpus) -> None:
    corpus.write("a.txt", b"\x00\x01\x02" * 99)
    corpus.write("b.txt")
    done = corpus.run("clean", ".")
    assert done.returncode == 1
    assert done.stderr.startswith("a.txt: failed: binary: ")
    assert "2 documents: 1 changed, 0 unchanged, 1 failed" in done.stderr
    assert corpus.read("b.clean.txt") == CLEAN


def test_check_lists_places(corpus: Corpus) -> None:
    corpus.write("a.txt", "One.\r\nTwo.\n\n  See: snow\n")
    corpus.write("b.txt", CLEAN)
    done = corpus.run("check", ".")
    assert done.returncode == 1
    assert done.stdout == f"a.txt:4:3  {RULE_ID}  link to another story\n"
    assert done.stderr == "2 documents checked: 1 finding in 1 document\n"
    assert corpus.names() == {"a.txt", "b.txt"}


def test_check_of_clean_text_is_silent_but_for_the_summary(corpus: Corpus) -> None:
    corpus.write("a.clean.txt", CLEAN)
    done = corpus.run("check", "a.clean.txt")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "1 document checked: clean\n")


def test_check_in_the_formats_of_machines(corpus: Corpus) -> None:
    corpus.write("a,b.txt")
    found = '[\n {\n  "path": "a,b.txt",\n  "line": 3,\n  "column": 1,\n  "rule": "own/rules/see",'
    assert corpus.run("check", ".", "--format", "json").stdout.startswith(found)
    line = "::warning file=a%2Cb.txt,line=3,col=1,title=own/rules/see::link to another story\n"
    assert corpus.run("check", ".", "--format", "github").stdout == line


def test_explain_shows_the_whole_text_and_what_goes(corpus: Corpus) -> None:
    corpus.write("a.txt")
    done = corpus.run("explain", "a.txt", "--site", "example.com")
    assert done.returncode == 0
    facts, text = done.stdout.split("\n\n", 1)
    assert "site: example.com (--site)" in facts
    assert text == f"It rained.\n\n[-See: snow-]{{{RULE_ID}}}\n\nIt was wet.\n"
    assert "\x1b[9;31mSee: snow" in corpus.run("explain", "a.txt", FORCE_COLOR="1").stdout


@pytest.mark.parametrize(
    "original", [ORIGINAL.encode(), b"\xef\xbb\xbf" + ORIGINAL.replace("\n", "\r\n").encode() + b"\xff"]
)
def test_undo_gives_the_original_back(corpus: Corpus, original: bytes) -> None:
    corpus.write("a.txt", original)
    corpus.run("clean", ".", "--marks")
    (corpus.folder / "a.txt").unlink()
    assert os.fsencode(corpus.run("undo", "a.clean.txt").stdout) == original
    for _ in range(2):
        assert corpus.run("undo", "a.clean.txt", "-o", "a.txt").returncode == 0
    assert (corpus.folder / "a.txt").read_bytes() == original


def test_undo_never_writes_over_another_file(corpus: Corpus) -> None:
    corpus.write("a.txt")
    corpus.run("clean", ".", "--marks")
    corpus.write("b.txt", "Mine.\n")
    done = corpus.run("undo", "a.clean.txt", "-o", "b.txt")
    assert done.returncode == 2
    assert corpus.read("b.txt") == "Mine.\n"


def test_undo_of_what_was_changed_since_is_refused(corpus: Corpus) -> None:
    corpus.write("a.txt")
    corpus.run("clean", ".", "--marks")
    corpus.write("a.clean.txt", "Changed.\n")
    done = corpus.run("undo", "a.clean.txt")
    assert (done.returncode, done.stdout) == (1, "")
    assert "do not belong together" in done.stderr


def test_a_pipe_closed_early_is_no_error_to_speak_of(corpus: Corpus) -> None:
    for number in range(400):
        corpus.write(f"{number}-{'long name' * 9}.txt", ORIGINAL * 9)
    with corpus.start("check", ".", "--jobs", "2") as process:
        assert process.stdout
        assert process.stderr
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 1


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_an_interruption_leaves_no_half_file_and_no_process(corpus: Corpus, number: int, code: int) -> None:
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
        assert said.startswith(b"interrupted; this is what was done until then\n")


@pytest.mark.skipif(sys.platform != "linux", reason="only there processes are forked")
@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_an_interruption_amid_a_fork_is_heard(corpus: Corpus, number: int, code: int) -> None:
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
    assert not {"trafilatura", "lxml", "pathspec", "rich"} & set(done.stdout.split())


def test_the_command_can_be_run_as_a_module() -> None:
    assert subprocess.run(command("--help"), capture_output=True, check=False).returncode == 0
