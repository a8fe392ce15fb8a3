"""`[tool.cleaner.per-file]`: which rules run on some of the documents."""

import json

from command import CLEAN, ORIGINAL, RULE_ID, Corpus

KEEP = f'[tool.cleaner.per-file]\n"kept/**" = {{ ignore = ["{RULE_ID}"] }}\n'


def test_a_choice_holds_for_its_files_alone(corpus: Corpus) -> None:
    corpus.configure(KEEP)
    corpus.write("kept/a.txt")
    corpus.write("b.txt")
    corpus.write("kept/c.jsonl", json.dumps({"text": ORIGINAL}) + "\n")
    assert corpus.run("clean", ".").returncode == 0
    assert (corpus.read("kept/a.clean.txt"), corpus.read("b.clean.txt")) == (ORIGINAL, CLEAN)
    assert json.loads(corpus.read("kept/c.clean.jsonl"))["text"] == ORIGINAL
    assert [line.split(":")[0] for line in corpus.run("check", ".").stdout.splitlines()] == ["b.txt"]


def test_a_changed_choice_cleans_its_files_again(corpus: Corpus) -> None:
    corpus.write("kept/a.txt")
    corpus.run("clean", ".")
    assert corpus.read("kept/a.clean.txt") == CLEAN
    corpus.configure(KEEP)
    corpus.run("clean", ".")
    assert corpus.read("kept/a.clean.txt") == ORIGINAL


def test_a_rule_that_is_not_there_stops_the_run_before_the_first_document(corpus: Corpus) -> None:
    corpus.configure(KEEP.replace(RULE_ID, "own/rules/seee"))
    corpus.write("b.txt")
    done = corpus.run("clean", ".")
    assert done.returncode == 2
    assert "no rule has the id 'own/rules/seee'" in done.stderr
    assert "b.clean.txt" not in corpus.names()
