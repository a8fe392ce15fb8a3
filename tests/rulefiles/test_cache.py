"""The common rule files that are kept between runs."""

import json
import sys
from collections.abc import Callable
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import NoReturn

import pytest

from cleaner.errors import RuleError
from cleaner.rulefiles import cache
from cleaner.rules.parse import parse
from cleaner.rules.patterns import translate
from cleaner.rules.rule import RuleFile
from cleaner.rules.tables import tables_of

posix = pytest.mark.skipif(sys.platform == "win32", reason="the cache folder of Windows is not in the environment")
FILE = Path("rules/common/en.toml")
DATA = """
language = "en"
evidence = 7
[[rule]]
name = "ferry"
family = "navigation"
kind = "block"
where = "top"
match = ["See(?: also)?: .*", "«[^»]+»"]
end = "End"
max_lines = 4
case = true
recurs = 2
reason = "timetable of the ferry"
[[rule.example]]
before = "See: the pier\\nEnd\\n<prose>"
after = "<prose>"
[[rule.example]]
same = "See the pier."
""".encode()


def read() -> RuleFile:
    return parse(tables_of(DATA, partial(RuleError, FILE)), "common/en", FILE)


def kept() -> RuleFile | None:
    files = cache.load("en", DATA, [(FILE, "common/en")])
    return files[0] if files else None


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setattr(translate, "KNOWN", {})
    return tmp_path / "cleaner"


def test_what_is_kept_is_read(folder: Path) -> None:
    cache.keep("en", DATA, [read()])
    assert repr(kept()) == repr(read())
    translated = {one: translate.translate(one) for one in read().rules[0].match}
    translate.translate.cache_clear()
    known = {one: translate.translate(one) for one in [*translate.KNOWN]}
    assert json.dumps(known, sort_keys=True) == json.dumps(translated, sort_keys=True)  # lists and tuples alike
    assert [path.suffix for path in folder.iterdir()] == [".json"]


def test_a_file_of_other_content_is_not_read_and_removed(folder: Path) -> None:
    cache.keep("en", DATA + b"#", [read()])
    assert kept() is None
    cache.keep("en", DATA, [read()])
    assert kept() is not None
    assert len(list(folder.iterdir())) == 1


@pytest.mark.parametrize("content", [b"", b"[1, 2]", b"[7, null, [[1]], {}]", b"[[[[", b"[" * 100_000, b"\xff", b"\0"])
@pytest.mark.parametrize("digest", [lambda content: sha256(content).hexdigest().encode(), lambda _: b"0"])
def test_a_damaged_file_is_not_read(folder: Path, content: bytes, digest: Callable[[bytes], bytes]) -> None:
    cache.keep("en", DATA, [read()])
    (file,) = folder.iterdir()
    file.write_bytes(digest(content) + b"\n" + content)
    assert kept() is None
    assert translate.KNOWN == {}


@pytest.mark.parametrize("damage", [lambda kept: kept.replace(b"See", b"Sea"), lambda kept: kept[:-9]])
def test_a_file_with_other_bytes_is_not_read(folder: Path, damage: Callable[[bytes], bytes]) -> None:
    cache.keep("en", DATA, [read()])
    (file,) = folder.iterdir()
    file.write_bytes(damage(file.read_bytes()))
    assert kept() is None
    assert translate.KNOWN == {}


def test_a_folder_that_cannot_be_made_is_no_error(folder: Path) -> None:
    folder.write_text("a file where the folder should be")
    cache.keep("en", DATA, [read()])
    assert kept() is None


@posix
def test_a_user_without_a_home_has_no_cache(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import pwd

    def no_entry(_: int) -> NoReturn:
        raise KeyError

    monkeypatch.delenv("XDG_CACHE_HOME")
    monkeypatch.delenv("HOME", raising=False)
    monkeypatch.setattr(pwd, "getpwuid", no_entry)
    monkeypatch.chdir(folder.parent)
    cache.keep("en", DATA, [read()])
    assert kept() is None
    assert list(folder.parent.iterdir()) == []


@posix
def test_a_relative_cache_folder_is_not_used(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", "relative")
    monkeypatch.setenv("HOME", str(folder.parent / "home"))
    monkeypatch.chdir(folder.parent)
    cache.keep("en", DATA, [read()])
    assert not (folder.parent / "relative").exists()
