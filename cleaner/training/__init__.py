"""Trains the line model on public collections of pages, extracted texts and flattened pages, with numpy alone.

    python -m cleaner.training COLLECTIONS -o model.npz

`COLLECTIONS` holds `pages/SET/gold.jsonl.gz` (id, url, text: the article of each page), `leftovers/SET/SOURCE.jsonl.gz`
(what extractors returned for these pages) and `dumps/SET/SOURCE.jsonl.gz` (the pages flattened to text).
"""
