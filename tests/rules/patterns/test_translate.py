"""The pattern language: what patterns match, and what the language does not have."""

import pytest

from cleaner.errors import PatternError
from cleaner.rules.match import Matcher
from cleaner.rules.patterns.translate import translate
from cleaner.rules.rule import Family, Kind, Rule
from cleaner.text.document import Document


def matches(pattern: str, text: str, kind: Kind = Kind.PHRASE, *, case: bool = False) -> list[str]:
    """The matches of the pattern in the text."""
    rule = Rule("r", Family.META, kind, (pattern,), "why", case=case)
    return [text[hit.start : hit.end] for hit in Matcher([rule]).hits(Document(text), set())]


@pytest.mark.parametrize(
    ("pattern", "text", "expected"),
    [
        pytest.param("see", "I SEE you see", ["SEE", "see"], id="case is ignored"),
        pytest.param("See also", "See also", ["See also"], id="space"),
        pytest.param("See also", "See \xa0\u2003 also", ["See \xa0\u2003 also"], id="space is a run of white space"),
        pytest.param("See\xa0also", "See also", ["See also"], id="no-break space in the pattern"),
        pytest.param("See also", "See * also", ["See * also"], id="space is a Markdown mark"),
        pytest.param("See also", "Seealso", [], id="space is not empty"),
        pytest.param("See ?also", "Seealso See also", ["Seealso", "See also"], id="optional space"),
        pytest.param("See[ :]also", "See\xa0also See:also", ["See\xa0also", "See:also"], id="space in a class"),
        pytest.param("See also", "See\nalso", [], id="space is no line end"),
        pytest.param(r"See\salso", "See\nalso", [], id="white space is no line end"),
        pytest.param(r"a[^b]c", "a\nc axc", ["axc"], id="negated class is no line end"),
        pytest.param(r"a\Wc", "a\nc a-c", ["a-c"], id="not a word is no line end"),
        pytest.param(r"a\Dc", "a\nc a-c", ["a-c"], id="not a digit is no line end"),
        pytest.param(r"a\P{L}c", "a\nc a-c", ["a-c"], id="not a property is no line end"),
        pytest.param(r"a[\x00-\x20]c", "a\nc a\tc", ["a\tc"], id="range over the line end"),
        pytest.param("a.c", "a\nc a\u2028c a\x85c", ["a\u2028c", "a\x85c"], id="dot is any other character"),
        pytest.param("it's", "it's it’s", ["it's", "it’s"], id="straight quote"),
        pytest.param("it’s", "it's it’s", ["it's", "it’s"], id="curly quote"),
        pytest.param(r"it\u2019s", "it's it’s", ["it's", "it’s"], id="curly quote by number"),
        pytest.param("it[‘’]s", "it's it’s", ["it's", "it’s"], id="curly quote in a class"),
        pytest.param("it[‘-”]s", "it's it’s it”s", ["it's", "it’s", "it”s"], id="curly quote in a range"),
        pytest.param("it[^’]s", "it's it’s itxs", ["itxs"], id="curly quote excluded"),
        pytest.param(
            "kiss",
            "KISS \N{KELVIN SIGN}iſs KİSS kıss",
            ["KISS", "\N{KELVIN SIGN}iſs", "KİSS", "kıss"],
            id="odd letters",
        ),
        pytest.param("ÉTÉ", "été Été", ["été", "Été"], id="letters with accents"),
        pytest.param("σ", "Σ ς", ["Σ", "ς"], id="final sigma"),
        pytest.param(r"\bthe\b", "the other éthe the", ["the", "the"], id="word edges"),
        pytest.param(r"\bété\b", "été étés", ["été"], id="edges of a word beyond ASCII"),
        pytest.param(r"\d\d", "12 ٣٤", ["12", "٣٤"], id="digits"),
        pytest.param(r"\w+", "naïve 水", ["naïve", "水"], id="letters of every script"),
        pytest.param(r"\p{Lu}\p{Ll}+", "one Two Éva", ["one", "Two", "Éva"], id="properties do not ignore case"),
        pytest.param(r"a{2}", "a aa aaa", ["aa", "aa"], id="an exact count"),
        pytest.param(r"a{2,}b", "ab aab aaab", ["aab", "aaab"], id="a minimum count"),
        pytest.param(r"a{,2}", "a{,2}", ["a{,2}"], id="not a bound, so literal"),
        pytest.param(r"ad(?!s)", "ads ad", ["ad"], id="look ahead"),
        pytest.param(r"(?<=my )ad", "my ad, your ad", ["ad"], id="look behind"),
        pytest.param(r"<.+?>", "<a> <b>", ["<a>", "<b>"], id="lazy"),
        pytest.param(r"a++a", "aaa", [], id="possessive"),
        pytest.param(r"(?>a|ab)c", "abc ac", ["ac"], id="atomic"),
        pytest.param(r"(?<one>a)(?P<two>b)(c)", "abc", ["abc"], id="names and groups"),
        pytest.param("^see", "see\nsee see", ["see", "see"], id="start of each line"),
        pytest.param("see$", "see\nsee see", ["see", "see"], id="end of each line"),
        pytest.param("see$", "see\r\nsee see\r\n", ["see", "see"], id="end of each CRLF line"),
        pytest.param(r"(?:^|\b)\w", "\u0301a", ["\u0301"], id="an edge as an alternative"),
        pytest.param("[]a]", "]a", ["]", "a"], id="bracket first in a class"),
        pytest.param(r"[\]\-a]", "]-", ["]", "-"], id="escapes in a class"),
        pytest.param("[a-]", "a-", ["a", "-"], id="hyphen last in a class"),
        pytest.param(r"\x41\u00e9\U0001F388\t", "Aé🎈\t", ["Aé🎈\t"], id="characters by number"),
        pytest.param("a|b|", "ab", ["a", "b"], id="empty alternative"),
        pytest.param("x*", "axxb", ["xx"], id="empty matches do not count"),
        pytest.param("{a}", "{a}", ["{a}"], id="braces that are not a bound"),
    ],
)
def test_what_a_phrase_matches(pattern: str, text: str, expected: list[str]) -> None:
    assert matches(pattern, text) == expected


@pytest.mark.parametrize(
    ("pattern", "text", "expected"),
    [
        pytest.param("See", "SEE See", ["See"], id="letters"),
        pytest.param(r"\p{Lu}\p{Ll}+", "one Two Éva", ["Two", "Éva"], id="properties"),
        pytest.param("[A-Z]", "aB", ["B"], id="range"),
        pytest.param("it’s", "IT'S it's", ["it's"], id="quote"),
    ],
)
def test_what_a_phrase_with_case_matches(pattern: str, text: str, expected: list[str]) -> None:
    assert matches(pattern, text, case=True) == expected


@pytest.mark.parametrize(
    ("pattern", "what"),
    [
        ("(", "an opening bracket without a closing one"),
        ("a)", "a closing bracket without an opening one"),
        ("[a", "the pattern ends too early"),
        ("[", "the pattern ends too early"),
        ("[]", "the pattern ends too early"),
        ("a\\", "the pattern ends too early"),
        ("*a", "'*' with nothing to repeat"),
        ("a|+", "'+' with nothing to repeat"),
        ("(?:?)", "'?' with nothing to repeat"),
        ("a**", "two quantifiers in a row"),
        ("a{2}{3}", "two quantifiers in a row"),
        ("^*", "a quantifier after something without width"),
        (r"\b+", "a quantifier after something without width"),
        ("(?=a)?", "a quantifier after something without width"),
        ("a{3,2}", "the bounds {3,2} are in the wrong order"),
        ("a{2,70000}", "a bound above 1000"),
        (r"(a)\1", r"the escape \1 is not in the rule language"),
        (r"\Z", r"the escape \Z is not in the rule language"),
        (r"\xzz", r"\x without the number of a character"),
        (r"\ud800", r"\u without the number of a character"),
        (r"\UFFFFFFFF", r"\U without the number of a character"),
        (r"\x4", "the pattern ends too early"),
        (r"\p{L", "no '}' follows"),
        (r"\p{Klingon}", r"there is no property \p{Klingon}"),
        (r"\pL", "no '}' follows"),
        ("(?i)a", "an inline flag or group outside the rule language"),
        ("(?i:a)", "an inline flag or group outside the rule language"),
        ("(?R)", "an inline flag or group outside the rule language"),
        ("(?P=a)", "an inline flag or group outside the rule language"),
        ("(?<1>a)", "an invalid group name"),
        ("(?P<a", "no '>' follows"),
        ("[[:alpha:]]", "a POSIX class"),
        ("[b-a]", "a range in the wrong order: b-a"),
        (r"[a-\d]", "a range that ends in a set"),
        ("[ -~]", "a range that starts with a space"),
        ("a\nb", "a line end in a pattern"),
        (r"a\nb", "a line end in a pattern"),
        (r"[a\n]", "a line end in a pattern"),
        ("(" * 200 + ")" * 200, "brackets nested too deep"),
    ],
)
def test_what_is_not_in_the_language(pattern: str, what: str) -> None:
    with pytest.raises(PatternError) as error:
        translate(pattern)
    assert error.value.what.startswith(what)
    assert error.value.fix


def test_deeply_nested_repeats_pass_the_prefilter() -> None:
    pattern = "(?:" * 9 + "ab" + "){3}" * 9
    assert matches(pattern, "ab" * 3**9) == ["ab" * 3**9]


@pytest.mark.parametrize(("pattern", "text"), [(r"é\b\[", "é["), (r"\]\bé", "]é"), (r"\*\b水", "*水")])
def test_word_edges_between_a_sign_and_a_letter_beyond_ascii(pattern: str, text: str) -> None:
    assert matches(pattern, text) == [text]
