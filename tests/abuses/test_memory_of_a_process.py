"""The memory of a process levels off, whatever languages, sites and pages come."""

import subprocess
import sys
from pathlib import Path

import pytest

# Megabytes that a process holds at most: 200 after 10 rounds, 207 after 30.
LIMIT = 225
ROUNDS = 10
# Cleans all samples and texts of made pages, each among lines of others, on lines of its own and on one line.
CODE = """
import random, sys
from pathlib import Path
from cleaner import Cleaner

tests = Path(sys.argv[1])
originals = sorted((tests.parent / "samples").glob("*/original.*"))
pages = [path.read_bytes() for path in originals if path.suffix == ".html"]
texts = [path for path in originals if path.suffix != ".html"] + sorted((tests / "benchmarks/made_pages").glob("*.txt"))
lines = [path.read_bytes().decode(errors="replace").splitlines() for path in texts]
all_lines = [line for each in lines for line in each]
cleaner = Cleaner()
for n in range(int(sys.argv[2])):
    chosen = random.Random(n)
    for each in lines:
        cleaner.clean("\\n".join(chosen.sample(all_lines, 20) + each + chosen.sample(all_lines, 20)))
        cleaner.clean(" ".join(each + chosen.sample(all_lines, 20)))
    for page in pages:
        cleaner.clean_html(page)
status = Path("/proc/self/status").read_text()
print(next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM")) / 1000)
"""


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is no /proc")
def test_a_process_that_cleans_many_documents_takes_little_memory() -> None:
    tests = Path(__file__).parent.parent
    done = subprocess.run([sys.executable, "-c", CODE, tests, str(ROUNDS)], capture_output=True, check=True)
    assert float(done.stdout) < LIMIT
