"""The journal remembers: a second run cleans only what is new or changed."""

import gzip
import json
import os
import subprocess
from collections.abc import Callable

import pytest
from command import CLEAN, ORIGINAL, PAGE, RULE, Corpus, command

from cleaner.commands.memory import DECIDING, releases

JOURNAL = ".cleaner/journal.jsonl"
Change = Callable[[Corpus], object]
SITE = RULE.replace("[[rule]]", 'sites = ["{host}"]\n\n[[rule]]')


def mark_memories(corpus: Corpus) -> None:
    """Change what the journal remembers, so that a run shows whether it asked it."""
    [journal] = corpus.folder.rglob(JOURNAL)
    lines = [json.loads(line) for line in journal.read_text(encoding="utf-8").splitlines()]
    for line in lines:
        if line.get("outcome"):
            line["outcome"] |= {"status": "suspicious", "problems": ["remembered"]}
    journal.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")


def remembered(corpus: Corpus, *arguments: str) -> set[str]:
    """The documents that a second run does not clean."""
    done = corpus.run("clean", ".", *arguments)
    assert done.returncode in (0, 1), done.stderr
    return {line.partition(": ")[0] for line in done.stderr.splitlines() if line.endswith(": suspicious: remembered")}


@pytest.mark.parametrize("arguments", [[], ["--marks"], ["--check"], ["--out-dir", "out"]])
def test_a_second_run_cleans_nothing_again(corpus: Corpus, arguments: list[str]) -> None:
    corpus.write("a.txt")
    corpus.write("page.html", PAGE)
    written = [each for each in arguments if each != "--check"]
    assert corpus.run("clean", ".", *written).returncode == 0
    before = corpus.names()
    mark_memories(corpus)
    assert remembered(corpus, *arguments) == {"a.txt", "page.html"}
    assert corpus.names() == before


def test_the_summary_is_that_of_the_first_run(corpus: Corpus) -> None:
    corpus.write("a.txt")
    corpus.write("b.txt", "Ein Satz über den Regen, der nicht aufhören will.\n")
    corpus.write("page.html", PAGE)
    first, second = corpus.run("clean", ".", "--json"), corpus.run("clean", ".", "--json")
    assert json.loads(first.stdout) | {"clean_files": 0, "skipped": 0} == json.loads(second.stdout) | {
        "clean_files": 0,
        "skipped": 0,
    }


def _edit_clean(corpus: Corpus) -> None:
    corpus.write("a.clean.txt", CLEAN + "Mine.\n")


def _nothing(_: Corpus) -> None:
    pass


def _in_journal(old: str, new: str) -> Change:
    return lambda corpus: corpus.write(JOURNAL, corpus.read(JOURNAL).replace(old, new))


# what is changed between two runs, and the arguments of the second
CHANGES: list[tuple[Change, list[str]]] = [
    (lambda corpus: corpus.write("a.txt", ORIGINAL + "It dried.\n"), []),
    (_edit_clean, []),
    (_edit_clean, ["--check"]),
    (lambda corpus: (corpus.folder / "a.clean.txt").unlink(), []),
    (lambda corpus: (corpus.folder / "a.clean.json").unlink(), []),
    (lambda corpus: corpus.write("a.json", '{"url": "https://example.com/1"}'), []),
    (lambda corpus: corpus.write("own/rules.toml", RULE.replace("See: .+", "See:? .+")), []),
    (_nothing, ["--ignore", "own/rules/see"]),
    (_nothing, ["--encoding", "cp1252"]),
    (_nothing, ["--site", "example.org"]),
    (_nothing, ["--force"]),
    (_nothing, ["--diff"]),
    (
        lambda corpus: corpus.write(
            JOURNAL, corpus.read(JOURNAL).replace('"characters": ', '"characters": "x", "b": ')
        ),
        [],
    ),
    (lambda corpus: corpus.write(JOURNAL, corpus.read(JOURNAL).replace('"en"', '"klingon"')), []),
    (lambda corpus: corpus.write(JOURNAL, corpus.read(JOURNAL).replace('"outcome": {', '"outcome": 3, "o": {')), []),
]


@pytest.mark.parametrize(("change", "arguments"), CHANGES)
def test_a_document_is_cleaned_again(corpus: Corpus, change: Change, arguments: list[str]) -> None:
    corpus.write("a.txt")
    corpus.run("clean", ".", "--marks")
    mark_memories(corpus)
    change(corpus)
    assert remembered(corpus, "--marks", *arguments) == set()


def test_another_release_of_a_package_cleans_again(corpus: Corpus, tmp_path_factory: pytest.TempPathFactory) -> None:
    corpus.write("a.txt")
    corpus.run("clean", ".")
    mark_memories(corpus)
    assert remembered(corpus) == {"a.txt"}
    other = tmp_path_factory.mktemp("packages")
    (other / "regex-1.2.dist-info").mkdir()
    done = subprocess.run(
        command("clean", "."),
        cwd=corpus.folder,
        env=os.environ | {"PYTHONPATH": str(other)},
        capture_output=True,
        check=True,
    )
    assert b"remembered" not in done.stderr


def test_all_packages_that_decide_are_found() -> None:
    assert {name.partition("-")[0].lower() for name in releases().split()[1:]} == DECIDING


def test_a_changed_rule_cleans_the_documents_of_its_site_again(corpus: Corpus) -> None:
    for host in ("harbour.example.com", "bridge.example.com"):
        corpus.write(f"own/{host}.toml", SITE.format(host=host).replace('"see"', '"see-too"'))
        corpus.write(f"{host}/a.txt")
    corpus.configure('rules = ["own"]\n')
    corpus.write("pyproject.toml", '[tool.cleaner]\nrules = ["own"]\n')
    corpus.run("clean", ".")
    mark_memories(corpus)
    edited = corpus.read("own/harbour.example.com.toml").replace("another story", "other stories")
    corpus.write("own/harbour.example.com.toml", edited)
    assert remembered(corpus) == {"bridge.example.com/a.txt"}


def test_a_hand_edited_clean_file_is_seen_though_its_time_is_old(corpus: Corpus) -> None:
    corpus.write("a.txt")
    corpus.run("clean", ".")
    corpus.write("a.clean.txt", "Mine.\n")
    os.utime(corpus.folder / "a.clean.txt", (1, 1))
    done = corpus.run("clean", ".", "--check")
    assert (done.returncode, done.stdout) == (1, "a.clean.txt: stale\n")


def test_a_clean_file_without_its_original_is_named_and_pruned(corpus: Corpus) -> None:
    for name in ("sub/a.txt", "sub/b.txt", "c.jsonl"):
        corpus.write(name, '{"text": "It rained."}\n' if name.endswith("jsonl") else ORIGINAL)
    corpus.run("clean", ".", "--marks")
    (corpus.folder / "sub/a.txt").rename(corpus.folder / "sub/z.txt")
    (corpus.folder / "c.jsonl").unlink()
    corpus.run("clean", ".", "--marks")
    done = corpus.run("clean", ".", "--marks", "--check")
    assert done.returncode == 1
    gone = {"c.clean.jsonl", "sub/a.clean.json", "sub/a.clean.txt"}
    assert {line.partition(": orphaned")[0] for line in done.stdout.splitlines()} == gone
    corpus.write("sub/a.clean.txt", CLEAN + "Mine.\n")
    done = corpus.run("clean", ".", "--marks", "--prune")
    assert done.returncode == 0, done.stderr
    assert corpus.names() & gone == {"sub/a.clean.txt"}
    assert corpus.names() >= {"sub/b.clean.txt", "sub/z.clean.txt"}
    assert corpus.run("clean", ".", "--prune", "--check").returncode == 2


def test_a_container_is_remembered_as_a_whole(corpus: Corpus) -> None:
    corpus.write("a.jsonl.gz", gzip.compress(b'{"text": "It rained."}\n'))
    corpus.run("clean", ".")
    done = corpus.run("clean", ".")
    assert "a.jsonl.gz: as it was when it was cleaned" in done.stderr
    assert "clean files: 1 current" in done.stderr
    for change in (b'{"text": "It was wet."}\n', b'{"text": "It rained."}\n{\n'):
        corpus.write("a.jsonl.gz", gzip.compress(change))
        assert "as it was when" not in corpus.run("clean", ".").stderr
    assert "a.jsonl.gz:2: failed: malformed" in corpus.run("clean", ".").stderr


def test_a_run_that_can_write_no_journal_says_so_only_if_it_writes(corpus: Corpus) -> None:
    corpus.write("a.txt")
    corpus.run("clean", ".")
    (corpus.folder / JOURNAL).unlink()
    (corpus.folder / JOURNAL).mkdir()
    assert "cannot be written" not in corpus.run("clean", ".").stderr
    corpus.write("b.txt")
    assert "cannot be written" in corpus.run("clean", ".").stderr


def test_orphans_in_a_folder_for_outputs(corpus: Corpus) -> None:
    corpus.write("in/a.txt")
    corpus.write("in/b.txt")
    corpus.run("clean", "in", "--out-dir", "out")
    (corpus.folder / "in/a.txt").unlink()
    done = corpus.run("clean", "in", "--out-dir", "out", "--check")
    assert done.stdout == "out/a.clean.txt: orphaned, as its original in/a.txt is gone; --prune removes it\n"
    assert corpus.run("clean", "in", "--out-dir", "out", "--prune").returncode == 0
    assert {name for name in corpus.names() if ".cleaner" not in name} == {"in/b.txt", "out/b.clean.txt"}


def test_a_file_of_the_user_that_is_as_ours_would_be_is_never_pruned(corpus: Corpus) -> None:
    corpus.write("a.txt", CLEAN)
    corpus.write("a.clean.txt", CLEAN)  # the user's own copy
    for _ in range(2):
        assert "1 current" in corpus.run("clean", ".").stderr
    (corpus.folder / "a.txt").unlink()
    assert corpus.run("clean", ".", "--check").returncode == 0
    assert corpus.run("clean", ".", "--prune").returncode == 0
    assert corpus.read("a.clean.txt") == CLEAN
