"""`cleaner learn`: rules for what the documents of a site repeat."""

import json
import tomllib

import pytest
from command import Corpus
from harbour import article, foot, prose, titles

from cleaner.commands.saved import SAVED
from cleaner.review.rulebook import Rulebook
from cleaner.review.undecided import Candidate


def test_the_file_passes_the_check_and_cleans(corpus: Corpus) -> None:
    for n in range(9):
        corpus.write(f"site.example.com/{n}.txt", article(n, foot=foot(n)))
    done = corpus.run("learn", "site.example.com", "-o", "learnt.toml")
    assert (done.returncode, done.stdout) == (0, "")
    assert "site.example.com: 9 documents: 1 rule of 3 patterns" in done.stderr
    assert corpus.run("rules", "check", "learnt.toml").returncode == 0
    assert 'sites = ["site.example.com"]' in corpus.read("learnt.toml")
    corpus.write("new.txt", article(50, foot=foot(50)))
    done = corpus.run(
        *("clean", "new.txt", "--rules", "learnt.toml", "--select", "*/learnt/*", "--site", "site.example.com")
    )
    assert done.returncode == 0
    assert corpus.read("new.clean.txt") == article(50)


def test_sites_are_told_apart(corpus: Corpus) -> None:
    sites = ("one.example.com", "two.example.org")
    records = [
        {"url": f"https://{s}/{n}", "text": article(n, foot=f"Post of {s[:3]}")} for n in range(5) for s in sites
    ]
    records.append({"url": "https://three.example.net/1", "text": article(7)})
    corpus.write("all.jsonl", "".join(f"{json.dumps(record)}\n" for record in records))
    done = corpus.run("learn", "all.jsonl")
    assert done.returncode == 2
    assert "3 sites: one.example.com, three.example.net, two.example.org; give --output FOLDER" in done.stderr
    done = corpus.run("learn", "all.jsonl", "--output", "rules")
    assert done.returncode == 1
    assert "three.example.net: 1 document, not counting copies; it takes 3 to learn" in done.stderr
    assert "'''Post of two'''" in corpus.read("rules/two.example.org.toml")
    assert "rules/three.example.net.toml" not in corpus.names()


def harbour(corpus: Corpus, count: int = 9) -> None:
    """A folder of texts of one site, and a container of another without an address."""
    for n in range(count):
        corpus.write(f"in/site.example.com/{n}.txt", article(n, foot=foot(n)))
    records = [{"text": article(n, foot="Printed at the quay\nSold by sailors")} for n in range(count)]
    corpus.write("in/quay.jsonl", "".join(f"{json.dumps(record)}\n" for record in records))


@pytest.mark.slow
def test_a_run_learns_before_it_cleans(corpus: Corpus) -> None:
    harbour(corpus)
    corpus.configure('ignore = ["own/*"]\n')
    clean = ("clean", "in", "--learn", "--no-heuristics")
    done = corpus.run(*clean, "--select", "learnt/*", "--out-dir", "one", "--jobs", "1", "--marks")
    assert done.returncode == 0
    assert "learnt from site.example.com: 9 documents: 1 rule of 3 patterns" in done.stderr
    assert "learnt from quay: 9 documents: 1 rule of 2 patterns" in done.stderr
    for n in range(9):
        assert corpus.read(f"one/site.example.com/{n}.clean.txt") == article(n)
    records = [json.loads(line) for line in corpus.read("one/quay.clean.jsonl").splitlines()]
    assert [record["text"] for record in records] == [article(n) for n in range(9)]
    assert records[0]["cleaner"]["removed"][0]["rules"] == ["seam"]
    assert records[0]["cleaner"]["removed"][1]["rules"] == ["learnt/quay/meta-below"]
    assert corpus.run("undo", "one/site.example.com/3.clean.txt").stdout == article(3, foot=foot(3))
    assert corpus.run(*clean, "--select", "learnt/*", "--out-dir", "two", "--jobs", "3", "--marks").returncode == 0
    names = {name for name in corpus.names() if name.startswith("one/")}
    assert all(corpus.read(name) == corpus.read(f"two{name[3:]}") for name in names if name.endswith("txt"))


def test_a_second_run_knows_what_was_learnt(corpus: Corpus) -> None:
    for n in range(6):
        corpus.write(f"site.example.com/{n}.txt", article(n, foot=foot(n)))
    learn = ("clean", "site.example.com", "--learn", "--select", "learnt/*")
    assert "6 written" in corpus.run(*learn).stderr
    assert "6 current" in corpus.run(*learn).stderr
    assert "6 stale" in corpus.run("clean", "site.example.com", "--check").stderr
    done = corpus.run("clean", "-", "--learn", data=b"It rained.")
    assert (done.returncode, "standard input can be read once" in done.stderr) == (2, True)


def test_a_second_learning_keeps_what_a_person_changed(corpus: Corpus) -> None:
    for n in range(9):
        corpus.write(f"site.example.com/{n}.txt", article(n, head="Ferry news", foot=foot(n)))
    learn = ("learn", "site.example.com", "-o", "site.toml")
    assert corpus.run(*learn).returncode == 0
    first = corpus.read("site.toml")
    assert "0 new patterns, 0 gone" in corpus.run(*learn).stderr
    assert corpus.read("site.toml") == first

    deleted = first.replace("  '''The Harbour Post''',\n", "").replace("\nThe Harbour Post", "")
    corpus.write("site.toml", deleted.replace("sites = [", 'disable = ["common/en/see-also"]\nsites = ['))
    for n in range(9):
        corpus.write(f"site.example.com/{n}.txt", article(n, foot=f"Tide tables\n{foot(n)}"))
    done = corpus.run(*learn)
    assert "1 new pattern, 1 gone, 1 part of yours kept" in done.stderr
    assert "  + Tide tables" in done.stderr
    assert "  - Ferry news" in done.stderr
    second = corpus.read("site.toml")
    assert "The Harbour Post" not in second
    assert "'''Tide tables'''" in second
    assert 'disable = ["common/en/see-also"]' in second
    assert second.count("All boats reserved since \\d+") == 1
    assert tomllib.loads(second)


def test_a_file_of_a_person_is_not_written_over(corpus: Corpus) -> None:
    for n in range(4):
        corpus.write(f"site.example.com/{n}.txt", article(n, foot=foot(n)))
    done = corpus.run("learn", "site.example.com", "-o", "own/rules.toml")
    assert (done.returncode, "was not written by `cleaner learn`, and stays" in done.stderr) == (2, True)


def test_a_heading_of_other_stories_is_written_as_a_rule_that_takes_them(corpus: Corpus) -> None:
    def ended(number: int) -> str:
        return article(number, foot=f"More from the quay\n{titles(number)}")

    for n in range(9):
        corpus.write(f"site.example.com/{n}.txt", ended(n))
    assert corpus.run("learn", "site.example.com", "-o", "learnt.toml").returncode == 0
    [rule] = tomllib.loads(corpus.read("learnt.toml"))["rule"]
    assert (rule["kind"], rule["where"], rule["match"]) == ("after", "bottom", ["More from the quay"])
    assert "# in 9 of 9 documents, below the article, and what is below it varies" in corpus.read("learnt.toml")
    assert corpus.run("rules", "check", "learnt.toml").returncode == 0
    corpus.write("new.txt", ended(50))
    done = corpus.run(
        *("clean", "new.txt", "--rules", "learnt.toml", "--select", "*/learnt/*", "--site", "site.example.com")
    )
    assert done.returncode == 0
    assert corpus.read("new.clean.txt") == article(50)


def test_what_the_packaged_rules_take_already_needs_no_rule(corpus: Corpus) -> None:
    for n in range(9):
        corpus.write(f"site.example.com/{n}.txt", article(n, foot=f"Follow us on Twitter\n{foot(n)}"))
    done = corpus.run("learn", "site.example.com", "-o", "learnt.toml")
    assert "1 rule of 3 patterns" in done.stderr
    assert "Twitter" not in corpus.read("learnt.toml")
    done = corpus.run("learn", "site.example.com", "--check", "learnt.toml")
    assert (done.returncode, done.stdout) == (0, "")


def test_a_pattern_whose_other_forms_no_packaged_rule_takes_stays(corpus: Corpus) -> None:
    def ended(number: int) -> str:
        return article(number, foot=f"Follow us on Twitter\nFollow us on Quayside\n{foot(number)}")

    for n in range(9):
        corpus.write(f"site.example.com/{n}.txt", ended(n))
    assert corpus.run("learn", "site.example.com", "-o", "learnt.toml").returncode == 0
    assert r"Follow us on .{1,40}" in corpus.read("learnt.toml")


def test_what_was_answered_in_a_review_is_not_listed_again(corpus: Corpus) -> None:
    for n in range(9):
        texts = (prose(n), "What will you do next?", prose(n + 40), "Background", prose(n + 60), foot(n))
        corpus.write(f"site.example.com/{n}.txt", "\n\n".join(texts))
    learn = ("learn", "site.example.com", "--format", "json")
    before = json.loads(corpus.run(*learn).stdout)[0]
    assert {each["line"] for each in before["left"]} == {"What will you do next?", "Background"}
    book = Rulebook(corpus.folder / SAVED)
    for pattern in ("Background", "The Harbour Post"):
        left = Candidate("site.example.com", pattern, pattern, pattern, "", "# Learnt from 9 documents.", {})
        book.save(book.with_answer(left, ""))
    after = json.loads(corpus.run(*learn).stdout)[0]
    assert [each["line"] for each in after["left"]] == ["What will you do next?"]
    gone = {pattern["pattern"] for rule in before["rules"] for pattern in rule["patterns"]}
    gone -= {pattern["pattern"] for rule in after["rules"] for pattern in rule["patterns"]}
    assert gone == {"The Harbour Post"}
    clean = ("clean", "site.example.com", "--learn", "--select", "learnt/*", "--rules", SAVED, "--out-dir", "clean")
    assert corpus.run(*clean).returncode == 0
    text = corpus.read("clean/0.clean.txt")
    assert "The Harbour Post" in text
    assert "All boats reserved" not in text
    again = ("learn", "site.example.com", "-o", SAVED)
    assert corpus.run(*again).returncode == 0
    written = corpus.read(f"{SAVED}/site.example.com.toml")
    assert "What will you do next?" in written
    assert "Background" not in written
    assert "The Harbour Post" not in written
