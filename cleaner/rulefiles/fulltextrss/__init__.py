"""Site configs of Full-Text RSS: one file of `key: value` lines for each host, as thousands of them are shared.

What a config says of a page's tree becomes an `[html]` table. All else stays behind, each line with its reason.
"""
