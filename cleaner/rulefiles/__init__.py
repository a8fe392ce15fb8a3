"""Rule files on disk: the packaged ones, those that a user adds, and site configs of Full-Text RSS."""
