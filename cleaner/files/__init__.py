"""Where documents are found and where clean text is put."""

from cleaner.files.discovery import Found, find
from cleaner.files.naming import Naming, is_page, marks_path
from cleaner.files.plan import Job, plan
from cleaner.files.selection import Selection
from cleaner.files.writing import place, remove_leftover, unchanged

__all__ = [
    "Found",
    "Job",
    "Naming",
    "Selection",
    "find",
    "is_page",
    "marks_path",
    "place",
    "plan",
    "remove_leftover",
    "unchanged",
]
