"""The lines with which items begin: one pattern reads every line once, and says which form it has."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple

from cleaner.text.late import Late

BULLET = r"(?:[-*+•–]\s+)?"
MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*"
WEEKDAY = r"(?:mon|tue|wed|thu|fri|sat|sun)\w*\.?,?\s"
DATE = rf"(?:{WEEKDAY})?(?:{MONTH}\.?[ /]\d{{1,2}}|\d{{1,2}}(?:st|nd|rd|th)?[. /]\s?(?:{MONTH}|\d{{1,2}}))\b"
SCORE = r"(?:\d{1,3}[-–]\d{1,3}|\d\d?:\d)(?![\d:–-])"
DATED_RESULT = rf"(?i:{DATE}).{{2,60}}?\s{SCORE}"
BARE_RESULT = rf"[^\W\d_][^\d\n,.]{{1,30}}+(?<=\s){SCORE}\s+\W?[^\W\d_a-z]"
YEAR = r"(?:1[5-9]|20)\d\d"
CHANGED = (
    r"(?:add|bump|chang|deprecat|drop|fix|improv|mov|refactor|remov|renam|replac|support|updat|upgrad)(?:e|ed|s|es)?"
)
ARTICLE = r"art(?:\.|icle|ikel|ículo|icolo|igo)?|clause|section|sec\.|rule|§§?"
EMPHASIS = r"[*_]{0,3}"
LABELLED = rf"([^\W_][\w'’(). /-]{{0,40}}+){EMPHASIS}[:：]{EMPHASIS}(?:\s+|$)"
SPEAKER = rf"([^\W\d_a-z][^\W_a-z]++(?:[ '’-][^\W_a-z]++){{0,3}})\.{EMPHASIS}\s+\S"
NAME = r"([^\W\d_a-z][^\W_a-z]*+(?:[ '’.-]+[^\W_a-z]++){0,4})[*_.]{0,3}\s*$"


class Form(StrEnum):
    """The form of a line; the value is the name of its group in the pattern."""

    LINK = "link"
    REFERENCE = "reference"
    CUE = "cue"
    RESULT = "result"
    CHANGE = "change"
    ENTRY = "entry"
    NUMBERED = "numbered"
    MEANING = "meaning"
    LABELLED = "labelled"
    SPEAKER = "speaker"
    NAME = "name"
    PERSON = "person"


# Forms of lines that begin with a letter, and of lines that begin otherwise. The first form that fits is that of the
# line, so the particular ones come before the general ones. Repetitions are bounded: a line of prose is given up after
# some forty characters. The first group in a pattern, if any, is the label.
WITH_LETTER = {
    Form.RESULT: rf"(?=\D{{2,30}}+\d)(?:{DATED_RESULT}|{BARE_RESULT})",
    Form.NUMBERED: rf"((?i:{ARTICLE})\s?\d{{1,4}}[a-z]?\b\.?)[*_]{{0,2}}\s+\S",
    Form.LABELLED: LABELLED,
    Form.SPEAKER: SPEAKER,
    Form.NAME: NAME,
    # most lines have no comma, which takes less time to see than their words
    Form.PERSON: r"[^\W\d_a-z](?=[^,]*+,)[\w.'’-]*+(?:\s[\w.'’-]++){1,4},\s[^.!?:;\n]{3,90}$",
}
OTHERWISE = {
    Form.LINK: r"\[([^\]\n]{1,60}+)\]:\s*<?(?:https?:|mailto:|/|\#|\.)\S",
    Form.REFERENCE: r"(?:\.\.\s)?(\[\d{1,3}\]|\[\^[\w-]{1,12}+\]:|\^\s?\w{0,3}|\d{1,3}\.?\s*[↑^])\s+\S",
    Form.CUE: r"([\[(]?\d{1,3}(?::\d\d){1,3}(?:[.,]\d{1,3})?[\])]?)(?=\s|$)",
    Form.RESULT: rf"(?=\D{{0,60}}+\d){BULLET}(?:\(\d+\)\s*)?(?:{DATED_RESULT}|{BARE_RESULT})",
    Form.CHANGE: rf"[-*+•]\s+(?:(?i:{CHANGED})\b|[^\#\n]{{0,200}}+\#\d{{1,6}}\b)",
    Form.ENTRY: rf"{BULLET}(?:\[[ xX]\]\s+\S|{YEAR}(?:\s?[:–—]|\s-)\s+\S|\S[^(]{{5,90}}+\({YEAR}\)[.,]?\s*$)",
    Form.NUMBERED: (
        r"[*_]{0,2}(\((?:\d{1,3}|[a-z]|[ivxl]{1,5})\)|(?:\d{1,3}|[a-z])\)|\d{1,3}(?:\.|(?:\.\d{1,3}){1,4}+\.?)"
        rf"|(?i:{ARTICLE})\s?\d{{1,4}}[a-z]?\b\.?)[*_]{{0,2}}\s+\S"
    ),
    Form.MEANING: r":\s+\S",
    Form.LABELLED: BULLET + EMPHASIS + LABELLED,
    Form.SPEAKER: EMPHASIS + SPEAKER,
    Form.NAME: r"[*_\#]{0,4}\s?" + NAME,
}
FORMS = {str(form): form for form in Form}
LABELS = (Form.LINK, Form.REFERENCE, Form.CUE, Form.NUMBERED, Form.LABELLED, Form.SPEAKER, Form.NAME)


def _reader(patterns: Mapping[Form, str]) -> Late:
    return Late(r"\s*+(?:" + "|".join(f"(?P<{form}>{pattern})" for form, pattern in patterns.items()) + ")")


READ_WITH_LETTER, READ_OTHERWISE = _reader(WITH_LETTER), _reader(OTHERWISE)


class Head(NamedTuple):
    """The first line of an item: its index, and its label, which is a number, a time or a name."""

    line: int
    label: str


def heads(lines: Sequence[str]) -> dict[Form, list[Head]]:
    """The heads of each form that occurs, in order.

    >>> heads(["Fees:", "1. Rowing boats are free.", "2. Others pay."])[Form.NUMBERED][1].label
    '2.'
    """
    found: dict[Form, list[Head]] = defaultdict(list)
    for index, line in enumerate(lines):
        match = line and (READ_WITH_LETTER if line[0].isalpha() else READ_OTHERWISE).match(line)
        if match and match.lastindex and match.lastgroup:
            form = FORMS[match.lastgroup]
            found[form].append(Head(index, match[match.lastindex + 1] if form in LABELS else ""))
    return found
