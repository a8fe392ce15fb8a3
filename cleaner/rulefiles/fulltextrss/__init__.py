"""Site configs of Full-Text RSS: one file of `key: value` lines for each host, of which thousands are shared publicly.

The lines that select elements of a page become an `[html]` table. Every other line is reported with a reason.
"""
