"""What a site repeats over its documents, and the rules that follow: pure functions, fed with texts."""
