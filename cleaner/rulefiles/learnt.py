"""Rule files that a run has learnt from its own documents: they are in memory alone."""

from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from cleaner.rulefiles.packaged import digest_of_rules
from cleaner.rules.rule import NO_SELECTORS, Rule, RuleFile, Selectors

# The folder in the ids of such files, and in their paths, which no file on disk has.
FOLDER = "learnt"
NOWHERE = Path(f"<{FOLDER}>")


def learnt_file(site: str, rules: tuple[Rule, ...], html: Selectors = NO_SELECTORS) -> RuleFile:
    """The rules that were learnt of a site."""
    return RuleFile(f"{FOLDER}/{site}", NOWHERE / site, (site,), rules=rules, html=html)


def added_to(existing: RuleFile | None, learnt: RuleFile) -> RuleFile:
    """What was learnt, with the rules and selectors that the site has already; its own selectors of content win."""
    if existing is None:
        return learnt
    html = Selectors(existing.html.content or learnt.html.content, (*existing.html.drop, *learnt.html.drop))
    return replace(
        existing, id=learnt.id, path=learnt.path, sites=learnt.sites, rules=(*existing.rules, *learnt.rules), html=html
    )


def file_digest(file: RuleFile) -> str:
    """SHA-256 of a rule file: as it is on disk, or of what was learnt."""
    return sha256(repr(file).encode()).hexdigest() if file.path.parent == NOWHERE else digest_of_rules(file.path)
