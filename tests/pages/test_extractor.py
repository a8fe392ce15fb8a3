"""What trafilatura keeps in the memory of a process."""

import pytest
from justext.core import define_stoplist
from lxml import html
from trafilatura import external

from cleaner.pages.extractor import search


def test_stop_words_of_justext_are_not_kept() -> None:
    define_stoplist(frozenset({"the"}))  # as jusText does for a page
    search(html.fromstring("<p>The ferry was late again, and so were the gulls.</p>"))
    assert define_stoplist.cache_info().currsize == 0


def test_stop_words_of_justext_are_not_kept_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    page = html.fromstring("<p>The ferry was late again, and so were the gulls.</p>")
    search(page)
    given = vars(external)["JT_STOPLIST"]
    external.try_justext(page, None, None)
    assert given is vars(external)["JT_STOPLIST"]
    assert not isinstance(given, tuple | set | frozenset)
    monkeypatch.setattr(external, "JT_STOPLIST", given)  # what the next line sets is undone
    assert {*given} == {*external.jt_stoplist_init()}
