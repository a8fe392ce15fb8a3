"""Patterns of rules, parsed once and written for two engines: `regex` decides, RE2 prefilters."""
