"""`[tool.cleaner]`: where it is found, what it may say, and how mistakes are reported."""

from dataclasses import fields
from pathlib import Path

import pytest

from cleaner.commands.settings_shown import settings_lines
from cleaner.config import Config
from cleaner.errors import UsageError
from cleaner.pyproject import FLAGS, KEYS, ConfigError, configured, load
from cleaner.rules.rule import Family


def write(folder: Path, lines: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "pyproject.toml").write_text(f"[tool.cleaner]\n{lines}\n", encoding="utf-8")


def test_without_a_table_all_values_are_defaults(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert load([tmp_path]) == Config()


def test_the_nearest_table_above_all_paths_is_used(tmp_path: Path) -> None:
    write(tmp_path, "jobs = 3")
    write(tmp_path / "sub", "jobs = 5")
    (tmp_path / "sub/deep").mkdir()
    assert load([tmp_path / "sub/deep"]).jobs == 5
    assert load([tmp_path / "sub/deep", tmp_path]).jobs == 3


@pytest.mark.parametrize("other", ['[project]\nname = "x"\n', "[tool.other]\n", "tool = 1\n"])
def test_a_pyproject_without_our_table_is_passed_by(tmp_path: Path, other: str) -> None:
    write(tmp_path, "jobs = 3")
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub/pyproject.toml").write_text(other, encoding="utf-8")
    assert load([tmp_path / "sub"]).jobs == 3


def test_paths_are_relative_to_the_file(tmp_path: Path) -> None:
    write(tmp_path, 'rules = ["mine"]\nout-dir = "out"')
    config = load([tmp_path])
    assert (config.rules, config.out_dir, config.folder) == ((tmp_path / "mine",), tmp_path / "out", tmp_path)


def test_a_file_of_our_own_comes_before_a_pyproject(tmp_path: Path) -> None:
    write(tmp_path, "jobs = 3")
    (tmp_path / "cleaner.toml").write_text('jobs = 4\nrules = "mine"\n', encoding="utf-8")
    config = load([tmp_path])
    assert (config.jobs, config.rules, config.file) == (4, (tmp_path / "mine",), tmp_path / "cleaner.toml")


def test_a_mistake_in_our_own_file_names_no_table(tmp_path: Path) -> None:
    (tmp_path / "cleaner.toml").write_text("job = 4\n", encoding="utf-8")
    with pytest.raises(ConfigError) as raised:
        load([tmp_path])
    assert str(raised.value) == f"{tmp_path / 'cleaner.toml'}: field 'job': unknown key; did you mean 'jobs'?"


@pytest.mark.parametrize(
    ("name", "content"), [("other.toml", "jobs = 5\n"), ("pyproject.toml", "[tool.cleaner]\njobs = 5\n")]
)
def test_a_named_file_is_read_alone(tmp_path: Path, name: str, content: str) -> None:
    write(tmp_path / "texts", "jobs = 3\ntimeout = 9")
    (tmp_path / name).write_text(content, encoding="utf-8")
    config = configured([tmp_path / "texts"], {"config": str(tmp_path / name)})
    assert (config.jobs, config.timeout, config.folder) == (5, 60, tmp_path)
    with pytest.raises(UsageError, match="--isolated reads no file"):
        configured([tmp_path / "texts"], {"config": str(tmp_path / name), "isolated": True})


def test_isolated_reads_no_file(tmp_path: Path) -> None:
    write(tmp_path, "jobs = 3")
    assert configured([tmp_path], {"isolated": True, "timeout": 4}).overridden({}) == Config(timeout=4)


def test_what_is_shown_says_the_same(tmp_path: Path) -> None:
    lines = (
        'rules = ["a \\"b\\".toml"]\njobs = 2\ntimeout = 1.5\nheuristics = false\nencoding = "cp1252"\n'
        'paths = { "raw/*" = "example.com" }\nper-file = { "a/*" = { select = ["mail"], ignore = ["x/*"] } }'
    )
    write(tmp_path, lines)
    config = load([tmp_path])
    shown = [*settings_lines(config)]
    assert shown[0] == f"# from {tmp_path / 'pyproject.toml'}"
    (tmp_path / "cleaner.toml").write_text("\n".join(shown), encoding="utf-8")
    assert load([tmp_path]) == config


def test_a_mistake_in_a_choice_for_some_files_says_where(tmp_path: Path) -> None:
    write(tmp_path, 'per-file = { "a/*" = { selekt = ["mail"] } }')
    with pytest.raises(ConfigError) as raised:
        load([tmp_path])
    assert "field 'per-file.a/*.selekt': unknown key; did you mean 'select'?" in str(raised.value)


def test_every_key(tmp_path: Path) -> None:
    lines = [
        'rules = ["a.toml"]\nselect = ["x/*"]\nignore = "y"\nkeep-family = ["media"]',
        'exclude = []\nextend-exclude = ["z/"]\nforce-exclude = true\nsuffix = ".neat"\nout-dir = "o"',
        'apply-suspicious = true\njobs = 2\ntimeout = 1.5\nmax-bytes = 9\nencoding = "cp1252"\nheuristics = false',
        'with-metadata = true\ntext-field = "body"\nhtml-field = "raw_html"\nurl-field = "source"',
        'baseline = "known.json"\nlanguage = ["de", "en"]\npaths = { "raw/*" = "example.com" }',
        'per-file = { "a/*" = { ignore = "x/*" } }',
    ]
    write(tmp_path, "\n".join(lines))
    config = load([tmp_path])
    assert config == Config(
        rules=(tmp_path / "a.toml",),
        select=("x/*",),
        ignore=("y",),
        keep_family=("media",),
        heuristics=False,
        apply_suspicious=True,
        language=("de", "en"),
        exclude=(),
        extend_exclude=("z/",),
        force_exclude=True,
        suffix=".neat",
        out_dir=tmp_path / "o",
        jobs=2,
        timeout=1.5,
        max_bytes=9,
        encoding="cp1252",
        with_metadata=True,
        text_field="body",
        html_field="raw_html",
        url_field="source",
        baseline=tmp_path / "known.json",
        paths={"raw/*": "example.com"},
        per_file={"a/*": {"ignore": ("x/*",)}},
        folder=tmp_path,
    )
    assert {key for line in lines for key in KEYS if f"{key} = " in line} == set(KEYS)
    assert config.settings.keep_families == {Family.MEDIA}


def test_every_key_is_a_field_and_every_field_a_key() -> None:
    assert {item.name for item in fields(Config)} - {"file", "folder"} == FLAGS | {"paths", "per_file"}


# a line of the table, the field, what is wrong with it, what to do
MISTAKES = [
    ("exlude = []", "exlude", "unknown key", "did you mean 'exclude'?"),
    ("colour = 1", "colour", "unknown key", f"the keys are {', '.join(KEYS)}"),
    ("jobs = 'two'", "jobs", "this is 'two', not a whole number", "write jobs = 4"),
    ("jobs = true", "jobs", "this is true, not a whole number", "write jobs = 4"),
    ("jobs = 0", "jobs", "this is 0, and must be more than 0", "write jobs = 4"),
    ("timeout = -1.0", "timeout", "this is -1.0, and must be more than 0", "write timeout = 60.0"),
    ("timeout = nan", "timeout", "this is nan, and must be more than 0", "write timeout = 60.0"),
    ("timeout = true", "timeout", "this is true, not a number", "write timeout = 60.0"),
    ("max-bytes = 1.5", "max-bytes", "this is 1.5, not a whole number", "write max-bytes = 50000000"),
    ("force-exclude = 1", "force-exclude", "this is 1, not true or false", "write force-exclude = true"),
    ("suffix = []", "suffix", "this is [], not a string", 'write suffix = ".clean"'),
    ("select = 3", "select", "this is 3, not a string or a list of strings", 'write select = ["mail"]'),
    ("rules = [1]", "rules", "this is [1], not a string or a list of strings", 'write rules = ["rules/mine.toml"]'),
    ("paths = ['x']", "paths", "this is ['x'], not a table of strings", 'write paths = { "raw/*" = "example.com" }'),
    ("paths = { x = 1 }", "paths", "this is {'x': 1}, not a table of strings", "write paths = "),
    ("language = 'xx'", "language", "'xx' is not a value of this field", "write one of ar, bg, bn, ca, cs, "),
    ("keep-family = 'pictures'", "keep-family", "'pictures' is not a value of this field", "write one of ticker, "),
]


@pytest.mark.parametrize(("line", "field", "what", "fix"), MISTAKES)
def test_a_mistake_is_named_with_file_table_field_and_what_to_do(
    tmp_path: Path, line: str, field: str, what: str, fix: str
) -> None:
    write(tmp_path, line)
    with pytest.raises(ConfigError) as error:
        load([tmp_path])
    place = f"{tmp_path / 'pyproject.toml'}: [tool.cleaner]: field '{field}'"
    assert str(error.value).startswith(f"{place}: {what}; {fix}")
    assert (error.value.path, error.value.field, error.value.what) == (tmp_path / "pyproject.toml", field, what)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("[tool.cleaner]\njobs = \n", "not TOML: Invalid value (at line 2, column 8); correct the line that it names"),
        ("[tool]\ncleaner = 1\n", "[tool.cleaner] is not a table; write its keys below a line [tool.cleaner]"),
    ],
)
def test_a_file_without_a_table_that_can_be_read_is_named(tmp_path: Path, content: str, message: str) -> None:
    path = tmp_path / "pyproject.toml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(ConfigError) as error:
        load([tmp_path])
    assert str(error.value) == f"{path}: {message}"


def test_a_family_that_does_not_exist_is_a_usage_error() -> None:
    with pytest.raises(UsageError, match="--keep-family: there is no family 'pictures'; choose from ticker, "):
        _ = Config(keep_family=("pictures",)).settings


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('paths = {"crawl/**" = "not a host"}', "field 'paths': 'not a host', the site of 'crawl/**', is no host"),
        ('paths = {"crawl/**" = "a\\u0000.example"}', "field 'paths': it has a NUL character"),
        ('rules = ["a\\u0000b"]', "field 'rules': it has a NUL character"),
        ('out-dir = "../elsewhere"', "field 'out-dir': it leads out of the folder of this file"),
        ('out-dir = "/elsewhere"', "field 'out-dir': it leads out of the folder of this file"),
        ("jobs = " + "1" * 5000, "not TOML that can be read"),
        ("rules = " + "[" * 5000, "nested too deeply"),
    ],
)
def test_a_hostile_file_is_an_error(tmp_path: Path, line: str, said: str) -> None:
    (tmp_path / "pyproject.toml").write_text(f"[tool.cleaner]\n{line}\n", encoding="utf-8")
    with pytest.raises(ConfigError) as error:
        load([tmp_path])
    assert said in str(error.value)


@pytest.mark.parametrize("content", ["tool = 1", 'tool = ["cleaner"]', "[tool]\nother = 1"])
def test_a_file_without_the_table_changes_nothing(tmp_path: Path, content: str) -> None:
    (tmp_path / "pyproject.toml").write_text(content, encoding="utf-8")
    assert load([tmp_path]).rules == ()


def test_flags_override_the_table(tmp_path: Path) -> None:
    write(tmp_path, 'jobs = 3\nsuffix = ".neat"')
    config = load([tmp_path]).overridden({"jobs": 7, "suffix": None, "select": ()})
    assert (config.jobs, config.suffix, config.select) == (7, ".neat", ())
