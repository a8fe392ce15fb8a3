"""Learning takes bounded memory, and time that grows with the documents alone."""

import subprocess
import sys

import pytest

# Learns from 20,000 texts of 150 sites that are made on the way, and prints the seconds and the megabytes that it took.
SCRIPT = """
import sys, time
from pathlib import Path
from harbour import article, foot
from cleaner.commands.gathering import Gathered, taught
from cleaner.learning.page_sample import PageSample
from cleaner.learning.sample import Sample
from cleaner.report.console import Console

texts, sample, began = [article(n, foot=foot(n)) for n in range(99)], Sample(), time.process_time()
for number in range(20_000):
    text = texts[number % 99].replace("council", f"council {number}")
    sample.add(f"s{number % 150}.example.com", str(number), text)
lessons = taught(Gathered(sample, PageSample(lambda *_: None)), Console(quiet=True))
assert len(lessons) == 150 and all(lesson.drafts for lesson in lessons), len(lessons)
status = Path("/proc/self/status").read_text()  # what the process has held itself, and not the one that started it
print(time.process_time() - began, next(int(l.split()[1]) for l in status.splitlines() if l.startswith("VmHWM")) / 1000)
"""


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="/proc tells the memory")
def test_many_sites_take_bounded_memory() -> None:
    """Measured: 7 s of processor time and 57 MB; 100,000 texts of 1,000 sites take 42 s and 169 MB."""
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT],
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONPATH": ":".join(path for path in sys.path if path)},
    )
    seconds, megabytes = map(float, done.stdout.split())
    assert seconds < 90
    assert megabytes < 150
