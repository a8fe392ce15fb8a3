"""Marks files restore originals byte for byte, and refuse a clean text that they do not belong to."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaner.corpus.marks import MarksError
from cleaner.corpus.marksfile import Original, Undone, serialize, undo, undo_file
from cleaner.errors import DocumentError
from cleaner.result import Removed, Result, render
from cleaner.text.decode import decode
from cleaner.text.mark import Mark

HERE = Path("a.clean.json")
TEXT = "It rained.\n\nSee: snow\n\nIt was wet.\n"
REMOVED = (Removed(12, "See: snow\n\n", ("own/rules/see",)),)
CLEAN = render(TEXT, REMOVED)


def marks_of(data: bytes, removed: tuple[Removed, ...] = REMOVED) -> tuple[bytes, bytes]:
    """The clean text of this file, and its marks."""
    original = Original.of_text("a.txt", data, decode(data))
    clean = render(original.text, removed)
    return clean.encode(), serialize(original, Result(clean, removed), "digest")


# files, as bytes, whose text is TEXT except for a letter
FILES = {
    "utf-8": TEXT.encode(),
    "BOM": b"\xef\xbb\xbf" + TEXT.encode(),
    "utf-16 with BOM": b"\xff\xfe" + TEXT.encode("utf-16-le"),
    "CRLF": TEXT.replace("\n", "\r\n").encode(),
    "one bad byte": TEXT.encode().replace(b"rained", b"ra\xefned"),
    "letters of windows-1252": "é, è, ê; ".encode() + TEXT.encode().replace(b"rained", b"ra\xefn\xe9d"),
    "bad bytes before and after a real U+FFFD": b"\xe2\x82 \xef\xbf\xbd \xff" + TEXT.encode() + b"\xc3",
}


@pytest.mark.parametrize("name", FILES)
def test_the_bytes_are_restored(name: str) -> None:
    assert undo(*marks_of(FILES[name], ()), HERE) == Undone(FILES[name])


def test_removed_text_is_restored() -> None:
    assert undo(*marks_of(TEXT.encode()), HERE) == Undone(TEXT.encode())


@given(st.binary(max_size=60))
def test_any_file_is_restored_or_the_note_says_that_it_is_not(data: bytes) -> None:
    try:
        clean, marks = marks_of(data, ())
    except DocumentError:
        return
    undone = undo(clean, marks, HERE)
    assert undone.data == data or "cannot be restored byte for byte" in undone.note


def test_a_page_gives_its_extracted_text() -> None:
    undone = undo(CLEAN.encode(), serialize(Original("a.html", TEXT), Result(CLEAN, REMOVED), "digest"), HERE)
    assert undone.data == TEXT.encode()
    assert "a.html is a page" in undone.note


def test_marks_do_not_depend_on_time_or_place() -> None:
    assert marks_of(TEXT.encode()) == marks_of(TEXT.encode())


def test_the_marks_have_the_removed_text_and_its_rules() -> None:
    content = json.loads(marks_of(TEXT.encode())[1])
    assert content["removed"] == [{"start": 12, "rules": ["own/rules/see"], "text": "See: snow\n\n"}]


def test_the_marks_have_what_was_withheld() -> None:
    result = Result(CLEAN, REMOVED, withheld=(Mark(0, 10, "own/rules/rain"),))
    marks = serialize(Original.of_text("a.txt", TEXT.encode(), decode(TEXT.encode())), result, "digest")
    assert json.loads(marks)["withheld"] == [{"start": 0, "end": 10, "rule": "own/rules/rain"}]
    assert undo(CLEAN.encode(), marks, HERE) == Undone(TEXT.encode())


def test_a_changed_clean_text_is_refused() -> None:
    _, marks = marks_of(TEXT.encode())
    with pytest.raises(MarksError, match="do not belong together"):
        undo(CLEAN.encode() + b"more", marks, HERE)


def test_changed_marks_are_refused() -> None:
    clean, marks = marks_of(TEXT.encode())
    with pytest.raises(MarksError, match="was changed"):
        undo(clean, marks.replace(b"snow", b"hail"), HERE)


@pytest.mark.parametrize("marks", [b"", b"[]", b"{}", b'{"url": "https://example.com"}', b"\xff"])
def test_a_file_that_is_not_a_marks_file_is_refused(marks: bytes) -> None:
    with pytest.raises(MarksError, match="is not a marks file"):
        undo(CLEAN.encode(), marks, HERE)


def test_marks_of_another_format_are_refused() -> None:
    clean, marks = marks_of(TEXT.encode())
    with pytest.raises(MarksError, match="written by cleaner"):
        undo(clean, marks.replace(b'"format": 2', b'"format": 99'), HERE)


def test_a_guessed_encoding_is_in_the_marks() -> None:
    guessed = json.loads(marks_of("Le café de l’hôtel.\n".encode("cp1252"), ())[1])
    assert guessed["original"]["guessed_encoding"] == "windows-1252"
    assert "guessed_encoding" not in json.loads(marks_of(TEXT.encode())[1])["original"]


def test_a_missing_marks_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.clean.txt").write_text(CLEAN, encoding="utf-8")
    with pytest.raises(MarksError, match=r"no marks file .*a\.clean\.json.*--marks"):
        undo_file(tmp_path / "a.clean.txt")


# A file with a bad byte, and changes to its marks, each of which would give other bytes or none.
DAMAGED = "é, è, ê; ".encode() + TEXT.encode().replace(b"rained", b"ra\xc3ned")
FORGED = [
    lambda marks: marks["original"].update(bad=[]),
    lambda marks: marks["original"].update(bad=[[14, 1, "ee"]]),
    lambda marks: marks["original"].update(bad=[[14, 1, "no hexadecimal"]]),
    lambda marks: marks["original"].update(bad=[[14, 1, "c3"], [14, 1, "c3"]]),
    lambda marks: marks["original"].update(bad=[[-1, 1, "c3"]]),
    lambda marks: marks["original"].update(bad=[[True, 1, "c3"]]),
    lambda marks: marks["original"].update(bad=[[10**30, 1, "c3"]]),
    lambda marks: marks["original"].update(bad="ef"),
    lambda marks: marks["original"].update(bom="efbbbf"),
    lambda marks: marks["original"].update(bom=0),
    lambda marks: marks["original"].update(encoding="utf-16"),
    lambda marks: marks["original"].update(encoding="ascii"),
    lambda marks: marks["original"].update(encoding="zip"),
    lambda marks: marks["original"].update(encoding="no\0codec"),
    lambda marks: marks["original"].update(encoding=8),
    lambda marks: marks["original"].update(exact="yes"),
    lambda marks: marks["original"].update(digest="sha256:0"),
    lambda marks: marks["original"].update(page=True),
    lambda marks: marks["original"].update(page=1),
    lambda marks: marks["original"].update(text=None),
    lambda marks: marks["original"].pop("name"),
    lambda marks: marks.update(original=[]),
    lambda marks: marks.update(removed={}),
    lambda marks: marks.update(removed=[7]),
    lambda marks: marks.update(removed=[{"start": 12, "rules": 3, "text": "See: snow\n\n"}]),
    lambda marks: marks.update(removed=[{"start": "12", "rules": [], "text": "See: snow\n\n"}]),
    lambda marks: marks.update(removed=[{"start": -12, "rules": [], "text": "See: snow\n\n"}]),
    lambda marks: marks.update(removed=[{"start": 10**30, "rules": [], "text": "See: snow\n\n"}]),
    lambda marks: marks.update(removed=[{"start": 12, "rules": [], "text": "\ud800"}]),
    lambda marks: marks.update(removed=[{"start": start, "rules": [], "text": "snow"} for start in (9, 3)]),
    lambda marks: marks.update(format=3),
    lambda marks: marks.update(format=[2]),
    lambda marks: marks.update(cleaner=["0.1.0"]),
]


@pytest.mark.parametrize("forge", FORGED)
def test_forged_marks_give_an_error_and_no_bytes(forge: Callable[[dict[str, Any]], object]) -> None:
    clean, marks = marks_of(DAMAGED, ())
    content = json.loads(marks)
    assert content["original"]["bad"] == [[14, 1, "c3"]]
    forge(content)
    with pytest.raises(MarksError, match=r"a\.clean\.json (is not a marks|was changed|was written)"):
        undo(clean, json.dumps(content).encode(), HERE)


def test_deep_marks_are_no_marks() -> None:
    with pytest.raises(MarksError, match="is not a marks file"):
        undo(CLEAN.encode(), b"[" * 100_000, HERE)


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_the_line_ends_that_git_may_change_do_not_matter(ends: str) -> None:
    original = TEXT.replace("\n", ends).encode()
    data, marks = marks_of(
        original, tuple(Removed(12 + 2 * (len(ends) - 1), f"See: snow{ends}{ends}", ()) for _ in "1")
    )
    for checked_out in (data, data.replace(b"\r\n", b"\n"), data.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")):
        assert undo(checked_out, marks.replace(b"\n", b"\r\n"), HERE).data == original


def test_a_name_that_is_not_utf_8_can_be_in_marks() -> None:
    original = Original("a\udcff.html", TEXT)
    assert "a\udcff.html is a page" in undo(CLEAN.encode(), serialize(original, Result(CLEAN, REMOVED), "d"), HERE).note
