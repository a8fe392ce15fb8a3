"""`cleaner rules check`: what it finds, in which words and formats."""

import json
from pathlib import Path

import pytest
from command import RULE, Corpus


@pytest.fixture
def corpus(tmp_path: Path) -> Corpus:
    return Corpus(tmp_path)


def with_match(pattern: str) -> str:
    return RULE.replace("See: .+", pattern)


SITE = 'sites = ["example.com"]\n'
SECOND = RULE.replace('"see"', '"see-too"').replace("snow", "ice")

# what is wrong, the rule file, what is said of it
WRONG = [
    (
        "unknown key",
        RULE.replace("reason", "raeson"),
        "rule 'see': field 'raeson': unknown key; did you mean 'reason'?",
    ),
    (
        "empty match",
        with_match("See: .+|x?"),
        "rule 'see': field 'match': 'See: .+|x?' matches the empty string; make ",
    ),
    (
        "nested",
        with_match(r"See: (?:\w+ ?)+"),
        "has ambiguous nested repeats: (?:\\w+ ?)+; begin",
    ),
    ("slow", with_match(r"See: \w*\w*\w*[wx]"), "is slow on 'See: ' and '_' 25,000 times; bound its repeats"),
    (
        "unshown",
        RULE.replace("'''See: .+'''", "['''See: .+''', '''Look: .+''']"),
        "no example matches 'Look: .+'; add an example",
    ),
    ("duplicate", RULE + SECOND, "warning: rule 'see-too': field 'match': own/rules/see has the pattern 'See: .+' too"),
    ("shadowed", RULE + SECOND.replace(": .+", ": ic."), "rule 'see-too': field 'match': is shadowed: own/rules/see"),
    (
        "disabled",
        'disable = ["common/en/see-alsa"]\n' + RULE,
        "there is no rule common/en/see-alsa; did you mean 'common/",
    ),
    (
        "suffix",
        'sites = ["co.uk"]\n' + RULE,
        "field 'sites': anyone can have a host under co.uk, so it is not a site; name",
    ),
    (
        "re:test",
        SITE + "[html]\ndrop = [\"//p[re:test(., '(a+)+$')]\"]",
        "field 'html.drop': 're:' is not known here; use",
    ),
    ("sign", SITE + "detect = ['''x*''']\n" + RULE, "field 'detect': 'x*' matches the empty string"),
]


@pytest.mark.parametrize(("content", "said"), [pytest.param(*case[1:], id=case[0]) for case in WRONG])
def test_what_is_wrong(corpus: Corpus, content: str, said: str) -> None:
    corpus.write("own/rules.toml", content)
    done = corpus.run("rules", "check", "own", "--jobs", "1")
    assert done.returncode == 1, done
    assert all(line.startswith("own/rules.toml: ") for line in done.stdout.splitlines())
    assert said in done.stdout


def test_all_files_are_checked_though_one_is_broken(corpus: Corpus) -> None:
    corpus.write("own/a.toml", "[[rule")
    corpus.write("own/b.toml", with_match("See: .+|x?"))
    corpus.write("own/rules.toml", 'disable = ["common/en/none"]')
    done = corpus.run("rules", "check", "own")
    assert [line.partition(":")[0] for line in done.stdout.splitlines()] == [
        "own/a.toml",
        "own/rules.toml",
        "own/b.toml",
    ]
    assert done.stderr.endswith("1 rules in 3 files: 3 problems\n")


def test_warnings_in_the_formats_of_machines(corpus: Corpus) -> None:
    corpus.write("own/rules.toml", RULE + SECOND)
    done = corpus.run("rules", "check", "own", "--format", "json")
    assert done.returncode == 1
    found = json.loads(done.stdout)
    assert {(problem["severity"], problem["rule"], problem["field"]) for problem in found} == {
        ("warning", "see-too", "match")
    }
    lines = corpus.run("rules", "check", "own", "--format", "github").stdout.splitlines()
    assert len(lines) == len(found)
    assert all(
        line.startswith("::warning file=own/rules.toml::own/rules.toml: warning: rule 'see-too'") for line in lines
    )


def test_the_output_is_the_same_with_more_jobs(corpus: Corpus) -> None:
    corpus.write("own/rules.toml", RULE + SECOND + SECOND.replace("see-too", "third").replace(".+", ".+|x?"))
    assert corpus.run("rules", "check", "own", "-j", "1") == corpus.run("rules", "check", "own", "-j", "3")
