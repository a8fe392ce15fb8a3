"""A file and standard input are used in the same way."""

from pathlib import Path

import pytest

from cleaner.corpus.source import FileSource, Source, StandardInput
from cleaner.errors import DocumentError
from cleaner.sites import Clues

TEXT = b"It rained."
GIVEN = Clues(site="example.com")


@pytest.fixture(params=["file", "standard input"])
def source(request: pytest.FixtureRequest, tmp_path: Path) -> Source:
    if request.param == "standard input":
        return StandardInput(TEXT)
    path = tmp_path / "a.txt"
    path.write_bytes(TEXT)
    return FileSource(path)


def test_a_source_is_read_up_to_the_limit(source: Source) -> None:
    assert source.read(len(TEXT)) == TEXT
    with pytest.raises(DocumentError, match="too-large: more than 9 bytes; --max-bytes raises"):
        source.read(len(TEXT) - 1)


def test_a_source_keeps_the_clues_that_are_given(source: Source) -> None:
    assert source.clues(GIVEN).site == "example.com"


def test_a_source_has_no_outputs_by_default(source: Source) -> None:
    assert (source.outputs, source.obstacle, source.page) == ((), "", False)


def test_standard_input_has_no_mode_and_no_clues_of_its_own() -> None:
    source = StandardInput(TEXT)
    assert (source.name, source.file_name, source.mode(), source.clues(GIVEN)) == ("-", "-", None, GIVEN)


@pytest.mark.parametrize(
    ("record", "url", "fault"),
    [
        ('{"url": "https://example.com/1"}', "https://example.com/1", ""),
        ('{"source": "https://example.com/2"}', "https://example.com/2", ""),
        ('{"title": "Rain"}', None, ""),
        ('{"url": "no host"}', None, "url in a.json: not a web address"),
        ('{"url": 5}', None, "url in a.json: not a web address"),
        (r'{"url": "https://harb\ud800our.example/"}', None, "url in a.json: not a web address"),
        ("[1, 2]", None, ""),
        ("no JSON", None, "a.json is not JSON, so it tells no address"),
        ("[" * 100_000, None, "a.json is not JSON, so it tells no address"),
        ("9" * 5000, None, "a.json is not JSON, so it tells no address"),
    ],
)
def test_a_file_has_the_url_in_its_sidecar_as_a_clue(tmp_path: Path, record: str, url: str | None, fault: str) -> None:
    (tmp_path / "a.json").write_text(record, encoding="utf-8")
    source = FileSource(tmp_path / "a.txt")
    assert (source.clues(Clues()).url, source.clues(Clues()).fault) == (url, fault)
    assert source.clues(Clues(url="https://example.org")).url == "https://example.org"


def test_a_file_has_its_folders_as_clues_the_nearest_first(tmp_path: Path) -> None:
    clues = FileSource(tmp_path / "example.com" / "2026" / "a.txt", glob_site="example.org").clues(Clues())
    assert clues.folders[:2] == ("2026", "example.com")
    assert clues.glob_site == "example.org"


def test_a_file_that_was_removed_has_no_mode_and_cannot_be_read(tmp_path: Path) -> None:
    source = FileSource(tmp_path / "gone.txt")
    assert source.mode() is None
    with pytest.raises(DocumentError, match="unreadable: No such file"):
        source.read(10)
