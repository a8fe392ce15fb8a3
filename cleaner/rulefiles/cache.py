"""Keeps the translations of the packaged patterns between runs, in the user's cache folder.

Translating a thousand patterns takes a third of a second, reading their translations a thirtieth of that.
"""

import json
from collections.abc import Iterable
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from cleaner.corpus.writing import new_token, place
from cleaner.errors import DocumentError
from cleaner.regularfile import read_regular
from cleaner.rules.patterns import translate
from cleaner.rules.patterns.prefilter import Requirement
from cleaner.rules.patterns.translate import Translation


def load() -> None:
    """Add the translations that an earlier run kept to `translate.KNOWN`. A file that cannot be read adds none."""
    path = _cache_file()
    if path is None:
        return
    with suppress(OSError, ValueError, TypeError, AttributeError, RecursionError):
        digest, _, content = read_regular(path).partition(b"\n")
        kept = json.loads(content).items() if digest == _digest(content) else ()
        known = {
            written: Translation(exact, tuple(Requirement(*r) for r in required), *strength)
            for written, (exact, required, *strength) in kept
        }
        translate.KNOWN.update(known)


def keep(patterns: Iterable[str]) -> None:
    """Keep the translations of these patterns if any of them is new. A folder that cannot be written is no error."""
    patterns = set(patterns)
    if patterns <= translate.KNOWN.keys():
        return
    path = _cache_file()
    if path is None:
        return
    content = json.dumps({written: translate.translate(written) for written in patterns}).encode()
    with suppress(DocumentError, OSError):
        place(path, _digest(content) + b"\n" + content, None, new_token())
        for other in path.parent.glob("patterns-*.json"):
            if other != path:
                other.unlink()


def _digest(content: bytes) -> bytes:
    """Stands before the translations: damaged ones would change what rules match."""
    return sha256(content).hexdigest().encode()


def _cache_file() -> Path | None:
    """The file of the translations, or None where there is no cache folder: a user may have no home.

    Its name has a digest of the code that translates, so that a change of the code makes the file useless.
    """
    from platformdirs import user_cache_path

    try:
        folder = user_cache_path("cleaner", appauthor=False)
    except RuntimeError:  # no home; earlier releases of platformdirs leave `~` in the path
        return None
    if not folder.is_absolute():
        return None
    package = Path(__file__).parent.parent
    sources = [*sorted((package / "rules" / "patterns").glob("*.py")), package / "text" / "document.py"]
    digest = sha256(b"".join(source.read_bytes() for source in sources)).hexdigest()
    return folder / f"patterns-{digest[:16]}.json"
