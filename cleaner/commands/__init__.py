"""What each command does once its command line is parsed: the work on one document, and the summary of a run."""
