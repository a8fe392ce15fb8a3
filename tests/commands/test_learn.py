"""`cleaner learn`: rules for what the documents of a site repeat."""

import json

from command import Corpus
from harbour import article, foot


def test_the_file_passes_the_check_and_cleans(corpus: Corpus) -> None:
    for n in range(9):
        corpus.write(f"site.example.com/{n}.txt", article(n, foot=foot(n)))
    done = corpus.run("learn", "site.example.com", "-o", "learnt.toml")
    assert (done.returncode, done.stdout) == (0, "")
    assert "site.example.com: 9 documents: 1 rule of 3 patterns" in done.stderr
    assert corpus.run("rules", "check", "learnt.toml").returncode == 0
    assert 'sites = ["site.example.com"]' in corpus.read("learnt.toml")
    corpus.write("new.txt", article(50, foot=foot(50)))
    done = corpus.run(
        *("clean", "new.txt", "--rules", "learnt.toml", "--select", "*/learnt/*", "--site", "site.example.com")
    )
    assert done.returncode == 0
    assert corpus.read("new.clean.txt") == article(50)


def test_sites_are_told_apart(corpus: Corpus) -> None:
    sites = ("one.example.com", "two.example.org")
    records = [
        {"url": f"https://{s}/{n}", "text": article(n, foot=f"Post of {s[:3]}")} for n in range(5) for s in sites
    ]
    records.append({"url": "https://three.example.net/1", "text": article(7)})
    corpus.write("all.jsonl", "".join(f"{json.dumps(record)}\n" for record in records))
    done = corpus.run("learn", "all.jsonl")
    assert done.returncode == 2
    assert "3 sites: one.example.com, three.example.net, two.example.org; give --output FOLDER" in done.stderr
    done = corpus.run("learn", "all.jsonl", "--output", "rules")
    assert done.returncode == 1
    assert "three.example.net: 1 document, not counting copies; it takes 3 to learn" in done.stderr
    assert "'''Post of two'''" in corpus.read("rules/two.example.org.toml")
    assert "rules/three.example.net.toml" not in corpus.names()
