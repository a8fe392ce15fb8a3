"""`cleaner rules list` and `cleaner rules show`."""

from command import RULE_ID, Corpus


def test_list_prints_the_rules_that_would_run(corpus: Corpus) -> None:
    done = corpus.run("rules", "list")
    assert done.stdout == f"{RULE_ID}  related     line    link to another story\n"
    assert done.stderr == "not listed: the rules of book and mail, which run only with --select book --select mail\n"


def test_list_prints_the_rules_of_an_opt_in_family_that_is_selected(corpus: Corpus) -> None:
    listed = corpus.run("rules", "list", "--select", "mail")
    assert "common/mail/quoted-line" in listed.stdout
    assert "common/book/" not in listed.stdout
    assert listed.stderr == "not listed: the rules of book, which run only with --select book\n"


def test_show_prints_all_of_a_rule(corpus: Corpus) -> None:
    shown = corpus.run("rules", "show", RULE_ID).stdout
    for line in (RULE_ID, "  family   related", "  match    See: .+", "    | See: snow", "  stays the same:"):
        assert line in shown.splitlines()


def test_show_offers_the_nearest_id(corpus: Corpus) -> None:
    done = corpus.run("rules", "show", "own/rules/sea")
    assert done.returncode == 2
    assert f"did you mean '{RULE_ID}'?" in done.stderr


def test_show_says_that_a_rule_runs_only_if_its_family_is_selected(corpus: Corpus) -> None:
    shown = corpus.run("rules", "show", "common/book/running-head").stdout.splitlines()
    assert "  family   book, only with --select book" in shown
    assert "  recurs   at least 3 times" in shown
