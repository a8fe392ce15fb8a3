"""The picture of `cleaner explain` in README shows what the command prints now, and loads nothing."""

import re

from explained import PICTURE, ROOT, picture


def test_the_picture_is_what_its_script_makes() -> None:
    assert PICTURE.read_text(encoding="utf-8") == picture()


def test_the_picture_loads_nothing() -> None:
    assert not re.search(r"url\(['\"]?http|(?:href|src)=", PICTURE.read_text(encoding="utf-8"))


def test_readme_shows_it() -> None:
    assert f"]({PICTURE.relative_to(ROOT).as_posix()})" in (ROOT / "README.md").read_text(encoding="utf-8")
