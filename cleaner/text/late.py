"""Patterns that most texts need not."""

import re
from typing import Any


class Late:
    """A pattern of `re` that is compiled when it is first used: classes of some thousand characters take 5 ms each.

    >>> Late("[\u4e00-\u9fff]").findall("rain is 雨")
    ['雨']
    """

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern

    def __getattr__(self, method: str) -> Any:
        """A method of the compiled pattern, which from then on is an attribute of this object."""
        found = getattr(re.compile(self.pattern), method)
        setattr(self, method, found)
        return found
