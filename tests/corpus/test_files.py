"""Which files are documents, and where their clean text is written."""

import os
import stat
from collections.abc import Iterable
from pathlib import Path

import pytest

from cleaner.corpus.discovery import find
from cleaner.corpus.naming import Naming, marks_path
from cleaner.corpus.plan import plan
from cleaner.corpus.selection import Selection
from cleaner.corpus.writing import place, remove_leftover, same_lines, temporary, unchanged
from cleaner.errors import DocumentError


def make(folder: Path, names: Iterable[str], content: str = "Text.\n") -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(content, encoding="utf-8")


def found(folder: Path, selection: Selection | None = None) -> list[str]:
    return [str(path.relative_to(folder)) for path in find([folder], selection or Selection()).paths]


# name of the original, name of the clean text
NAMES = [
    ("a.txt", "a.clean.txt"),
    ("a.text", "a.clean.text"),
    ("a.md", "a.clean.md"),
    ("a.html", "a.html.clean.txt"),
    ("a.HTM", "a.HTM.clean.txt"),
    ("a.b.txt", "a.b.clean.txt"),
    ("notes.log", "notes.clean.log"),
    ("README", "README.clean.txt"),
]


@pytest.mark.parametrize(("name", "clean"), NAMES)
def test_the_name_of_a_clean_text(name: str, clean: str) -> None:
    page = name.lower().endswith((".html", ".htm"))
    assert Naming().output_name(name, page=page) == clean


def test_a_marks_file_is_beside_its_clean_text() -> None:
    assert marks_path(Path("x/a.html.clean.txt")) == Path("x/a.html.clean.json")


def test_documents_by_their_extension(tmp_path: Path) -> None:
    make(tmp_path, ["a.txt", "b.text", "c.md", "d.html", "e.HTM", "f.py", "g.json", "h", "sub/i.txt"])
    assert found(tmp_path) == ["a.txt", "b.text", "c.md", "d.html", "e.HTM", "sub/i.txt"]


def test_only_own_outputs_are_skipped(tmp_path: Path) -> None:
    make(tmp_path, ["a.txt", "a.clean.txt", "a.cleaner.txt", "clean.txt", "a.clean.html"])
    result = find([tmp_path], Selection())
    assert [path.name for path in result.paths] == ["a.clean.html", "a.cleaner.txt", "a.txt", "clean.txt"]
    assert result.skipped == {"own output": 1}


def test_a_named_file_is_a_document_whatever_its_extension(tmp_path: Path) -> None:
    make(tmp_path, ["a.log"])
    assert found(tmp_path) == []
    assert find([tmp_path / "a.log"], Selection()).paths == [tmp_path / "a.log"]


def test_a_named_output_is_still_an_output(tmp_path: Path) -> None:
    make(tmp_path, ["a.clean.txt"])
    assert find([tmp_path / "a.clean.txt"], Selection()).paths == []
    assert find([tmp_path / "a.clean.txt"], Selection(named_outputs=True)).paths == [tmp_path / "a.clean.txt"]


def test_hidden_folders_are_skipped_unless_named(tmp_path: Path) -> None:
    make(tmp_path, [".hidden/a.txt", "b.txt"])
    assert found(tmp_path) == ["b.txt"]
    assert found(tmp_path / ".hidden") == ["a.txt"]


def test_a_document_named_twice_is_read_once(tmp_path: Path) -> None:
    make(tmp_path, ["sub/a.txt"])
    assert find([tmp_path, tmp_path / "sub", tmp_path / "sub/a.txt"], Selection()).paths == [tmp_path / "sub/a.txt"]


# .gitignore files by folder, and the documents that they do not exclude
IGNORED: list[tuple[dict[str, str], list[str]]] = [
    ({"": "*.md\n"}, ["a.txt", "sub/b.txt", "sub/deep/d.txt"]),
    ({"": "/a.txt\n"}, ["sub/b.txt", "sub/c.md", "sub/deep/d.txt"]),
    ({"": "deep/\n"}, ["a.txt", "sub/b.txt", "sub/c.md"]),
    ({"sub": "b.txt\n"}, ["a.txt", "sub/c.md", "sub/deep/d.txt"]),
    ({"": "*.txt\n", "sub": "!b.txt\n"}, ["sub/b.txt", "sub/c.md"]),
    ({"": "sub/*\n!sub/c.md\n"}, ["a.txt", "sub/c.md"]),
    ({"": "# nothing\n\n"}, ["a.txt", "sub/b.txt", "sub/c.md", "sub/deep/d.txt"]),
]


@pytest.mark.parametrize(("ignore", "left"), IGNORED)
def test_gitignore(tmp_path: Path, ignore: dict[str, str], left: list[str]) -> None:
    make(tmp_path, ["a.txt", "sub/b.txt", "sub/c.md", "sub/deep/d.txt"])
    for folder, lines in ignore.items():
        make(tmp_path, [f"{folder}/.gitignore".lstrip("/")], lines)
    assert found(tmp_path) == left


def test_a_gitignore_above_applies_within_a_repository(tmp_path: Path) -> None:
    make(tmp_path, ["texts/a.txt", "texts/a.md"])
    make(tmp_path, [".gitignore"], "*.md\n")
    assert found(tmp_path / "texts") == ["a.md", "a.txt"]
    (tmp_path / ".git").mkdir()
    assert found(tmp_path / "texts") == ["a.txt"]


def test_a_named_folder_is_entered_even_if_git_ignores_it(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    make(tmp_path, ["texts/deep/a.txt"])
    make(tmp_path, [".gitignore"], "texts/\n")
    assert found(tmp_path) == []
    assert found(tmp_path / "texts") == ["deep/a.txt"]
    assert found(tmp_path / "texts/deep") == ["a.txt"]


def test_exclude_replaces_the_default_list(tmp_path: Path) -> None:
    make(tmp_path, ["a.txt", "raw/b.txt", "node_modules/c.txt"])
    assert found(tmp_path) == ["a.txt", "raw/b.txt"]
    assert found(tmp_path, Selection(exclude=("raw/",), folder=tmp_path)) == ["a.txt", "node_modules/c.txt"]


def test_exclude_applies_to_named_files_if_forced(tmp_path: Path) -> None:
    make(tmp_path, ["raw/b.txt"])
    named = tmp_path / "raw/b.txt"
    assert find([named], Selection(exclude=("raw/",), folder=tmp_path)).paths == [named]
    forced = find([named], Selection(exclude=("raw/",), force_exclude=True, folder=tmp_path))
    assert (forced.paths, forced.skipped) == ([], {"excluded": 1})


def test_links_out_of_the_folder_are_not_followed(tmp_path: Path) -> None:
    make(tmp_path, ["texts/a.txt", "outside/b.txt"])
    (tmp_path / "texts/link.txt").symlink_to(tmp_path / "outside/b.txt")
    (tmp_path / "texts/folder").symlink_to(tmp_path / "outside")
    result = find([tmp_path / "texts"], Selection())
    assert [path.name for path in result.paths] == ["a.txt"]
    assert result.skipped == {"link out of the folder": 1, "linked folder": 1}


def test_links_within_the_folder_are_followed_and_loops_are_harmless(tmp_path: Path) -> None:
    make(tmp_path, ["texts/a.txt"])
    (tmp_path / "texts/link.txt").symlink_to("a.txt")
    (tmp_path / "texts/loop").symlink_to(tmp_path / "texts")
    (tmp_path / "texts/self.txt").symlink_to("self.txt")
    result = find([tmp_path / "texts"], Selection())
    assert [path.name for path in result.paths] == ["a.txt", "link.txt"]
    assert result.skipped == {"linked folder": 1, "broken link": 1}


def test_a_file_that_is_not_regular_is_skipped(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert find([tmp_path], Selection()).skipped == {"not a regular file": 1}


@pytest.mark.parametrize("name", ["with space.txt", "two\nlines.txt", os.fsdecode(b"not-utf8-\xff.txt"), "ünïcode.txt"])
def test_a_name_may_have_any_character(tmp_path: Path, name: str) -> None:
    make(tmp_path, [name])
    make(tmp_path, [".gitignore"], "other\n")
    assert found(tmp_path) == [name]


def test_the_output_folder_is_not_read(tmp_path: Path) -> None:
    make(tmp_path, ["a.txt", "out/b.txt"])
    assert found(tmp_path, Selection(Naming("", tmp_path / "out"))) == ["a.txt"]


def test_the_output_folder_has_the_same_tree(tmp_path: Path) -> None:
    sources = plan([tmp_path / "x/a.txt"], Naming(out_dir=Path("out")), tmp_path, marks=True)
    assert sources[0].outputs == (Path("out/x/a.clean.txt"), Path("out/x/a.clean.json"))


def test_two_documents_with_one_output_are_found_before_writing(tmp_path: Path) -> None:
    sources = plan([tmp_path / "a", tmp_path / "a.txt", tmp_path / "b.txt"], Naming(), tmp_path, marks=False)
    assert [bool(source.obstacle) for source in sources] == [True, True, False]
    assert str(tmp_path / "a.txt") in sources[0].obstacle


def test_two_documents_with_one_marks_file(tmp_path: Path) -> None:
    paths = [tmp_path / "a.md", tmp_path / "a.txt"]
    assert [bool(source.obstacle) for source in plan(paths, Naming(), tmp_path, marks=False)] == [False, False]
    assert [bool(source.obstacle) for source in plan(paths, Naming(), tmp_path, marks=True)] == [True, True]


def test_an_original_is_never_an_output(tmp_path: Path) -> None:
    paths = [tmp_path / "a.txt", tmp_path / "b.txt"]
    sources = plan(paths, Naming("", tmp_path), tmp_path, marks=False)
    assert all("original" in source.obstacle for source in sources)


def test_writing_leaves_no_temporary_file(tmp_path: Path) -> None:
    place(tmp_path / "new/a.clean.txt", b"x", None, "token")
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["a.clean.txt"]
    assert unchanged(tmp_path / "new/a.clean.txt", b"x")
    assert not unchanged(tmp_path / "new/a.clean.txt", b"y")


def test_writing_keeps_the_mode(tmp_path: Path) -> None:
    make(tmp_path, ["a.txt"])
    (tmp_path / "a.txt").chmod(0o640)
    place(tmp_path / "a.clean.txt", b"x", (tmp_path / "a.txt").stat().st_mode, "token")
    assert stat.S_IMODE((tmp_path / "a.clean.txt").stat().st_mode) == 0o640
    (tmp_path / "a.clean.txt").chmod(0o604)
    place(tmp_path / "a.clean.txt", b"y", (tmp_path / "a.txt").stat().st_mode, "token")
    assert stat.S_IMODE((tmp_path / "a.clean.txt").stat().st_mode) == 0o604


def test_a_link_is_never_written_through(tmp_path: Path) -> None:
    make(tmp_path, ["a.txt"])
    (tmp_path / "a.clean.txt").symlink_to("a.txt")
    with pytest.raises(DocumentError, match="symbolic link"):
        place(tmp_path / "a.clean.txt", b"x", None, "token")
    assert (tmp_path / "a.txt").read_text(encoding="utf-8") == "Text.\n"


def test_a_folder_in_the_way_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.clean.txt").mkdir()
    with pytest.raises(DocumentError, match=r"a\.clean\.txt is not a file"):
        place(tmp_path / "a.clean.txt", b"x", None, "token")


def test_the_temporary_file_of_a_killed_process_is_removed(tmp_path: Path) -> None:
    target = tmp_path / "a.clean.txt"
    temporary(target, "token", 7).write_bytes(b"half")
    remove_leftover(target, "token", 8)
    assert temporary(target, "token", 7).exists()
    remove_leftover(target, "token", 7)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("on_disk", "same"), [(b"a\nb\n", True), (b"a\r\nb\r\n", True), (b"a\r\nb\n", False), (b"a\n", False)]
)
def test_git_may_have_changed_all_line_ends_of_a_file(tmp_path: Path, on_disk: bytes, same: bool) -> None:
    (tmp_path / "page.html.clean.txt").write_bytes(on_disk)
    assert same_lines(tmp_path / "page.html.clean.txt", b"a\nb\n") is same


ORIGINALS = [
    ("a.clean.md", ["a.md"]),
    ("page.html.clean.txt", ["page.html.txt", "page.html"]),
    ("README.clean.txt", ["README.txt"]),
    (".clean.txt", []),
    ("a.txt", []),
]


@pytest.mark.parametrize(("clean", "originals"), ORIGINALS)
def test_a_clean_file_tells_its_originals(clean: str, originals: list[str]) -> None:
    assert Naming().originals(Path("news", clean)) == [Path("news", name) for name in originals]
