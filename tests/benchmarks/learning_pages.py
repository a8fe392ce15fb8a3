"""Learn from all pages of a site but one, clean this one, and so on round: word F1, and the time beside trafilatura.

    python tests/benchmarks/learning_pages.py COLLECTIONS SET [--known]

COLLECTIONS is the folder that README.md describes. Sites with fewer than four pages in the SET are left out. The rules
that the package has for a site run only with `--known`. The first table has a line for each site: its pages, the word
F1 of trafilatura, of the tool alone and of the tool with what was learnt, and on what share of the pages a learnt
selector found the article. The line below has the milliseconds of processor time for a page where one does, by
trafilatura and by the tool, which has learnt from all. The second table has a line for each extractor whose texts there
are: which share of the gain that a choice of lines could bring the tool brings alone, and with what was learnt from the
extractor's texts of the other pages.
"""

import argparse
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import partial
from itertools import chain
from pathlib import Path
from statistics import fmean
from time import process_time
from typing import NamedTuple
from urllib.parse import urlsplit

import trafilatura
from sources import Article, Collections
from wordscore import best_lines, compare

from cleaner import Cleaner
from cleaner.commands.gathering import Gathered, outlined, rule_files, taught
from cleaner.learning.page_sample import PageSample
from cleaner.learning.sample import Sample
from cleaner.report.console import Console
from cleaner.result import Finder, Result

# Pages of a site, of which one is kept out of learning.
FEWEST = 4
CONSOLE = Console(quiet=True)
ALONE = Cleaner()


class PageFigures(NamedTuple):
    """Word F1 of a page, and whether a selector found its article."""

    trafilatura: float
    alone: float
    learnt: float
    selected: bool


class TextFigures(NamedTuple):
    """Word F1 of a text as it is, of its best lines, and by the tool alone and with what was learnt."""

    raw: float
    best: float
    alone: float
    learnt: float


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("collections", type=Path)
    parser.add_argument("set")
    parser.add_argument("--known", action="store_true", help="with the packaged rules of the sites")
    arguments = parser.parse_args()
    collections = Collections(arguments.collections)
    of_site: defaultdict[str, list[Article]] = defaultdict(list)
    for article in collections.articles(arguments.set):
        of_site[(urlsplit(article.url).hostname or "").removeprefix("www.")].append(article)
    sites = {site: articles for site, articles in of_site.items() if len(articles) >= FEWEST}
    name = (lambda site: site) if arguments.known else (lambda site: f"{site}.unknown.example")
    show_pages(collections, arguments.set, {name(site): articles for site, articles in sites.items()})
    show_texts(collections, arguments.set, {name(site): articles for site, articles in sites.items()})


def show_pages(collections: Collections, set_name: str, sites: dict[str, list[Article]]) -> None:
    heads = f"{'trafilatura':>12} {'alone':>8} {'learnt':>8} {'selected':>9}"
    sys.stdout.write(f"{'site':36} {'pages':>5} {heads}\n")
    everything, gathered = [], nothing_gathered()
    for site, articles in sites.items():
        html = [collections.html(set_name, article) for article in articles]
        for number, page in enumerate(html):
            gathered.pages.add(site, str(number), page)
        figures = [of_page(site, html, articles, out) for out in range(len(articles))]
        sys.stdout.write(line_of(site, figures))
        everything += figures
    sys.stdout.write(line_of("all", everything))
    pages = [(site, collections.html(set_name, each)) for site, articles in sites.items() for each in articles]
    show_times(cleaner_of(gathered), pages)


def line_of(name: str, figures: list[PageFigures]) -> str:
    theirs, alone, learnt, selected = map(fmean, zip(*figures, strict=True))
    return f"{name:36} {len(figures):5} {theirs:12.4f} {alone:8.4f} {learnt:8.4f} {selected:9.2f}\n"


def of_page(site: str, html: list[bytes], articles: list[Article], out: int) -> PageFigures:
    """Learn from all pages but one, and clean that."""
    gathered = nothing_gathered()
    for number, page in enumerate(html):
        if number != out:
            gathered.pages.add(site, str(number), page)
    result = cleaner_of(gathered).clean_html(html[out], site=site)
    theirs = trafilatura.extract(html[out], include_comments=False) or ""
    texts = (theirs, ALONE.clean_html(html[out], site=site).text, result.text)
    their_f1, alone_f1, learnt_f1 = (compare(each, articles[out].text).f1 for each in texts)
    return PageFigures(their_f1, alone_f1, learnt_f1, is_selected(result))


def is_selected(result: Result) -> bool:
    return result.extraction is not None and result.extraction.found_by is Finder.SELECTOR


def show_times(cleaner: Cleaner, pages: list[tuple[str, bytes]]) -> None:
    """The time for each page with a selector, the shortest of three."""
    selected = [(site, html) for site, html in pages if is_selected(cleaner.clean_html(html, site=site))]
    ours = [shortest(partial(cleaner.clean_html, html, site=site)) for site, html in selected]
    theirs = [shortest(partial(trafilatura.extract, html, include_comments=False)) for _, html in selected]
    ratio = sum(theirs) / sum(ours)
    sys.stdout.write(f"\ntrafilatura {fmean(theirs):.1f} ms, cleaner {fmean(ours):.1f} ms a page: {ratio:.1f} times\n")


def shortest(work: Callable[[], object]) -> float:
    """Milliseconds of processor time that the work takes."""
    times = []
    for _ in range(3):
        began = process_time()
        work()
        times.append(1000 * (process_time() - began))
    return min(times)


def show_texts(collections: Collections, set_name: str, sites: dict[str, list[Article]]) -> None:
    sys.stdout.write(
        f"\n{'extractor':36} {'texts':>5} {'raw':>8} {'best':>8} {'alone':>8} {'learnt':>8} {'closed':>15}\n"
    )
    for source in collections.sources():
        if source.kind == "leftovers" and source.set == set_name:
            texts = {article.id: text for article, text in collections.texts(source)}
            rounds = (of_texts(site, articles, texts) for site, articles in sites.items())
            figures = list(chain.from_iterable(rounds))
            raw, best, *ours = map(fmean, zip(*figures, strict=True))
            closed = " ".join(f"{100 * (each - raw) / (best - raw):5.1f} %" for each in ours)
            f1 = " ".join(f"{each:8.4f}" for each in (raw, best, *ours))
            sys.stdout.write(f"{source.name:36} {len(figures):5} {f1} {closed:>15}\n")


def of_texts(site: str, articles: list[Article], texts: dict[str, str]) -> Iterator[TextFigures]:
    """For each text of a site, learn from the others and clean it."""
    articles = [article for article in articles if article.id in texts]
    for out in articles:
        gathered = nothing_gathered()
        for article in articles:
            if article is not out:
                gathered.texts.add(site, article.id, texts[article.id])
        text = texts[out.id]
        raw, lines = (compare(each, out.text).f1 for each in (text, best_lines(text, out.text)))
        ours = (each.clean(text, site=site).text for each in (ALONE, cleaner_of(gathered)))
        yield TextFigures(raw, max(raw, lines), *(compare(each, out.text).f1 for each in ours))


def nothing_gathered() -> Gathered:
    return Gathered(Sample(), PageSample(lambda _, html: outlined(html)))


def cleaner_of(gathered: Gathered) -> Cleaner:
    return Cleaner(learnt=rule_files(taught(gathered, CONSOLE)))


if __name__ == "__main__":
    main()
