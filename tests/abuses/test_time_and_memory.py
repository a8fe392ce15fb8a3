"""Texts and pages made to take time or memory: twice as much takes about twice as long, or the page is refused."""

import subprocess
import sys
import time
import tracemalloc
from collections.abc import Callable

import pytest

from cleaner.api import Cleaner
from cleaner.linemodel.encode import encode_lines
from cleaner.pages.shape import MOST_ATTRIBUTES, MOST_NESTED_TABLES, MOST_TAGS
from cleaner.result import Status
from cleaner.sites import host_of

# How much longer twice as much may take, on a busy machine; quadratic work takes four times as long.
MOST_TIMES = 3.6

PAGES: dict[str, tuple[Callable[[int], str], int]] = {
    "attributes": (lambda n: "<p " + " ".join(f'a{i}="v"' for i in range(n)) + ">The river rose.", 1000),
    "tags": (lambda n: "<b>x</b>" * n, 8000),
    "paragraphs": (lambda n: "<p>The river rose a lot in the night." * n, 2500),
    "links": (lambda n: '<p><a href="x">boats</a> ' * n, 4000),
    "tables": (lambda n: "<table><tr><td>a<td>b<tr><td>a<td>b</table>" * n, 700),
    "posts": (lambda n: '<div class="post"><div class="body"><p>A post of some length.</div></div>' * n, 1500),
    "lists": (lambda n: "<ul><li>a<li>b" * n + "The river rose, and the bridge was closed for a day.", 250),
    "hidden": (lambda n: "<span hidden>word " * n, 500),
    "depth": (lambda n: "<div>" * n + "The river rose.", 500),
    "names": (lambda n: f'<p class="{"c " * n}">The river rose.', 60_000),
}
CITING = (
    "The river rose in the night, as [the harbour][{}] says, and both bridges below the mill stayed shut until noon."
)
TEXTS: dict[str, tuple[Callable[[int], str], int]] = {
    "related": (lambda n: "Related News\n" * n, 20_000),
    "links": (lambda n: "See: more about the boats\n" * n, 4000),
    "empty lines": (lambda n: "A\n" + "\n" * n + "B\n", 300_000),
    "sentences": (lambda n: "The river rose in the night. " * n, 8000),
    "references": (
        lambda n: " ".join(f"It rose [{i}]." for i in range(n)) + "\n\nReferences\n" + "[1] Ada\n" * n,
        8000,
    ),
    "marks of references": (lambda n: "".join(f"It rose in the night.[{1 + i // 9}]\n\n" for i in range(n)), 4000),
    "menu": (lambda n: "".join(f"Share {i}\nSubscribe\nCookies\n" for i in range(n)), 3000),
    "table": (lambda n: "a | b | c\n" * n, 8000),
    "brackets": (lambda n: "[" * n, 200_000),
    "definitions of links": (
        lambda n: "".join(f"{CITING.format(i)}\n\n[{i}]: https://example.com/{i}\n" + "Ebb.\n" * 3 for i in range(n)),
        1500,
    ),
    "code": (lambda n: "".join(f"```\nx = {i}\n```\nSee: more about the boats\n" for i in range(n)), 3000),
}


@pytest.fixture(scope="module")
def cleaner() -> Cleaner:
    cleaner = Cleaner()
    cleaner.clean("Rain.")
    cleaner.clean_html("<p>Rain.</p>")
    return cleaner


@pytest.mark.slow
@pytest.mark.parametrize("kind", PAGES)
def test_a_page_takes_linear_time(cleaner: Cleaner, kind: str) -> None:
    make, size = PAGES[kind]
    assert is_linear(cleaner.clean_html, f"<html><body>{make(size)}", f"<html><body>{make(2 * size)}")


@pytest.mark.slow
@pytest.mark.parametrize("kind", TEXTS)
def test_a_text_takes_linear_time(cleaner: Cleaner, kind: str) -> None:
    make, size = TEXTS[kind]
    assert is_linear(cleaner.clean, make(size), make(2 * size))


def is_linear(clean: Callable[[str], object], once: str, twice: str) -> bool:
    """Whether one of three ratios is small: beside other processes a ratio of 2 is now and then measured as 4."""
    return any(ratio(clean, once, twice) < MOST_TIMES for _ in range(3))


def ratio(clean: Callable[[str], object], once: str, twice: str) -> float:
    """The time for `twice` over that for `once`, each the shortest of three; 20 ms are noise."""
    return (0.02 + seconds(clean, twice)) / (0.02 + seconds(clean, once))


def seconds(clean: Callable[[str], object], text: str) -> float:
    taken = []
    for _ in range(3):
        began = time.process_time()
        clean(text)
        taken.append(time.process_time() - began)
    return min(taken)


@pytest.mark.parametrize(
    ("html", "said"),
    [
        ("<p " + "a " * (MOST_ATTRIBUTES + 1) + ">Rain.", "a tag with more than 5,000 attributes"),
        ("<p>" + "<b>" * MOST_TAGS, "more than 150,000 tags"),
        ("<TABLE><tr><td>Rain" * (MOST_NESTED_TABLES + 1), "more than 200 tables within each other"),
    ],
)
def test_a_page_of_an_impossible_shape_is_refused_at_once(cleaner: Cleaner, html: str, said: str) -> None:
    began = time.process_time()
    result = cleaner.clean_html(html)
    assert time.process_time() - began < 1
    assert result.problems[0] == f"too-complex: it has {said}; split it, or leave the file out with --exclude"


def test_long_values_are_no_attributes(cleaner: Cleaner) -> None:
    path = "M 1 2 " * MOST_ATTRIBUTES
    html = f"<html><body><svg><path d='{path}'/></svg><p alt=\"{path}\">The river rose a lot in the night.</p>"
    assert "too-complex" not in str(cleaner.clean_html(html).problems)


def test_white_space_is_no_text_and_takes_no_memory(cleaner: Cleaner) -> None:
    result = cleaner.clean("\n" * 5_000_000)
    assert (result.status, result.problems, result.removed) == (Status.EMPTY, ("there is no text",), ())
    code = (
        "import resource; from cleaner import Cleaner\n"
        "cleaner = Cleaner(); cleaner.clean('Rain.'); before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss\n"
        "cleaner.clean('\\n' * 50_000_000)\n"
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)"
    )
    if sys.platform == "linux":
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
        assert int(done.stdout) < 500_000  # kB: ten times the input


@pytest.mark.slow
def test_a_hard_wrapped_text_takes_a_few_times_its_size(cleaner: Cleaner) -> None:
    part = "Река поднялась ночью, и оба моста ниже мельницы были закрыты\nдо полудня, потому что паром не ходил.\n\n"
    text = part * 30_000
    cleaner.clean(part * 100)  # which loads what any text needs
    assert most_held(lambda: cleaner.clean(text)) < 14 * len(text)


@pytest.mark.slow
def test_the_lines_of_a_long_text_are_encoded_in_little_memory() -> None:
    lines = ["The river rose in the night, and the bridges below the mill were shut."] * 30_000
    assert most_held(lambda: encode_lines(lines)) < 20 * sum(map(len, lines))


def most_held(work: Callable[[], object]) -> int:
    """The bytes that work takes at its peak."""
    tracemalloc.start()
    work()
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return peak


def test_a_host_has_a_length() -> None:
    began = time.process_time()
    assert host_of("http://" + "a." * 200_000 + "example/") is None
    assert host_of("http://" + "a." * 100 + "example/") is not None
    assert time.process_time() - began < 1
