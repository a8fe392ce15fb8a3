"""Reading documents: what makes one fail, and the message for it."""

import pytest

from cleaner.commands.reader import DocumentReader
from cleaner.corpus.limits import MAX_BYTES
from cleaner.corpus.source import StandardInput
from cleaner.errors import DocumentError


@pytest.mark.parametrize(
    ("html", "message"),
    [
        (b"%PDF-1.7", "binary: these bytes are not text; leave the file out with --exclude"),
        (b"No tags.", "not-html: this is not an HTML page; if it is text, end its name in .txt"),
        (b"<p></p>", "no-content: no text was found in this page"),
    ],
)
def test_a_page_without_text_fails_with_what_to_do(html: bytes, message: str) -> None:
    with pytest.raises(DocumentError) as error:
        DocumentReader().read(StandardInput(html, page=True))
    assert str(error.value).startswith(message)


@pytest.mark.parametrize("page", [False, True])
def test_a_document_has_the_same_limit_as_text_and_as_page(page: bool) -> None:
    assert DocumentReader().max_bytes == MAX_BYTES
    source = StandardInput(b"<p>The bread is rye.</p>", page=page)
    DocumentReader(max_bytes=len(source.data)).read(source)
    with pytest.raises(DocumentError, match="too-large: more than 23 bytes; --max-bytes raises the limit"):
        DocumentReader(max_bytes=len(source.data) - 1).read(source)
