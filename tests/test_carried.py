"""A `Cleaner` is pickled and copied, fresh or used, and cleans elsewhere as it does here."""

import copy
import os
import pickle
import subprocess
import sys
from collections.abc import Callable
from multiprocessing import get_all_start_methods, get_context
from pathlib import Path

import pytest

from cleaner import Cleaner, DocumentError, RuleError, Settings
from cleaner import carried as carried_module
from cleaner.errors import PatternError, UsageError
from cleaner.pyproject import ConfigError
from cleaner.rules.rule import Family
from cleaner.sites import Site
from cleaner.text.functionwords import Language

RULES = """
sites = ["quay.example.net"]
detect = ["A Quay Paper"]
[[rule]]
name = "tide"
family = "meta"
kind = "line"
match = ["Tide table for .+"]
reason = "a test"
[[rule.example]]
before = "Tide table for May"
after = ""
[[rule.example]]
same = "Tide table for"
[html]
drop = ["aside"]
"""
TEXT = "The ferry is late again.\nTide table for Monday\n"
SITES = ["quay.example.net", None, "pier.example.net"]
CONFIG = "body: //article\nstrip: //nav\nno_such_key: 1\n"
SETTINGS = Settings(select=("quay/*",), keep_families=frozenset(Family) - {Family.META}, language=(Language.ENGLISH,))


def pickled(cleaner: Cleaner) -> Cleaner:
    copied: Cleaner = pickle.loads(pickle.dumps(cleaner))  # noqa: S301  (our own)
    return copied


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with the rule file of one site and the site config of another."""
    (tmp_path / "quay").mkdir()
    (tmp_path / "quay/quay.example.net.toml").write_text(RULES, encoding="utf-8")
    (tmp_path / "quay/pier.example.net.txt").write_text(CONFIG, encoding="utf-8")
    return tmp_path / "quay"


def of(folder: Path) -> Cleaner:
    return Cleaner([folder], SETTINGS)


@pytest.mark.parametrize("copied", [pickled, copy.copy, copy.deepcopy])
@pytest.mark.parametrize("used", [False, True])
def test_a_copy_cleans_as_the_cleaner_does(folder: Path, copied: Callable[[Cleaner], Cleaner], *, used: bool) -> None:
    cleaner = of(folder)
    expected = of(folder).clean(TEXT, site="quay.example.net")
    if used:
        cleaner.clean(TEXT, site="quay.example.net")
        cleaner.clean_html("<article><p>The ferry is late.</p></article>", site="pier.example.net")
    other = copied(cleaner)
    assert other.clean(TEXT, site="quay.example.net") == expected
    assert expected.text == "The ferry is late again.\n"
    assert other.settings == SETTINGS


def test_rules_travel_and_their_files_may_stay_behind(folder: Path) -> None:
    state = pickle.dumps(of(folder))
    for path in folder.iterdir():
        path.unlink()
    cleaner = pickle.loads(state)  # noqa: S301  (our own)
    assert cleaner.clean(TEXT, site="quay.example.net").text == "The ferry is late again.\n"
    config = cleaner.site_file(Site("pier.example.net"))
    assert config.html.content == ("//article",)
    assert config.html.drop == ("//nav",)


def test_what_is_compiled_stays_behind(folder: Path) -> None:
    cleaner = of(folder)
    state = pickle.dumps(cleaner)
    cleaner.clean(TEXT, site="quay.example.net")
    assert pickle.dumps(cleaner) == state
    assert len(state) < 2000


def test_a_pickle_is_the_same_in_every_process(folder: Path) -> None:
    """What caches ask for that compare pickles. The other process reads the pickle, cleans, and pickles it again."""
    code = (
        "import pickle, sys\n"
        "cleaner = pickle.load(sys.stdin.buffer)\n"
        "assert cleaner.clean(sys.argv[1], site='quay.example.net').removed\n"
        "sys.stdout.buffer.write(pickle.dumps(cleaner))"
    )
    state = pickle.dumps(of(folder))
    command = [sys.executable, "-c", code, TEXT]
    environment = {**os.environ, "PYTHONHASHSEED": "1"}
    assert subprocess.run(command, input=state, capture_output=True, check=True, env=environment).stdout == state


@pytest.mark.slow
@pytest.mark.parametrize("start", get_all_start_methods())
def test_a_pool_of_processes_cleans_with_it(folder: Path, start: str) -> None:
    cleaner = of(folder)
    expected = [cleaner.clean(TEXT, site) for site in SITES]
    with get_context(start).Pool(1) as pool:
        assert pool.starmap(cleaner.clean, [(TEXT, site) for site in SITES]) == expected
        with pytest.raises(UsageError, match="'no host' is no host"):
            pool.apply(cleaner.clean, (TEXT, "no host"))


def test_two_cleaners_with_the_same_rules_have_one_pickle(folder: Path) -> None:
    assert pickle.dumps(of(folder)) == pickle.dumps(of(folder))
    before = pickle.dumps(of(folder))
    file = folder / "quay.example.net.toml"
    file.write_text(RULES.replace("Tide table", "Tide tables"), encoding="utf-8")
    assert pickle.dumps(of(folder)) != before
    assert len({pickle.dumps(Cleaner(settings=settings)) for settings in (Settings(), SETTINGS_OFF)}) == 2


SETTINGS_OFF = Settings(heuristics=False)


def test_other_packaged_rules_are_an_error(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As on a node of a cluster with another release: it would give other texts without a word."""
    state = pickle.dumps(of(folder))
    monkeypatch.setattr(carried_module, "_packaged", lambda: "another digest")
    with pytest.raises(UsageError, match="install the same article-cleaner in both places"):
        pickle.loads(state)  # noqa: S301  (our own)


def test_a_result_can_be_pickled(folder: Path) -> None:
    result = of(folder).clean(TEXT, site="quay.example.net")
    assert pickle.loads(pickle.dumps(result)) == result  # noqa: S301  (our own)


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (
            RuleError("a.toml", "what", "fix", rule="tide", field="match"),
            "a.toml: rule 'tide': field 'match': what; fix",
        ),
        (RuleError(Path("a.toml"), "what", "fix"), "a.toml: what; fix"),
        (PatternError("what", "fix"), "what; fix"),
        (DocumentError("binary", "it holds NUL"), "binary: it holds NUL"),
        (ConfigError(Path("cleaner.toml"), "what", "fix", field="jobs"), "cleaner.toml: field 'jobs': what; fix"),
        (UsageError("no such rule"), "no such rule"),
    ],
)
def test_errors_can_be_pickled(error: Exception, said: str) -> None:
    """An error that cannot hangs a `multiprocessing.Pool` whose worker raises it."""
    other = pickle.loads(pickle.dumps(error))  # noqa: S301  (our own)
    assert (type(other), str(other), vars(other)) == (type(error), said, vars(error))
