"""Rule files, selectors, patterns and caches that nobody would write: named with what to do, in little time."""

import re
from pathlib import Path

import pytest
from rule_mistakes import RULE

from cleaner.api import Cleaner
from cleaner.errors import PatternError, RuleError
from cleaner.rulefiles import cache
from cleaner.rulefiles.added import user_files
from cleaner.rules.match import MOST_PATTERNS, Matcher
from cleaner.rules.rule import RuleFile


def rule(name: str = "see", match: str = "See: .+", example: str = "See: snow") -> str:
    given = RULE.replace('"related-news"', f'"{name}"').replace("'''Related News'''", f"'''{match}'''")
    return given.replace("\\nRelated News", f"\\n{example}")


HOSTILE: dict[str, tuple[str | bytes, str]] = {
    "deep": ("rule = " + "[" * 5000, "nested too deeply"),
    "number": ("evidence = " + "1" * 5000, "not TOML that can be read"),
    "bytes": (b"\xff", "not UTF-8 at byte 0"),
    "control character in a selector": ('sites = ["a.example"]\nhtml.drop = ["div\\u001b"]', "has a control character"),
    "control character in a name": (rule("\\u001b[2J"), "a name is words with hyphens"),
    "NUL": (rule(example="\\u0000"), "a NUL character"),
    "parts": (rule(match=".*a" * 3000), "too many parts in a row"),
    "brackets": (rule(match="(" * 3000 + "a" + ")" * 3000), "brackets nested too deep"),
    "long host": (f'sites = ["{"a." * 100_000}example"]', "is not a host"),
    "one name, many times": (rule() * 2000, "2000 rules have this name"),
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_hostile_file_is_an_error_for_people(tmp_path: Path, kind: str) -> None:
    content, said = HOSTILE[kind]
    path = tmp_path / "x.toml"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    with pytest.raises(RuleError, match=re.escape(said)) as error:
        user_files((path,))
    assert str(error.value).startswith(str(path))
    assert len(str(error.value)) < 600


@pytest.mark.slow
def test_a_file_of_many_rules_is_read_in_linear_time(tmp_path: Path) -> None:
    (tmp_path / "x.toml").write_text("".join(rule(f"see-{n}", f"See: {n}") for n in range(3000)), encoding="utf-8")
    [file] = user_files((tmp_path / "x.toml",))
    assert len(file.rules) == 3000
    many = file.rules * (MOST_PATTERNS // 3000 + 1)
    with pytest.raises(PatternError, match="are more than can be matched at once; use at most 20,000"):
        Matcher(many)


def test_a_user_without_a_home_cleans(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "x.toml").write_text(rule(), encoding="utf-8")
    for name in ("HOME", "USERPROFILE", "XDG_CACHE_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("pathlib.Path.home", no_home)
    monkeypatch.setattr("os.path.expanduser", lambda path: path)
    cache.keep("en", b"", [RuleFile("common/en", Path("en.toml"))])
    assert Cleaner([tmp_path / "x.toml"]).clean("It rained.\nSee: snow\n").text == "It rained.\n"


def no_home() -> Path:
    raise RuntimeError("Could not determine home directory.")
