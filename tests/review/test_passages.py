"""Lines of passages."""

from hypothesis import given
from hypothesis import strategies as st

from cleaner.result import Removed, Result, render
from cleaner.review.passages import passages
from cleaner.text.lines import LINE
from cleaner.text.mark import Mark


@given(
    st.text("ab \n\r", max_size=30), st.lists(st.integers(0, 30), max_size=6), st.lists(st.integers(0, 30), max_size=4)
)
def test_the_parts_of_a_line_are_the_line(text: str, cuts: list[int], doubts: list[int]) -> None:
    """Whatever is removed and withheld, every character of a line is in one part, and what is gone is what went."""
    ends = sorted({min(cut, len(text)) for cut in cuts})
    removed = tuple(Removed(s, text[s:e], ("own/r",)) for s, e in zip(ends[::2], ends[1::2], strict=False))
    gone = {i for piece in removed for i in range(piece.start, piece.end)}
    withheld = [(s, min(s + 3, len(text))) for s in doubts if s < len(text)]
    free = tuple(Mark(s, e, "own/w") for s, e in withheld if gone.isdisjoint(range(s, e)))
    lines = passages(text, Result(render(text, removed), removed, withheld=free))
    whole = [line.rstrip("\r\n") for line in LINE.findall(text)]
    assert ["".join(part["text"] for part in line["parts"]) for line in lines] == whole
    for line in lines:
        position = line["start"]
        for part in line["parts"]:
            places = range(position, position + len(part["text"]))
            assert all((place in gone) == (part["fate"] == "gone") for place in places)
            position += len(part["text"])
