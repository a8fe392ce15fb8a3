"""The commands below `cleaner rules`."""
