"""What marks the parts of a file that was learnt, so that a second learning tells them from what a person wrote."""

from collections.abc import Sequence
from hashlib import sha256

# The start of the first line of a file that was learnt, and of the line with digests of all patterns that it ever had.
FIRST_LINE, WRITTEN = "# Learnt from ", "# Patterns: "
LEFT = "# Left for you to decide: lines that recur, and may be part of the articles."
# Stands above each rule, with a digest of it: one that no longer fits tells that a person has changed the rule.
MARK = "# learnt "


def pattern_digest(pattern: str) -> str:
    """Six hexadecimal digits for a pattern that was written."""
    return sha256(pattern.encode(errors="surrogatepass")).hexdigest()[:6]


def digest(lines: Sequence[str]) -> str:
    """Eight hexadecimal digits for a rule as it is written."""
    return sha256("\n".join(lines).strip().encode(errors="surrogatepass")).hexdigest()[:8]
