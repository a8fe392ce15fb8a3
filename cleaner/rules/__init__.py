"""The rule language: what rules say, how patterns are parsed and matched, and how far a match reaches."""
