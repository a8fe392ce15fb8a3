"""What is kept of patterns between runs."""

from pathlib import Path

import pytest

from cleaner import pattern, translations


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setattr(pattern, "KNOWN", {})
    return tmp_path / "cleaner"


def test_what_is_kept_is_what_is_read(cache: Path) -> None:
    written = {r"See(?: also)?: .*", "«[^»]+»"}
    read = {one: pattern.translate(one) for one in written}
    translations.keep(written)
    translations.load()
    assert read == pattern.KNOWN
    assert [path.suffix for path in cache.iterdir()] == [".json"]


def test_nothing_new_is_not_written_again(cache: Path) -> None:
    translations.keep(["one"])
    translations.load()
    (kept,) = cache.iterdir()
    before = kept.stat().st_mtime_ns
    translations.keep(["one"])
    assert kept.stat().st_mtime_ns == before


def test_what_other_code_kept_goes(cache: Path) -> None:
    cache.mkdir()
    (cache / "patterns-0123456789abcdef.json").write_text("{}")
    translations.keep(["one"])
    assert len(list(cache.iterdir())) == 1


@pytest.mark.parametrize("content", ["", "[1, 2]", '{"one": 1}', '{"one": ["a", 2]}', "\xff"])
def test_a_broken_file_is_no_harm(cache: Path, content: str) -> None:
    translations.keep(["one"])
    (kept,) = cache.iterdir()
    kept.write_text(content, encoding="latin-1")
    translations.load()
    assert "one" not in pattern.KNOWN


def test_a_folder_that_cannot_be_made_is_no_error(cache: Path) -> None:
    cache.write_text("a file where the folder should be")
    translations.keep(["one"])
    translations.load()
    assert pattern.KNOWN == {}
