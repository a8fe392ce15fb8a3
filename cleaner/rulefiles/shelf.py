"""The rule files of one `Cleaner`: the packaged ones, and those that it was given."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from cleaner.rulefiles.added import common_files, common_for, whole
from cleaner.rulefiles.learnt import added_to, file_digest
from cleaner.rulefiles.packaged import packaged_site, packaged_site_heads
from cleaner.rules.rule import Rule, RuleFile
from cleaner.sites import Site, covering
from cleaner.text.functionwords import Language


class Shelf:
    """Rule files by site and by language. The file of a site is read when a document of that site comes."""

    def __init__(self, given: Sequence[RuleFile], *, are_whole: bool = False) -> None:
        """`given` are files of `user_files`; they are read no further if `are_whole`."""
        self._given = given
        self._given_sites = {host: file for file in given for host in file.sites}
        self._whole = {file.path: file for file in given} if are_whole else {}
        self.sites = packaged_site_heads() | self._given_sites

    def of_site(self, site: Site) -> RuleFile | None:
        """The rule file that covers this site, or None. A fault of a site config is logged."""
        host = covering(site.host, self.sites) if site.host else None
        if host is None:
            return None
        given = self._given_sites.get(host)
        if given is None:
            return packaged_site(self.sites[host].id)
        if given.path not in self._whole:
            import logging

            self._whole[given.path] = whole(given, logging.getLogger("cleaner").warning)
        return self._whole[given.path]

    def with_learnt(self, learnt: Iterable[RuleFile]) -> "Shelf":
        """A shelf that has these files too, each beside the rules that its site has here."""
        files = [added_to(self.of_site(Site(file.sites[0])), file) for file in learnt]
        return Shelf([*self.given_whole, *files], are_whole=True)

    def rules_for(self, language: Language | None) -> list[Rule]:
        """The rules of any site for a language, or those for any language if it is None."""
        return [rule for file in common_for(language, self._given) for rule in file.rules]

    def digests_for(self, host: str | None, languages: Iterable[Language]) -> list[str]:
        """SHA-256 of each rule file that runs on a text of this site in these languages."""
        common = [file for language in (None, *languages) for file in common_for(language, self._given)]
        covered = covering(host, self.sites) if host else None
        files = {file.path: file for file in common}
        if covered is not None:
            packaged = filter(None, map(packaged_site_heads().get, self.sites[covered].sites))
            files |= {file.path: file for file in (self.sites[covered], *packaged)}
        return list(map(file_digest, files.values()))

    def files(self) -> Iterator[RuleFile]:
        """All rule files: the common ones, then those of sites. Each is read when its turn comes."""
        yield from common_files(self._given)
        given = {file.path: file for file in self.given_whole}
        heads = {file.path: file for file in self.sites.values()}
        yield from (given[path] if path in given else packaged_site(head.id) for path, head in heads.items())

    @cached_property
    def given_whole(self) -> list[RuleFile]:
        """The given files, read whole. A fault is not said: `of_site` says it when a document of its site comes."""
        return [
            self._whole[file.path] if file.path in self._whole else whole(file, _ignore_fault) for file in self._given
        ]


def _ignore_fault(_: str) -> None:
    """Most faults are in the configs of sites whose documents never come."""
