"""What a shell offers to complete."""

from command import Corpus


def offered(corpus: Corpus, words: str) -> list[str]:
    last = str(len(words.split()) - 1)
    done = corpus.run(_CLEANER_COMPLETE="complete_bash", COMP_WORDS=words, COMP_CWORD=last)
    return done.stdout.splitlines()


def test_ids_of_rules_and_heuristics(corpus: Corpus) -> None:
    assert "common/en/see-also" in offered(corpus, "cleaner clean --ignore common/en/see")
    assert offered(corpus, "cleaner check --select heuristic/res") == ["heuristic/residue"]


def test_families(corpus: Corpus) -> None:
    assert offered(corpus, "cleaner clean --keep-family me") == ["media", "meta"]
    assert offered(corpus, "cleaner clean --select boo") == ["book"]
