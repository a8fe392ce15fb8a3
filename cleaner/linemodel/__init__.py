"""A small network over the lines of a text or a page: encodes them and gives the probability of article text."""
