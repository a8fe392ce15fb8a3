"""`cleaner check`: where it finds boilerplate, and in which formats it says so."""

import json

from command import CLEAN, RULE_ID, Corpus


def test_findings_are_listed_with_their_places(corpus: Corpus) -> None:
    corpus.write("a.txt", "One.\r\nTwo.\n\n  See: snow\n")
    corpus.write("b.txt", CLEAN)
    done = corpus.run("check", ".")
    assert done.returncode == 1
    assert done.stdout == f"a.txt:4:3  {RULE_ID}  link to another story\n"
    assert done.stderr == "2 documents checked: 1 finding in 1 document\n"
    assert corpus.names() == {"a.txt", "b.txt"}


def test_a_clean_text_has_no_findings(corpus: Corpus) -> None:
    corpus.write("a.clean.txt", CLEAN)
    done = corpus.run("check", "a.clean.txt")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "1 document checked: clean\n")


def test_formats_for_machines(corpus: Corpus) -> None:
    corpus.write("a,b.txt")
    [found] = json.loads(corpus.run("check", ".", "--output-format", "json").stdout)["findings"]
    assert (found["path"], found["line"], found["end_line"], found["end_column"]) == ("a,b.txt", 3, 3, 10)
    assert (found["rule"], found["text"]) == (RULE_ID, "See: snow")
    line = "::warning file=a%2Cb.txt,line=3,endLine=3,col=1,endColumn=10,title=own/rules/see::link to another story\n"
    assert corpus.run("check", ".", "--format", "github").stdout == line
