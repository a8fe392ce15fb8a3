"""Judges what no rule knows: each line of a text by its shape, its words and its neighbours.

Nothing here is imported, numpy least of all, until `plainness` lets a text through.
"""
