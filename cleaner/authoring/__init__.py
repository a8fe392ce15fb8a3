"""For those who write rules: proposals for new rules, and what is wrong with a rule."""
