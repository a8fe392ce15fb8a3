"""Pages: from bytes to the article's text. Alone knows trafilatura and lxml, and loads them with the first page."""

from cleaner.html.extract import extract
from cleaner.html.page import MAX_BYTES, Page, page_url, parse
from cleaner.html.selector import check_selector

__all__ = ["MAX_BYTES", "Page", "check_selector", "extract", "page_url", "parse"]
