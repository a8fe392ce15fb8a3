"""Finds problems of rules without documents, from their examples, their patterns, and other rules."""
