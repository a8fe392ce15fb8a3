"""`cleaner rules new`: the file that it starts, and what it proposes from a page or text."""

import re
import tomllib
from pathlib import Path

import pytest
from command import RULE, Corpus

from cleaner.authoring.propose import proposals

PROSE = [
    "The harbour authority will dredge the outer channel in March, its director said on Monday at the town hall.",
    "Two ferries will be diverted while the work lasts, and the fish market moves to the northern quay for a month.",
    "The last dredging, nine years ago, took six weeks. It closed the ice house for a whole season, and then another.",
    "Nobody knows yet who will pay for it. The council meets again when the first boats are back from the winter.",
]
TEXT = "\n\n".join(
    [
        "Outer channel to be dredged",
        "Quayside Dispatch | Edition of the north",
        *PROSE,
        "- **Filed under harbour (3)**",
        "Was this \\ odd?",
        "Filed under harbour (14)",
        "'''",
        "12 | 13",
    ]
)
PAGE = f"""<html><head><title>Outer channel</title></head><body><article><h1>Outer channel to be dredged</h1>
{"".join(f"<p>{line}</p>" for line in PROSE)}
<div class="also-strip x"><p>Ferry fares rise on the northern line</p></div>
<div class="also-strip"><p>Lighthouse lamp was sold to a museum</p></div></article></body></html>"""


@pytest.fixture
def corpus(tmp_path: Path) -> Corpus:
    corpus = Corpus(tmp_path)
    corpus.write("pyproject.toml", "[tool.cleaner]\n")
    return corpus


def uncommented(rule_file: str) -> str:
    """With the # taken from all proposed rules and selectors, and their blanks filled in."""
    head, found, proposed = rule_file.partition("# Short lines of")
    lines = [line[2:] if line.startswith("# ") else line.lstrip("#") for line in proposed.splitlines()]
    start = next((i for i, line in enumerate(lines) if line == "[[rule]]"), len(lines))
    filled = "\n".join(lines[start:]).replace('family = ""', 'family = "meta"').replace('reason = ""', 'reason = "why"')
    return head + (re.sub(r"(?m)^content = .*$", "", filled) if found else "")


def test_lines_of_a_text_become_rules(corpus: Corpus) -> None:
    corpus.write("a.txt", TEXT)
    done = corpus.run("rules", "new", "example.com", "--from", "a.txt")
    assert done.returncode == 0
    rules = {rule["match"]: rule["where"] for rule in tomllib.loads(uncommented(done.stdout))["rule"][1:]}
    assert rules == {
        r"Quayside Dispatch \| Edition of the north": "top",
        r"Filed under harbour \(\d+\)": "bottom",
        r"Was this \\ odd\?": "bottom",
    }


def test_a_file_has_the_shape_of_the_packaged_ones(corpus: Corpus) -> None:
    written = corpus.run("rules", "new", "example.com").stdout
    schema, header, blank, *_ = written.split("\n")
    assert schema == "#:schema rule-file.schema.json"
    assert header.startswith("# Example: ")
    assert header.endswith(".")
    assert not blank
    assert list(tomllib.loads(written)) == ["sites", "evidence", "rule"]
    assert "\n# related\n\n[[rule]]" in written


@pytest.mark.slow
def test_a_file_from_a_text_passes_as_it_is_and_with_its_blanks_filled(corpus: Corpus) -> None:
    corpus.write("a.txt", TEXT)
    assert corpus.run("rules", "new", "example.com", "--from", "a.txt", "-o", "example.com.toml").returncode == 0
    assert corpus.run("rules", "check", "example.com.toml").stdout == ""
    corpus.write("example.com.toml", uncommented(corpus.read("example.com.toml")))
    done = corpus.run("rules", "check", "example.com.toml")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "4 rules in 1 file: no problems\n")


def test_blanks_must_be_filled(corpus: Corpus) -> None:
    corpus.write("a.txt", TEXT)
    proposed = corpus.run("rules", "new", "example.com", "--from", "a.txt").stdout
    corpus.write("own/rules.toml", uncommented(proposed).replace('"why"', '""'))
    assert "field 'reason': empty; write reason = " in corpus.run("rules", "check", "own").stdout


def test_containers_of_a_page_become_selectors(corpus: Corpus) -> None:
    corpus.write("a.html", PAGE)
    done = corpus.run("rules", "new", "example.com", "--from", "a.html", "-o", "example.com.toml")
    assert done.returncode == 0, done.stderr
    written = corpus.read("example.com.toml")
    comment = "# the elements to remove; these were found in a.html"
    assert f'# drop = [                              {comment}\n#   ".also-strip",  # 2 elements' in written
    corpus.write("example.com.toml", uncommented(written))
    assert corpus.run("rules", "check", "example.com.toml").stdout == ""
    assert tomllib.loads(corpus.read("example.com.toml"))["html"] == {"drop": [".also-strip"]}
    tried = corpus.run("rules", "try", "example.com.toml", "a.html", "--site", "example.com").stdout
    assert "a.html: .also-strip removed 2 elements" in tried


def test_a_page_that_cannot_be_read_is_a_usage_error(corpus: Corpus) -> None:
    corpus.write("a.html", "no page")
    for name in ("a.html", "nowhere.txt"):
        done = corpus.run("rules", "new", "example.com", "--from", name, "-o", "example.com.toml")
        assert done.returncode == 2
        assert name in done.stderr
    assert "example.com.toml" not in corpus.names()


def test_a_new_rule_file_passes_as_it_is(corpus: Corpus) -> None:
    printed = corpus.run("rules", "new", "www.example.com").stdout
    assert 'sites = ["example.com"]' in printed
    assert corpus.run("rules", "new", "example.com", "-o", "new.toml").returncode == 0
    assert corpus.read("new.toml") == printed
    assert corpus.run("rules", "check", "new.toml").returncode == 0


def test_what_there_is_already_is_said(corpus: Corpus) -> None:
    assert "bbc.com has a packaged rule file" in corpus.run("rules", "new", "bbc.com").stderr
    assert corpus.run("rules", "new", "example.com").stderr == ""
    corpus.write(
        "a.txt",
        "The river rose by half a metre during the night, and the lower road was closed to all cars and carts.\n\n" * 9,
    )
    assert "no rule is proposed" in corpus.run("rules", "new", "example.com", "--from", "a.txt").stderr


def test_a_new_rule_file_never_replaces_a_file(corpus: Corpus) -> None:
    assert corpus.run("rules", "new", "example.com", "-o", "own/rules.toml").returncode == 2
    assert corpus.read("own/rules.toml") == RULE
    assert corpus.run("rules", "new", "not a host").returncode == 2


def test_subheads_and_code_of_the_article_become_no_rules() -> None:
    code = "```\nropes = 2\nlamp = wick\n```"
    text = "\n\n".join(["Outer channel", *PROSE, "Filed under harbour", "What the boats will do", PROSE[0], code])
    assert [proposal.line for proposal in proposals(text)] == ["Filed under harbour"]
