"""A run that was killed within a container goes on where it stopped, and writes the same bytes."""

import json
import sys
import time
from pathlib import Path

import pytest
from command import ORIGINAL, Corpus

from cleaner.batch.worker import Failure
from cleaner.commands.spool import spool_for
from cleaner.containers.record import Record
from cleaner.corpus.journal import Journal
from cleaner.corpus.journal_lines import Made
from cleaner.errors import DocumentError
from cleaner.report.outcomes import Cleaned
from cleaner.result import Status

MADE = Made("sha256:1", "key", {})
RECORDS = [Record("a.jsonl", number, f"line {number}") for number in (1, 2, 3)]
CLEANED = Cleaned(
    None, Status.OK, 9, 4, (("own/see", 4),), text="Rain.", column={"status": "ok"}, about={"title": "Rain"}
)
# The outcome of a record that tells what is written of it.
WRITTEN = Cleaned(None, Status.OK, 9, 4, (("own/see", 4),), written=b'{"text": "Rain."}\n{"text": "half a line"')
FAILED = Failure("timeout", "not done")


def spooled(folder: Path) -> list[Path]:
    return list((folder / ".cleaner").glob("*.spool"))


def leave(folder: Path, made: Made = MADE) -> Path:
    """The spool of a run that was interrupted after two records."""
    with spool_for(folder / "a.clean.jsonl", Journal(folder), made) as spool:
        assert spool
        assert spool.recall(RECORDS[0]) is None
        spool.note(RECORDS[0], CLEANED)
        spool.note(RECORDS[1], FAILED)
        spool.kept = True
    [path] = spooled(folder)
    return path


def test_outcomes_come_back_in_order_and_the_next_follows_them(tmp_path: Path) -> None:
    path = leave(tmp_path)
    for expected in ([CLEANED, FAILED, None], [CLEANED, FAILED, CLEANED]):
        with spool_for(tmp_path / "a.clean.jsonl", Journal(tmp_path), MADE) as spool:
            assert spool
            assert [spool.recall(record) for record in RECORDS] == expected
            for record in RECORDS:
                spool.note(record, CLEANED)
            spool.kept = True
    assert len(path.read_bytes().splitlines()) == 4
    with spool_for(tmp_path / "a.clean.jsonl", Journal(tmp_path), MADE):
        pass
    assert not spooled(tmp_path)


@pytest.mark.parametrize(
    ("old", "new"), [(b'"timeout"', b'"time'), (b"a.jsonl:2", b"a.jsonl:7"), (b'done"], null]\n', b'done"], null]')]
)
def test_what_is_half_or_of_another_record_is_made_again(tmp_path: Path, old: bytes, new: bytes) -> None:
    path = leave(tmp_path)
    path.write_bytes(path.read_bytes().replace(old, new))
    with spool_for(tmp_path / "a.clean.jsonl", Journal(tmp_path), MADE) as spool:
        assert spool
        assert [spool.recall(record) for record in RECORDS] == [CLEANED, None, None]


def test_outcomes_of_another_content_or_key_are_not_used(tmp_path: Path) -> None:
    leave(tmp_path)
    with spool_for(tmp_path / "a.clean.jsonl", Journal(tmp_path), MADE._replace(key="other")) as spool:
        assert spool
        assert spool.recall(RECORDS[0]) is None


def test_a_container_that_fails_leaves_no_spool_and_a_link_is_none(tmp_path: Path) -> None:
    with pytest.raises(DocumentError), spool_for(tmp_path / "a.clean.jsonl", Journal(tmp_path), MADE):
        raise DocumentError("unwritable", "full")
    assert not spooled(tmp_path)
    path = leave(tmp_path)
    path.unlink()
    path.symlink_to(tmp_path / "diary")
    with spool_for(tmp_path / "a.clean.jsonl", Journal(tmp_path), MADE) as spool:
        assert spool is None
    assert not (tmp_path / "diary").exists()


@pytest.mark.parametrize("cut", [0, 1, 30, 60])
def test_what_is_written_of_a_record_comes_back_whole_or_not_at_all(tmp_path: Path, cut: int) -> None:
    with spool_for(tmp_path / "a.clean.jsonl", Journal(tmp_path), MADE) as spool:
        assert spool
        for record, outcome in zip(RECORDS, (CLEANED, WRITTEN, WRITTEN), strict=True):
            spool.note(record, outcome)
        spool.kept = True
    [path] = spooled(tmp_path)
    path.write_bytes(path.read_bytes()[: -cut or None])
    with spool_for(tmp_path / "a.clean.jsonl", Journal(tmp_path), MADE) as spool:
        assert spool
        assert [spool.recall(record) for record in RECORDS] == [CLEANED, WRITTEN, None if cut else WRITTEN]
        spool.note(RECORDS[2], WRITTEN)


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")
def test_a_run_killed_within_a_container_goes_on_where_it_stopped(corpus: Corpus) -> None:
    lines = [json.dumps({"text": f"Day {number}.\n" + ORIGINAL * 200}) for number in range(300)]
    corpus.write("undisturbed.jsonl", "\n".join(lines))
    corpus.run("clean", ".")
    corpus.write("a.jsonl", "\n".join(lines))
    process = corpus.start("clean", "a.jsonl", "-j", "2")
    deadline = time.monotonic() + 60
    while not (spool := spooled(corpus.folder)) or spool[0].read_bytes().count(b"\n") < 20:
        assert time.monotonic() < deadline, "no record is done"
        time.sleep(0.01)
    process.kill()
    process.communicate()
    noted = (spool[0].read_bytes().count(b"\n") - 1) // 2  # a line on each, and the line that is written
    assert 0 < noted < 300
    content = spool[0].read_bytes().replace(b'"status": "ok", "problems": []', b'"status": "empty", "problems": []')
    spool[0].write_bytes(content)
    time.sleep(0.5)  # until the workers have seen that their parent is gone
    done = corpus.run("clean", "a.jsonl", "-j", "2")
    assert done.returncode == 0, done.stderr
    assert f"{noted:,} empty" in done.stderr  # each that was done is told from the spool
    written = corpus.read("a.clean.jsonl").replace('"status": "empty"', '"status": "ok"')
    assert written == corpus.read("undisturbed.clean.jsonl")
    assert corpus.names() == {f"{name}{end}" for name in ("a", "undisturbed") for end in (".jsonl", ".clean.jsonl")}
