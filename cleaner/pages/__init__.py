"""From the bytes of a page to its article. Alone knows lxml and trafilatura, and imports them with the first page."""
