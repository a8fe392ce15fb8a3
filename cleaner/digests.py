"""Digests of the rules, settings and weights that decide on a clean text."""

from functools import cached_property
from hashlib import sha256

from cleaner.linemodel import weights
from cleaner.rulefiles.packaged import packaged_rules_digest
from cleaner.rulefiles.shelf import Shelf
from cleaner.rules.settings import Settings
from cleaner.text.functionwords import Language
from cleaner.version import __version__


class Digests:
    """Each is a SHA-256 in hexadecimal digits, made when it is asked for. `heuristics`: the models judge lines."""

    def __init__(self, settings: Settings, shelf: Shelf, *, heuristics: bool) -> None:
        self._settings, self._shelf, self._heuristics = settings, shelf, heuristics
        self._known: dict[tuple[str | None, tuple[Language, ...]], str] = {}

    @cached_property
    def whole(self) -> str:
        """Of all rules. The packaged files are not parsed for it: their bytes take a hundredth of a second."""
        given = [(f.id, f.sites, f.detect, f.disable, f.rules, f.html) for f in self._shelf.given_whole]
        return _digest(self._asked, packaged_rules_digest(), *sorted(map(repr, given)))

    def of(self, host: str | None, languages: tuple[Language, ...]) -> str:
        """Of what runs on a text of this site in these languages, and of what decides on the site."""
        if (host, languages) not in self._known:
            files = self._shelf.digests_for(host, languages)
            self._known[host, languages] = _digest(__version__, self._asked, self._signs, *files)
        return self._known[host, languages]

    @cached_property
    def _asked(self) -> str:
        """The settings and the weights."""
        model = weights.packaged_digest() if self._heuristics else ""
        settings = self._settings
        families = sorted(settings.keep_families)
        return repr((settings.select, settings.ignore, families, settings.apply_suspicious, settings.language, model))

    @cached_property
    def _signs(self) -> str:
        """The hosts that have rules, and the signs of each in a text."""
        return repr(sorted((host, file.id, file.detect) for host, file in self._shelf.sites.items()))


def _digest(*parts: str) -> str:
    return sha256("\n".join(parts).encode()).hexdigest()
