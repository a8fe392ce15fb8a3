"""A repository of scraped text adopts `cleaner`: hooks, a workflow and a baseline; red, and green again."""

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parent.parent
ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
[CHECK] = [step for step in ACTION["runs"]["steps"] if step.get("name") == "Check"]
HOOKS = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
PROSE = "The lighthouse was painted again in spring, and the keeper's house will be let to guests from next year on.\n"
LINK = "Read more: The keeper who never slept\n"
OLD, NEW, CLEAN = (
    f"{PROSE}\n{LINK}\n{PROSE}",
    f"{PROSE}\nRead more: Who paints a lighthouse\n\n{PROSE}",
    f"{PROSE}\n{PROSE}",
)
FILES = {
    "crawl/lighthouse.example.com/1.txt": OLD,
    "crawl/lighthouse.example.com/2.txt": CLEAN,
    "cleaner.toml": 'baseline = "cleaner-baseline.json"\n',
    ".pre-commit-config.yaml": yaml.safe_dump(
        {"repos": [{"repo": "local", "hooks": [hook | {"language": "system"} for hook in HOOKS[:1]]}]}
    ),
    ".github/workflows/texts.yml": yaml.safe_dump(
        {
            "on": "pull_request",
            "jobs": {
                "texts": {
                    "runs-on": "ubuntu-latest",
                    "steps": [
                        {"uses": "actions/checkout@v5"},
                        {"uses": "OWNER/cleaner@REV", "with": {"paths": "crawl"}},
                    ],
                }
            },
        }
    ),
}
Done = subprocess.CompletedProcess[str]


@dataclass(frozen=True)
class Adopter:
    """The repository, whose hooks and workflow run the `cleaner` of this environment."""

    folder: Path

    def run(self, *command: str, **environment: str) -> Done:
        path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
        variables = os.environ | {"PATH": path, "PRE_COMMIT_HOME": str(self.folder.parent / "home")} | environment
        return subprocess.run(command, cwd=self.folder, env=variables, capture_output=True, text=True, check=False)

    def write(self, name: str, content: str) -> None:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")

    def commit(self) -> Done:
        self.run("git", "add", "--all")
        author = ("-c", "user.name=A Writer", "-c", "user.email=writer@example.com")
        return self.run("git", *author, "commit", "--quiet", "--message", "Crawl")

    def workflow(self) -> Done:
        """What the action's check does with the inputs of the workflow."""
        [step] = [s for s in yaml.safe_load(self.read("texts.yml"))["jobs"]["texts"]["steps"] if "with" in s]
        values = {"CLEANER_PATHS": step["with"]["paths"], "CLEANER_ARGUMENTS": ""}
        assert set(values) == set(CHECK["env"])
        return self.run("bash", "-e", "-o", "pipefail", "-c", CHECK["run"], **values)

    def read(self, name: str) -> str:
        return (self.folder / ".github" / "workflows" / name).read_text(encoding="utf-8")


@pytest.fixture
def adopter(tmp_path: Path) -> Adopter:
    """The repository after its first commit."""
    repository = Adopter(tmp_path / "texts")
    repository.folder.mkdir()
    repository.run("git", "init", "--quiet")
    for name, content in FILES.items():
        repository.write(name, content)
    accepted = repository.run("cleaner", "check", "crawl", "--write-baseline")
    assert accepted.returncode == 0, accepted.stderr
    assert repository.run(sys.executable, "-m", "pre_commit", "install").returncode == 0
    first = repository.commit()
    assert first.returncode == 0, first.stderr
    return repository


@pytest.mark.slow
def test_from_the_first_commit_to_red_and_to_green_again(adopter: Adopter) -> None:
    assert adopter.workflow().returncode == 0

    adopter.write("crawl/lighthouse.example.com/3.txt", NEW)
    red = adopter.commit()
    assert red.returncode == 1
    assert "3.txt:3:1" in red.stderr
    assert "1.txt" not in red.stderr
    marked = adopter.workflow()
    assert marked.returncode == 1
    assert marked.stdout.startswith("::warning file=crawl/lighthouse.example.com/3.txt,line=3,")

    adopter.write("crawl/lighthouse.example.com/3.txt", CLEAN)
    green = adopter.commit()
    assert green.returncode == 0, green.stderr
    assert adopter.workflow().returncode == 0


@pytest.mark.slow
def test_a_person_may_accept_a_line_and_move_others(adopter: Adopter) -> None:
    adopter.write("crawl/lighthouse.example.com/1.txt", f"{PROSE}\n{OLD}")
    adopter.write("crawl/lighthouse.example.com/2.md", f"{PROSE}\n<!-- cleaner: keep -->\n{LINK}\n{PROSE}")
    done = adopter.commit()
    assert done.returncode == 0, done.stderr
    assert adopter.workflow().returncode == 0
