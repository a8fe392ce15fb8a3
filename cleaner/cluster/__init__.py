"""A corpus cleaned in many tasks, on one machine or on many, by the readers, writers and executors of datatrove."""
