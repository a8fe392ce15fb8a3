"""Judges what no rule covers: each line of a text by its shape, its words and its neighbours.

Nothing here, and not numpy, is imported before `plainness` finds that a text needs judging.
"""
