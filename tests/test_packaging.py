"""The wheel, the sdist and their metadata."""

import ast
import subprocess
import sys
import sysconfig
import tarfile
import tomllib
from importlib import metadata
from pathlib import Path
from zipfile import ZipFile

import pytest
from packaging.requirements import Requirement

import cleaner

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]

# Needed but never imported by name: lxml imports one for CSS selectors, trafilatura the other for pages.
IMPORTED_BY_OTHERS = {"cssselect", "lxml_html_clean"}
# The extras that a user may install for a part of the package.
OPTIONAL = ("cluster", "datatrove", "parquet", "warc", "zstd")

ARTICLE = (
    "The council voted on Tuesday to rebuild the bridge that the flood took away two winters ago. Work begins in May.\n"
    "\n"
    "Read more: What the flood left behind\n"
    "\n"
    "Engineers expect the first cars to cross before the end of next year, if the river stays low through the spring.\n"
)
CLEAN = ARTICLE.replace("Read more: What the flood left behind\n\n", "")


def files_below(*folders: str) -> set[str]:
    """The project's own files below these folders, as paths from the root."""
    below = (path for folder in folders for path in (ROOT / folder).rglob("*"))
    own = (path for path in below if "node_modules" not in path.parts)
    return {path.relative_to(ROOT).as_posix() for path in own if path.is_file() and path.suffix != ".pyc"}


def third_party_imports() -> set[str]:
    """The distributions that the package imports by name; an extra that is not installed has none."""
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in (ROOT / "cleaner").rglob("*.py")]
    nodes = [node for tree in trees for node in ast.walk(tree)]
    names = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    names |= {node.module or "" for node in nodes if isinstance(node, ast.ImportFrom)}
    tops = {name.partition(".")[0] for name in names} - sys.stdlib_module_names - {"cleaner"}
    owners = metadata.packages_distributions()
    return {owners[top][0] for top in tops if top in owners}


def test_dependencies_are_what_the_code_imports() -> None:
    declared = {Requirement(line).name for line in PROJECT["dependencies"]}
    optional = {Requirement(line).name for name in OPTIONAL for line in PROJECT["optional-dependencies"][name]}
    assert declared == third_party_imports() - optional | IMPORTED_BY_OTHERS


def test_every_dependency_has_a_lowest_version_and_a_reason() -> None:
    reasons = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    for line in PROJECT["dependencies"]:
        assert ">=" in line
        assert f"| `{Requirement(line).name}` |" in reasons


def test_the_package_has_its_version() -> None:
    assert cleaner.__version__ == metadata.version("article-cleaner")


def test_the_changelog_has_this_version() -> None:
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert f"\n## [{metadata.version('article-cleaner')}]" in changelog


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the sdist and the wheel that was built from it."""
    folder = tmp_path_factory.mktemp("dist")
    subprocess.run([sys.executable, "-m", "build", "--no-isolation", "--outdir", folder, ROOT], check=True)
    return folder


@pytest.fixture(scope="module")
def installed(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The scripts of a new environment in which only the wheel is installed.

    The dependencies come from the site-packages of the running environment. Its .pth files, one of which leads to the
    sources, are not read.
    """
    home = tmp_path_factory.mktemp("environment")
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", home], check=True)
    [wheel] = built.glob("*.whl")
    pip = [sys.executable, "-m", "pip", "--python", str(home), "install", "--quiet", "--no-index", "--no-deps"]
    subprocess.run([*pip, wheel], check=True)
    site = Path(sysconfig.get_path("purelib", vars={"base": str(home), "platbase": str(home)}))
    (site / "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    return Path(sysconfig.get_path("scripts", vars={"base": str(home), "platbase": str(home)}))


@pytest.mark.slow
def test_the_wheel_contains_the_package_and_the_rules(built: Path) -> None:
    [wheel] = built.glob("*.whl")
    names = {name for name in ZipFile(wheel).namelist() if not name.partition("/")[0].endswith(".dist-info")}
    assert names == files_below("cleaner") | {f"cleaner/_{path}" for path in files_below("rules")}
    assert "cleaner/py.typed" in names
    assert "cleaner/_rules/common/en.toml" in names


@pytest.mark.slow
def test_the_sdist_contains_what_the_tests_need(built: Path) -> None:
    [sdist] = built.glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        names = {member.name.partition("/")[2] for member in archive.getmembers() if member.isfile()}
    assert names >= files_below("cleaner", "rules", "samples", "tests", ".github")
    assert names >= {path.name for path in ROOT.glob("*.md")} | {"pyproject.toml", "LICENSE", ".ci/run"}
    assert names >= {"CITATION.cff", ".pre-commit-config.yaml", ".pre-commit-hooks.yaml"}


@pytest.mark.slow
def test_the_installed_package_is_not_this_checkout(installed: Path, tmp_path: Path) -> None:
    where = subprocess.run(
        [installed / "python", "-c", "import cleaner; print(cleaner.__file__)"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    assert Path(where.stdout).is_relative_to(installed.parent)


@pytest.mark.slow
def test_the_installed_command_cleans_a_text(installed: Path, tmp_path: Path) -> None:
    (tmp_path / "article.txt").write_text(ARTICLE, encoding="utf-8")
    subprocess.run([installed / "cleaner", "clean", "article.txt"], cwd=tmp_path, check=True)
    assert (tmp_path / "article.clean.txt").read_text(encoding="utf-8") == CLEAN


@pytest.mark.slow
def test_the_installed_command_cleans_a_page(installed: Path, tmp_path: Path) -> None:
    paragraphs = "".join(f"<p>{line}</p>" for line in ARTICLE.splitlines() if line)
    page = f"<html><body><nav><a href='/'>Home</a></nav><article>{paragraphs}</article></body></html>"
    (tmp_path / "article.html").write_text(page, encoding="utf-8")
    subprocess.run([installed / "cleaner", "clean", "article.html"], cwd=tmp_path, check=True)
    clean = (tmp_path / "article.html.clean.txt").read_text(encoding="utf-8")
    assert "Work begins in May." in clean
    assert "Read more" not in clean
