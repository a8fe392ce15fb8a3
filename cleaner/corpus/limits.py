"""Limits on one document. Apart from the configuration, so that `--help` can name them without importing that."""

# Bytes. The longest article pages have some 5 MB; a dump of text may well have ten times that.
MAX_BYTES = 50_000_000
# Seconds until work on a document is stopped; chosen by hand, a thousand times what a page takes.
TIMEOUT = 60.0
