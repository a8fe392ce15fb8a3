"""The version, on the ground: whoever needs it imports nothing else."""

__version__ = "0.1.0"
