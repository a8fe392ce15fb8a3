"""What is kept of patterns between runs."""

from pathlib import Path

import pytest

from cleaner.rulefiles import cache
from cleaner.rules.patterns import translate


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setattr(translate, "KNOWN", {})
    return tmp_path / "cleaner"


def test_what_is_kept_is_what_is_read(folder: Path) -> None:
    written = {r"See(?: also)?: .*", "«[^»]+»"}
    read = {one: translate.translate(one) for one in written}
    cache.keep(written)
    cache.load()
    assert read == translate.KNOWN
    assert [path.suffix for path in folder.iterdir()] == [".json"]


def test_nothing_new_is_not_written_again(folder: Path) -> None:
    cache.keep(["one"])
    cache.load()
    (kept,) = folder.iterdir()
    before = kept.stat().st_mtime_ns
    cache.keep(["one"])
    assert kept.stat().st_mtime_ns == before


def test_what_other_code_kept_goes(folder: Path) -> None:
    folder.mkdir()
    (folder / "patterns-0123456789abcdef.json").write_text("{}")
    cache.keep(["one"])
    assert len(list(folder.iterdir())) == 1


@pytest.mark.parametrize("content", ["", "[1, 2]", '{"one": 1}', '{"one": ["a", 2]}', "\xff"])
def test_a_broken_file_is_no_harm(folder: Path, content: str) -> None:
    cache.keep(["one"])
    (kept,) = folder.iterdir()
    kept.write_text(content, encoding="latin-1")
    cache.load()
    assert "one" not in translate.KNOWN


def test_a_folder_that_cannot_be_made_is_no_error(folder: Path) -> None:
    folder.write_text("a file where the folder should be")
    cache.keep(["one"])
    cache.load()
    assert translate.KNOWN == {}
