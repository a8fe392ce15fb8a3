"""Keeps the translations of packaged patterns between runs: reading a thousand patterns takes a third of a second."""

import json
import os
from collections.abc import Iterable
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from secrets import token_hex

from cleaner.rules.patterns import translate
from cleaner.rules.patterns.prefilter import Requirement, Translation


def load() -> None:
    """Take over what an earlier run has kept; whatever is wrong with it, patterns are read anew."""
    with suppress(OSError, ValueError, TypeError, AttributeError):
        kept = json.loads(_place().read_bytes()).items()
        known = {
            written: Translation(exact, tuple(Requirement(*r) for r in required)) for written, (exact, required) in kept
        }
        translate.KNOWN.update(known)


def keep(patterns: Iterable[str]) -> None:
    """Keep the translations of these patterns, if any of them is new. A folder that cannot be written is no error."""
    patterns = set(patterns)
    if patterns <= translate.KNOWN.keys():
        return
    place = _place()
    draft = place.with_name(f"{place.name}.{token_hex(4)}")
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        draft.write_text(json.dumps({written: translate.translate(written) for written in patterns}), encoding="utf-8")
        draft.replace(place)
        for old in place.parent.glob("patterns-*.json"):
            if old != place:
                old.unlink()
    except OSError:
        with suppress(OSError):
            draft.unlink(missing_ok=True)


def _place() -> Path:
    """A file in the user's cache folder, named for the code that translates: a change of that makes it useless."""
    package = Path(__file__).parent.parent
    sources = [*sorted((package / "rules" / "patterns").glob("*.py")), package / "text" / "document.py"]
    digest = sha256(b"".join(source.read_bytes() for source in sources)).hexdigest()
    caches = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA") or Path.home() / ".cache"
    return Path(caches, "cleaner", f"patterns-{digest[:16]}.json")
