"""`--stdin-filename`: standard input is read as a file of that name, as editors do."""

import json

from command import CLEAN, ORIGINAL, PAGE, RULE_ID, Corpus


def test_findings_are_in_the_file(corpus: Corpus) -> None:
    done = corpus.run("check", "-", "--stdin-filename", "news/a.md", data=ORIGINAL.encode())
    assert done.returncode == 1
    assert done.stdout == f"news/a.md:3:1  {RULE_ID}  link to another story\n"


def test_settings_and_site_are_those_of_the_file(corpus: Corpus) -> None:
    corpus.configure(f'[tool.cleaner.per-file]\n"kept/**" = {{ ignore = ["{RULE_ID}"] }}\n')
    corpus.write("kept/a.json", json.dumps({"url": "https://news.example.org/1"}))
    assert corpus.run("clean", "-", "--stdin-filename", "kept/a.txt", data=ORIGINAL.encode()).stdout == ORIGINAL
    assert corpus.run("clean", "-", "--stdin-filename", "a.txt", data=ORIGINAL.encode()).stdout == CLEAN
    said = corpus.run("explain", "-", "--stdin-filename", "kept/a.txt", data=ORIGINAL.encode()).stdout
    assert "site: news.example.org" in said


def test_the_name_tells_a_page_and_nothing_is_written(corpus: Corpus) -> None:
    done = corpus.run("clean", "-", "--stdin-filename", "a.html", data=PAGE.removeprefix("<html>").encode())
    assert done.returncode == 0
    assert "<p>" not in done.stdout
    assert corpus.names() == set()


def test_it_is_for_standard_input_only(corpus: Corpus) -> None:
    corpus.write("a.txt")
    done = corpus.run("check", "a.txt", "--stdin-filename", "b.txt")
    assert (done.returncode, done.stdout) == (2, "")
    assert "--stdin-filename names standard input; give - as the path" in done.stderr
