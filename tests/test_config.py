"""`[tool.cleaner]`: where it is looked for, its keys, and the messages about mistakes."""

from pathlib import Path

import pytest

from cleaner.config import KEYS, Config, ConfigError, load
from cleaner.rules.rule import Family


def write(folder: Path, lines: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "pyproject.toml").write_text(f"[tool.cleaner]\n{lines}\n", encoding="utf-8")


def test_without_a_table_everything_is_default(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert load([tmp_path]) == Config()


def test_the_nearest_table_above_all_paths_is_used(tmp_path: Path) -> None:
    write(tmp_path, "jobs = 3")
    write(tmp_path / "sub", "jobs = 5")
    (tmp_path / "sub/deep").mkdir()
    assert load([tmp_path / "sub/deep"]).jobs == 5
    assert load([tmp_path / "sub/deep", tmp_path]).jobs == 3


def test_a_pyproject_without_the_table_is_skipped(tmp_path: Path) -> None:
    write(tmp_path, "jobs = 3")
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub/pyproject.toml").write_text('[project]\nname = "x"\n', encoding="utf-8")
    assert load([tmp_path / "sub"]).jobs == 3


def test_paths_are_relative_to_the_file(tmp_path: Path) -> None:
    write(tmp_path, 'rules = ["mine"]\nout-dir = "out"')
    config = load([tmp_path])
    assert (config.rules, config.out_dir, config.folder) == ((tmp_path / "mine",), tmp_path / "out", tmp_path)


def test_every_key(tmp_path: Path) -> None:
    lines = [
        'rules = ["a.toml"]\nselect = ["x/*"]\nignore = "y"\nkeep-family = ["media"]',
        'exclude = []\nextend-exclude = ["z/"]\nforce-exclude = true\nsuffix = ".neat"\nout-dir = "o"',
        'jobs = 2\ntimeout = 1.5\nmax-bytes = 9\nencoding = "cp1252"\nheuristics = false',
        'paths = { "raw/*" = "example.com" }',
    ]
    write(tmp_path, "\n".join(lines))
    config = load([tmp_path])
    assert config == Config(
        rules=(tmp_path / "a.toml",),
        select=("x/*",),
        ignore=("y",),
        keep_family=("media",),
        heuristics=False,
        exclude=(),
        extend_exclude=("z/",),
        force_exclude=True,
        suffix=".neat",
        out_dir=tmp_path / "o",
        jobs=2,
        timeout=1.5,
        max_bytes=9,
        encoding="cp1252",
        paths={"raw/*": "example.com"},
        folder=tmp_path,
    )
    assert {key for line in lines for key in KEYS if f"{key} = " in line} == set(KEYS)
    assert config.settings.keep_families == {Family.MEDIA}


# A line of the table, what the message names, and the fix that it offers.
MISTAKES = [
    ("exlude = []", "'exlude'", "did you mean 'exclude'?"),
    ("colour = 1", "'colour'", "the keys are "),
    ("jobs = 'two'", "'jobs'", "a whole number"),
    ("jobs = true", "'jobs'", "a whole number"),
    ("jobs = 0", "'jobs'", "more than 0"),
    ("timeout = -1.0", "'timeout'", "more than 0"),
    ("force-exclude = 1", "'force-exclude'", "true or false"),
    ("select = 3", "'select'", "a list of strings"),
    ("rules = [1]", "'rules'", "a list of strings"),
    ("paths = ['x']", "'paths'", "a table of globs and sites"),
    ("paths = { 'x' = 1 }", "'paths'", "a table of globs and sites"),
    ("keep-family = ['pictures']", "'pictures'", "the families are ticker"),
    ("jobs = ", "not valid TOML", "line 2"),
]


@pytest.mark.parametrize(("line", "named", "fix"), MISTAKES)
def test_message_names_the_file_and_the_fix(tmp_path: Path, line: str, named: str, fix: str) -> None:
    write(tmp_path, line)
    with pytest.raises(ConfigError) as error:
        load([tmp_path])
    assert str(tmp_path / "pyproject.toml") in str(error.value)
    assert named in str(error.value)
    assert fix in str(error.value)


def test_the_table_must_be_a_table(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text("[tool]\ncleaner = 1\n", encoding="utf-8")
    with pytest.raises(ConfigError, match="must be a table"):
        load([tmp_path])


def test_flags_override_the_table(tmp_path: Path) -> None:
    write(tmp_path, 'jobs = 3\nsuffix = ".neat"')
    config = load([tmp_path]).overridden({"jobs": 7, "suffix": None, "select": ()})
    assert (config.jobs, config.suffix, config.select) == (7, ".neat", ())
