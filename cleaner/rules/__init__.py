"""The rule language: what a rule says, how its patterns are read and matched, and how far a match reaches."""
