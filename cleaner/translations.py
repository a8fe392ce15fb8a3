"""Keeps the translations of packaged patterns between runs: reading a thousand patterns takes a third of a second."""

import json
import os
from collections.abc import Iterable
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from secrets import token_hex

from cleaner import pattern
from cleaner.piece import Dialects, Screen

# What decides how a pattern is translated: when one of these changes, what is kept is not used again.
SOURCES = ("charset", "document", "pattern", "piece", "scanner")


def load() -> None:
    """Take over what an earlier run has kept; whatever is wrong with it, patterns are read anew."""
    with suppress(OSError, ValueError, TypeError, AttributeError):
        kept = json.loads(_place().read_bytes()).items()
        known = {written: Dialects(exact, tuple(Screen(*s) for s in screens)) for written, (exact, screens) in kept}
        pattern.KNOWN.update(known)


def keep(patterns: Iterable[str]) -> None:
    """Keep the translations of these patterns, if any of them is new. A folder that cannot be written is no error."""
    patterns = set(patterns)
    if patterns <= pattern.KNOWN.keys():
        return
    place = _place()
    draft = place.with_name(f"{place.name}.{token_hex(4)}")
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        draft.write_text(json.dumps({written: pattern.translate(written) for written in patterns}), encoding="utf-8")
        draft.replace(place)
        for old in place.parent.glob("patterns-*.json"):
            if old != place:
                old.unlink()
    except OSError:
        with suppress(OSError):
            draft.unlink(missing_ok=True)


def _place() -> Path:
    """A file in the user's cache folder, named for the code that translates."""
    here = Path(__file__).parent
    digest = sha256(b"".join((here / f"{name}.py").read_bytes() for name in SOURCES)).hexdigest()
    caches = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA") or Path.home() / ".cache"
    return Path(caches, "cleaner", f"patterns-{digest[:16]}.json")
