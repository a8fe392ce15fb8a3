"""Changes of rule files, and taking them back."""

from pathlib import Path

import pytest

from cleaner.errors import UsageError
from cleaner.review.rulebook import Rulebook
from cleaner.review.undecided import Candidate
from cleaner.rulefiles.added import user_files
from cleaner.rulefiles.packaged import packaged_site_heads

RULE = """[[rule]]
name = "{name}"
family = "share"
kind = "line"
match = \'\'\'Tell a {name}\'\'\'
reason = "prompt"
[[rule.example]]
before = "Tell a {name}"
after = ""
[[rule.example]]
same = "Tell a {name} that it rained."
"""


def problems(book: Rulebook, change: object, place: Path) -> list[str]:
    copied = book.copy(place, change)  # type: ignore[arg-type]
    assert copied
    return list(book.problems(change, copied))  # type: ignore[arg-type]


def test_rules_are_added_to_the_file_that_has_the_host(tmp_path: Path) -> None:
    book = Rulebook(tmp_path / "mine")
    (tmp_path / "mine").mkdir()
    kept = '# Of the mills.\nsites = ["mills.example", "weirs.example"]  # both\n'
    (tmp_path / "mine" / "water.toml").write_text(kept, encoding="utf-8")
    for name in ("friend", "neighbour"):
        change = book.with_rule("www2.weirs.example", RULE.format(name=name))
        assert change.hosts == ("mills.example", "weirs.example")
        assert problems(book, change, tmp_path / name) == []
        book.save(change)
    [file] = user_files((tmp_path / "mine",))
    assert [rule.id for rule in file.rules] == ["mine/water/friend", "mine/water/neighbour"]
    assert file.path.read_text(encoding="utf-8").startswith(kept)
    again = book.with_rule("mills.example", RULE.format(name="friend"))
    assert "2 rules have this name" in problems(book, again, tmp_path / "again")[0]


def test_a_file_for_a_packaged_site_begins_as_the_packaged_one(tmp_path: Path) -> None:
    host, packaged = next(iter(packaged_site_heads().items()))
    book = Rulebook(tmp_path / "mine")
    book.save(book.with_rule(host, RULE.format(name="friend")))
    [file] = user_files((tmp_path / "mine",))
    assert file.path.read_bytes().startswith(packaged.path.read_bytes().rstrip())
    assert file.rules[-1].name == "friend"


def test_a_no_leaves_the_packaged_rules_as_they_are_until_a_rule_is_added(tmp_path: Path) -> None:
    """A file without rules has the packaged ones, and those of later releases."""
    host, packaged = next(iter(packaged_site_heads().items()))
    candidate = Candidate(host, "Tell a friend", "Tell a friend", "Tell a friend", "", "# Learnt from 9 documents.", {})
    book = Rulebook(tmp_path / "mine")
    book.save(book.with_answer(candidate, ""))
    [file] = user_files((tmp_path / "mine",))
    assert (file.sites, "[[rule]]" in file.path.read_text(encoding="utf-8")) == (packaged.sites, False)
    assert [rule.id for rule in file.rules] == [rule.id for rule in packaged.rules]
    assert book.undecided([candidate]) == []
    book.save(book.with_answer(candidate._replace(question="Tell a neighbour"), RULE.format(name="neighbour")))
    [file] = user_files((tmp_path / "mine",))
    assert packaged.path.read_text(encoding="utf-8").rstrip() in file.path.read_text(encoding="utf-8")
    assert file.rules[-1].name == "neighbour"
    assert book.undecided([candidate]) == []


@pytest.mark.parametrize(
    "before",
    [
        'sites = ["mills.example"]\n',
        'sites = ["mills.example"]\ndisable = [\n  "common/en/share-this",\n]\n\n[html]\ndrop = [".share"]\n',
        'disable = ["common/en/share-this"]\nsites = ["mills.example"]\n',
        'sites = ["mills.example"]\n\n' + RULE.format(name="friend"),
    ],
)
def test_a_rule_is_turned_off_beside_those_that_are(before: str, tmp_path: Path) -> None:
    book = Rulebook(tmp_path / "mine")
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "mills.example.toml").write_text(before, encoding="utf-8")
    [old] = user_files((tmp_path / "mine",))
    change = book.with_disabled("mills.example", "common/en/see-also")
    assert problems(book, change, tmp_path / "copy") == []
    book.save(change)
    [new] = user_files((tmp_path / "mine",))
    assert new.disable == (*old.disable, "common/en/see-also")
    assert (new.rules, new.html, new.sites) == (old.rules, old.html, old.sites)


def test_a_rule_that_does_not_exist_cannot_be_turned_off(tmp_path: Path) -> None:
    book = Rulebook(tmp_path / "mine")
    change = book.with_disabled("mills.example", "common/en/see-alsoo")
    assert "did you mean 'common/en/see-also'?" in problems(book, change, tmp_path / "copy")[0]


def test_steps_are_taken_back_one_by_one(tmp_path: Path) -> None:
    book = Rulebook(tmp_path / "mine")
    for name in ("friend", "neighbour"):
        book.save(book.with_rule(None, RULE.format(name=name)))
    path = tmp_path / "mine" / "every-site.toml"
    assert book.undo().rule == "neighbour"
    assert path.read_text(encoding="utf-8") == RULE.format(name="friend")
    path.write_text("# mine now\n", encoding="utf-8")
    with pytest.raises(UsageError, match="was changed since"):
        book.undo()
    assert path.read_text(encoding="utf-8") == "# mine now\n"


def test_a_site_config_of_another_program_gets_no_rule(tmp_path: Path) -> None:
    book = Rulebook(tmp_path / "mine")
    book.save(book.with_rule(None, RULE.format(name="friend")))
    config = tmp_path / "mine" / "mills.example.txt"
    config.write_text("body: //article\n", encoding="utf-8")
    with pytest.raises(UsageError, match="is a site config, which holds no rules; write a rule file for this host"):
        book.with_rule("mills.example", RULE.format(name="neighbour"))
    shown = Candidate("mills.example", "", "", "", RULE.format(name="neighbour"), "", {})
    assert book.named(shown) == shown.toml
