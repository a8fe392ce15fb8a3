"""Where documents are found, and where clean text is written."""
