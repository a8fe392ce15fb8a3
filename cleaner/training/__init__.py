"""Trains the line model on public collections of pages, extracted texts and flattened pages, with numpy alone.

    python -m cleaner.training COLLECTIONS -o model.npz

`COLLECTIONS` holds `pages/SET/gold.jsonl.gz` (id, url, text: the article of each page), `leftovers/SET/SOURCE.jsonl.gz`
(what extractors returned for these pages), `dumps/SET/SOURCE.jsonl.gz` (the pages flattened to text),
`pages/SET/ID.html.gz` (the pages, which tell the headline) and `clean/GENRE.jsonl.gz` (source, lang, text: texts of
many genres without any boilerplate).

The gradient is written by hand. JAX 0.10 and optax, tried in its place, gave figures within the spread of seeds and
saved some 90 lines, but took seven times the CPU time (138 to 174 s a model, not 20 to 22) and 529 MB to install.
"""
