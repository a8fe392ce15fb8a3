"""Strips boilerplate from scraped text and pages, and can say of every removed character which rule took it."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cleaner.api import Cleaner
    from cleaner.errors import CleanerError, DocumentError, RuleError
    from cleaner.mark import Mark
    from cleaner.result import Removed, Result, Status
    from cleaner.settings import Settings

__version__ = "0.1.0"
__all__ = ["Cleaner", "CleanerError", "DocumentError", "Mark", "Removed", "Result", "RuleError", "Settings", "Status"]

_HOMES = {
    "Cleaner": "api",
    "CleanerError": "errors",
    "DocumentError": "errors",
    "Mark": "mark",
    "Removed": "result",
    "Result": "result",
    "RuleError": "errors",
    "Settings": "settings",
    "Status": "result",
}


def __getattr__(name: str) -> object:
    """Import on first use: `cleaner --version` pays for none of it."""
    if name not in _HOMES:
        raise AttributeError(f"module 'cleaner' has no attribute {name!r}")
    found: object = getattr(import_module(f"cleaner.{_HOMES[name]}"), name)
    return found
