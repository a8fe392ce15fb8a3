"""Patterns of rules, read once and written twice: for `regex`, which decides, and for RE2, which filters."""
