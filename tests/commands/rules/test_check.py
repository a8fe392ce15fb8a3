"""`cleaner rules check`: which problems it finds, and in which words and formats it prints them."""

import json

import pytest
from command import RULE, Corpus


def with_match(pattern: str) -> str:
    return RULE.replace("See: .+", pattern)


SITE = 'sites = ["example.com"]\n'
SECOND = RULE.replace('"see"', '"see-too"').replace("snow", "ice")


# Name of the case, a rule file, and a part of the message about it.
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
def test_problems(corpus: Corpus, content: str, said: str) -> None:
    corpus.write("own/rules.toml", content)
    done = corpus.run("rules", "check", "own", "--jobs", "1")
    assert done.returncode == 1, done
    assert all(line.startswith("own/rules.toml: ") for line in done.stdout.splitlines())
    assert said in done.stdout


def test_all_files_are_checked_even_if_one_is_broken(corpus: Corpus) -> None:
    corpus.write("own/a.toml", "[[rule")
    corpus.write("own/b.toml", with_match("See: .+|x?"))
    corpus.write("own/rules.toml", 'disable = ["common/en/none"]')
    done = corpus.run("rules", "check", "own")
    assert [line.partition(":")[0] for line in done.stdout.splitlines()] == [
        "own/a.toml",
        "own/rules.toml",
        "own/b.toml",
    ]
    assert done.stderr.endswith("1 rule in 3 files: 3 problems\n")


def test_warnings_in_the_formats_for_machines(corpus: Corpus) -> None:
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


def test_the_output_does_not_depend_on_the_number_of_processes(corpus: Corpus) -> None:
    corpus.write("own/rules.toml", RULE + SECOND + SECOND.replace("see-too", "third").replace(".+", ".+|x?"))
    assert corpus.run("rules", "check", "own", "-j", "1") == corpus.run("rules", "check", "own", "-j", "3")


def test_rules_without_problems(corpus: Corpus) -> None:
    done = corpus.run("rules", "check", "own")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "1 rule in 1 file: no problems\n")


# Content of a rule file that cannot be used, and a part of the message about it.
BROKEN = [
    (RULE.replace('It rained.\n"""\n[[rule.example]]\nsame', 'It snowed.\n"""\n[[rule.example]]\nsame'), "example 1"),
    (RULE.replace("See the snow", "See: the snow"), "from a near miss"),
    (RULE.replace("reason", "raeson"), "raeson"),
    (RULE.replace("See: .+", "See: (.+"), "field 'match'"),
    ("[[rule", "not TOML"),
]


@pytest.mark.parametrize(("rules", "said"), BROKEN)
def test_broken_rule_files(corpus: Corpus, rules: str, said: str) -> None:
    corpus.write("own/rules.toml", rules)
    done = corpus.run("rules", "check", "own")
    assert done.returncode == 1
    assert "own/rules.toml" in done.stdout
    assert said in done.stdout


def test_formats_for_machines(corpus: Corpus) -> None:
    corpus.write("own/rules.toml", "[[rule")
    (problem,) = json.loads(corpus.run("rules", "check", "own", "--format", "json").stdout)
    assert set(problem) == {"path", "rule", "field", "what", "fix", "severity"}
    assert corpus.run("rules", "check", "own", "--format", "github").stdout.startswith("::error file=own/rules.toml::")


def test_two_files_for_one_host(corpus: Corpus) -> None:
    for name in ("a", "b"):
        corpus.write(f"two/{name}.toml", 'sites = ["example.com"]\n' + RULE)
    done = corpus.run("rules", "check", "two")
    assert done.returncode == 1
    assert "example.com" in done.stdout


@pytest.mark.parametrize("path", ["nowhere", "texts"])
def test_a_path_without_rule_files_is_a_usage_error(corpus: Corpus, path: str) -> None:
    corpus.write("texts/a.txt")
    assert corpus.run("rules", "check", path).returncode == 2


@pytest.mark.slow
def test_the_packaged_rules_are_checked_if_no_path_is_given(corpus: Corpus) -> None:
    done = corpus.run("rules", "check")
    assert done.returncode == 0, done.stdout
    assert done.stderr.endswith("no problems\n")


def test_a_site_config_is_a_usage_error(corpus: Corpus) -> None:
    corpus.write("example.com.txt", "body: //article\n")
    done = corpus.run("rules", "check", "example.com.txt")
    assert done.returncode == 2
    assert "a site config, not a rule file; `cleaner rules import` checks site configs" in done.stderr
