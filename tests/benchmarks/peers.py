"""Other programs, each set up as its documentation says: the article alone, without comments if there is an option."""

import re
import warnings
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from flat import flat

PageToText = Callable[[bytes, str], str]
TextToText = Callable[[str, str], str]


@dataclass(frozen=True, slots=True)
class Peer:
    """A distribution on PyPI and its modes; calling a mode imports the program, sets it up and returns its function."""

    distribution: str
    modes: dict[str, Callable[[], Callable[[Any, str], str]]]


def _trafilatura(**options: Any) -> Callable[[], PageToText]:
    def load() -> PageToText:
        from trafilatura import extract

        return lambda html, url: extract(html, url=url, include_comments=False, **options) or ""

    return load


def _readability() -> PageToText:
    from readability import Document

    return lambda html, url: flat(Document(html, url=url).summary(html_partial=True))


# jusText must be told the language: the one that the page declares in its lang attribute, or English.
_LANGUAGE = re.compile(rb"<html[^>]*\slang\s*=\s*[\"']?([a-z]{2})", re.IGNORECASE)
_STOPLISTS = {
    "cs": "Czech",
    "da": "Danish",
    "de": "German",
    "en": "English",
    "es": "Spanish",
    "fr": "French",
    "it": "Italian",
    "nb": "Norwegian_Bokmal",
    "nl": "Dutch",
    "no": "Norwegian_Bokmal",
    "pl": "Polish",
    "pt": "Portuguese",
    "ru": "Russian",
    "sv": "Swedish",
    "tr": "Turkish",
    "uk": "Ukrainian",
}


def _justext() -> PageToText:
    from justext import get_stoplist, justext

    stoplists = {language: get_stoplist(name) for language, name in _STOPLISTS.items()}

    def run(html: bytes, _: str) -> str:
        language = _LANGUAGE.search(html)
        stoplist = stoplists.get(language[1].decode().lower() if language else "en", stoplists["en"])
        return "\n".join(paragraph.text for paragraph in justext(html, stoplist) if not paragraph.is_boilerplate)

    return run


def _resiliparse() -> PageToText:
    from resiliparse.extract.html2text import extract_plain_text
    from resiliparse.parse.encoding import detect_encoding
    from resiliparse.parse.html import HTMLTree

    def run(html: bytes, _: str) -> str:
        tree = HTMLTree.parse_from_bytes(html, detect_encoding(html) or "utf-8")
        return str(extract_plain_text(tree, main_content=True, comments=False, alt_texts=False))

    return run


def _newspaper() -> PageToText:
    with warnings.catch_warnings(action="ignore"):  # importing warns that nltk is missing; only summaries need it
        from newspaper import article
    from trafilatura.utils import decode_file

    # With fetch_images it would download the page's images.
    return lambda html, url: article(url, input_html=decode_file(html), fetch_images=False).text


def _c4_lines() -> TextToText:
    from datatrove.data import Document
    from datatrove.pipeline.filters import C4QualityFilter

    # The rules for whole documents are off: they accept or reject the document, and one needs a tokenizer.
    lines = C4QualityFilter(min_num_sentences=-1, filter_lorem_ipsum=False, filter_curly_bracket=False)

    def run(text: str, _: str) -> str:
        document = Document(text=text, id="")
        lines.filter(document)
        return str(document.text)

    return run


PAGES = (
    Peer(
        "trafilatura",
        {
            "trafilatura": _trafilatura(),
            "trafilatura, fast": _trafilatura(fast=True),
            "trafilatura, precision": _trafilatura(favor_precision=True),
        },
    ),
    Peer("readability-lxml", {"readability-lxml": _readability}),
    Peer("jusText", {"jusText": _justext}),
    Peer("resiliparse", {"Resiliparse": _resiliparse}),
    Peer("newspaper4k", {"newspaper4k": _newspaper}),
)
TEXTS = (Peer("datatrove", {"C4's line rules": _c4_lines}),)
