"""What no rule knows: judges each line of a text by its shape, its words and its neighbours.

Nothing here is imported, numpy least of all, until a text comes that `gate` does not wave through.
"""
