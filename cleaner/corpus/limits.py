"""Limits on one document. They stand apart so that `--help` can name them without importing the configuration."""

# Bytes. The longest article pages have about 5 MB; ten times that leaves room for a dump of text. trafilatura limits
# strings to 20 MB, but not trees. A page of 49 MB whose images or scripts are inline takes 4 s and up to
# 400 MB of memory. Text takes longer: 10 MB of comments take a minute and 800 MB, and TIMEOUT ends them.
MAX_BYTES = 50_000_000
# Seconds until work on a document is stopped; chosen by hand, a thousand times what a page takes.
TIMEOUT = 60.0
