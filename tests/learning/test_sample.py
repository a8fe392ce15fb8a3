"""The sample of documents from which rules are learnt."""

import pytest
from harbour import article

from cleaner.learning import sample as sampling
from cleaner.learning.sample import Sample


def test_order_and_copies_make_no_difference() -> None:
    documents = [("a.example", f"{n}", article(n)) for n in range(30)]
    one, other = Sample(), Sample()
    for document in documents:
        one.add(*document)
    for document in [*documents[::-2], *documents[::2], *documents]:
        other.add(*document)
    assert [kept.text for kept in one.of("a.example")] == [kept.text for kept in other.of("a.example")]
    assert len(list(other.of("a.example"))) == 30


def test_no_more_is_kept_than_the_bounds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sampling, "MOST_OF_ALL", 40)
    documents = [(f"{site}.example", f"{n}", article(n)) for n in range(30) for site in range(4)]
    one, other = Sample(), Sample()
    for document in documents:
        one.add(*document)
    for document in reversed(documents):
        other.add(*document)
    for site in one.sites():
        kept = [each.rank for each in one.of(site)]
        assert kept == sorted(kept) == [each.rank for each in other.of(site)]
        assert 1 <= len(kept) <= 10


def test_a_long_document_keeps_its_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sampling, "LONGEST", 40)
    sample = Sample()
    sample.add("a.example", "1", "head of it\n" + "word " * 50 + "\nfoot of it")
    assert [kept.text for kept in sample.of("a.example")] == ["head of it\nfoot of it"]
