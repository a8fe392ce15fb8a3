"""CSV and TSV: dialect, encoding, line ends and other fields stay, and a clean table gives its original back."""

import csv
import io
import json
from typing import Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rewritten import SNOW, change_of_page, rewritten, without_snow

from cleaner.containers.column import column_of
from cleaner.containers.delimited import Delimited, TabSeparated
from cleaner.containers.fields import Fields, Wanted
from cleaner.containers.record import CleanRecord, Record
from cleaner.containers.table_rows import dialect_of
from cleaner.errors import DocumentError
from cleaner.result import Removed, Result

TEXT = f"It rained.\n{SNOW}It was wet."


def opened(data: bytes, limit: int = 1000, encoding: str | None = None) -> Delimited:
    return Delimited(io.BytesIO(data), "boats.csv", Wanted(Fields(), limit, encoding))


def restored(data: bytes) -> tuple[bytes, list[tuple[str, str]]]:
    out = io.BytesIO()
    faults = list(Delimited.undo(io.BytesIO(data), "boats.clean.csv", out))
    return out.getvalue(), faults


PLAIN = f'id,text,note\r\n1,"{TEXT}","say ""no"""\r\n007,dry,\r\n'
TABLES = {
    "crlf": PLAIN.encode(),
    "bom": b"\xef\xbb\xbf" + PLAIN.encode(),
    "bom before a quote": b"\xef\xbb\xbf" + f'"text","n"\n"{TEXT}","1"\n"dry","2"'.encode(),
    "no last line end": f'text;n\n"{TEXT}";1\ndry, and sunny;2'.encode(),
    "single quotes": f"'text','n'\n'It''s wet. {SNOW}','1'\n'a, b','2'\n".encode(),
    "backslashes": f'text,n\n"She said \\"no\\", and left. {SNOW}",1\n"a \\"b\\", c",2\n'.encode(),
    "spaces before quotes": f'text, n\n"a, {SNOW}", "x, y"\n"b", "z"\n'.encode(),
    "one column": f'text\n"{TEXT}"\ndry, and sunny\n'.encode(),
    "pipes": f'id|text\n1|"{TEXT}"\n2|"dry"\n'.encode(),
    "utf-16": f'text,ort\n"{TEXT}",Köln\n'.encode("utf-16"),
    "utf-16, big": ("\ufeff" + f'text,ort\n"{TEXT}",Köln\n').encode("utf-16-be"),
    "windows-1252": f'text,ort\n"Grüße aus dem Süden, wo die Mühlen stehen.\n{SNOW}",Köln\n'.encode("cp1252"),
    "bad bytes elsewhere": f'text,ort\n"{TEXT}",K\xf6ln\n"März",Zürich und Köln\n'.encode().replace(b"K\xc3", b"K\xff"),
    "quotes that are not at the ends": f'text,n\n"{TEXT}",5" pipe\n6" pipe,1\n'.encode(),
}


@pytest.mark.parametrize("name", TABLES)
def test_a_clean_table_has_a_column_more_and_gives_its_original_back(name: str) -> None:
    clean = without_snow(opened(TABLES[name]))
    assert restored(clean) == (TABLES[name], [])
    assert SNOW.encode() not in clean or name == "windows-1252"


def test_what_is_clean_is_read_by_others() -> None:
    clean = without_snow(opened(TABLES["crlf"])).decode()
    assert clean.startswith('id,text,note,cleaner\r\n1,"It rained.\nIt was wet.","say ""no""","{""version"": ')
    header, first, second = csv.reader(io.StringIO(clean, newline=""))
    assert json.loads(first[3])["removed"] == [{"start": 11, "end": 21, "rules": ["own/see"], "text": SNOW}]
    assert second[:3] == ["007", "dry", ""]
    assert header[3] == "cleaner"


def test_a_tab_alone_separates_the_fields_of_tsv() -> None:
    table = TabSeparated(io.BytesIO(b"text\nIt rained, and it snowed, too.\n"), "a.tsv", Wanted(Fields(), 100))
    assert [record.content for record in table.records()] == ["It rained, and it snowed, too."]


VISIBLE = st.text(st.characters(exclude_categories=["C"]))


@settings(max_examples=30)
@given(
    st.lists(st.tuples(VISIBLE, st.text(st.sampled_from('a,"\n\r; \t')), VISIBLE), min_size=1),
    st.sampled_from(",;\t|"),
    st.sampled_from([csv.QUOTE_ALL, csv.QUOTE_MINIMAL, csv.QUOTE_NONNUMERIC]),
)
def test_any_table_is_read_as_the_csv_module_reads_it(
    rows: list[tuple[str, ...]], delimiter: str, quoting: Literal[0, 1, 2]
) -> None:
    written = io.StringIO(newline="")
    names = ["text", "url", "number"]
    csv.writer(written, delimiter=delimiter, quoting=quoting).writerows([names, *rows, ("It rained.", "", "7")])
    data = written.getvalue().encode()
    if dialect_of(written.getvalue(), ",;\t|", whole=True).delimiter != delimiter:
        return
    table = opened(data)
    read = [record.raw.values(table._table.dialect) for record in table.records()]  # noqa: SLF001
    assert [tuple(row) for row in read] == [*rows, ("It rained.", "", "7")]


# a row, and what is said of it
MALFORMED = [
    ("a,b,c", "line 3: it has 3 fields, and the header 2"),
    ("a", "line 3: it has 1 fields, and the header 2"),
    ('"a"b,c', "line 3: something follows a quote that closes a field"),
    ('"a,b', "line 3: a quote in it is not closed"),
    ("a" * 500 + ",b", "line 3: it has more than 400 characters"),
]


@pytest.mark.parametrize(("row", "message"), MALFORMED)
def test_a_malformed_row_fails_alone_and_is_left_out(row: str, message: str) -> None:
    data = f"text,n\nwet,1\n{row}\ndry,2\n\ncold,3\n".encode()
    records = list(opened(data, 100).records())
    assert [record.content for record in records if not record.fault] == ["wet", "dry", "cold"]
    assert [record.number for record in records] == [2, 3, 4, 6]
    assert records[1].fault == ("malformed", message)
    assert without_snow(opened(data, 100)).count(b"version") == 3


def test_bytes_that_are_not_of_the_encoding_fail_where_they_are_a_text() -> None:
    data = "text,n\nMärz in Köln und Zürich,1\nwet\xff,2\n".encode().replace(b"\xc3\xbf", b"\xff")
    first, second = opened(data).records()
    assert (first.fault, second.fault) == (None, ("undecodable", "line 3: bytes that are not utf-8"))
    clean = without_snow(opened(data))
    assert b"wet\xff,2," in clean
    assert restored(clean)[0] == data


def test_a_field_may_be_longer_than_the_csv_module_allows() -> None:
    long = "It rained. " * 20_000
    assert len(long) > csv.field_size_limit()
    [record] = opened(f'text,n\n"{long}",1\n'.encode(), 1_000_000).records()
    assert record.content == long


@pytest.mark.parametrize("encoding", ["cp1250", None])
def test_an_encoding_is_given_or_guessed_and_the_column_names_it(encoding: str | None) -> None:
    data = f'text,n\n"A kikötő külső csatornája őszig szünetel. {SNOW}",1\n'.encode("cp1250")
    clean = without_snow(opened(data, encoding=encoding))
    assert csv_values(clean, "cp1250")["encoding"] == (encoding or "windows-1250")
    assert restored(clean) == (data, [])


def csv_values(data: bytes, encoding: str) -> dict[str, object]:
    return dict(json.loads([*csv.reader(io.StringIO(data.decode(encoding), newline=""))][1][-1]))


def test_a_row_that_was_changed_since_is_named_and_stays() -> None:
    clean = without_snow(opened(TABLES["crlf"])).replace(b"It was wet", b"It was dry")
    data, faults = restored(clean)
    assert faults == [("boats.clean.csv:2", "its text or its column was changed since it was cleaned")]
    assert data.count(b"It was dry") == 1


def test_a_table_without_rows_comes_back_without_rows() -> None:
    clean = without_snow(opened(b"id,text\r\n"))
    assert clean == b"id,text,cleaner\r\n"
    assert restored(clean) == (b"id,text\r\n", [])


def test_pages_are_restored_after_a_row_that_was_changed() -> None:
    data = b"html,n\n<p>wet,1\n<p>dry,2\n"
    clean = rewritten(opened(data), change_of_page)
    broken = clean.replace(b'{""version', b'[""version', 1)
    back, faults = restored(broken)
    assert [name for name, _ in faults] == ["boats.clean.csv:2"]
    assert back.startswith(b'html,n\n<p>wet,1,"It rained.\n","[')
    assert back.endswith(b"\n<p>dry,2\n")


def test_a_text_that_begins_with_a_quote_only_when_it_is_clean_was_not_quoted() -> None:
    data = b'text,n\nSee: snow. "Wet" it was.,1\n'
    gone = Removed(0, "See: snow. ", ("own/see",))

    def change(_: Record) -> CleanRecord:
        return CleanRecord('"Wet" it was.', column_of(Result('"Wet" it was.', (gone,))))

    clean = rewritten(opened(data), change)
    assert b'\n"""Wet"" it was.",1,' in clean
    assert restored(clean) == (data, [])


def test_the_first_of_several_columns_of_one_name_counts() -> None:
    data = f'text,text\n"{TEXT}","{TEXT}"\n'.encode()
    clean = without_snow(opened(data))
    assert clean.startswith(f'text,text,cleaner\n"{TEXT.replace(SNOW, "")}","{TEXT}","{{'.encode())
    assert restored(clean) == (data, [])


def test_a_table_that_is_no_clean_one_is_named() -> None:
    with pytest.raises(DocumentError, match="its last column is not 'cleaner'"):
        restored(TABLES["crlf"])


@pytest.mark.parametrize("data", [b"", b"\n\n", b'"text,n\n'])
def test_a_table_without_a_header_fails(data: bytes) -> None:
    with pytest.raises(DocumentError, match="it has no header"):
        opened(data)
