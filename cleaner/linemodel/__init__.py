"""A small network over lines, for texts and for pages: what each line looks like, and how likely it is article text."""
