"""The translations of patterns that are kept between runs."""

import sys
from pathlib import Path
from typing import NoReturn

import pytest

from cleaner.rulefiles import cache
from cleaner.rules.patterns import translate

posix = pytest.mark.skipif(sys.platform == "win32", reason="the cache folder of Windows is not in the environment")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setattr(translate, "KNOWN", {})
    return tmp_path / "cleaner"


def test_what_is_kept_is_read(folder: Path) -> None:
    written = {r"See(?: also)?: .*", "«[^»]+»"}
    read = {one: translate.translate(one) for one in written}
    cache.keep(written)
    cache.load()
    assert read == translate.KNOWN
    assert [path.suffix for path in folder.iterdir()] == [".json"]


def test_the_file_is_not_written_again_without_a_new_pattern(folder: Path) -> None:
    cache.keep(["one"])
    cache.load()
    (kept,) = folder.iterdir()
    before = kept.stat().st_mtime_ns
    cache.keep(["one"])
    assert kept.stat().st_mtime_ns == before


def test_the_file_of_other_code_is_removed(folder: Path) -> None:
    folder.mkdir()
    (folder / "patterns-0123456789abcdef.json").write_text("{}")
    cache.keep(["one"])
    assert len(list(folder.iterdir())) == 1


@pytest.mark.parametrize("content", ["", "[1, 2]", '{"one": 1}', '{"one": ["a", 2]}', "\xff"])
def test_a_broken_file_is_ignored(folder: Path, content: str) -> None:
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


@posix
def test_a_user_without_a_home_has_no_cache(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import pwd

    def no_entry(_: int) -> NoReturn:
        raise KeyError

    monkeypatch.delenv("XDG_CACHE_HOME")
    monkeypatch.delenv("HOME", raising=False)
    monkeypatch.setattr(pwd, "getpwuid", no_entry)
    monkeypatch.chdir(folder.parent)
    cache.keep(["one"])
    cache.load()
    assert list(folder.parent.iterdir()) == []
    assert translate.KNOWN == {}


@posix
def test_a_relative_cache_folder_is_not_used(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", "relative")
    monkeypatch.setenv("HOME", str(folder.parent / "home"))
    monkeypatch.chdir(folder.parent)
    cache.keep(["one"])
    assert not (folder.parent / "relative").exists()
