"""For authors of rules: proposals for new rules, and checks that find mistakes in rules."""
