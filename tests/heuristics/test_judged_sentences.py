"""Judging long lines by their sentences: what goes of a text on one line, and what stays in any script."""

import pytest

from cleaner import Cleaner, Settings
from cleaner.heuristics.units import sentence_units

JUDGED = Settings(select=("heuristic/*",))
STORY = (
    "The mill at Oddenfoss will grind no rye before the thaw, the miller told the parish on Monday.",
    "Ice has burst two paddles of the wheel, and new ones must be cut from an oak that still stands in the wood.",
    "Until then the bakers of the valley buy flour from the coast, and a loaf costs a third more than at Christmas.",
    "“My grandmother baked with barley in such a winter, and we ate it,” said a woman in the queue at the bakery.",
    "The parish council wants to lend the miller its own carpenters, who have little to do until the roads are clear.",
    "Whether the oak is dry enough to cut will be seen in April, when the snow has gone from the upper slopes.",
)
FOOT = (
    "Click here to subscribe to our free newsletter.",
    "All rights reserved.",
    "Share this article on Facebook, Twitter and WhatsApp.",
    "Please enable JavaScript to view the comments powered by Disqus.",
    "Sign up for our daily newsletter to get the latest news, offers and exclusive deals delivered to your inbox.",
    "By subscribing you agree to our Terms of Use and Privacy Policy and consent to cookies.",
)
PROSE = {
    "Japanese": "水車小屋は春まで動かないと、粉屋は月曜日に村の人々に話した。氷で羽根が二枚割れた。",
    "Thai": "โรงสีจะไม่เปิดก่อนหิมะละลาย เจ้าของบอกชาวบ้านเมื่อวันจันทร์ น้ำแข็งทำให้ใบพัดแตกสองใบ ",
    "Khmer": "ម៉ាស៊ីនកិនស្រូវនឹងមិនដំណើរការមុនរដូវក្តៅទេ។ ម្ចាស់បានប្រាប់អ្នកភូមិនៅថ្ងៃច័ន្ទ។ ",
    "Hindi": "पनचक्की बर्फ़ पिघलने से पहले नहीं चलेगी, चक्की वाले ने सोमवार को गाँव में कहा। ",
    "Arabic": "لن تدور الطاحونة قبل ذوبان الثلج، كما قال الطحان لأهل القرية يوم الاثنين. ",
    "Russian": "Мельница не заработает до оттепели, сказал мельник в понедельник. ",
}


def cleaned(text: str) -> str:
    return Cleaner(settings=JUDGED).clean(text).text


def test_furniture_in_a_text_on_one_line_goes() -> None:
    text = cleaned(" ".join([*STORY, *FOOT]))
    assert text.startswith(" ".join(STORY))
    assert not any(sentence in text for sentence in FOOT[-3:])


def test_prose_around_furniture_stays() -> None:
    text = cleaned(" ".join([*STORY[:3], *FOOT, *STORY[3:]]))
    assert all(sentence in text for sentence in STORY)
    assert not any(sentence in text for sentence in FOOT[-3:])


def test_undo_restores_the_line() -> None:
    text = " ".join([*STORY[:3], *FOOT, *STORY[3:]])
    result = Cleaner(settings=JUDGED).clean(text)
    assert (len(result.marks), result.undo()) == (1, text)


def test_prose_on_one_line_stays() -> None:
    text = " ".join(STORY)
    assert cleaned(text) == text


@pytest.mark.parametrize("language", PROSE)
def test_prose_on_one_line_stays_in_any_script(language: str) -> None:
    text = (PROSE[language] * 12).strip()
    assert cleaned(text) == text


def test_sentence_about_what_pages_say_stays() -> None:
    about = "She asked us to share the letter by email with everyone who follows the mill on the radio."
    text = " ".join([*STORY[:3], about, *STORY[3:]])
    assert cleaned(text) == text


@pytest.mark.parametrize(
    ("lines", "long_lines"),
    [
        pytest.param([" ".join(STORY)], [(0, 5)], id="one line"),
        pytest.param([" ".join(STORY[:2])], None, id="one short line"),
        pytest.param(["Mill", "", " ".join(STORY), "Menu"], [(2, 7)], id="most of a text"),
        pytest.param([" ".join(STORY)] * 5, None, id="paragraphs"),
        pytest.param(["雨の日に橋が開いた。" * 13], [(0, 12)], id="Japanese characters count for more"),
        pytest.param(["雨の日に橋が開いた。" * 11], None, id="few Japanese characters"),
        pytest.param(["ฝนตกทั้งคืน " * 26], [(0, 25)], id="Thai"),
        pytest.param(["បានប្រាប់អ្នកភូមិ។ " * 16], [(0, 15)], id="Khmer"),
    ],
)
def test_long_lines_are_seen_by_sentences(lines: list[str], long_lines: list[tuple[int, int]] | None) -> None:
    found = sentence_units(lines)
    assert (found and list(found.long_lines)) == long_lines
    if found:
        text = "\n".join(lines)
        spans = [found.units.span(i, i) for i in range(len(found.units.texts))]
        assert [text[start:end] for start, end in spans] == list(found.units.texts)
