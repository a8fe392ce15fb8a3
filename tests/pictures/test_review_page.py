"""The picture of `cleaner review` in README is one that its script can make, and small."""

from struct import unpack

import pytest
from explained import ROOT
from review_page import PICTURE, SIZE, picture

# Bytes, so that README opens at once; chosen by hand.
MOST = 120_000


def size_of(png: bytes) -> dict[str, int]:
    """The width and the height of a PNG, in pixels."""
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = unpack(">II", png[16:24])
    return {"width": width, "height": height}


def test_readme_shows_a_small_picture() -> None:
    content = PICTURE.read_bytes()
    assert len(content) <= MOST
    assert size_of(content) == SIZE
    assert f"]({PICTURE.relative_to(ROOT).as_posix()})" in (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.mark.slow
def test_the_script_makes_one() -> None:
    """Fonts differ from machine to machine, and so do the bytes."""
    from in_browser import CHROMIUM  # skips the test without playwright

    if CHROMIUM is None:
        pytest.skip("Chromium is not installed")
    assert size_of(picture()) == SIZE
