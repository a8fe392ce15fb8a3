"""The rooms of the code and the doors between them, read from the sources."""

import ast
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from graphlib import TopologicalSorter
from itertools import chain
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "cleaner"

# The core: pure functions over text. Every other module is edge and may touch the world.
CORE_PLACES = {
    *(
        "errors",
        "excess",
        "heuristics",
        "learning",
        "linemodel",
        "notebook",
        "passes",
        "pipeline",
        "result",
        "rules",
        "sites",
    ),
    "text",
}
WEIGHTS = "linemodel.weights"  # reads the packaged model files, and is edge
PAGES = "pages"  # alone knows lxml, and imports it when the first page comes
EXTRACTOR = "pages.extractor"  # alone knows trafilatura
COMMAND_LINE = "cli"  # alone knows typer

WORLD = {
    *("asyncio", "ctypes", "fileinput", "getpass", "glob", "http", "importlib", "io", "logging", "lxml"),
    *("multiprocessing", "os", "pathspec", "platform", "resource", "rich", "select", "selectors", "shutil"),
    *("signal", "socket", "ssl", "subprocess", "sys", "tempfile", "threading", "trafilatura", "typer"),
    *("urllib.request", "webbrowser"),
}
# `Path` is a type that core may name; asking the disk is what it may not.
DISK = {
    *("chmod", "exists", "glob", "hardlink_to", "is_dir", "is_file", "is_symlink", "iterdir", "lstat", "mkdir"),
    *("open", "read_bytes", "read_text", "rglob", "rmdir", "stat", "symlink_to", "touch", "unlink", "walk"),
    *("write_bytes", "write_text"),
}
STREAMS = {"breakpoint", "input", "open", "print"}

MODULE_LINES = 200
FUNCTION_LINES = 40

SOURCES = {
    ".".join(path.relative_to(PACKAGE).with_suffix("").parts).removesuffix(".__init__"): path
    for path in sorted(PACKAGE.rglob("*.py"))
}
TREES = {name: ast.parse(path.read_text(encoding="utf-8")) for name, path in SOURCES.items()}
PACKAGES = sorted(name for name, path in SOURCES.items() if path.name == "__init__.py" and name != "__init__")
CORE = sorted(name for name in TREES if name.partition(".")[0] in CORE_PLACES and name != WEIGHTS)


def imported(nodes: Iterable[ast.AST]) -> Iterator[str]:
    """Every dotted name that an import among `nodes` may mean.

    >>> sorted(imported(ast.walk(ast.parse("import os.path\\nfrom cleaner.text import mark"))))
    ['cleaner.text.mark', 'os.path']
    """
    for node in nodes:
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports name the whole path"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def run_at_import(tree: ast.AST) -> Iterator[ast.AST]:
    """The nodes of `tree` that do not stand in a function."""
    for node in ast.iter_child_nodes(tree):
        if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node
            yield from run_at_import(node)


def own_imports(tree: ast.AST) -> set[str]:
    """The modules of this package that `tree` imports; a name that the package itself gives is from `__init__`."""
    names = (name.split(".")[1:] for name in imported(ast.walk(tree)) if belongs_to(name, {"cleaner"}))
    return {
        next((module for n in range(len(name), 0, -1) if (module := ".".join(name[:n])) in TREES), "__init__")
        for name in names
    }


def belongs_to(name: str, modules: set[str]) -> bool:
    """Whether a dotted name is one of `modules` or lies within one.

    >>> belongs_to("os.path", {"os"}), belongs_to("ossify", {"os"})
    (True, False)
    """
    parts = name.split(".")
    return any(".".join(parts[: n + 1]) in modules for n in range(len(parts)))


def functions(tree: ast.AST) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


def first_counted(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """The line from which a function is measured; the signature of a command is its list of flags, and not counted."""
    return function.body[0].lineno if function.name.endswith("_cli") else function.lineno


@cache
def knows(name: str) -> set[str]:
    """All that a module imports, of this package or not."""
    return set(imported(ast.walk(TREES[name])))


def test_every_place_of_the_core_is_there() -> None:
    assert {name.partition(".")[0] for name in TREES} >= CORE_PLACES


@pytest.mark.parametrize("name", CORE)
def test_core_does_not_import_edge(name: str) -> None:
    assert own_imports(TREES[name]) - set(CORE) == set()


@pytest.mark.parametrize("name", PACKAGES)
def test_the_face_of_a_package_is_a_docstring(name: str) -> None:
    """So a name is imported in one way, and no face makes a circle."""
    assert ast.get_docstring(TREES[name])
    assert len(TREES[name].body) == 1


@pytest.mark.parametrize("name", CORE)
def test_core_does_not_import_what_does_io(name: str) -> None:
    assert {other for other in imported(ast.walk(TREES[name])) if belongs_to(other, WORLD)} == set()


@pytest.mark.parametrize("name", CORE)
def test_core_does_not_call_what_does_io(name: str) -> None:
    calls = [node.func for node in ast.walk(TREES[name]) if isinstance(node, ast.Call)]
    methods = {func.attr for func in calls if isinstance(func, ast.Attribute)} & DISK
    builtins = {func.id for func in calls if isinstance(func, ast.Name)} & STREAMS
    assert methods | builtins == set()


@pytest.mark.parametrize(
    ("library", "place"),
    [
        ("lxml", PAGES),
        ("trafilatura", EXTRACTOR),
        ("typer", COMMAND_LINE),
        ("re2", "rules"),
        ("rich", "report.progress"),
        ("pyarrow", "containers.parquet"),
        ("fastwarc", "containers.warc"),
        ("backports", "containers.compression"),
    ],
)
def test_one_place_alone_knows_a_library(library: str, place: str) -> None:
    knowing = {name for name in TREES if any(belongs_to(other, {library}) for other in knows(name))}
    assert knowing
    assert {name for name in knowing if not belongs_to(name, {place})} == set()


def test_only_the_cluster_and_the_step_know_datatrove() -> None:
    knowing = {name for name in TREES if any(belongs_to(other, {"datatrove"}) for other in knows(name))}
    assert {name for name in knowing if not belongs_to(name, {"cluster"})} == {"datatrove"}


@pytest.mark.parametrize(
    "name", [name for name in TREES if belongs_to(name, {"commands", "corpus", "report", "batch"})]
)
def test_nothing_below_the_command_line_imports_it(name: str) -> None:
    assert {other for other in own_imports(TREES[name]) if belongs_to(other, {COMMAND_LINE})} == set()


def test_the_command_line_imports_nothing_of_ours_before_a_command_runs() -> None:
    early = {
        other
        for name in TREES
        if belongs_to(name, {COMMAND_LINE})
        for other in imported(run_at_import(TREES[name]))
        if belongs_to(other, {"cleaner"})
    }
    allowed = {"cleaner.cli", "cleaner.errors", "cleaner.report.exitcode", "cleaner.report.formats", "cleaner.version"}
    allowed |= {"cleaner.corpus.limits", "cleaner.corpus.naming"}  # constants that help texts name
    allowed |= {"cleaner.report.terminal"}  # escapes what errors quote
    assert {name for name in early if not belongs_to(name, allowed)} == set()


def test_the_extractor_is_imported_when_a_page_comes() -> None:
    pages = [tree for name, tree in TREES.items() if name.partition(".")[0] == PAGES]
    early = chain.from_iterable(imported(run_at_import(tree)) for tree in pages)
    assert {name for name in early if belongs_to(name, {"lxml", "trafilatura"})} == set()


def test_imports_have_no_cycle() -> None:
    graph = {name: own_imports(tree) - {name} for name, tree in TREES.items()}
    assert len(list(TopologicalSorter(graph).static_order())) == len(TREES)


def test_no_two_modules_have_one_name() -> None:
    """But for commands: what is typed and what is done share the name of the command."""
    modules = [name for name in TREES if name not in PACKAGES and not belongs_to(name, {"cli", "commands"})]
    stems = Counter(name.rpartition(".")[2] for name in modules if not name.endswith("__main__"))
    assert {stem for stem, count in stems.items() if count > 1} == set()


def test_no_two_classes_have_one_name() -> None:
    classes = Counter(node.name for tree in TREES.values() for node in ast.walk(tree) if isinstance(node, ast.ClassDef))
    assert {name for name, count in classes.items() if count > 1 and not name.startswith("_")} == set()


def test_modules_are_short() -> None:
    lines = {name: len(path.read_text(encoding="utf-8").splitlines()) for name, path in SOURCES.items()}
    assert {name: count for name, count in lines.items() if count > MODULE_LINES} == {}


def test_functions_are_short() -> None:
    all_functions = [(name, func) for name, tree in TREES.items() for func in functions(tree)]
    lines = [(name, func.name, (func.end_lineno or 0) - first_counted(func) + 1) for name, func in all_functions]
    assert [each for each in lines if each[2] > FUNCTION_LINES] == []


def test_names_say_what_is_given() -> None:
    vague = {"base", "common", "helper", "helpers", "misc", "util", "utils"}
    nodes = [(name, node) for name, tree in TREES.items() for node in ast.walk(tree)]
    classes = [(name, node.name) for name, node in nodes if isinstance(node, ast.ClassDef)]
    assert [name for name in TREES if set(name.split(".")) & vague] == []
    assert [found for found in classes if found[1].startswith("Base") or found[1].endswith("Manager")] == []
