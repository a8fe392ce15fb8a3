"""Where the sentences of a line are."""

import pytest

from cleaner.text.sentences import sentences


@pytest.mark.parametrize(
    "line",
    [
        "The boat sank.|Nobody was hurt!|Was it old?|It was",
        "“It sank,” she said.|(Nobody was hurt.)|“Was it old?”",
        "Dr. A. B. Lund saw Mr. Moe, e.g. on the quay.|Both fell.",
        "It cost 3.50 a day, i.e. too much.|Nr. 5 lay there on the 3. May.|Then it rained.",
        "Wait... no, she said.|It rained",
        "Sie kam am 4. Mai, d.h. zu spät.|Er nicht.",
        "यह नाव डूब गई।|कोई घायल नहीं हुआ।",
        "船沉了。|没有人受伤！|下雨",
        "雨だ。|「帰ろう。」|そう言った",
        "เรือจม|ไม่มีใครเจ็บ",
        "غرق القارب؟|لم يصب أحد.",
    ],
)
def test_sentences_are_found_in_every_script(line: str) -> None:
    between = "" if line.startswith(("船", "雨")) else " "
    text = line.replace("|", between)
    assert [text[start:end] for start, end in sentences(text)] == line.split("|")


def test_white_space_belongs_to_no_sentence() -> None:
    text = "  It rained.   It poured.  "
    assert [text[start:end] for start, end in sentences(text)] == ["It rained.", "It poured."]


@pytest.mark.parametrize("line", ["", "   "])
def test_an_empty_line_has_none(line: str) -> None:
    assert list(sentences(line)) == []
