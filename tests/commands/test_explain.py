"""`cleaner explain`: one document with what is removed from it."""

from command import RULE_ID, Corpus


def test_the_whole_text_is_shown_with_what_is_removed(corpus: Corpus) -> None:
    corpus.write("a.txt")
    done = corpus.run("explain", "a.txt", "--site", "example.com")
    assert done.returncode == 0
    facts, text = done.stdout.split("\n\n", 1)
    assert "site: example.com (--site)" in facts
    assert text == f"It rained.\n\n[-See: snow-]{{{RULE_ID}}}\n\nIt was wet.\n"
    assert "\x1b[9;31mSee: snow" in corpus.run("explain", "a.txt", FORCE_COLOR="1").stdout


def test_the_language_is_named_with_its_evidence(corpus: Corpus) -> None:
    corpus.write(
        "de.txt", "Der Hafen wird im März ausgebaggert, weil die Rinne zu flach ist. Die Fähren fahren nicht.\n"
    )
    facts = corpus.run("explain", "de.txt").stdout.splitlines()
    assert "language: German (8 of its function words)" in facts
    facts = corpus.run("explain", "de.txt", "--language", "en,de").stdout.splitlines()
    assert "language: English and German (as the settings say)" in facts
    done = corpus.run("explain", "de.txt", "--language", "german")
    assert done.returncode == 2
    assert done.stderr.startswith("cleaner: --language: there is no language 'german'; choose from ar, bg, bn, ca, ")
