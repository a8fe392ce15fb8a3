"""Which elements of a page a browser does not show."""

import re

from cleaner.pages.elements import UNSEEN
from cleaner.pages.page import Tree

HIDDEN_STYLE = re.compile(r"display\s*:\s*none", re.IGNORECASE)


def is_hidden(element: Tree) -> bool:
    """Whether an element hides itself."""
    style = element.get("style")
    return element.get("hidden") is not None or (style is not None and HIDDEN_STYLE.search(style) is not None)


def is_shown(element: Tree) -> bool:
    """Whether a browser shows what is around an element."""
    return not any(outer.tag in UNSEEN or is_hidden(outer) for outer in element.iterancestors())
