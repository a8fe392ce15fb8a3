"""The commonest function words, by family of languages; each word stands in lower case."""
