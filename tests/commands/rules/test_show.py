"""`cleaner rules list` and `cleaner rules show`."""

from command import RULE_ID, Corpus


def test_list_prints_the_rules_that_would_run(corpus: Corpus) -> None:
    assert corpus.run("rules", "list").stdout == f"{RULE_ID}  related     line    link to another story\n"


def test_show_prints_all_of_a_rule(corpus: Corpus) -> None:
    shown = corpus.run("rules", "show", RULE_ID).stdout
    for line in (RULE_ID, "  family   related", "  match    See: .+", "    | See: snow", "  stays the same:"):
        assert line in shown.splitlines()


def test_show_offers_the_nearest_id(corpus: Corpus) -> None:
    done = corpus.run("rules", "show", "own/rules/sea")
    assert done.returncode == 2
    assert f"did you mean '{RULE_ID}'?" in done.stderr
