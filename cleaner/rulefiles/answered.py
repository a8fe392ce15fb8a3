"""What a person has answered on lines that learning found, in rule files of theirs."""

from collections.abc import Iterable

from cleaner.learning.second_learning import EarlierFile, earlier_file
from cleaner.regularfile import read_regular
from cleaner.rulefiles.packaged import MAX_RULE_BYTES
from cleaner.rules.rule import RuleFile
from cleaner.sites import covering, host_of


class Answers:
    """The files that a learning has begun, or an answer in a review, by their hosts; those without hosts by ""."""

    def __init__(self, files: Iterable[RuleFile]) -> None:
        """Read them. Raises `OSError`."""
        read = ((file, earlier_file(read_regular(file.path, MAX_RULE_BYTES).decode())) for file in files)
        self._files: dict[str, list[EarlierFile]] = {}
        for file, earlier in read:
            for host in file.sites or ("",):
                self._files.setdefault(host, []).extend([earlier] if earlier else [])

    def refuse(self, site: str, pattern: str) -> bool:
        """Whether a person has said no to a pattern of this site, or has it in a rule of theirs."""
        return any(earlier.refuses(pattern) for earlier in self._of(site))

    def has_rule(self, site: str, pattern: str) -> bool:
        """Whether a file of this site has the pattern."""
        return any(pattern in earlier.patterns for earlier in self._of(site))

    def _of(self, site: str) -> list[EarlierFile]:
        """A site that is but a folder or a container has the files that run on all documents."""
        host = covering(site, self._files) if host_of(site) == site else ""
        return [] if host is None else self._files.get(host, [])
