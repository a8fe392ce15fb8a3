"""The page of `--report`: one file that loads nothing, for a browser, a phone or paper."""

import json
from base64 import b64encode
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from html import escape
from importlib.resources import files
from typing import Any, NamedTuple

from cleaner.report.formats import REPORT_PAGE

# Rows of a chart, and failures, that are shown. Chosen by hand, so that 20,000 documents stay far below 5 MB.
MOST_ROWS, MOST_FAILED = 25, 200


class Measure(NamedTuple):
    """A bar of a chart: its label, its length as a number of any unit, and the words beside it."""

    label: str
    length: float
    words: str


class Chart(NamedTuple):
    """Bars, the most important first, under a title; `of` names what is counted, in the plural."""

    title: str
    of: str
    rows: Sequence[Measure]


class MarkedDocument(NamedTuple):
    """A document: its name, what happened to it, and HTML of its text with what went marked in it."""

    name: str
    words: str
    html: str


class Sheet(NamedTuple):
    """What a page says; each part may be empty. `cite` is a paragraph to cite, and `data` the same as JSON.

    `titles` are those of the documents that are doubtful, and of the samples.
    """

    title: str
    facts: Sequence[tuple[str, str]]
    charts: Sequence[Chart] = ()
    failed: Mapping[str, str] = {}
    doubtful: Sequence[MarkedDocument] = ()
    samples: Sequence[MarkedDocument] = ()
    cite: str = ""
    data: Mapping[str, Any] = {}
    titles: tuple[str, str] = ("Suspicious and empty documents", "A sample of the others")


def as_html(sheet: Sheet) -> str:
    """The page, in UTF-8 without surrogates.

    >>> as_html(Sheet("Rain & wind", [("documents", "2")])).startswith(REPORT_PAGE)
    True
    """
    beside = files("cleaner.report")
    style, script = (beside.joinpath(name).read_text(encoding="utf-8") for name in ("sheet.css", "sheet.js"))
    digest = b64encode(sha256(script.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{digest}'"
    title = escape(sheet.title)
    page = f"""{REPORT_PAGE}<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<title>{title}</title>
<style>
{style}</style>
</head>
<body>
<header>
<h1>{title}</h1>
{"".join(_facts(sheet.facts))}</header>
<main>
{"".join(_main(sheet))}</main>
<script>{script}</script>
</body>
</html>
"""
    return page.encode(errors="replace").decode()


def _main(sheet: Sheet) -> Iterator[str]:
    yield from _failures(sheet.failed)
    if sheet.doubtful or sheet.samples:
        yield _SWITCH
    yield from _documents(sheet.titles[0], sheet.doubtful)
    yield from map(_chart, (chart for chart in sheet.charts if chart.rows))
    yield from _documents(sheet.titles[1], sheet.samples)
    if sheet.cite:
        data = escape(json.dumps(sheet.data, indent=1, ensure_ascii=False))
        yield (
            f"<section>\n<h2>To cite</h2>\n<p>{escape(sheet.cite)}</p>\n<details><summary>The same as JSON</summary>\n"
            f'<pre tabindex="0">{data}</pre></details>\n</section>\n'
        )


_SWITCH = """<p class="switch"><label><input type="checkbox" id="after"> Show only what is left</label>
<span class="soft">Keys: <kbd>j</kbd> next, <kbd>k</kbd> previous document, <kbd>a</kbd> before or after.</span></p>
"""


def _facts(facts: Iterable[tuple[str, str]]) -> Iterator[str]:
    yield "<dl>\n"
    yield from (f"<div><dt>{escape(name)}</dt><dd>{escape(value)}</dd></div>\n" for name, value in facts)
    yield "</dl>\n"


def _failures(failed: Mapping[str, str]) -> Iterator[str]:
    if failed:
        yield "<section>\n<h2>Failed documents</h2>\n<ul>\n"
        for name, reason in list(failed.items())[:MOST_FAILED]:
            yield f"<li><b>{escape(name)}</b>: {escape(reason)}</li>\n"
        more = len(failed) - MOST_FAILED
        yield f"</ul>\n{f'<p>{more:,} more failed.</p>' if more > 0 else ''}</section>\n"


def _documents(title: str, samples: Sequence[MarkedDocument]) -> Iterator[str]:
    if samples:
        yield f"<section>\n<h2>{title}</h2>\n"
        for name, words, html in samples:
            summary = f'<b>{escape(name)}</b> <span class="soft">{escape(words)}</span>'
            yield f'<details class="document"><summary>{summary}</summary>{html}</details>\n'
        yield "</section>\n"


def _chart(chart: Chart) -> str:
    """A table whose last column is drawn, so that it reads aloud as well."""
    longest = max(row.length for row in chart.rows) or 1
    rows = "".join(
        f'<tr><th scope="row">{escape(row.label)}</th><td>{escape(row.words)}</td>'
        f'<td class="bar"><div style="width: {100 * row.length / longest:.1f}%"></div></td></tr>\n'
        for row in chart.rows[:MOST_ROWS]
    )
    more = len(chart.rows) - MOST_ROWS
    rest = f'<p class="soft">{more:,} more {escape(chart.of)}</p>\n' if more > 0 else ""
    return f"<section>\n<h2>{escape(chart.title)}</h2>\n<table>\n{rows}</table>\n{rest}</section>\n"
