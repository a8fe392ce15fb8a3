"""`cleaner rules coverage` and `cleaner rules try`: what rules take from documents, with nothing written."""

import json
from pathlib import Path

import pytest
from command import ORIGINAL, RULE, RULE_ID, Corpus

SNOW = RULE.replace('"see"', '"snow"').replace("See: .+", "See: .*snow.*")
DEAD = RULE.replace('"see"', '"look"').replace("See: ", "Look: ")
SNOW_ID, DEAD_ID = "own/rules/snow", "own/rules/look"
PAGE = (
    "<html><body><article>"
    + "".join(
        f"<p>The {what} was closed on Monday, and it will not open before the summer of next year.</p>"
        for what in ("harbour", "bridge", "school", "market")
    )
    + "<p>See: snow</p>"
    + '<div class="more"><p>More boats were seen on the lake than in any year before this one.</p></div>'
    + "</article></body></html>"
)


@pytest.fixture
def corpus(tmp_path: Path) -> Corpus:
    corpus = Corpus(tmp_path)
    corpus.write("own/rules.toml", RULE + SNOW + DEAD)
    corpus.write("texts/a.txt")
    corpus.write("texts/b.txt", "It rained.\n\nSee: ice\n\nSee: more snow\n")
    corpus.write("texts/c.txt", "It rained.\n")
    corpus.write("texts/d.html", PAGE)
    return corpus


def test_the_table_says_what_each_rule_took(corpus: Corpus) -> None:
    before = corpus.names()
    done = corpus.run("rules", "coverage", "texts")
    assert (done.returncode, corpus.names()) == (0, before)
    heading, *rows = [line.split() for line in done.stdout.splitlines()]
    assert heading == ["rule", "documents", "spans", "alone", "together", "most", "in"]
    named = "texts/b.txt (22), texts/a.txt (9), texts/d.html (9)"
    assert rows[0] == [RULE_ID, "3", "4", "8", "32", *named.split()]
    assert rows[1][:5] == [SNOW_ID, "3", "3", "0", "32"]
    assert [" ".join(row) for row in rows[2:]] == ["dead, 1 rules:", DEAD_ID]
    assert "4 documents of 0 sites with rules, 3 changed; 2 rules took" in done.stderr


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


def test_try_shows_what_a_file_takes_beyond_the_rest(corpus: Corpus) -> None:
    corpus.write("own/rules.toml", SNOW)
    corpus.write("new.toml", RULE)
    corpus.configure('ignore = ["x"]\n')
    corpus.write("pyproject.toml", '[tool.cleaner]\nrules = ["own/rules.toml"]\nselect = ["own/rules/*", "*/see"]\n')
    before = corpus.names()
    done = corpus.run("rules", "try", "new.toml", "texts", "-j", "1")
    assert (done.returncode, corpus.names()) == (0, before)
    rule = f"{corpus.folder.name}/new/see"
    assert done.stdout.splitlines() == [
        f"texts/b.txt:3: {rule}",
        "    It rained.",
        "  - [-See: ice-]",
        "    See: more snow",
    ]
    assert "1 of 4 documents touched, 1 spans, 8 characters beyond what is taken now" in done.stderr


def test_try_of_a_file_that_loads_anyway_shows_what_it_adds(corpus: Corpus) -> None:
    done = corpus.run("rules", "try", "own/rules.toml", "texts/a.txt")
    assert done.stdout.splitlines()[0] == f"texts/a.txt:3: {RULE_ID}, {SNOW_ID}"


def test_try_of_a_phrase_shows_its_line(corpus: Corpus) -> None:
    phrase = RULE.replace('"line"', '"phrase"').replace("See: .+", r"\(see [^)]+\)").replace("See: snow", "(see snow)")
    corpus.write("own/rules.toml", phrase)
    corpus.write("texts/a.txt", "One.\nIt rained (see snow) for a week.\nTwo.\n")
    done = corpus.run("rules", "try", "own/rules.toml", "texts/a.txt")
    assert done.stdout.splitlines()[1:] == ["    One.", "  - It rained [-(see snow)-] for a week.", "    Two."]


def test_try_shows_what_selectors_take(corpus: Corpus) -> None:
    corpus.write("site.toml", 'sites = ["example.com"]\n[html]\ndrop = [".more"]\n')
    done = corpus.run("rules", "try", "site.toml", "texts/d.html", "--site", "example.com")
    assert done.returncode == 0
    first, second, *_ = done.stdout.splitlines()
    assert first == "texts/d.html: .more took 1 elements, 66 characters"
    assert second == "texts/d.html:5: [html]"
    assert "  - [-More boats were seen" in done.stdout


def test_try_says_where_no_document_is_of_the_site(corpus: Corpus) -> None:
    corpus.write("site.toml", 'sites = ["example.com"]\n' + RULE)
    done = corpus.run("rules", "try", "site.toml", "texts/a.txt")
    assert (done.returncode, done.stdout) == (0, "")
    assert "no document is from example.com; if they are, say so with --site example.com" in done.stderr


def test_try_of_a_bad_file_is_a_usage_error(corpus: Corpus) -> None:
    corpus.write("bad.toml", "[[rule]]\n")
    assert corpus.run("rules", "try", "bad.toml", "texts").returncode == 2
    assert corpus.run("rules", "try", "none.toml", "texts").returncode == 2


def test_a_text_stays_as_it_was(corpus: Corpus) -> None:
    corpus.run("rules", "try", "own/rules.toml", "texts")
    assert corpus.read("texts/a.txt") == ORIGINAL
