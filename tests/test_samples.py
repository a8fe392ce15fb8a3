"""The samples: each original becomes exactly the expected text of its folder, byte for byte."""

import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from cleaner import Cleaner, Result
from cleaner.text.decode import decode

SAMPLES = Path(__file__).parent.parent / "samples"
ORIGINALS = ("original.txt", "original.md", "original.html")
URL = re.compile(r"^url: (\S+)$", re.MULTILINE)
OWN_HOST = re.compile(r"https://([a-z]+\.)*example\.(com|net|org)/")
WRITTEN = ".clean."  # in the names of files that a run over samples/ wrote; they are not part of a sample


@dataclass(frozen=True, slots=True)
class Sample:
    """One folder of samples/."""

    folder: Path

    @property
    def original(self) -> Path:
        [path] = (self.folder / name for name in ORIGINALS if (self.folder / name).exists())
        return path

    @property
    def expected(self) -> str:
        return (self.folder / "expected.txt").read_bytes().decode()

    @property
    def note(self) -> str:
        return (self.folder / "note.md").read_text(encoding="utf-8")

    @property
    def url(self) -> str | None:
        line = URL.search(self.note)
        return line and line[1]

    @property
    def is_page(self) -> bool:
        return self.original.suffix == ".html"

    @property
    def output_name(self) -> str:
        """The name of the file that `cleaner clean` writes."""
        return "original.html.clean.txt" if self.is_page else f"original.clean{self.original.suffix}"

    def clean(self, cleaner: Cleaner) -> Result:
        data = self.original.read_bytes()
        return (
            cleaner.clean_html(data, url=self.url) if self.is_page else cleaner.clean(decode(data).text, url=self.url)
        )


FOLDERS = sorted(path.parent for path in SAMPLES.glob("*/expected.txt"))
each_sample = pytest.mark.parametrize("sample", [Sample(path) for path in FOLDERS], ids=[path.name for path in FOLDERS])


@pytest.fixture(scope="module")
def cleaner() -> Cleaner:
    return Cleaner()


@pytest.fixture(scope="module")
def run_over_copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of samples/ after a run of `cleaner clean --marks`."""
    copy = tmp_path_factory.mktemp("run") / "samples"
    shutil.copytree(SAMPLES, copy, ignore=shutil.ignore_patterns(f"*{WRITTEN}*"))
    run("clean", str(copy), "--marks")
    return copy


def run(*words: str) -> bytes:
    return subprocess.run([sys.executable, "-m", "cleaner", *words], check=True, capture_output=True).stdout


def test_there_are_samples_of_text_and_of_pages() -> None:
    pages = [folder for folder in FOLDERS if Sample(folder).is_page]
    assert len(FOLDERS) >= 20
    assert len(pages) >= 5


@each_sample
def test_folder_contains_exactly_three_files(sample: Sample) -> None:
    names = {path.name for path in sample.folder.iterdir() if WRITTEN not in path.name}
    assert names == {sample.original.name, "expected.txt", "note.md"}


@each_sample
def test_note_is_short_and_its_url_invented(sample: Sample) -> None:
    assert 3 <= len([line for line in sample.note.splitlines() if line]) <= 6
    assert sample.url is None or OWN_HOST.match(sample.url)


@each_sample
def test_original_becomes_expected(sample: Sample, cleaner: Cleaner) -> None:
    assert sample.clean(cleaner).text == sample.expected


@each_sample
def test_undo_restores_the_original(sample: Sample, cleaner: Cleaner) -> None:
    result = sample.clean(cleaner)
    original = result.extraction.text if result.extraction else decode(sample.original.read_bytes()).text
    assert result.undo() == original


@each_sample
def test_expected_text_is_clean(sample: Sample, cleaner: Cleaner) -> None:
    assert cleaner.clean(sample.expected, url=sample.url).text == sample.expected


@each_sample
def test_command_writes_what_the_api_returns(sample: Sample, cleaner: Cleaner, run_over_copy: Path) -> None:
    written = (run_over_copy / sample.folder.name / sample.output_name).read_bytes()
    assert written.decode() == sample.clean(cleaner).text


@pytest.mark.parametrize("slug", ["see-lines", "crlf-bom", "broken-byte"])
def test_undo_command_restores_the_original_byte_for_byte(slug: str, run_over_copy: Path) -> None:
    sample = Sample(SAMPLES / slug)
    assert run("undo", str(run_over_copy / slug / sample.output_name)) == sample.original.read_bytes()


def test_undo_command_restores_the_extracted_text_of_a_page(cleaner: Cleaner, run_over_copy: Path) -> None:
    sample = Sample(SAMPLES / "page-news")
    restored = run("undo", str(run_over_copy / sample.folder.name / sample.output_name))
    assert restored.decode() == sample.clean(cleaner).undo()


@each_sample
def test_command_does_not_change_originals(sample: Sample, run_over_copy: Path) -> None:
    copy = run_over_copy / sample.folder.name / sample.original.name
    assert copy.read_bytes() == sample.original.read_bytes()
