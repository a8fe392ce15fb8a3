"""Finds documents, reads them, and writes clean text and marks files."""
