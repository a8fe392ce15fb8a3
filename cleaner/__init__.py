"""Strips boilerplate from scraped text and pages, and can say of every removed character which rule took it."""

TYPE_CHECKING = False  # as in `typing`, whose import takes as long as the start of the command may
if TYPE_CHECKING:
    from cleaner.api import Cleaner
    from cleaner.errors import CleanerError, DocumentError, RuleError
    from cleaner.result import Removed, Result, Status
    from cleaner.rules.settings import Settings
    from cleaner.text.mark import Mark
    from cleaner.version import __version__

__all__ = [
    "Cleaner",
    "CleanerError",
    "DocumentError",
    "Mark",
    "Removed",
    "Result",
    "RuleError",
    "Settings",
    "Status",
    "__version__",
]

_HOMES = {
    "Cleaner": "api",
    "CleanerError": "errors",
    "DocumentError": "errors",
    "Mark": "text.mark",
    "Removed": "result",
    "Result": "result",
    "RuleError": "errors",
    "Settings": "rules.settings",
    "Status": "result",
    "__version__": "version",
}


def __getattr__(name: str) -> object:
    """Import on first use: `cleaner --version` pays for none of it."""
    if name not in _HOMES:
        raise AttributeError(f"module 'cleaner' has no attribute {name!r}")
    from importlib import import_module

    found: object = getattr(import_module(f"cleaner.{_HOMES[name]}"), name)
    return found
