"""`cleaner rules schema`: on standard output, or in a new file."""

from pathlib import Path

from command import Corpus

from cleaner.authoring.schema import SCHEMA_NAME, schema_text


def test_it_is_printed(tmp_path: Path) -> None:
    done = Corpus(tmp_path).run("rules", "schema")
    assert (done.returncode, done.stdout, done.stderr) == (0, schema_text(), "")


def test_it_is_written_to_a_new_file(tmp_path: Path) -> None:
    corpus = Corpus(tmp_path)
    assert corpus.run("rules", "schema", "--output", SCHEMA_NAME).returncode == 0
    assert corpus.read(SCHEMA_NAME) == schema_text()
    assert corpus.run("rules", "schema", "--output", SCHEMA_NAME).returncode == 0


def test_another_file_is_never_changed(tmp_path: Path) -> None:
    corpus = Corpus(tmp_path)
    corpus.write(SCHEMA_NAME, "{}")
    done = corpus.run("rules", "schema", "--output", SCHEMA_NAME)
    assert (done.returncode, corpus.read(SCHEMA_NAME)) == (2, "{}")
    assert "an existing file is never changed" in done.stderr
