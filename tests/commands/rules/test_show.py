"""`cleaner rules`."""

import json
from pathlib import Path

import pytest
from command import RULE, RULE_ID, Corpus


@pytest.fixture
def corpus(tmp_path: Path) -> Corpus:
    return Corpus(tmp_path)


def test_list_prints_the_rules_that_take_part(corpus: Corpus) -> None:
    assert corpus.run("rules", "list").stdout == f"{RULE_ID}  related     line    link to another story\n"


def test_show_prints_all_of_a_rule(corpus: Corpus) -> None:
    shown = corpus.run("rules", "show", RULE_ID).stdout
    for line in (RULE_ID, "  family   related", "  match    See: .+", "    | See: snow", "  stays untouched:"):
        assert line in shown.splitlines()


def test_show_offers_the_nearest_id(corpus: Corpus) -> None:
    done = corpus.run("rules", "show", "own/rules/sea")
    assert done.returncode == 2
    assert f"did you mean '{RULE_ID}'?" in done.stderr


@pytest.mark.slow
def test_the_packaged_rules_are_checked_where_no_path_is_given(corpus: Corpus) -> None:
    done = corpus.run("rules", "check")
    assert done.returncode == 0, done.stdout
    assert done.stderr.endswith("all right\n")


def test_check_of_right_rules(corpus: Corpus) -> None:
    done = corpus.run("rules", "check", "own")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "1 rules in 1 files: all right\n")


# what stands wrong in a rule file, and what is said of it
WRONG = [
    (RULE.replace('It rained.\n"""\n[[rule.example]]\nsame', 'It snowed.\n"""\n[[rule.example]]\nsame'), "example 1"),
    (RULE.replace("See the snow", "See: the snow"), "from a near miss"),
    (RULE.replace("reason", "raeson"), "raeson"),
    (RULE.replace("See: .+", "See: (.+"), "field 'match'"),
    ("[[rule", "not TOML"),
]


@pytest.mark.parametrize(("rules", "said"), WRONG)
def test_check_says_what_is_wrong(corpus: Corpus, rules: str, said: str) -> None:
    corpus.write("own/rules.toml", rules)
    done = corpus.run("rules", "check", "own")
    assert done.returncode == 1
    assert "own/rules.toml" in done.stdout
    assert said in done.stdout


def test_check_in_the_formats_of_machines(corpus: Corpus) -> None:
    corpus.write("own/rules.toml", "[[rule")
    (problem,) = json.loads(corpus.run("rules", "check", "own", "--format", "json").stdout)
    assert set(problem) == {"path", "rule", "field", "what", "mend", "severity"}
    assert corpus.run("rules", "check", "own", "--format", "github").stdout.startswith("::error file=own/rules.toml::")


def test_check_finds_two_files_for_one_host(corpus: Corpus) -> None:
    for name in ("a", "b"):
        corpus.write(f"two/{name}.toml", 'sites = ["example.com"]\n' + RULE)
    done = corpus.run("rules", "check", "two")
    assert done.returncode == 1
    assert "example.com" in done.stdout


@pytest.mark.parametrize("path", ["nowhere", "texts"])
def test_check_of_nothing_is_a_usage_error(corpus: Corpus, path: str) -> None:
    corpus.write("texts/a.txt")
    assert corpus.run("rules", "check", path).returncode == 2


def test_a_new_rule_file_is_right_as_it_stands(corpus: Corpus) -> None:
    printed = corpus.run("rules", "new", "www.example.com").stdout
    assert 'sites = ["example.com"]' in printed
    assert corpus.run("rules", "new", "example.com", "-o", "new.toml").returncode == 0
    assert corpus.read("new.toml") == printed
    assert corpus.run("rules", "check", "new.toml").returncode == 0


def test_a_new_rule_file_replaces_none(corpus: Corpus) -> None:
    assert corpus.run("rules", "new", "example.com", "-o", "own/rules.toml").returncode == 2
    assert corpus.read("own/rules.toml") == RULE
    assert corpus.run("rules", "new", "not a host").returncode == 2
