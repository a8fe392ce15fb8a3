"""The memory of a run does not grow with its containers, and one huge record does not stop it."""

import gzip
import io
import json
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from command import Corpus, command

from cleaner.corpus.limits import MAX_BYTES

PARAGRAPHS = [
    f"The {n} boats of harbour {n % 97} lay still, and {n % 13} ferries were on the lake." for n in range(500)
]
# What is cleaned: 30 MB of records, of 8 kB each; held as a whole they would take four times as much.
TEXTS = ["\n\n".join(PARAGRAPHS[n % 400 : n % 400 + 100]) + "\n\nSee: snow\n" for n in range(400)]
RECORDS = 3500

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="asks Linux for the peak of a process"),
]


def json_lines(path: Path) -> None:
    with path.open("w", encoding="utf-8") as file:
        file.writelines(json.dumps({"id": n, "text": TEXTS[n % 400]}) + "\n" for n in range(RECORDS))


def table(path: Path) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write("id,text\n")
        file.writelines(f'{n},"{TEXTS[n % 400]}"\n' for n in range(RECORDS))


def parquet(path: Path) -> None:
    pq.write_table(pa.table({"id": range(RECORDS), "text": [TEXTS[n % 400] for n in range(RECORDS)]}), path)


def archive(path: Path) -> None:
    with path.open("wb") as file:
        for n in range(RECORDS):
            text = TEXTS[n % 400].encode()
            head = f"WARC/1.0\r\nWARC-Type: conversion\r\nWARC-Record-ID: <urn:{n}>\r\nContent-Type: text/plain\r\n"
            record = f"{head}Content-Length: {len(text)}\r\n\r\n".encode() + text + b"\r\n\r\n"
            file.write(gzip.compress(record, 1))


# Who makes a container, and the megabytes that the parent and each worker may then hold; of 1 GB they hold no more.
# pyarrow takes 100 of them.
MAKERS: dict[str, tuple[Callable[[Path], None], int]] = {
    "boats.jsonl": (json_lines, 130),
    "boats.csv": (table, 130),
    "boats.parquet": (parquet, 260),
    "boats.wet.gz": (archive, 130),
}


def peaks(corpus: Corpus, *arguments: str) -> tuple[int, list[float], str]:
    """The exit code of a command, the peak of its parent and that of each worker in megabytes, and what it says."""
    found: dict[int, float] = {}
    with (corpus.folder / "said").open("w+b") as said:
        process = subprocess.Popen(command(*arguments), cwd=corpus.folder, stderr=said, stdout=subprocess.DEVNULL)
        while process.poll() is None:
            for pid in [process.pid, *workers(process.pid)]:
                found[pid] = max(found.get(pid, 0.0), peak(pid))
            time.sleep(0.05)
        said.seek(0)
        return process.returncode, [*found.values()], said.read().decode()


def workers(pid: int) -> list[int]:
    try:
        return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()]
    except OSError:
        return []


def peak(pid: int) -> float:
    """The most memory that a process has held, in megabytes."""
    try:
        status = Path(f"/proc/{pid}/status").read_text(encoding="utf-8")
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1000 for line in status.splitlines() if line.startswith("VmHWM")), 0.0)


@pytest.mark.parametrize("name", MAKERS)
def test_a_large_container_takes_little_memory(corpus: Corpus, name: str) -> None:
    make, allowed = MAKERS[name]
    make(corpus.folder / name)
    code, most, said = peaks(corpus, "clean", name, "--jobs", "2")
    assert (code, f"{RECORDS:,} documents: {RECORDS:,} changed" in said) == (0, True), said
    assert len(most) == 3
    assert max(most) < allowed


def test_a_record_of_50_mb_does_not_stop_a_run(corpus: Corpus) -> None:
    text = ("\n\n".join(PARAGRAPHS) + "\n\n") * 2000
    text = text[: MAX_BYTES - 1000]
    assert len(text) == MAX_BYTES - 1000
    huge = {"id": 9, "text": text}
    records = [{"id": n, "text": TEXTS[n]} for n in range(400)]
    lines = [json.dumps(record) for record in (*records[:9], huge, *records[9:])]
    corpus.write("boats.jsonl", "\n".join(lines))
    code, _, said = peaks(corpus, "clean", "boats.jsonl", "--jobs", "2")
    assert (code, "401 documents: 400 changed, 1 unchanged" in said) == (0, True), said
    with io.BytesIO((corpus.folder / "boats.clean.jsonl").read_bytes()) as file:
        assert [json.loads(line)["id"] for line in file] == [*range(9), 9, *range(9, 400)]
