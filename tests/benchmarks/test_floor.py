"""The floor holds: the samples are those that were measured, and no figure fell."""

import shutil
from pathlib import Path

import pytest
from floor import DIGEST, FLOOR, SAMPLES, Floor, documents, fallen, measure, raise_floor, read


def entry(f1: float, digest: str = "a") -> dict[str, str | float]:
    return {DIGEST: digest, "all-F1": f1}


def test_the_samples_are_those_that_were_measured() -> None:
    """If this fails, run `python tests/benchmarks/floor.py` and read the diff of floor.toml."""
    assert {document.name: document.digest for document in documents()} == {
        name: floor[DIGEST] for name, floor in read().items()
    }


def test_no_figure_fell() -> None:
    assert fallen(read(), measure()) == []


@pytest.mark.parametrize(
    ("before", "now", "lower"),
    [
        pytest.param({"x": entry(0.5)}, {"x": entry(0.5)}, [], id="the same"),
        pytest.param({"x": entry(0.5)}, {"x": entry(0.4)}, ["all-F1: 0.50000 -> 0.40000"], id="lower"),
        pytest.param({"x": entry(0.5), "y": entry(0.5)}, {"x": entry(0.4), "y": entry(0.7)}, [], id="mean is higher"),
        pytest.param({"x": entry(0.5)}, {"x": entry(0.5), "y": entry(0.1)}, [], id="new document"),
        pytest.param({"x": entry(0.5)}, {"x": entry(0.4, "b")}, [], id="changed document"),
        pytest.param({"x": entry(0.5), "y": entry(0.9)}, {"x": entry(0.5)}, [], id="document gone"),
        pytest.param({}, {"x": entry(0.5)}, [], id="first floor"),
    ],
)
def test_a_figure_has_fallen_if_its_mean_has(before: Floor, now: Floor, lower: list[str]) -> None:
    assert fallen(before, now) == lower


def test_the_floor_is_raised_and_never_lowered(tmp_path: Path) -> None:
    path = tmp_path / "floor.toml"
    assert raise_floor({"x": entry(0.5)}, path) == []
    assert raise_floor({"x": entry(0.4)}, path) == ["all-F1: 0.50000 -> 0.40000"]
    assert read(path) == {"x": entry(0.5)}
    assert raise_floor({"x": entry(0.6)}, path) == []
    assert read(path) == {"x": entry(0.6)}


def test_reading_and_writing_the_floor_changes_nothing(tmp_path: Path) -> None:
    shutil.copy(FLOOR, tmp_path / "floor.toml")
    assert raise_floor(read(), tmp_path / "floor.toml") == []
    assert (tmp_path / "floor.toml").read_bytes() == FLOOR.read_bytes()


@pytest.mark.parametrize("name", ["original.html", "expected.txt", "note.md"])
def test_every_change_to_a_sample_changes_its_digest(name: str, tmp_path: Path) -> None:
    shutil.copytree(SAMPLES / "page-news", tmp_path / "page-news")
    before = [document.digest for document in documents(tmp_path)]
    path = tmp_path / "page-news" / name
    path.write_bytes(path.read_bytes().replace(b"ferry", b"boat"))
    after = [document.digest for document in documents(tmp_path)]
    assert not set(before) & set(after)


def test_pages_are_also_measured_as_flat_text() -> None:
    names = {document.name for document in documents()}
    assert {"page-news", "page-news, flat"} <= names
