"""What stays compiled in a process."""

from pathlib import Path

from cleaner.compiled import SITES, Compiled
from cleaner.rulefiles.shelf import Shelf
from cleaner.rules.rule import Family, Kind, Rule, RuleFile
from cleaner.rules.settings import NO_SETTINGS
from cleaner.text.languages import UNKNOWN_LANGUAGES

RULE = Rule("ferry", Family.SHARE, Kind.LINE, ("Share this ferry",), "why")


def file_of_site(number: int) -> RuleFile:
    host = f"ferry{number}.example"
    return RuleFile(f"sites/{host}", Path(f"{host}.toml"), (host,), rules=(RULE,))


def test_the_patterns_of_a_site_that_comes_no_more_are_forgotten() -> None:
    compiled = Compiled(NO_SETTINGS, Shelf(()))
    first = compiled.matchers(UNKNOWN_LANGUAGES, file_of_site(0))[-1]
    for number in range(SITES):
        compiled.matchers(UNKNOWN_LANGUAGES, file_of_site(number + 1))
    assert compiled.matchers(UNKNOWN_LANGUAGES, file_of_site(0))[-1] is first
    for number in range(SITES + 1):
        compiled.matchers(UNKNOWN_LANGUAGES, file_of_site(number + 1))
    assert compiled.matchers(UNKNOWN_LANGUAGES, file_of_site(0))[-1] is not first
