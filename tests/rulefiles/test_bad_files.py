"""Bad rules of a user: a broken file stops the run before the first document, a slow rule does not."""

import json
from pathlib import Path

import pytest
from command import CLEAN, RULE, Corpus

BROKEN = {
    "not TOML": "[[rule",
    "not UTF-8": "reason = 'caf\xe9'".encode("latin-1"),
    "unknown key": RULE.replace("reason", "raeson"),
    "bad pattern": RULE.replace("See: .+", "See: (.+"),
    "no near miss": RULE.partition("[[rule.example]]\nsame")[0],
    "public suffix": 'sites = ["co.uk"]\n' + RULE,
    "bad selector": 'sites = ["example.com"]\n[html]\ndrop = ["//p[re:test(., \'a\')]"]',
    "disables a rule that does not exist": 'disable = ["common/en/none"]\n' + RULE,
}
SLOW = (
    RULE.replace('"see"', '"slow"').replace("See: .+", r"See: \w*\w*\w*[wx]").replace('"line"', '"phrase"')
)  # a phrase is tried on lines of any length


@pytest.fixture
def corpus(tmp_path: Path) -> Corpus:
    corpus = Corpus(tmp_path)
    for name in ("texts/a.txt", "texts/b.txt"):
        corpus.write(name)
    return corpus


@pytest.mark.parametrize("content", BROKEN.values(), ids=BROKEN)
@pytest.mark.parametrize("command", ["clean", "check"])
def test_a_broken_file_stops_the_run_before_the_first_document(
    corpus: Corpus, command: str, content: str | bytes
) -> None:
    corpus.write("own/broken.toml", content)
    before = corpus.names()
    done = corpus.run(command, "texts", "--rules", "own", "--verbose")
    assert (done.returncode, done.stdout, corpus.names()) == (2, "", before)
    [line] = done.stderr.splitlines()
    assert line.startswith("cleaner: own/broken.toml: ")


def test_a_slow_rule_makes_a_document_suspicious_and_the_run_continues(corpus: Corpus) -> None:
    corpus.write("own/rules.toml", RULE + SLOW.replace('kind = "line"', 'kind = "phrase"'))
    too_long = f"See: {'_' * 100_000}"  # for a line of its family, so that no rule removes it
    corpus.write("texts/aa.txt", f"It rained.\n\nSee: snow\n\n{too_long}\n")
    done = corpus.run("clean", "texts", "--jobs", "1", "--json")
    assert done.returncode == 0
    assert done.stderr == "texts/aa.txt: suspicious: rule own/rules/slow ran out of time\n"
    summary = json.loads(done.stdout)
    assert (summary["documents"], summary["suspicious"], summary["failures"]) == (3, 1, {})
    clean = [corpus.read(f"texts/{name}.clean.txt") for name in ("a", "aa", "b")]
    assert clean == [CLEAN, f"It rained.\n\n{too_long}\n", CLEAN]


def test_rules_check_reports_a_slow_rule(corpus: Corpus) -> None:
    corpus.write("own/rules.toml", RULE + SLOW)
    done = corpus.run("rules", "check", "own")
    assert done.returncode == 1
    assert r"rule 'slow': field 'match': 'See: \\w*\\w*\\w*[wx]' is slow on 'See: ' and '_' 25,000 times" in done.stdout
