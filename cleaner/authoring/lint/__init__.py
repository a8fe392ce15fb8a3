"""What is wrong with rules, found without a document: examples, patterns, and rules that another makes needless."""
