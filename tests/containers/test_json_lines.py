"""JSON Lines: what is not cleaned stays byte for byte, and a clean line gives its original back."""

import io
import json
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rewritten import change_of, without_snow

from cleaner.containers.fields import Fields, Wanted
from cleaner.containers.json_lines import JsonLines
from cleaner.containers.members import members
from cleaner.errors import DocumentError

NONE = Fields()


def opened(data: bytes, given: Fields = NONE, limit: int = 1000) -> JsonLines:
    return JsonLines(io.BytesIO(data), "boats.jsonl", Wanted(given, limit))


def rewritten(data: bytes) -> bytes:
    return without_snow(opened(data))


def restored(data: bytes) -> tuple[bytes, list[tuple[str, str]]]:
    out = io.BytesIO()
    faults = list(JsonLines.undo(io.BytesIO(data), "boats.clean.jsonl", out))
    return out.getvalue(), faults


LINES = [
    b'{"id": 1.50, "text": "It rained.\\nSee: snow\\nIt was wet.", "n": 12345678901234567890123.0}\n',
    b'{"text":"It rained.\\nSee: snow\\nIt was wet.","id":"1"}\r\n',
    b'{"text": "M\\u00e4rz. See: snow\\n"}\n',
    '{"text": "März. See: snow\\n", "ort": "Köln"}\n'.encode(),
    b'\xef\xbb\xbf{"text": "It rained."}\n',
    b'{ "a" : { "text" : [1, {}] } , "text" : "See: snow\\n" }',
    b'{"text": null, "id": 2}\n',
    b'{"id": 3}\n',
    b'{"text": "twice", "text": "See: snow\\nIt rained."}\n',
    b'{"text": "a lone \\ud83d See: snow\\n"}\n',
    b'{"text": 17}\n',
]


@pytest.mark.parametrize("line", LINES)
def test_a_clean_line_is_json_and_gives_its_original_back(line: bytes) -> None:
    named = b'{"text": "Boats."}\n'
    clean = rewritten(named + line)
    values = json.loads(clean.splitlines()[1].removeprefix(b"\xef\xbb\xbf"))
    assert "See: snow" not in str(values.get("text"))
    assert list(values)[-1] == "cleaner"
    assert restored(clean) == (named + line, [])


def test_a_line_is_parsed_and_written_where_it_arrives() -> None:
    there = opened(b"".join(LINES) + b"{\n" + b'{"text": "' + b"x" * 6000 + b'"}\n')
    arrived = pickle.loads(pickle.dumps(list(there.unparsed())))  # noqa: S301  (as they travel)
    assert all(record.raw is None for record in arrived)
    for record, here in zip(arrived, opened(b"".join(LINES) + b"{\n").records(), strict=False):
        record.parse()
        assert (record.name, record.content, record.fault) == (here.name, here.content, here.fault)
        out = io.BytesIO()
        there.write(here, change_of(here), out)
        assert record.rewritten(change_of(record)) == out.getvalue()
    assert arrived[-1].fault[0] == "too-large"
    assert arrived[-1].rewritten(change_of(arrived[-1])) == b""


def test_other_members_stay_byte_for_byte() -> None:
    clean = rewritten(LINES[0])
    assert clean.startswith(
        b'{"id": 1.50, "text": "It rained.\\nIt was wet.", "n": 12345678901234567890123.0, "cleaner": {'
    )
    assert clean.endswith(b"}}\n")


@given(st.dictionaries(st.text(), st.one_of(st.text(), st.floats(), st.lists(st.integers()))), st.booleans(), st.text())
def test_any_object_gives_its_original_back(values: dict[str, object], ascii_only: bool, text: str) -> None:
    values = {name: value for name, value in values.items() if name != "cleaner"} | {"text": f"{text}See: snow\n"}
    line = json.dumps(values, ensure_ascii=ascii_only).encode("utf-8", "surrogatepass")
    assert restored(rewritten(line)) == (line, [])


# what a line is, and what is said of it
MALFORMED = [
    (b'{"text": "It rained."', "line 2 is no object in JSON: "),
    (b'["text"]', "line 2 is no object in JSON: not an object in JSON"),
    (b'{"text": "one"} {"text": "two"}', "line 2 is no object in JSON: something follows the object"),
    (b'{"text": "\xff"}', "line 2 is no object in JSON: "),
    (b"[" * 5_000, "line 2 is no object in JSON: "),
    (b'{"text": ' + b"[" * 3000, "line 2 is no object in JSON: "),
    (b'{"text": "' + b"a" * 9000 + b'"}', "more than 6,000 bytes; --max-bytes raises the limit"),
]


@pytest.mark.parametrize(("line", "message"), MALFORMED)
def test_a_malformed_line_fails_alone(line: bytes, message: str) -> None:
    around = b'{"text": "It rained."}\n'
    container = opened(around + line + b"\n" + around)
    first, fault, last = container.records()
    assert (first.content, first.number, last.content, last.number) == ("It rained.", 1, "It rained.", 3)
    assert fault.fault is not None
    assert fault.fault[1].startswith(message)
    assert rewritten(around + line + b"\n" + around).count(b"\n") == 2


def test_empty_lines_are_no_records() -> None:
    assert [record.number for record in opened(b'{"text": "a"}\n\n  \n{"text": "b"}\n').records()] == [1, 4]


def test_a_text_that_was_changed_since_is_named_and_stays() -> None:
    clean = rewritten(LINES[0]).replace(b"It was wet", b"It was dry")
    more = b'{"text": "mine"}\n{"text": "m\xff\n'
    data, faults = restored(clean + more)
    assert data == clean + more
    assert [name for name, _ in faults] == [f"boats.clean.jsonl:{number}" for number in (1, 2, 3)]
    assert faults[0][1] == "its text or its column was changed since it was cleaned"


# members, what was given, and the fields that are chosen
CHOICES = [
    ('"content": "a", "source": "https://example.com/1"', NONE, Fields("content", None, "source")),
    ('"source": "a newspaper", "Text": "a"', NONE, Fields("Text")),
    ('"raw_html": "<p>a"', NONE, Fields("text", "raw_html")),
    ('"html": "<p>a", "text": "a"', NONE, Fields("text")),
    ('"html": "<p>a", "text": "a"', Fields(page="html"), Fields("clean_text", "html")),
    ('"content": {"a": 1}, "body": "a"', NONE, Fields("body")),
    ('"a": "b", "c": "d"', Fields("a", url="c"), Fields("a", None, "c")),
]


@pytest.mark.parametrize(("line", "given_fields", "fields"), CHOICES)
def test_fields_are_found_or_given(line: str, given_fields: Fields, fields: Fields) -> None:
    assert opened(f"{{{line}}}\n".encode(), given_fields).fields == fields


# members, what was given, and the error
ERRORS = [
    (
        '"a": "b"',
        NONE,
        "no field is called text, content, body, article, html, raw_html; the fields are a; give --text-field",
    ),
    ('"text": "b"', Fields("txet"), "no record at the beginning has a field 'txet'; did you mean 'text'?"),
    ('"text": "b", "cleaner": {}', NONE, "its records have a field 'cleaner' already"),
]


@pytest.mark.parametrize(("line", "given_fields", "message"), ERRORS)
def test_fields_that_cannot_be_used_are_named(line: str, given_fields: Fields, message: str) -> None:
    with pytest.raises(DocumentError, match=message.replace("?", r"\?")):
        opened(f"{{{line}}}\n".encode(), given_fields)


def test_the_last_of_several_members_of_one_name_counts() -> None:
    assert members('{"a": 1, "a": [2]}')["a"].value == ["2"]
