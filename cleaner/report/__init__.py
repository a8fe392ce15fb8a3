"""What a run says, in lines for people and in formats for machines, and its exit code."""
