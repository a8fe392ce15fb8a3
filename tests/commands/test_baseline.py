"""Adopting `cleaner check` on a corpus that is not clean: baselines, statistics and --exit-zero."""

import json

import pytest
from command import CLEAN, ORIGINAL, RULE_ID, Corpus

HAIL = "See: hail\n\n"


@pytest.fixture
def adopted(corpus: Corpus) -> Corpus:
    """A corpus of two texts that are not clean, whose findings are accepted."""
    corpus.configure('baseline = "known.json"\n')
    corpus.write("crawl/a.txt")
    corpus.write("crawl/b.txt", HAIL + ORIGINAL)
    assert corpus.run("check", ".").returncode == 2  # there is no baseline yet
    done = corpus.run("check", ".", "--write-baseline")
    assert (done.returncode, done.stdout) == (0, "")
    assert "known.json: 3 findings accepted\n" in done.stderr
    return corpus


def test_a_corpus_is_adopted_goes_red_and_is_green_again(adopted: Corpus) -> None:
    done = adopted.run("check", ".")
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr == "2 documents checked: clean, 3 findings accepted\n"

    adopted.write("crawl/a.txt", f"{ORIGINAL}\nSee: fog\n\nAnd wind.\n")
    done = adopted.run("check", ".")
    assert (done.returncode, done.stdout) == (1, "crawl/a.txt:7:1  own/rules/see  link to another story\n")

    adopted.write("crawl/a.txt")
    assert adopted.run("check", ".").returncode == 0


def test_a_line_that_moved_stays_accepted_and_its_copy_is_new(adopted: Corpus) -> None:
    adopted.write("crawl/a.txt", f"It was a dry day.\n\n{ORIGINAL}")
    assert adopted.run("check", ".").returncode == 0
    adopted.write("crawl/a.txt", ORIGINAL + "\nSee: snow\n\nAnd wind.\n")
    assert adopted.run("check", ".").stdout.startswith("crawl/a.txt:7:1")


def test_it_does_not_matter_where_the_command_runs(adopted: Corpus) -> None:
    inner = Corpus.__new__(Corpus)
    object.__setattr__(inner, "folder", adopted.folder / "crawl")
    assert inner.run("check", "b.txt", str(inner.folder / "a.txt")).returncode == 0


def test_the_file_names_rules_and_is_written_in_order(adopted: Corpus) -> None:
    known = json.loads(adopted.read("known.json"))
    assert known["version"] == 1
    assert list(known["accepted"]) == ["crawl/a.txt", "crawl/b.txt"]
    assert all(name.startswith(f"{RULE_ID} ") for name in known["accepted"]["crawl/b.txt"])


def test_what_is_gone_is_said_and_left_out_next_time(adopted: Corpus) -> None:
    adopted.write("crawl/b.txt", ORIGINAL)
    assert "1 accepted finding no longer there; --write-baseline leaves them out" in adopted.run("check", ".").stderr
    (adopted.folder / "crawl/a.txt").unlink()
    adopted.run("check", "crawl/b.txt", "--write-baseline")
    assert list(json.loads(adopted.read("known.json"))["accepted"]) == ["crawl/b.txt"]


def test_a_part_that_is_checked_leaves_the_rest_accepted(adopted: Corpus) -> None:
    adopted.run("check", "crawl/b.txt", "--write-baseline")
    assert adopted.run("check", ".").returncode == 0


def test_records_are_accepted_one_by_one(adopted: Corpus) -> None:
    line = json.dumps({"text": ORIGINAL}) + "\n"
    adopted.write("crawl/c.jsonl", line)
    adopted.run("check", ".", "--write-baseline")
    assert adopted.run("check", ".").returncode == 0
    adopted.write("crawl/c.jsonl", line + line)
    assert adopted.run("check", ".").stdout.startswith("crawl/c.jsonl:2:3:1")


@pytest.mark.parametrize(
    "content", ["{}", "[", '{"version": 2, "accepted": {}}', '{"version": 1, "accepted": {"a": 1}}']
)
def test_a_file_that_is_no_baseline_is_never_replaced(corpus: Corpus, content: str) -> None:
    corpus.write("a.txt")
    corpus.write("data.json", content)
    for more in ([], ["--write-baseline"]):
        done = corpus.run("check", "a.txt", "--baseline", "data.json", *more)
        assert done.returncode == 2
        assert "data.json: no baseline of this version" in done.stderr
    assert corpus.read("data.json") == content


@pytest.mark.parametrize(
    ("flags", "said"),
    [
        (["--write-baseline"], "--write-baseline needs --baseline FILE"),
        (["--baseline", "x.json", "--write-baseline", "--statistics"], "there are no --statistics"),
        (["--statistics", "--output-format", "sarif"], "as text or json, not sarif"),
    ],
)
def test_flags_that_do_not_go_together(corpus: Corpus, flags: list[str], said: str) -> None:
    corpus.write("a.txt")
    done = corpus.run("check", "a.txt", *flags)
    assert done.returncode == 2
    assert said in done.stderr


def test_statistics_stand_for_the_findings(corpus: Corpus) -> None:
    corpus.write("a.txt", HAIL + ORIGINAL)
    corpus.write("b.txt", CLEAN)
    done = corpus.run("check", ".", "--statistics")
    assert (done.returncode, done.stdout) == (1, f"        2  {RULE_ID}\n")
    told = json.loads(corpus.run("check", ".", "--statistics", "--output-format", "json").stdout)
    assert told == {"version": 1, "rules": [{"rule": RULE_ID, "findings": 2}]}


def test_exit_zero_is_for_findings_alone(corpus: Corpus) -> None:
    corpus.write("a.txt")
    done = corpus.run("check", ".", "--exit-zero")
    assert (done.returncode, done.stdout[:8]) == (0, "a.txt:3:")
    corpus.write("b.txt", b"\x00\x01\x02" * 50)
    assert corpus.run("check", ".", "--exit-zero").returncode == 1
