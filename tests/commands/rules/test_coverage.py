"""`cleaner rules coverage`: what each rule removes from documents, with no file written."""

import json
from pathlib import Path

import pytest
from command import PAGE, RULE, RULE_ID, SNOW, Corpus

DEAD = RULE.replace('"see"', '"look"').replace("See: ", "Look: ")
SNOW_ID, DEAD_ID = "own/rules/snow", "own/rules/look"


@pytest.fixture
def corpus(tmp_path: Path) -> Corpus:
    corpus = Corpus(tmp_path)
    corpus.write("own/rules.toml", RULE + SNOW + DEAD)
    corpus.write("texts/a.txt")
    corpus.write("texts/b.txt", "It rained.\n\nSee: ice\n\nSee: more snow\n")
    corpus.write("texts/c.txt", "It rained.\n")
    corpus.write("texts/d.html", PAGE)
    return corpus


def test_the_table_says_what_each_rule_removed(corpus: Corpus) -> None:
    before = corpus.names()
    done = corpus.run("rules", "coverage", "texts")
    assert (done.returncode, corpus.names()) == (0, before)
    heading, *rows = [line.split() for line in done.stdout.splitlines()]
    assert heading == ["rule", "documents", "spans", "alone", "together", "most", "in"]
    named = "texts/b.txt (22), texts/a.txt (9), texts/d.html (9)"
    assert rows[0] == [RULE_ID, "3", "4", "8", "32", *named.split()]
    assert rows[1][:5] == [SNOW_ID, "3", "3", "0", "32"]
    assert len(rows) == 2
    assert (
        "4 documents, 3 changed, 0 sites with rules; 2 rules removed 47 of 505 characters, 1 rule of its "
        "languages removed nothing (--dead lists them)" in done.stderr
    )


def test_dead_rules_are_listed_alone(corpus: Corpus) -> None:
    assert corpus.run("rules", "coverage", "texts", "--dead").stdout == f"{DEAD_ID}\n"


def test_rules_of_languages_that_no_document_has_are_left_out(corpus: Corpus) -> None:
    corpus.write("own/rules.toml", 'language = "de"\n' + RULE + DEAD)
    assert corpus.run("rules", "coverage", "texts", "--dead").stdout == ""
    german = corpus.run("rules", "coverage", "texts", "--dead", "--language", "de").stdout
    assert german == f"{DEAD_ID}\n"


def test_the_same_as_json(corpus: Corpus) -> None:
    found = json.loads(corpus.run("rules", "coverage", "texts", "--json").stdout)
    assert (found["documents"], found["changed"], found["dead"], found["failures"]) == (4, 3, [DEAD_ID], {})
    assert found["rules"][0] | {"most": []} == {
        "rule": RULE_ID,
        "documents": 3,
        "spans": 4,
        "alone": 8,
        "together": 32,
        "most": [],
    }
    assert found["rules"][0]["most"][0] == {"path": "texts/b.txt", "characters": 22}


def test_coverage_does_not_depend_on_the_number_of_processes(corpus: Corpus) -> None:
    assert corpus.run("rules", "coverage", "texts", "-j", "1") == corpus.run("rules", "coverage", "texts", "-j", "3")


def test_rules_of_a_site_are_dead_only_where_there_is_a_document_of_it(corpus: Corpus) -> None:
    corpus.write("own/rules.toml", 'sites = ["example.com"]\n' + RULE + DEAD)
    elsewhere = json.loads(corpus.run("rules", "coverage", "texts/a.txt", "--json").stdout)
    there = json.loads(corpus.run("rules", "coverage", "texts/a.txt", "--json", "--site", "example.com").stdout)
    assert (elsewhere["dead"], elsewhere["site_files"]) == ([], {})
    assert (there["dead"], there["site_files"]) == ([DEAD_ID], {"own/rules": 1})


def test_a_document_that_fails_is_named_and_the_rest_counted(corpus: Corpus) -> None:
    corpus.write("texts/e.html", "no page")
    done = corpus.run("rules", "coverage", "texts", "--json")
    assert done.returncode == 1
    assert list(json.loads(done.stdout)["failures"]) == ["texts/e.html"]
