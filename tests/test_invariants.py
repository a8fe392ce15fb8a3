"""Properties that hold for every text and every rule."""

import random
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from cleaner import Cleaner
from cleaner.passes import MOST_PASSES, settle
from cleaner.pipeline import run
from cleaner.result import Result
from cleaner.rulefiles.packaged import packaged_common, packaged_site, packaged_site_heads
from cleaner.rules.match import Matcher
from cleaner.rules.parse import PROSE
from cleaner.rules.pattern import Pattern
from cleaner.rules.rule import Family, Kind, Rule
from cleaner.sites import UNKNOWN
from cleaner.text.decode import decode
from cleaner.text.document import Document
from cleaner.text.mark import Verb
from cleaner.text.scripts import UNSPACED
from cleaner.text.zones import Where

SAMPLES = Path(__file__).parent.parent / "samples"

WORDS = ("Zq", "Zqs", "Share", "one", "Two.", "3", "café", "की", "水", "ﬁn", "İs", "(", ")", ",", ".", "—", "_", "🎈")
SPACES = ("\n", "\n\n", "\r\n", "\r", " ", "  ", "\t", "\xa0", "\u2028", "\x85", "\f", "\n \n", "")
SENTENCE = PROSE.partition("\n")[0]
texts = st.lists(
    st.one_of(st.sampled_from(WORDS), st.sampled_from(SPACES), st.sampled_from(SPACES), st.just(SENTENCE)), max_size=40
).map("".join)
MATCHES = (
    "Zq",
    "Zqs?",
    "Share",
    "one",
    "Zq .*",
    r".*\d",
    r"\w+",
    "(?:one|Zq) Share",
    r"\W+",
    "a",
    r"Zq\s*",
    "水",
    "f?",
)


@st.composite
def rules(draw: st.DrawFn) -> list[Rule]:
    """Up to five rules of any kind, verb and zone."""
    kinds = draw(st.lists(st.sampled_from(Kind), min_size=1, max_size=5))
    return [
        Rule(
            f"t/t/{n}",
            Family.META,
            kind,
            tuple(draw(st.lists(st.sampled_from(MATCHES), min_size=1, max_size=2))),
            "why",
            draw(st.sampled_from(Where)),
            draw(st.sampled_from([Verb.DROP, Verb.DROP, Verb.KEEP])),
            ("Two.", "one") if kind is Kind.BLOCK else (),
            5 if kind is Kind.BLOCK else 0,
            draw(st.booleans()),
        )
        for n, kind in enumerate(kinds)
    ]


def cleaned(text: str, given_rules: Sequence[Rule]) -> Result:
    return run(Document(text), [Matcher(given_rules)], UNKNOWN)


def joints(text: str, result: Result) -> list[tuple[str, str]]:
    """For each place where text was removed: what is left of the text before it and after it."""
    removed = {i for piece in result.removed for i in range(piece.start, piece.start + len(piece.text))}
    ends = sorted({i + 1 for i in removed} - removed | ({len(text)} if len(text) - 1 in removed else set()))
    return [
        (
            "".join(char for i, char in enumerate(text[:end]) if i not in removed),
            "".join(char for i, char in enumerate(text[end:], end) if i not in removed),
        )
        for end in ends
    ]


def line_ends(text: str) -> int:
    return len(re.findall(r"\r\n|\n|\r", text))


@settings(max_examples=100)
@given(text=texts, given_rules=rules())
def test_output_is_the_original_without_what_was_removed(text: str, given_rules: list[Rule]) -> None:
    result = cleaned(text, given_rules)
    removed = {i for piece in result.removed for i in range(piece.start, piece.start + len(piece.text))}
    assert result.text == "".join(char for i, char in enumerate(text) if i not in removed)
    assert result.undo() == text


@settings(max_examples=100)
@given(text=texts, given_rules=rules())
def test_removed_text_and_marks_are_in_bounds(text: str, given_rules: list[Rule]) -> None:
    result = cleaned(text, given_rules)
    position = 0
    for piece in result.removed:
        assert position <= piece.start
        assert piece.text
        assert piece.rules == tuple(sorted(set(piece.rules)))
        assert piece.rules
        assert text.startswith(piece.text, piece.start)
        position = piece.start + len(piece.text)
    drops = {rule.id for rule in given_rules if rule.verb is Verb.DROP}
    assert all(0 <= mark.start < mark.end <= len(text) and mark.rule in drops for mark in result.marks)
    assert {mark.rule for mark in result.marks} == {rule for p in result.removed for rule in p.rules} - {"seam"}


@settings(max_examples=100)
@given(text=texts, given_rules=rules())
def test_no_two_words_are_joined(text: str, given_rules: list[Rule]) -> None:
    for before, after in joints(text, cleaned(text, given_rules)):
        left, right = before[-1:], after[:1]
        if left and right and not UNSPACED.match(left) and not UNSPACED.match(right):
            assert not all(char.isalnum() or unicodedata.category(char)[0] == "M" for char in (left, right))


@settings(max_examples=100)
@given(text=texts, given_rules=rules())
def test_at_most_one_blank_line_where_text_was_removed(text: str, given_rules: list[Rule]) -> None:
    for before, after in joints(text, cleaned(text, given_rules)):
        left, right = before[len(before.rstrip()) :], after[: len(after) - len(after.lstrip())]
        most = 2 if before.strip() and after.strip() else 0 if after.strip() else 1
        assert line_ends(left + right) <= most


@settings(max_examples=100)
@given(text=texts, given_rules=rules())
def test_final_newline_if_and_only_if_the_original_had_one(text: str, given_rules: list[Rule]) -> None:
    result = cleaned(text, given_rules)
    if result.text.strip():
        assert result.text.endswith(("\n", "\r")) == text.endswith(("\n", "\r"))


@settings(max_examples=100)
@given(text=texts, given_rules=rules(), seed=st.integers())
def test_order_of_rules_does_not_matter(text: str, given_rules: list[Rule], seed: int) -> None:
    shuffled = random.Random(seed).sample(given_rules, len(given_rules))  # noqa: S311
    assert cleaned(text, shuffled) == cleaned(text, given_rules)


@settings(max_examples=50)
@given(others=st.lists(texts, max_size=3), text=texts, given_rules=rules())
def test_no_document_affects_the_next(others: list[str], text: str, given_rules: list[Rule]) -> None:
    matcher = Matcher(given_rules)
    first = run(Document(text), [matcher], UNKNOWN)
    for other in others:
        run(Document(other), [matcher], UNKNOWN)
    assert run(Document(text), [matcher], UNKNOWN) == first


# The filter must never miss: the matcher must find every match that `regex` finds line by line.

PACKAGED = [
    replace(rule, where=Where.ANYWHERE)
    for file in [*packaged_common(), *{f.id: packaged_site(f.id) for f in packaged_site_heads().values()}.values()]
    for rule in file.rules
]
EXOTIC = str.maketrans({"s": "ſ", "k": "\N{KELVIN SIGN}", "i": "ı", "I": "İ", "S": "ſ", "K": "\N{KELVIN SIGN}"})
MUTATIONS = (
    *(
        "{}",
        "{} ",
        "\xa0{}\u2003",
        "\u2028{}\x85",
        "- {}",
        "* **{}**",
        "### {}",
        "> {}",
        "| {} |",
        "→ {} »",
        "\u200b{}\ufeff",
    ),
    *("[{}](https://example.com/a)", "_{}_", "é{}é", "日{}本", "_{}1", "{}\u0301", "a{}", "{}a", "9{}", "«{}»", "{}."),
)


def spellings(line: str) -> list[str]:
    """The line in other letters, spaces and quotes."""
    return [
        *(line, line.upper(), line.lower(), line.swapcase(), line.title(), line.translate(EXOTIC)),
        *(line.replace(" ", space) for space in ("\xa0", "  ", "\t", "\u2003", "\u2028", "\x85", " \xa0 ", " * ", "_")),
        *(line.replace("'", "’"), line.replace("’", "'"), line.replace("-", "–"), unicodedata.normalize("NFD", line)),
    ]


def patterns_of(rule: Rule) -> list[Pattern]:
    return [Pattern(rule, pattern) for pattern in rule.match]


def found_by_regex(rule: Rule, document: Document) -> set[tuple[int, int]]:
    """The spans that `regex` finds for the patterns of a rule, line by line."""
    return {
        span
        for pattern in patterns_of(rule)
        for line in document.lines
        for span in pattern.spans(document.logical, *line)
    }


def found_by_matcher(matcher: Matcher, rule: Rule, document: Document) -> set[tuple[int, int]]:
    timed_out: set[str] = set()
    spans = {(hit.start, hit.end) for hit in matcher.hits(document, timed_out) if hit.rule.id == rule.id}
    assert not timed_out
    return spans


def lines_hit(rule: Rule) -> list[str]:
    """The lines in the examples of a rule that its patterns match."""
    shown = Document("\n".join(example.before for example in rule.examples))
    hit = [line for p in patterns_of(rule) for line in shown.lines if any(True for _ in p.spans(shown.logical, *line))]
    return [shown.text[start:end] for start, end in dict.fromkeys(hit)]


# In every run a third of the rules, and with `-m slow` the others: a rule takes 20 ms.
SHARE = [pytest.param(rule, id=rule.id, marks=[pytest.mark.slow] * (n % 3 > 0)) for n, rule in enumerate(PACKAGED)]


@pytest.mark.parametrize("rule", SHARE)
def test_filter_finds_every_spelling_of_the_lines_of_a_packaged_rule(rule: Rule) -> None:
    written = [form for line in lines_hit(rule) for form in (*spellings(line), *(m.format(line) for m in MUTATIONS))]
    document = Document("\n\n".join(written))
    expected = found_by_regex(rule, document)
    assert expected
    assert found_by_matcher(Matcher([rule]), rule, document) == expected


@pytest.mark.slow
def test_filter_of_all_packaged_rules_finds_the_lines_of_each() -> None:
    # Every eighth line, to save time: RE2 builds states as it reads, and these lines lead into nearly all of them.
    owners = [(rule, line) for rule in PACKAGED for line in lines_hit(rule)][::8]
    document = Document("\n\n".join(line for _, line in owners))
    hits = {(hit.rule.id, hit.start, hit.end) for hit in Matcher(PACKAGED).hits(document, set())}
    for (rule, _), place in zip(owners, list(document.lines)[::2], strict=True):
        assert {(rule.id, *span) for p in patterns_of(rule) for span in p.spans(document.logical, *place)} <= hits


# Stand-ins for properties that `re`, from which hypothesis draws, does not know.
PROPERTIES = {"Lu": "A-ZÄÉЖİ", "Ll": "a-zßéжſ", "L": "A-Za-zäжſ水", "N": "0-9²", "P": ".,!-", "Sc": "€$", "So": "©→"}


@st.composite
def drawn_from_a_packaged_pattern(draw: st.DrawFn) -> tuple[Rule, str]:
    rule = draw(st.sampled_from(PACKAGED))
    exact = draw(st.sampled_from(patterns_of(rule))).exact.pattern
    for name, members in PROPERTIES.items():
        exact = exact.replace(rf"\p{{{name}}}", members)
    try:
        compiled = re.compile(exact, re.MULTILINE | (0 if rule.case else re.IGNORECASE))
    except re.error:
        assume(False)
    line = draw(st.from_regex(compiled, fullmatch=draw(st.booleans())))
    return rule, line[:300]


@settings(max_examples=100)
@given(drawn_from_a_packaged_pattern())
def test_filter_finds_what_packaged_patterns_match(drawn: tuple[Rule, str]) -> None:
    rule, text = drawn
    document = Document(text)
    assert found_by_matcher(Matcher([rule]), rule, document) == found_by_regex(rule, document)


LITERALS = (
    "a",
    "k",
    "s",
    "i",
    "S",
    "K",
    "é",
    "ß",
    "ſ",
    "'",
    "’",
    "-",
    "水",
    " ",
    "9",
    "_",
    "bc",
    "kiss",
    r"\.",
    "σ",
    "ı",
)
SETS = (
    *(
        ".",
        r"\w",
        r"\W",
        r"\d",
        r"\D",
        r"\s",
        r"\S",
        "[ab]",
        "[^a]",
        "[a-k]",
        r"[\s-]",
        r"[^\w]",
        r"[^\d\s]",
        r"\p{Lu}",
    ),
    *("[^ks]", r"[^\p{L}]", "[à-ž]", r"[^\W]", "[ik]", r"\x6b", r"\u00e9"),
)
EDGES = (r"\b", r"\B", "^", "$")
QUANTIFIERS = ("?", "*", "+", "{2}", "{1,3}", "{0,2}", "{3,9}", "{2,}", "??", "+?", "?+", "*+")
GROUPS = ("(?:{})", "({})", "(?>{})", "(?<n>{})")
LOOKS = ("(?={})", "(?!{})", "(?<={})", "(?<!{})")


def _longer(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    group = st.builds(str.format, st.sampled_from(GROUPS), inner)
    return st.one_of(
        st.lists(inner, min_size=2, max_size=4).map("".join),
        st.builds("{}|{}".format, inner, inner).map("(?:{})".format),
        st.builds("{}{}".format, st.one_of(group, st.sampled_from(SETS)), st.sampled_from(QUANTIFIERS)),
        st.builds(str.format, st.sampled_from(LOOKS), inner),
        group,
    )


patterns = st.lists(
    st.recursive(st.sampled_from(LITERALS + SETS + EDGES), _longer, max_leaves=6), min_size=1, max_size=4
).map("".join)
LETTERS = "aAkKsSiIbcB.9_-'’éÉßẞſıİ\N{KELVIN SIGN}水σς \xa0\u2028\x85\t\r\n*\u0301"


@settings(max_examples=250)
@given(
    pattern=st.one_of(patterns, st.builds("{}|{}".format, patterns, patterns)),
    text=st.text(LETTERS, max_size=25),
    kind=st.sampled_from([Kind.LINE, Kind.PHRASE]),
    case=st.booleans(),
)
def test_filter_finds_what_any_pattern_matches(pattern: str, text: str, kind: Kind, case: bool) -> None:
    rule = Rule("r", Family.META, kind, (pattern,), "why", case=case)
    document = Document(text)
    assert found_by_matcher(Matcher([rule]), rule, document) == found_by_regex(rule, document)


@settings(max_examples=100)
@given(pattern=patterns, text=st.text(LETTERS, max_size=25))
def test_no_pattern_crosses_a_line(pattern: str, text: str) -> None:
    document = Document(text)
    rule = Rule("r", Family.META, Kind.PHRASE, (pattern,), "why")
    assert not any("\n" in document.logical[s:e] for s, e in found_by_matcher(Matcher([rule]), rule, document))


def settled(text: str, given_rules: Sequence[Rule]) -> Result:
    matcher = Matcher(given_rules)
    return settle(Document(text), lambda document: run(document, [matcher], UNKNOWN))


@settings(max_examples=100)
@given(text=texts, given_rules=rules())
def test_later_passes_miss_no_match(text: str, given_rules: list[Rule]) -> None:
    left = text
    for _ in range(MOST_PASSES):
        left = cleaned(left, given_rules).text
    result = settled(text, given_rules)
    assert result.text == left
    assert result.undo() == text
    assert {mark.rule for mark in result.marks} == {rule for p in result.removed for rule in p.rules} - {"seam"}
    assert all(piece.text and text.startswith(piece.text, piece.start) for piece in result.removed)


RESIDUE = """\
Share
Share this article
Follow us on Twitter
Related News
Read More
[Read More][4]
See: Ferry timetable for the winter
Subscribe to our newsletter
* [Leave a comment][12]
3 comments
Advertisement
Posted by Ida Holm
12 May 2021
© 2021 Harbour Gazette. All rights reserved.
[4]: https://example.com/4
•
* * *
Tags: ferry, harbour
Next
Sign in
We use cookies to improve this site.
Weiterlesen
Lesen Sie auch: Die Fähre
Terms of Use""".splitlines()
STORY = """\
The harbour authority will dredge the outer channel in March, its director said on Monday.
Two ferries will be diverted while it lasts. The [timetable][4] does not change. Nobody was surprised by that.
Die Fähre war voll, und der Kapitän wartete, bis der letzte Wagen an Bord war. Dann fuhr sie ab.
The last dredging took six weeks and closed the fish market for two,
which the
## The channel
- mud, sand

""".splitlines()
CLEANER = Cleaner()


@settings(max_examples=50, deadline=None)
@given(st.lists(st.one_of(st.sampled_from(RESIDUE), st.sampled_from(STORY)), max_size=60).map("\n".join))
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    once = CLEANER.clean(text)
    assert CLEANER.clean(once.text).text == once.text
    assert once.undo() == text


@pytest.mark.parametrize("path", sorted(SAMPLES.glob("*/original.*")), ids=lambda path: path.parent.name)
def test_cleaning_a_sample_twice_is_cleaning_it_once(path: Path) -> None:
    once = (
        CLEANER.clean_html(path.read_bytes())
        if path.suffix == ".html"
        else CLEANER.clean(decode(path.read_bytes()).text)
    )
    assert CLEANER.clean(once.text).text == once.text
