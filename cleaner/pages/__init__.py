"""From the bytes of a page to its article. Only here are lxml and trafilatura used; the first page imports them."""
