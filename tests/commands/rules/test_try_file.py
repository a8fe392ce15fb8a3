"""`cleaner rules try`: what a rule file changes in documents, with no file written."""

from pathlib import Path

import pytest
from command import ORIGINAL, PAGE, RULE, RULE_ID, SNOW, Corpus

SNOW_ID = "own/rules/snow"


@pytest.fixture
def corpus(tmp_path: Path) -> Corpus:
    corpus = Corpus(tmp_path)
    corpus.write("own/rules.toml", RULE + SNOW)
    corpus.write("texts/a.txt")
    corpus.write("texts/b.txt", "It rained.\n\nSee: ice\n\nSee: more snow\n")
    corpus.write("texts/c.txt", "It rained.\n")
    corpus.write("texts/d.html", PAGE)
    return corpus


def test_what_a_file_removes_beyond_the_rest_is_shown(corpus: Corpus) -> None:
    corpus.write("own/rules.toml", SNOW)
    corpus.write("new.toml", RULE)
    corpus.write("pyproject.toml", '[tool.cleaner]\nrules = ["own/rules.toml"]\nignore = ["common/*"]\n')
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
    assert "1 of 4 documents changed: 1 span, 8 characters would be removed that are not removed now" in done.stderr


def test_a_file_that_loads_anyway_is_compared_with_the_rest(corpus: Corpus) -> None:
    done = corpus.run("rules", "try", "own/rules.toml", "texts/a.txt")
    assert done.stdout.splitlines()[0] == f"texts/a.txt:3: {RULE_ID}, {SNOW_ID}"


def test_a_phrase_is_shown_in_its_line(corpus: Corpus) -> None:
    phrase = RULE.replace('"line"', '"phrase"').replace("See: .+", r"\(see [^)]+\)").replace("See: snow", "(see snow)")
    corpus.write("own/rules.toml", phrase)
    corpus.write("texts/a.txt", "One.\nIt rained (see snow) for a week.\nTwo.\n")
    done = corpus.run("rules", "try", "own/rules.toml", "texts/a.txt")
    assert done.stdout.splitlines()[1:] == ["    One.", "  - It rained [-(see snow)-] for a week.", "    Two."]


def test_what_selectors_remove_is_shown(corpus: Corpus) -> None:
    corpus.write("site.toml", 'sites = ["example.com"]\n[html]\ndrop = [".more"]\n')
    done = corpus.run("rules", "try", "site.toml", "texts/d.html", "--site", "example.com")
    assert done.returncode == 0
    first, second, *_ = done.stdout.splitlines()
    assert first == "texts/d.html: .more removed 1 element, 66 characters"
    assert second == "texts/d.html:5: [html]"
    assert "  - [-More boats were seen" in done.stdout


def test_documents_of_another_site_are_noted(corpus: Corpus) -> None:
    corpus.write("site.toml", 'sites = ["example.com"]\n' + RULE)
    done = corpus.run("rules", "try", "site.toml", "texts/a.txt")
    assert (done.returncode, done.stdout) == (0, "")
    assert "no document is known to be from example.com; if they are, add --site example.com" in done.stderr


def test_a_bad_file_is_a_usage_error(corpus: Corpus) -> None:
    corpus.write("bad.toml", "[[rule]]\n")
    assert corpus.run("rules", "try", "bad.toml", "texts").returncode == 2
    assert corpus.run("rules", "try", "none.toml", "texts").returncode == 2


def test_documents_stay_as_they_are(corpus: Corpus) -> None:
    corpus.run("rules", "try", "own/rules.toml", "texts")
    assert corpus.read("texts/a.txt") == ORIGINAL
