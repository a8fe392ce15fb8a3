"""Finding and reading the rule files that a user adds."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from cleaner.errors import RuleError, UsageError
from cleaner.rulefiles.added import check_settings, site_of_file, user_files
from cleaner.rulefiles.packaged import packaged_common, packaged_rules, packaged_site, packaged_site_heads, read
from cleaner.rules.rule import RuleFile
from cleaner.rules.settings import Settings


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_packaged_rules_are_beside_the_package_in_a_checkout() -> None:
    assert packaged_rules() == Path(__file__).parents[2] / "rules"


def test_packaged_common_files() -> None:
    names = {path.stem for path in (packaged_rules() / "common").glob("*.toml")}
    assert {file.id for file in packaged_common()} == {f"common/{name}" for name in names}
    assert "common/en" in {file.id for file in packaged_common()}


def test_only_packaged_rules_are_checked() -> None:
    site = next(iter(packaged_site_heads().values()))
    packaged = [*packaged_common(), packaged_site(site.id)]
    assert all(rule.checked for file in packaged for rule in file.rules)
    [file] = user_files((packaged_rules() / "common" / "nl.toml",))
    assert file.rules
    assert not any(rule.checked for rule in file.rules)


def test_the_head_of_a_packaged_site_file_has_the_keys_of_the_file() -> None:
    for host, head in packaged_site_heads().items():
        whole = packaged_site(head.id)
        assert host in whole.sites
        assert (head.path, head.sites, head.detect, head.disable) == (
            whole.path,
            whole.sites,
            whole.detect,
            whole.disable,
        )


@pytest.mark.parametrize(
    ("given", "ids"),
    [
        pytest.param(["mine/a.toml"], ["mine/a"], id="file"),
        pytest.param(["mine"], ["mine/a", "deep/b.example.com"], id="folder"),
        pytest.param(["mine/a.toml", "mine/deep"], ["mine/a", "deep/b.example.com"], id="both"),
    ],
)
def test_user_files(tmp_path: Path, given: list[str], ids: list[str]) -> None:
    write(tmp_path / "mine/a.toml", "")
    write(tmp_path / "mine/deep/b.example.com.toml", "")
    write(tmp_path / "mine/notes.txt", "")
    assert [file.id for file in user_files(tuple(tmp_path / path for path in given))] == ids


def test_an_id_does_not_depend_on_how_the_path_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path / "mine/a.toml", "")
    monkeypatch.chdir(tmp_path / "mine")
    assert [file.id for file in user_files((Path("a.toml"), Path()))] == ["mine/a", "mine/a"]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        pytest.param(
            b"name = ", "not TOML: Invalid value (at end of document); correct the line that it names", id="no TOML"
        ),
        pytest.param(b"a = '\xff'", "not UTF-8 at byte 5; save the file as UTF-8", id="not UTF-8"),
        pytest.param(b"site = []", "field 'site': unknown key; did you mean 'sites'?", id="unknown key"),
        pytest.param(
            b"sites = ['co.uk']",
            "field 'sites': anyone can have a host under co.uk, so it is not a site; name the site's own host",
            id="public suffix",
        ),
        pytest.param(
            b"sites = ['github.io']", "field 'sites': anyone can have a host under github.io", id="suffix of a platform"
        ),
        pytest.param(
            b'html.drop = ["//p[re:test(., 0)]"]',
            "field 'html.drop': 're:' is not known here; use contains() or starts-with()",
            id="selector",
        ),
    ],
)
def test_a_bad_file_is_refused(tmp_path: Path, content: bytes, message: str) -> None:
    path = tmp_path / "x.toml"
    path.write_bytes(content)
    with pytest.raises(RuleError) as error:
        user_files((path,))
    assert str(error.value).startswith(f"{path}: {message}")


@pytest.mark.parametrize("host", ["example.co.uk", "someone.github.io", "intranet.corp", "192.0.2.7"])
def test_a_host_is_a_site(tmp_path: Path, host: str) -> None:
    [file] = user_files((write(tmp_path / "x.toml", f"sites = ['{host}']"),))
    assert file.sites == (host,)


def test_two_files_for_one_host_are_refused(tmp_path: Path) -> None:
    one, two = (write(tmp_path / name, "sites = ['example.com']") for name in ("a.toml", "b.toml"))
    with pytest.raises(RuleError) as error:
        user_files((tmp_path,))
    what = "field 'sites': the host example.com has two files"
    assert str(error.value) == f"{two}: {what}; {one} has it too; keep it in one of them"


def test_a_missing_path_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RuleError) as error:
        user_files((tmp_path / "none.toml",))
    assert str(error.value) == f"{tmp_path / 'none.toml'}: no such rule file or folder; check the path"


def test_a_folder_without_rule_files_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match=r"no rule file \(\*\.toml\) in this folder; give a folder that has some"):
        user_files((tmp_path,))


def test_a_file_is_read_with_its_id(tmp_path: Path) -> None:
    path = write(tmp_path / "x.toml", "evidence = 3\n")
    assert read(path, "a/x") == RuleFile("a/x", path, evidence=3)


@pytest.mark.parametrize(
    ("name", "host"), [("example.com.toml", "example.com"), ("www.example.com.toml", "example.com"), ("en.toml", None)]
)
def test_the_site_of_a_file_is_in_its_name(name: str, host: str | None) -> None:
    assert site_of_file(Path("rules/sites") / name) == host


def test_no_more_files_are_read_than_it_takes_to_find_the_rules_of_the_settings() -> None:
    first, *others = packaged_common()
    second = next(file for file in others if file.rules)
    read_ids: list[str] = []

    def files() -> Iterator[RuleFile]:
        for file in (first, second, *others):
            read_ids.append(file.id)
            yield file

    check_settings(Settings(select=(first.rules[0].id,), ignore=(f"{second.id}/*", "heuristic/*")), files)
    assert read_ids == [first.id, second.id]
    with pytest.raises(UsageError, match="ignore: no rule has the id 'common/xx/none'"):
        check_settings(Settings(select=(first.rules[0].id,), ignore=("common/xx/none",)), files)
    assert len(read_ids) > len(others)
