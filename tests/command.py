"""The real command, run on a folder of texts with one rule."""

import os
import subprocess
import sys
import traceback
import warnings
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile
from typing import NamedTuple, NoReturn

from typer.testing import CliRunner

# Modules that a command imports when it runs are imported here, so that forked processes have them already.
from cleaner.cli.app import app, main
from cleaner.commands import check, clean, explain, rewrite, undo
from cleaner.commands.rules import check as rules_check
from cleaner.commands.rules import coverage, new, show, try_file
from cleaner.corpus import walk
from cleaner.pages import selectors
from cleaner.rulefiles.packaged import packaged_common, packaged_site_heads
from cleaner.rules import parse

RULE = '''
[[rule]]
name = "see"
family = "related"
kind = "line"
match = \'\'\'See: .+\'\'\'
reason = "link to another story"
[[rule.example]]
before = """
It rained.

See: snow
"""
after = """
It rained.
"""
[[rule.example]]
same = """
See the snow.
"""
'''
ORIGINAL = "It rained.\n\nSee: snow\n\nIt was wet.\n"
CLEAN = "It rained.\n\nIt was wet.\n"
REMOVED = "See: snow\n\n"
CONFIG = '[tool.cleaner]\nrules = ["own/rules.toml"]\nselect = ["own/rules/*"]\n'
RULE_ID = "own/rules/see"
# A text of which the rule would remove more than such residue ever is.
FLEET = [f"See: boat {n} of the harbour" for n in range(12)]
CREW = [f"Sailor {n} of the old crew" for n in range(12)]
LIST = "\n".join([*FLEET, *CREW, ""])
WITHHELD = f"{RULE_ID} would remove 50 % of the text; withheld"
SNOW = RULE.replace('"see"', '"snow"').replace("See: .+", "See: .*snow.*")
PAGE = (
    "<html><body><article>"
    + "".join(
        f"<p>The {what} was closed on Monday, and it will not open before the summer of next year.</p>"
        for what in ("harbour", "bridge", "school", "market")
    )
    + "<p>See: snow</p>"
    + '<div class="more"><p>More boats were seen on the lake than in any year before this one.</p></div>'
    + "</article></body></html>"
)


CliRunner().invoke(app, ["undo", "nowhere"])
PRELOADED = (check, clean, coverage, explain, parse, rewrite, rules_check, selectors, show, new, try_file, undo, walk)
packaged_common()
packaged_site_heads()


class Done(NamedTuple):
    """The exit code and the output of a command; bytes that are not UTF-8 are surrogate escapes."""

    returncode: int
    stdout: str
    stderr: str


@dataclass(frozen=True)
class Corpus:
    """A folder whose pyproject.toml selects one rule file only, so that every run starts quickly."""

    folder: Path

    def __post_init__(self) -> None:
        self.write("own/rules.toml", RULE)
        self.configure("")

    def configure(self, lines: str) -> None:
        self.write("pyproject.toml", CONFIG + lines)

    def write(self, name: str, content: str | bytes = ORIGINAL) -> Path:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    def read(self, name: str) -> str:
        return (self.folder / name).read_bytes().decode()

    def names(self) -> set[str]:
        """The files in the folder, without the rule file, pyproject.toml and the journal."""
        files = {str(path.relative_to(self.folder)) for path in self.folder.rglob("*") if not path.is_dir()}
        return files - {"own/rules.toml", "pyproject.toml", ".cleaner/.gitignore", ".cleaner/journal.jsonl"}

    def run(self, *arguments: str, data: bytes = b"", **environment: str) -> Done:
        """Run the command in a process of its own, forked from this one where possible: that starts fastest."""
        if not hasattr(os, "fork"):
            done = subprocess.run(
                command(*arguments),
                cwd=self.folder,
                input=data,
                capture_output=True,
                check=False,
                env=os.environ | environment,
            )
            return Done(done.returncode, os.fsdecode(done.stdout), os.fsdecode(done.stderr))
        with TemporaryFile() as stdin, TemporaryFile() as stdout, TemporaryFile() as stderr:
            stdin.write(data)
            stdin.seek(0)
            with warnings.catch_warnings(action="ignore", category=DeprecationWarning):  # there may be threads
                pid = os.fork()
            if pid == 0:
                with suppress(BaseException):
                    os.chdir(self.folder)
                    os.environ.update(environment)
                    for number, file in enumerate((stdin, stdout, stderr)):
                        os.dup2(file.fileno(), number)
                    _main(*arguments)
                os._exit(99)
            _, status = os.waitpid(pid, 0)
            stdout.seek(0)
            stderr.seek(0)
            return Done(os.waitstatus_to_exitcode(status), os.fsdecode(stdout.read()), os.fsdecode(stderr.read()))

    def start(self, *arguments: str) -> "subprocess.Popen[bytes]":
        return subprocess.Popen(
            command(*arguments), cwd=self.folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True
        )


def command(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "cleaner", *arguments]


def _main(*arguments: str) -> NoReturn:
    """What `python -m cleaner` does after Python has started."""
    sys.stdin, sys.stdout, sys.stderr = open(0), open(1, "w"), open(2, "w")  # noqa: SIM115
    sys.argv = ["cleaner", *arguments]
    code = 1
    try:
        main()
    except SystemExit as error:
        code = error.code if isinstance(error.code, int) else int(error.code is not None)
    except BaseException:  # noqa: BLE001
        traceback.print_exc()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)
