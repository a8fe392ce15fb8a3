"""`Cleaner`: rules and settings in, results out."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import cleaner as package
from cleaner import Cleaner, CleanerError, Mark, Removed, RuleError, Settings, Status
from cleaner.errors import UsageError
from cleaner.rulefiles.packaged import packaged_site_heads
from cleaner.rules.rule import Family, RuleFile
from cleaner.rules.settings import NO_SETTINGS
from cleaner.sites import Clues, Site
from cleaner.text.functionwords import Language

RULE = """
[[rule]]
name = "{name}"
family = "{family}"
kind = "line"
match = '''{match}'''
reason = "a test"
[[rule.example]]
before = "{match}"
after = ""
[[rule.example]]
same = "{match} is not alone."
"""


def rule_file(path: Path, head: str, **match: str) -> Path:
    """Write a rule file: `head`, then one rule for each name and pattern."""
    path.parent.mkdir(parents=True, exist_ok=True)
    rules = (RULE.format(name=name, match=pattern, family="meta") for name, pattern in match.items())
    path.write_text("\n".join([head, *rules]), encoding="utf-8")
    return path


# Compiling the packaged rules for every test would take minutes.
MINE = Settings(select=("mine/*",))
NONE = Settings(ignore=("common/*",))
TEXT = "Zebras sleep.\nZq common\nZq site\nZq other"


@pytest.fixture
def rules(tmp_path: Path) -> Path:
    """A common rule file and the files of two sites."""
    rule_file(tmp_path / "mine/common.toml", "", common="Zq common", both="Zq both")
    rule_file(tmp_path / "mine/a.toml", "sites = ['a.com']\ndetect = 'A Wire'", site="Zq site")
    rule_file(tmp_path / "mine/b.toml", "sites = ['b.com']\ndisable = ['mine/common/common']", other="Zq other")
    return tmp_path / "mine"


@pytest.mark.parametrize(
    ("site", "url", "left", "decided"),
    [
        pytest.param(None, None, "Zebras sleep.\nZq site\nZq other", Site(), id="no site"),
        pytest.param("a.com", None, "Zebras sleep.\nZq other", Site("a.com", "--site"), id="site"),
        pytest.param("sport.a.com", None, "Zebras sleep.\nZq other", Site("sport.a.com", "--site"), id="subdomain"),
        pytest.param(
            None, "https://www.a.com/x", "Zebras sleep.\nZq other", Site("a.com", "the document's url"), id="url"
        ),
        pytest.param("b.com", None, "Zebras sleep.\nZq common\nZq site", Site("b.com", "--site"), id="disables common"),
        pytest.param("c.com", None, "Zebras sleep.\nZq site\nZq other", Site("c.com", "--site"), id="unknown site"),
    ],
)
def test_clean(rules: Path, site: str | None, url: str | None, left: str, decided: Site) -> None:
    result = Cleaner([rules], MINE).clean(TEXT, site=site, url=url)
    assert (result.text, result.site) == (left, decided)


def test_result_names_rules_and_places(rules: Path) -> None:
    result = Cleaner([str(rules)], MINE).clean("Zebras sleep.\nZq common\n")
    assert result.removed == (Removed(13, "\n", ("seam",)), Removed(14, "Zq common", ("mine/common/common",)))
    assert result.marks == (Mark(14, 23, "mine/common/common", detail="a test"),)
    assert (result.undo(), result.status) == ("Zebras sleep.\nZq common\n", Status.OK)


def test_site_is_detected_from_signs_in_the_text(rules: Path) -> None:
    result = Cleaner([rules], MINE).clean("Zebras sleep, says A Wire.\nZq site")
    assert (result.text, result.site) == ("Zebras sleep, says A Wire.", Site("a.com", "signs in the text"))


def test_site_is_decided_from_clues(rules: Path) -> None:
    result = Cleaner([rules], MINE).clean_document(TEXT, Clues(folders=("x", "a.com")))
    assert (result.text, result.site) == ("Zebras sleep.\nZq other", Site("a.com", "the folder a.com"))


def test_given_site_file_replaces_the_packaged_one(tmp_path: Path) -> None:
    plain = Cleaner()
    packaged = next((file for file in plain._shelf.sites.values()), None)  # noqa: SLF001
    host = packaged.sites[0] if packaged else "a.com"
    given = rule_file(tmp_path / "mine/own.toml", f"sites = ['{host}']", own="Zq own")
    cleaner = Cleaner([given], MINE)
    file = cleaner.site_file(Site(host))
    assert file
    assert file.path == given
    assert cleaner.clean("Zebras sleep.\nZq own", site=host).text == "Zebras sleep."


def test_packaged_site_file_is_read_when_its_site_occurs() -> None:
    cleaner = Cleaner(settings=NONE)
    for host, head in packaged_site_heads().items():
        file = cleaner.site_file(Site(host))
        assert file
        assert (file.id, bool(file.rules or file.html.drop or file.html.content)) == (head.id, True)


def test_two_files_may_have_the_same_name(tmp_path: Path) -> None:
    one = rule_file(tmp_path / "one/mine/x.toml", "sites = ['a.com']", one="Zq one")
    two = rule_file(tmp_path / "two/mine/x.toml", "sites = ['b.com']", two="Zq two")
    cleaner = Cleaner([one, two], MINE)
    text = "Zebras sleep.\nZq one\nZq two"
    assert cleaner.clean(text, site="a.com").text == "Zebras sleep.\nZq two"
    assert cleaner.clean(text, site="b.com").text == "Zebras sleep.\nZq one"
    assert {rule.id for rule in cleaner.all_rules()} >= {"mine/x/one", "mine/x/two"}


def test_no_state_passes_from_one_document_to_the_next(rules: Path) -> None:
    cleaner = Cleaner([rules], MINE)
    order = ["a.com", "b.com", None, "b.com", "a.com", None]
    again = [cleaner.clean(TEXT, site=site) for site in order]
    assert again == [Cleaner([rules], MINE).clean(TEXT, site=site) for site in order]


@pytest.mark.parametrize(
    ("settings", "left"),
    [
        (Settings(select=("mine/*",)), "Zebras sleep.\nShare"),
        (Settings(select=("mine/a/*",)), "Zebras sleep.\nZq common\nShare"),
        (Settings(ignore=("mine/common/common", "common/*")), "Zebras sleep.\nZq common\nShare"),
        (
            Settings(ignore=("common/*",), keep_families=frozenset({Family.META})),
            "Zebras sleep.\nZq common\nZq site\nShare",
        ),
    ],
)
def test_settings_choose_the_rules(rules: Path, settings: Settings, left: str) -> None:
    text = "Zebras sleep.\nZq common\nZq site\nShare"
    assert Cleaner([rules], settings).clean(text, site="a.com").text == left


def test_all_rules_are_common_ones_then_those_of_sites(rules: Path) -> None:
    ids = [rule.id for rule in Cleaner([rules], MINE).all_rules()]
    assert ids == ["mine/common/common", "mine/common/both", "mine/a/site", "mine/b/other"]


@pytest.mark.parametrize(
    ("head", "message"),
    [
        pytest.param("", "rule 'common': field 'name': the id mine/common/common is taken; ", id="same id"),
        pytest.param(
            "disable = ['mine/common/comon']",
            "field 'disable': there is no rule mine/common/comon; did you mean 'mine/common/common'?",
            id="disables an unknown rule",
        ),
        pytest.param(
            "disable = ['~']",
            "field 'disable': there is no rule ~; `cleaner rules list` prints the ids of all rules",
            id="disables nothing like a rule",
        ),
    ],
)
def test_bad_rules(rules: Path, tmp_path: Path, head: str, message: str) -> None:
    path = rule_file(tmp_path / "other/mine/common.toml", head, **({"new": "Zq new"} if head else {"common": "Zq x"}))
    with pytest.raises(RuleError) as error:
        Cleaner([rules, path])
    assert str(error.value).startswith(f"{path}: {message}")


def test_site_file_may_disable_a_rule_of_its_own_common_file(rules: Path) -> None:
    assert Cleaner([rules], MINE).clean("Zebras sleep.\nZq common", site="b.com").text.endswith("Zq common")


def digest(rules: list[Path], settings: Settings = NO_SETTINGS) -> str:
    return Cleaner(rules, settings).rule_digest


def test_digest_depends_on_the_rules_alone(rules: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "else/mine"
    elsewhere.mkdir(parents=True)
    for path in rules.iterdir():
        (elsewhere / path.name).write_bytes(path.read_bytes())
    given = sorted(rules.iterdir())
    assert len(digest([rules])) == 64
    assert digest([rules]) == digest([elsewhere]) == digest(given[::-1])


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param("sites = ['b.com']", "sites = ['c.com']", id="sites"),
        pytest.param("disable = ['mine/common/common']", "", id="disable"),
        pytest.param("\n[[rule]]", "detect = 'B Wire'\n[[rule]]", id="detect"),
        pytest.param("\n[[rule]]", "[html]\ndrop = ['//aside']\n[[rule]]", id="html"),
        pytest.param("Zq other", "Zq others", id="match"),
        pytest.param('kind = "line"', 'kind = "after"', id="kind"),
        pytest.param('family = "meta"', 'family = "media"', id="family"),
    ],
)
def test_digest_changes_with_the_rules(rules: Path, old: str, new: str) -> None:
    before = digest([rules])
    path = rules / "b.toml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    assert digest([rules]) != before


def test_digest_parses_no_packaged_rules(rules: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = digest([rules])

    def parsed(file_id: str) -> RuleFile:
        raise AssertionError(file_id)

    monkeypatch.setattr("cleaner.rulefiles.shelf.packaged_site", parsed)
    assert digest([rules]) == before


def test_digest_changes_with_the_settings() -> None:
    different = [
        Settings(),
        Settings(select=("common/*",)),
        Settings(ignore=("common/*",)),
        Settings(keep_families=frozenset(Family)),
        Settings(apply_suspicious=True),
        Settings(language=(Language.GERMAN,)),
    ]
    assert len({digest([], settings) for settings in different}) == len(different)


def test_digest_is_the_same_in_every_process() -> None:
    code = (
        "from cleaner import Cleaner, Settings\n"
        "from cleaner.rules.rule import Family\n"
        "print(Cleaner(settings=Settings(keep_families=frozenset(Family))).rule_digest)"
    )
    environment = {**os.environ, "PYTHONHASHSEED": "1"}
    other = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True, env=environment)
    assert other.stdout.strip() == digest([], Settings(keep_families=frozenset(Family)))


def page(last: str, head: str = "") -> str:
    paragraphs = "".join(f"<p>Zebras sleep {n} hours, and nobody in the savannah knows why.</p>" for n in range(9))
    return f"<html><head>{head}</head><body><article>{paragraphs}{last}</article></body></html>"


def test_page_is_extracted_then_cleaned(rules: Path) -> None:
    result = Cleaner([rules], MINE).clean_html(page("<p>Zq common</p>"))
    assert result.extraction
    assert result.extraction.text.endswith("knows why.\nZq common\n")
    assert result.text.endswith("knows why.\n")
    assert result.undo() == result.extraction.text


@pytest.mark.parametrize(
    ("last", "head", "site"),
    [
        pytest.param(
            "", '<link rel="canonical" href="https://www.a.com/x">', Site("a.com", "the page's own address"), id="link"
        ),
        pytest.param("<p>Nobody at all, says A Wire.</p>", "", Site("a.com", "signs in the text"), id="signs"),
        pytest.param("", "", Site(), id="nothing"),
    ],
)
def test_site_of_a_page(rules: Path, last: str, head: str, site: Site) -> None:
    assert Cleaner([rules], MINE).clean_html(page(last, head)).site == site


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        (
            Settings(select=("common/en/see-alos",)),
            "no rule has the id 'common/en/see-alos'; did you mean 'common/",
        ),
        (Settings(select=("mial",)), "select: no rule has the id 'mial'; did you mean 'mail'?"),
        (Settings(ignore=("nope/*",)), "ignore: no rule has the id 'nope/*'; `cleaner rules list`"),
        (Settings(ignore=("heuristic/footers",)), "did you mean 'heuristic/footer'?"),
    ],
)
def test_a_setting_that_names_no_rule_is_an_error(settings: Settings, said: str) -> None:
    with pytest.raises(UsageError) as error:
        Cleaner(settings=settings)
    assert said in str(error.value)


@pytest.mark.parametrize("rule", ["heuristic/footer", "sites/bbc.com/*", "common/mail/*"])
def test_every_rule_may_be_named(rule: str) -> None:
    Cleaner(settings=Settings(ignore=(rule,)))


BAD_SETTINGS: list[tuple[dict[str, Any], type[Exception], str]] = [
    ({"select": "mail"}, TypeError, "select must be a tuple of strings, not 'mail'"),
    ({"ignore": (b"mail",)}, TypeError, r"ignore must be a tuple of strings, not \(b'mail',\)"),
    ({"keep_families": "media"}, TypeError, "keep_families must be a frozenset of families, not 'media'"),
    ({"heuristics": "no"}, TypeError, "heuristics must be True or False, not 'no'"),
    ({"apply_suspicious": 1}, TypeError, "apply_suspicious must be True or False, not 1"),
    ({"keep_families": frozenset({"newletter"})}, ValueError, "no family 'newletter'; did you mean 'newsletter'"),
    ({"language": ("english",)}, ValueError, "language: there is no language 'english'; choose from "),
]


@pytest.mark.parametrize(("fields", "kind", "said"), BAD_SETTINGS)
def test_settings_of_another_type_are_errors(fields: dict[str, Any], kind: type[Exception], said: str) -> None:
    with pytest.raises(kind, match=said):
        Settings(**fields)


@pytest.mark.parametrize("html", ["", "no page at all", b"\x00\xff\x00", "<html></html>"])
def test_bad_page_gives_an_empty_result(html: str | bytes) -> None:
    result = Cleaner(settings=NONE).clean_html(html)
    assert (result.text, result.status) == ("", Status.EMPTY)
    assert result.problems


def test_every_exported_name_exists() -> None:
    assert all(getattr(package, name) for name in package.__all__)


def test_any_other_name_raises() -> None:
    with pytest.raises(AttributeError, match="module 'cleaner' has no attribute 'nothing'"):
        package.nothing  # noqa: B018


GERMAN = """\
Der Hafen wird im März ausgebaggert, sagte die Direktorin, weil die Rinne für die neuen Fähren zu flach ist.
Zq caption
Die Arbeiten dauern sechs Wochen, und der Fischmarkt bleibt so lange geschlossen."""


@pytest.mark.parametrize(
    ("head", "language", "removed"),
    [
        pytest.param("language = 'de'", (), True, id="rule of the text's language"),
        pytest.param("language = 'nl'", (), False, id="rule of another language"),
        pytest.param("", (), True, id="rule of any language"),
        pytest.param("language = 'nl'", (Language.DUTCH,), True, id="language given"),
        pytest.param("language = 'de'", (Language.DUTCH,), False, id="another language given"),
    ],
)
def test_rules_run_on_texts_in_their_language(
    tmp_path: Path, head: str, language: tuple[Language, ...], removed: bool
) -> None:
    file = rule_file(tmp_path / "mine/common.toml", head, caption="Zq caption")
    result = Cleaner([file], Settings(select=("mine/*",), language=language)).clean(GERMAN)
    assert ("Zq caption" not in result.text) is removed
    assert result.languages.own == (language or (Language.GERMAN,))


@pytest.mark.parametrize(
    "text", ["Zebras sleep.\nZq \ud800 common\n\udfff", "\ud83d\ude00", "Zq common\udc80", "\udc80\r\n"]
)
def test_undo_gives_back_lone_surrogates(rules: Path, text: str) -> None:
    result = Cleaner([rules], MINE).clean(text)
    assert result.undo() == text
    assert "\ufffd" not in result.text


def test_a_removed_line_keeps_its_lone_surrogate(tmp_path: Path) -> None:
    rule_file(tmp_path / "mine/common.toml", "", any="Zq .+")
    text = "Zebras sleep.\nZq \ud800\n"
    result = Cleaner([tmp_path / "mine"], MINE).clean(text)
    assert (result.text, result.undo()) == ("Zebras sleep.\n", text)


BAD_ARGUMENTS = [
    ({"text": b"Rain."}, "text must be str, not bytes"),
    ({"text": None}, "text must be str, not NoneType"),
    ({"html": 5}, "html must be str or bytes, not int"),
    ({"html": bytearray(b"<p>")}, "html must be str or bytes, not bytearray"),
    ({"text": "Rain.", "site": 5}, "site must be str, not int"),
    ({"html": "<p>Rain.</p>", "url": b"a.com"}, "url must be str, not bytes"),
    ({"text": "Rain.", "url": float("nan")}, "url must be str, not float"),
]


@pytest.mark.parametrize(("arguments", "said"), BAD_ARGUMENTS)
def test_an_argument_of_another_type_is_named(arguments: dict[str, Any], said: str) -> None:
    cleaner = Cleaner(settings=NONE)
    with pytest.raises(TypeError, match=f"^{said}$"):
        (cleaner.clean if "text" in arguments else cleaner.clean_html)(**arguments)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ({"rules": "mine"}, r"rules must be a list of paths, not str; write \['mine'\]"),
        ({"rules": b"mine"}, "rules must be a list of paths, not bytes"),
        ({"rules": Path("mine")}, "rules must be a list of paths, not PosixPath|WindowsPath"),
        ({"rules": None}, "rules must be a list of paths, not NoneType"),
        ({"rules": [b"mine"]}, "each of rules must be str or PathLike, not bytes"),
        ({"settings": {"select": ["a"]}}, "settings must be Settings, not dict"),
    ],
)
def test_rules_and_settings_of_another_type_are_named(arguments: dict[str, Any], said: str) -> None:
    with pytest.raises(TypeError, match=f"^{said}"):
        Cleaner(**arguments)


@pytest.mark.parametrize("site", ["not a host", "", "localhost", "a/b.example.com"])
def test_a_site_that_is_no_host_is_named(site: str) -> None:
    cleaner = Cleaner(settings=NONE)
    for clean in (cleaner.clean, cleaner.clean_html):
        with pytest.raises(ValueError, match=r"^site: .* is no host; write 'example.com', or give the address as url"):
            clean("Rain.", site=site)


def test_an_address_without_a_host_tells_nothing() -> None:
    assert Cleaner(settings=NONE).clean("Rain.", url="unknown").site == Site()


def test_many_texts_are_cleaned_as_each_is(rules: Path) -> None:
    cleaner = Cleaner([rules], MINE)
    urls = ["https://a.com/1", None, "https://b.com/2"]
    expected = [cleaner.clean(TEXT, url=url) for url in urls]
    assert list(cleaner.clean_many([TEXT] * 3, urls)) == expected
    assert list(cleaner.clean_many(iter([TEXT] * 2))) == [cleaner.clean(TEXT)] * 2
    assert list(cleaner.clean_many([])) == []


def test_many_texts_are_read_one_by_one() -> None:
    numbers = iter(range(9))
    results = Cleaner(settings=NONE).clean_many(f"Rain {n}." for n in numbers)
    assert next(results).text == "Rain 0."
    assert next(numbers) == 1


MANY_BAD: list[tuple[tuple[Any, ...], type[Exception], str]] = [
    (("Rain.",), TypeError, "texts must be a list of texts, not str; write ['Rain.']"),
    ((None,), TypeError, "texts must be a list of texts, not NoneType"),
    ((["Rain."], "https://a.com"), TypeError, "urls must be a list of addresses, not str; write ['https://a.com']"),
    ((["Rain.", None],), TypeError, "texts[1] must be str, not NoneType"),
    ((["Rain."], [5.0]), TypeError, "urls[0] must be str, not float"),
    ((["Rain.", "Wind."], [None]), ValueError, "zip() argument 2 is shorter than argument 1"),
]


@pytest.mark.parametrize(("arguments", "kind", "said"), MANY_BAD)
def test_what_is_wrong_in_many_texts_is_named(arguments: tuple[Any, ...], kind: type[Exception], said: str) -> None:
    with pytest.raises(kind) as error:
        list(Cleaner(settings=NONE).clean_many(*arguments))
    assert str(error.value) == said


PYPROJECT = '[tool.cleaner]\nrules = ["mine"]\nselect = ["mine/*"]\nkeep-family = ["media"]\n'


def test_a_cleaner_from_pyproject(rules: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = rules.parent / "pyproject.toml"
    file.write_text(PYPROJECT, encoding="utf-8")
    monkeypatch.chdir(rules)
    for path in (file, str(file), rules.parent, rules, None):
        cleaner = Cleaner.from_pyproject(path)
        assert cleaner.settings == Settings(select=("mine/*",), keep_families=frozenset({Family.MEDIA}))
        assert cleaner.clean(TEXT, site="a.com").text == "Zebras sleep.\nZq other"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        pytest.param(None, "no table [tool.cleaner] can be read from it; check the path", id="no file"),
        pytest.param("[project]\n", "no table [tool.cleaner] can be read from it; check the path", id="no table"),
        pytest.param("[tool.cleaner]\nselct = 1\n", "did you mean 'select'?", id="unknown key"),
    ],
)
def test_a_pyproject_that_cannot_be_used(tmp_path: Path, content: str | None, said: str) -> None:
    file = tmp_path / "pyproject.toml"
    if content is not None:
        file.write_text(content, encoding="utf-8")
    with pytest.raises(CleanerError) as error:
        Cleaner.from_pyproject(file)
    assert str(error.value).startswith(str(file))
    assert said in str(error.value)


def test_texts_and_pages_have_one_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cleaner.api.MAX_BYTES", 100)
    cleaner = Cleaner(settings=NONE)
    text = "Rain. " * 17
    long = cleaner.clean(text)
    assert (long.text, long.undo(), long.status, long.refused) == (text, text, Status.SUSPICIOUS, True)
    assert long.problems[0].startswith("too-large: more than 100 characters")
    assert not cleaner.clean(text[:100]).problems
