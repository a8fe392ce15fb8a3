"""The packaged rules: each does what its examples show and does not change its near misses."""

import re
import textwrap
from collections import Counter
from collections.abc import Callable

import pytest

from cleaner import Cleaner
from cleaner.authoring.lint.examples import check_rule_file
from cleaner.pipeline import Options, run
from cleaner.rulefiles.added import site_of_file
from cleaner.rulefiles.packaged import packaged_common, packaged_rules, packaged_site, packaged_site_heads
from cleaner.rules.match import Matcher
from cleaner.rules.pattern import Pattern
from cleaner.rules.rule import OPT_IN, Rule, RuleFile
from cleaner.sites import UNKNOWN, host_of
from cleaner.text.decode import decode
from cleaner.text.document import Document
from cleaner.text.mark import Verb

COMMON = packaged_common()
SITES = [packaged_site(f"sites/{path.stem}") for path in sorted((packaged_rules() / "sites").glob("*.toml"))]
FILES = [*COMMON, *SITES]
RULES = [rule for file in FILES for rule in file.rules]
IDS = [rule.id for rule in RULES]
each_file = pytest.mark.parametrize("file", FILES, ids=[file.id for file in FILES])
DROPS = [rule for rule in RULES if rule.verb is Verb.DROP]
NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
# Words that a name must not contain: it names what is matched, not what is done.
DOING = {"remove", "delete", "drop", "strip", "clean", "kill"}


def test_there_are_packaged_rules() -> None:
    assert {"common/any", "common/en"} <= {file.id for file in COMMON}
    assert RULES


@pytest.mark.parametrize("file", COMMON, ids=[file.id for file in COMMON])
def test_a_common_file_is_named_after_its_language_or_opt_in_family(file: RuleFile) -> None:
    families = {str(rule.family) for rule in file.rules if rule.family in OPT_IN}
    assert {file.path.stem} == (families or {file.language or "any"})


@pytest.mark.parametrize("rule", DROPS, ids=[rule.id for rule in DROPS])
def test_examples(rule: Rule) -> None:
    applied = Options(apply_suspicious=True)  # an example may be all residue
    matcher = [Matcher([rule])]
    cleaned = [run(Document(example.before), matcher, UNKNOWN, applied).text for example in rule.examples]
    assert cleaned == [example.after for example in rule.examples]


def test_examples_of_keep_rules() -> None:
    common = [rule for file in COMMON for rule in file.rules]
    keeping = [file for file in FILES if any(rule.verb is Verb.KEEP for rule in file.rules)]
    kept = {(str(file.path), rule.name) for file in keeping for rule in file.rules if rule.verb is Verb.KEEP}
    problems = [problem for file in keeping for problem in check_rule_file(file, common)]
    assert [str(p) for p in problems if (p.path, p.rule) in kept] == []


@each_file
def test_each_pattern_compiles_and_has_an_example(file: RuleFile) -> None:
    patterns = [(rule, pattern) for rule in file.rules for pattern in (*rule.match, *rule.end)]
    assert [(rule.id, pattern) for rule, pattern in patterns if not is_shown(rule, pattern)] == []


def is_shown(rule: Rule, pattern: str) -> bool:
    """Whether the pattern matches a line of an example of its rule."""
    spans = Pattern(rule, pattern).spans
    texts = [Document(example.before) for example in rule.examples if not example.near_miss or rule.verb is Verb.KEEP]
    return any(True for text in texts for line in text.lines for _ in spans(text.logical, *line))


@each_file
def test_names_say_what_is_matched(file: RuleFile) -> None:
    names = [rule.name for rule in file.rules]
    assert [name for name in names if not NAME.fullmatch(name) or DOING & set(name.split("-"))] == []


@each_file
def test_reasons_are_short_noun_phrases(file: RuleFile) -> None:
    reasons = [rule.reason for rule in file.rules]
    assert [reason for reason in reasons if reason != reason.strip().rstrip(".") or len(reason) > 80] == []


def test_ids_are_unique() -> None:
    assert [rule_id for rule_id, count in Counter(IDS).items() if count > 1] == []


@pytest.mark.parametrize("file", COMMON, ids=[file.id for file in COMMON])
def test_common_file_is_named_for_a_language(file: RuleFile) -> None:
    assert re.fullmatch(r"common/(?:any|book|mail|[a-z]{2,3})", file.id)
    assert (file.sites, file.detect, file.disable) == ((), (), ())


@pytest.mark.parametrize("file", SITES, ids=[file.id for file in SITES])
def test_site_file_is_named_for_its_first_host(file: RuleFile) -> None:
    assert file.sites[0] == site_of_file(file.path) == host_of(file.id.removeprefix("sites/"))


def test_one_host_one_file() -> None:
    assert [host for host, count in Counter(host for file in SITES for host in file.sites).items() if count > 1] == []
    assert set(packaged_site_heads()) == {host for file in SITES for host in file.sites}


@pytest.mark.parametrize("file", SITES, ids=[file.id for file in SITES])
def test_disabled_rules_exist(file: RuleFile) -> None:
    assert set(file.disable) <= {rule.id for common in COMMON for rule in common.rules}


# Two articles of the kinds that the project was started for. Lines with + stay, lines with - are removed.

LINKS_BETWEEN = """\
+ Harbour Master Anna Lindqvist said on Tuesday after a meeting with fishermen that the northern quay will be closed.
+ “We have seen the cracks in the wall, and nobody should stand on it in winter,” Lindqvist said at the town hall.
- See: Head of the ferry company: winter timetable is not in danger
+ The fishermen had asked for a new quay in spring. They were told that there was no money for it before next year.
- See: Lighthouse. A keeper who wanted to sell the lamp was stopped
+ As reported earlier, the council decides on the budget in March, and the northern quay stands at the end of its list.
- See also  What became of the crew of the trawler? Harbour: fifth day of the search
+ Lindqvist added that she sees a way out for the boats. See also the report of the auditors, which is due in June.
"""
TICKER_AND_FOOTER = """\
- Council to Hold Seedling Fair in Market Hall | Two Hurt in Crash on the Coast Road | Ferry Fares Go Up Again in May |
+ Town will not join the water union, says mayor
+ Mayor Peter Okafor has said that the town stays out of the water union, whatever the county may\
 offer it this year. Nobody at the table had expected anything else, and the meeting was over before noon.
+ “Each town is free to choose, and ours has chosen its own springs,” he told the reporters outside the pump\
 house. The springs have never run dry, not even in the long summer of two years ago.
+ Okafor spoke after a meeting of the six mayors of the valley. They had met to talk about the price of its\
 water. It has risen twice since the old works were closed, and the people in the upper villages pay most.
+ The county has offered to pay for new pipes. It said that related news would follow when the holidays are\
 over. A spokesman would not say how much money there is, or who will have to pay it back in the end.
- Related News
- County offers to pay for pipes in the valley
- Water price rises for the third time
"""


def as_it_is(text: str) -> bytes:
    return text.encode()


def hard_wrapped(text: str) -> bytes:
    return "\n".join(textwrap.fill(line, 72) for line in text.split("\n")).encode()


def with_crlf(text: str) -> bytes:
    return text.replace("\n", "\r\n").encode()


def with_bom(text: str) -> bytes:
    return b"\xef\xbb\xbf" + text.encode()


def with_a_broken_byte(text: str) -> bytes:
    """With one invalid byte a third of the way in, in a line that stays."""
    broken = bytearray(text.encode())
    broken[broken.index(b" the ", len(broken) // 3) + 1] = 0x81
    return bytes(broken)


@pytest.fixture(scope="module")
def cleaner() -> Cleaner:
    return Cleaner()


@pytest.mark.parametrize("disguise", [as_it_is, hard_wrapped, with_crlf, with_bom, with_a_broken_byte])
@pytest.mark.parametrize("end", ["", "\n"], ids=["no final newline", "final newline"])
@pytest.mark.parametrize(
    "sketch", [pytest.param(LINKS_BETWEEN, id="links between"), pytest.param(TICKER_AND_FOOTER, id="ticker and footer")]
)
def test_exactly_the_right_lines_go(sketch: str, end: str, disguise: Callable[[str], bytes], cleaner: Cleaner) -> None:
    lines = sketch.splitlines()
    text = decode(disguise("\n\n".join(line[2:] for line in lines) + end)).text
    clean = decode(disguise("\n\n".join(line[2:] for line in lines if line[0] == "+") + end)).text
    result = cleaner.clean(text)
    # The broken byte is at another place in the shorter text.
    damage = ("\N{REPLACEMENT CHARACTER}he", "the") if disguise is with_a_broken_byte else ("", "")
    assert result.text.replace(*damage) == clean.replace(*damage)
    assert result.undo() == text
    assert result.problems == ()
