"""`cleaner learn --check`: whether a site is still as its rules say."""

import json

from command import Corpus
from harbour import article, foot


def write(corpus: Corpus, folder: str, foot_of: object) -> None:
    for n in range(12):
        corpus.write(f"{folder}/site.example.com/{n}.txt", article(n, foot=foot_of(n)))  # type: ignore[operator]


def test_what_is_gone_and_what_is_new_is_reported(corpus: Corpus) -> None:
    write(corpus, "old", foot)
    write(corpus, "new", lambda n: f"Questions to the editor\nThe Harbour Post\nTide of {n}\nSold at the quay")
    assert corpus.run("learn", "old", "-o", "rules/site.toml").returncode == 0
    done = corpus.run("learn", "old", "--check", "rules")
    assert (done.returncode, done.stdout) == (0, "")
    done = corpus.run("learn", "new", "--check", "rules", "-q")
    assert done.returncode == 1
    lines = done.stdout.splitlines()
    assert lines[0] == (
        "rules/site.toml: warning: rule 'meta-below': 'All boats reserved since \\\\d+' matches none of 12 documents; "
        "it was in 100%; see whether the site has changed, and learn again"
    )
    assert any("new: 'Sold at the quay' in 12 of 12 documents, always last" in line for line in lines)
    assert not any("Harbour Post" in line for line in lines)
    done = corpus.run("learn", "new", "--check", "rules", "--format", "json")
    assert {problem["path"] for problem in json.loads(done.stdout)} == {"rules/site.toml"}
    done = corpus.run("learn", "new", "--check", "rules", "--format", "github")
    assert done.stdout.startswith("::warning file=rules/site.toml::")


def test_what_a_person_deleted_is_not_new(corpus: Corpus) -> None:
    write(corpus, "old", foot)
    assert corpus.run("learn", "old", "-o", "rules/site.toml").returncode == 0
    text = corpus.read("rules/site.toml")
    corpus.write("rules/site.toml", text.replace("  '''The Harbour Post''',\n", "").replace("\nThe Harbour Post", ""))
    assert corpus.run("learn", "old", "--check", "rules").returncode == 0


def test_what_was_learnt_is_printed_as_json(corpus: Corpus) -> None:
    write(corpus, "old", lambda n: f"Which boat is yours?\n{foot(n)}")
    done = corpus.run("learn", "old", "--format", "json")
    [site] = json.loads(done.stdout)
    assert (site["site"], site["documents"]) == ("site.example.com", 12)
    [rule] = site["rules"]
    assert rule["patterns"][0]["of"] == 12
    [left] = site["left"]
    assert (left["line"], left["why"]) == ("Which boat is yours?", "a question")
    assert left["witnesses"][0]["below"].startswith("Questions to ")


def test_flags_that_make_no_sense_together(corpus: Corpus) -> None:
    corpus.write("a.txt")
    assert corpus.run("learn", "a.txt", "--check", "own", "-o", "x.toml").returncode == 2
    assert corpus.run("learn", "a.txt", "--format", "github").returncode == 2
