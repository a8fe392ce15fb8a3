"""The image and the GitHub action: what they run is run here, in an environment that has nothing but a stock Python."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parent.parent
ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
DOCKERFILE = (ROOT / "Dockerfile").read_text(encoding="utf-8")
PROSE = "The ferry will stop at the old pier again from June, its owner said. Two boats were bought for it.\n"
DIRTY = f"{PROSE}\nRead more: The pier that the storm left standing\n\n{PROSE}"
CLEAN = f"{PROSE}\n{PROSE}"
Done = subprocess.CompletedProcess[str]


def environment(python: Path, **more: str) -> dict[str, str]:
    """Nothing of this process's environment but where pip finds packages; `python` and `pip` are those of a folder."""
    pip = {name: value for name, value in os.environ.items() if name.startswith("PIP_")}
    return {"PATH": f"{python}{os.pathsep}{os.defpath}", "HOME": str(python.parent), **pip, **more}


@pytest.fixture(scope="module")
def python(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a new Python's programs, as `actions/setup-python` leaves it."""
    folder = tmp_path_factory.mktemp("python")
    subprocess.run([sys.executable, "-m", "venv", folder], check=True)
    return folder / "bin"


@pytest.fixture(scope="module")
def action(python: Path) -> dict[str, dict[str, Any]]:
    """The action's own steps by name, after the one that installs has run."""
    steps = {step["name"]: step for step in ACTION["runs"]["steps"] if "run" in step}
    more = {"GITHUB_ACTION_PATH": str(ROOT)}
    subprocess.run(["bash", "-e", "-c", steps["Install cleaner"]["run"]], env=environment(python, **more), check=True)
    return steps


def check(python: Path, steps: dict[str, dict[str, Any]], folder: Path, **inputs: str) -> Done:
    """Run the step that checks in a folder, with these inputs of the action and the defaults of the others."""
    given = {name: inputs.get(name, field["default"]) for name, field in ACTION["inputs"].items()}
    step = steps["Check"]
    values = {name: given[re.sub(r"\$\{\{ inputs\.(.+) }}", r"\1", value)] for name, value in step["env"].items()}
    command = ["bash", "--noprofile", "--norc", "-e", "-o", "pipefail", "-c", step["run"]]
    return subprocess.run(
        command, cwd=folder, env=environment(python, **values), capture_output=True, text=True, check=False
    )


@pytest.mark.slow
def test_the_action_marks_boilerplate_and_fails(python: Path, action: dict[str, Any], tmp_path: Path) -> None:
    (tmp_path / "an article.txt").write_text(DIRTY, encoding="utf-8")
    done = check(python, action, tmp_path)
    assert done.returncode == 1
    assert done.stdout.startswith("::warning file=an article.txt,line=3,")


@pytest.mark.slow
def test_the_action_takes_paths_and_arguments_a_line_each(python: Path, action: dict[str, Any], tmp_path: Path) -> None:
    (tmp_path / "dirty.txt").write_text(DIRTY, encoding="utf-8")
    (tmp_path / "a clean one.txt").write_text(CLEAN, encoding="utf-8")
    (tmp_path / "$(touch run).txt").write_text(CLEAN, encoding="utf-8")
    done = check(python, action, tmp_path, paths="a clean one.txt\n$(touch run).txt\n", arguments="--jobs=1\n")
    assert (done.returncode, done.stdout) == (0, "")
    assert not (tmp_path / "run").exists()
    assert check(python, action, tmp_path, arguments="--exclude=dirty.txt").returncode == 0


@pytest.mark.slow
def test_the_image_without_docker(tmp_path: Path) -> None:
    """What the Dockerfile copies, runs and starts, in an environment of its own."""
    source, python, corpus = tmp_path / "source", tmp_path / "python" / "bin", tmp_path / "corpus"
    source.mkdir()
    for name in re.findall(r"^!(.+)$", (ROOT / ".dockerignore").read_text(encoding="utf-8"), re.MULTILINE):
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        copy(ROOT / name, source / name)
    subprocess.run([sys.executable, "-m", "venv", python.parent], check=True)
    [run] = re.findall(r"^RUN (.+)$", DOCKERFILE, re.MULTILINE)
    subprocess.run(["sh", "-e", "-c", run.replace("/source", str(source))], env=environment(python), check=True)
    assert not source.exists()
    corpus.mkdir()
    (corpus / "a.txt").write_text(DIRTY, encoding="utf-8")
    [entry] = re.findall(r'^ENTRYPOINT \["(.+)"\]$', DOCKERFILE, re.MULTILINE)
    done = subprocess.run([entry, "clean", "."], cwd=corpus, env=environment(python), capture_output=True, check=False)
    assert done.returncode == 0
    assert (corpus / "a.clean.txt").read_text(encoding="utf-8") == CLEAN


@pytest.mark.slow
def test_the_image_with_docker(tmp_path: Path) -> None:
    docker = shutil.which("docker")
    if not docker or subprocess.run([docker, "info"], capture_output=True, check=False).returncode:
        pytest.skip("no Docker engine runs here")
    build = subprocess.run([docker, "build", "--quiet", ROOT], capture_output=True, text=True, check=True)
    (tmp_path / "a.txt").write_text(DIRTY, encoding="utf-8")
    volume, user = f"{tmp_path}:/corpus", f"{os.getuid()}:{os.getgid()}"
    image = build.stdout.strip()
    subprocess.run([docker, "run", "--rm", "--user", user, "--volume", volume, image, "clean", "."], check=True)
    assert (tmp_path / "a.clean.txt").read_text(encoding="utf-8") == CLEAN
    subprocess.run([docker, "rmi", image], check=True)


def test_steps_of_the_action_take_no_input_into_their_scripts() -> None:
    """An input within a script would be run as a part of it."""
    assert not [step for step in ACTION["runs"]["steps"] if "${{" in step.get("run", "")]
