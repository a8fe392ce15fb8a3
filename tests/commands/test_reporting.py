"""`--report` of `cleaner clean` and `cleaner rules coverage`."""

import json
from html import unescape

import pytest
from command import LIST, ORIGINAL, REMOVED, RULE_ID, WITHHELD, Corpus

WORDS = len(ORIGINAL.split())


def test_the_page_shows_totals_failures_and_marked_documents(corpus: Corpus) -> None:
    corpus.write("a.txt")
    corpus.write("list.txt", LIST)
    corpus.write("broken.jsonl", "{")
    done = corpus.run("clean", ".", "--report", "out/report.html")
    assert done.returncode == 1
    page = unescape(corpus.read("out/report.html"))
    assert "broken.jsonl" in page
    assert WITHHELD in page
    assert f'title="{RULE_ID}"' in page
    assert "removed by" not in page


def test_json_counts_documents_words_and_families(corpus: Corpus) -> None:
    corpus.write("a.txt")
    corpus.write("b.txt")
    corpus.run("clean", ".", "--report", "out/report.json")
    data = json.loads(corpus.read("out/report.json"))
    assert data["documents"] == {"before": 2, "after": 2, "empty": 0, "suspicious": 0, "failed": 0}
    assert data["words"] == {"before": 2 * WORDS, "after": 2 * (WORDS - len(REMOVED.split()))}
    assert data["characters"] == {"before": 2 * len(ORIGINAL), "removed": 2 * len(REMOVED)}
    assert data["removed_by_family"] == {"related": 2 * len("See: snow")}
    assert set(data) >= {"version", "rules_sha256", "weights_sha256", "sites", "languages"}


def test_records_are_reported_as_documents(corpus: Corpus) -> None:
    corpus.write("a.jsonl", json.dumps({"text": ORIGINAL}) + "\n")
    corpus.run("clean", "a.jsonl", "--report", "report.html", "--report", "report.json")
    assert "a.jsonl" in corpus.read("report.html")
    assert json.loads(corpus.read("report.json"))["documents"]["before"] == 1


def test_a_second_report_has_all_documents_and_writes_no_clean_file_again(corpus: Corpus) -> None:
    corpus.write("a.txt")
    corpus.run("clean", ".", "--report", "report.html")
    first, before = corpus.read("report.html"), (corpus.folder / "a.clean.txt").stat().st_mtime_ns
    done = corpus.run("clean", ".", "--report", "report.html")
    assert done.returncode == 0
    assert corpus.read("report.html") == first
    assert (corpus.folder / "a.clean.txt").stat().st_mtime_ns == before


def test_a_report_below_the_path_is_no_document(corpus: Corpus) -> None:
    corpus.write("a.txt")
    corpus.run("clean", ".", "--report", "report.html")
    done = corpus.run("clean", ".")
    assert "1 own report" in done.stderr
    assert "report.html.clean.txt" not in corpus.names()


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("a.txt", "must end in .html"),
        ("page.html", "there is another file of this name"),
        ("own.html/", "this is a folder"),
    ],
)
def test_a_report_never_replaces_anything_else(corpus: Corpus, name: str, words: str) -> None:
    corpus.write("a.txt")
    corpus.write("page.html", "<p>Mine.</p>")
    (corpus.folder / "own.html").mkdir()
    done = corpus.run("clean", "a.txt", "--report", name)
    assert done.returncode == 2
    assert words in done.stderr
    assert corpus.read("page.html") == "<p>Mine.</p>"
    assert "a.clean.txt" not in corpus.names()


def test_a_report_that_cannot_be_written_costs_no_clean_text(corpus: Corpus) -> None:
    corpus.write("a.txt")
    corpus.write("file", "")
    done = corpus.run("clean", "a.txt", "--report", "file/report.html")
    assert done.returncode == 1
    assert "cannot write file/report.html" in done.stderr
    assert "a.clean.txt" in corpus.names()


def test_coverage_has_the_same_page(corpus: Corpus) -> None:
    corpus.write("a.txt")
    done = corpus.run("rules", "coverage", ".", "--report", "out/rules.html", "--report", "out/rules.json")
    assert done.returncode == 0
    assert RULE_ID in corpus.read("out/rules.html")
    [rule] = json.loads(corpus.read("out/rules.json"))["rules"]
    assert (rule["rule"], rule["documents"]) == (RULE_ID, 1)


@pytest.mark.slow
def test_a_report_on_twenty_thousand_documents_is_small(corpus: Corpus) -> None:
    with (corpus.folder / "many.jsonl").open("w", encoding="utf-8") as file:
        for number in range(20_000):
            prose = f"It rained on quay {number}. " * 30
            text, url = f"{prose}\n\nSee: boat {number}\n\n{prose}\n", f"https://s{number % 999}.example/"
            file.write(json.dumps({"text": text, "url": url}) + "\n")
    done = corpus.run("clean", "many.jsonl", "--report", "report.html")
    assert done.returncode == 0
    assert (corpus.folder / "report.html").stat().st_size < 1_000_000  # 5 MB is the limit
    assert "20,000" in corpus.read("report.html")


def test_what_was_learnt_has_the_same_page(corpus: Corpus) -> None:
    for n in range(6):
        text = f"Boats came in on day {n}, and the keeper of quay {n} was glad of them all.\n\nQuay Post <{n}> fans\n"
        corpus.write(f"texts/{n}.txt", text)
    done = corpus.run("learn", "texts", "-o", "out", "--report", "out.html", "--report", "out.json")
    assert done.returncode == 0, done.stderr
    page = corpus.read("out.html")
    assert "What would be removed" in page
    assert '<del style="' in page
    assert "Quay Post &lt;" in page
    [lesson] = json.loads(corpus.read("out.json"))["lessons"]
    assert lesson["documents"] == 6
