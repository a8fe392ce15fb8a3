"""Which verdicts on rules are kept between runs, and which are not."""

import sys
from dataclasses import replace
from pathlib import Path

import pytest

from cleaner.authoring.lint.verdicts import passed_before, remember, verdict_key
from cleaner.commands.rules.check import Linting, RuleItem
from cleaner.rules.rule import Example, Family, Kind, Rule, RuleFile

WRONG = Rule("own/wrong", Family.META, Kind.LINE, ("Boats",), "a test", examples=(Example("Boats\nRain.", "Wind."),))
FILE = RuleFile("own", Path("own.toml"), rules=(WRONG,))


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    return tmp_path


@pytest.mark.skipif(sys.platform != "linux", reason="the cache folder of other systems is not set by XDG_CACHE_HOME")
def test_keys_are_kept_unless_the_file_is_damaged(folder: Path) -> None:
    assert passed_before() == frozenset()
    remember(["a", "b"], frozenset())
    assert passed_before() == {"a", "b"}
    remember(["c"], passed_before())
    assert passed_before() == {"a", "b", "c"}
    [kept] = folder.rglob("verdicts-*.json")
    kept.write_bytes(kept.read_bytes().replace(b'"a"', b'"x"'))
    assert passed_before() == frozenset()


def test_a_key_stands_for_all_that_a_verdict_depends_on() -> None:
    alone, beside = Linting((FILE,), (WRONG,)).keys(FILE, WRONG)
    other = replace(WRONG, match=("Piers",))
    assert verdict_key(other) != alone
    assert Linting((FILE,), (WRONG,)).keys(FILE, WRONG) == (alone, beside)
    assert Linting((FILE,), (other,)).keys(FILE, WRONG)[0] == alone
    assert Linting((FILE,), (other,)).keys(FILE, WRONG)[1] != beside
    longer = replace(FILE, rules=(WRONG, other))
    assert Linting((longer,), (WRONG,)).keys(longer, WRONG)[1] != beside


def test_what_passed_is_not_looked_at_again() -> None:
    item = RuleItem(0, 0)
    assert [problem.what for problem in Linting((FILE,), ())(item)] != []
    for key in Linting((FILE,), ()).keys(FILE, WRONG):
        assert Linting((FILE,), (), frozenset({key}))(item) == []
