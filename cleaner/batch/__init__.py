"""Work on many documents in processes that can be killed."""

from cleaner.batch.pool import Limits, run
from cleaner.batch.worker import Failure, Work

__all__ = ["Failure", "Limits", "Work", "run"]
