"""The folder of rule files that a review writes to: changes, what is wrong with them, saving, and taking back."""

import json
import re
import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path
from shutil import copytree
from typing import NamedTuple

from cleaner.authoring.lint.examples import example_problems
from cleaner.authoring.lint.faults import pattern_problems
from cleaner.corpus.writing import new_token, place, unchanged
from cleaner.errors import CleanerError, RuleError, UsageError
from cleaner.learning.answers import noted, with_free_name
from cleaner.learning.evidence_words import shown
from cleaner.regularfile import exists, read_regular
from cleaner.review.undecided import Candidate
from cleaner.rulefiles.added import check_ids, user_files
from cleaner.rulefiles.answered import Answers
from cleaner.rulefiles.packaged import packaged_common, packaged_site_heads
from cleaner.rules.rule import OPT_IN, Rule, RuleFile
from cleaner.sites import covering
from cleaner.text.mark import Verb

# The file for the rules of every site.
COMMON = "every-site.toml"
DISABLE = re.compile(r"^disable\s*=\s*\[(?P<ids>[^\]]*)\]", re.MULTILINE)
SITES = re.compile(r"^sites\b", re.MULTILINE)
FIRST_TABLE = re.compile(r"^\[", re.MULTILINE)


class RuleChange(NamedTuple):
    """What a file is to hold, and what that does, in words. `rule` is the name of the rule that is new, if any.

    `hosts` are those whose documents the file is for; it is for all documents if there are none. `runs` says whether
    other rules run after it.
    """

    path: Path
    content: bytes
    what: str
    hosts: tuple[str, ...] = ()
    rule: str = ""
    runs: bool = True


class Step(NamedTuple):
    """A change that was saved, and what the file held before; None if there was none."""

    change: RuleChange
    before: bytes | None


class Rulebook:
    """The rule files in one folder of the user's, and the steps that were taken since the review began."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.steps: list[Step] = []

    def with_rule(self, host: str | None, toml: str) -> RuleChange:
        """The change that adds a rule for the documents of a host, or for all. Raises `CleanerError`."""
        path, text, hosts = self._file(host)
        name = re.search(r"""^name\s*=\s*["']([^"']+)""", toml, re.MULTILINE)
        if toml.count("[[rule]]") != 1 or not name:
            raise UsageError("write one [[rule]] with a name")
        content = f"{text.rstrip()}\n\n{toml.strip()}\n".lstrip()
        return RuleChange(path, content.encode(), f"rule {name[1]} in {path.name}", hosts, name[1])

    def with_disabled(self, host: str | None, rule: str) -> RuleChange:
        """The change that turns a rule off for the documents of a host. Raises `CleanerError`."""
        if host is None:
            raise UsageError("the site of this document is not known; keep the line instead")
        path, text, hosts = self._file(host)
        if own := re.search(rf"\A{re.escape(self.folder.resolve().name)}/{re.escape(path.stem)}/(.+)", rule):
            raise UsageError(f"{own[1]} is a rule of {path}: change or remove it there")
        if found := DISABLE.search(text):
            ids = f'{found["ids"].rstrip().rstrip(",")}, "{rule}"'.lstrip(", ")
            text = f"{text[: found.start()]}disable = [{ids}]{text[found.end() :]}"
        else:
            table = FIRST_TABLE.search(text)
            at = table.start() if table else len(text)
            text = f'{text[:at]}disable = ["{rule}"]\n{text[at:]}'
        return RuleChange(path, text.encode(), f"{rule} is off for {host}", hosts)

    def with_answer(self, candidate: Candidate, toml: str) -> RuleChange:
        """The change that takes a line that was left for a person by this rule, or keeps it for good if there is none.

        Raises `CleanerError`.
        """
        if not toml:
            path, text, hosts = self._file(candidate.host, for_rules=False)
            content = noted(text, candidate.question, candidate.origin).encode()
            return RuleChange(path, content, f"no to {shown(candidate.line)!r} in {path.name}", hosts, runs=False)
        change = self.with_rule(candidate.host, toml)
        return change._replace(content=noted(change.content.decode(), candidate.question, candidate.origin).encode())

    def named(self, candidate: Candidate) -> str:
        """The rule for a candidate, by a name that no rule of its file has."""
        try:
            _, text, _ = self._file(candidate.host)
        except CleanerError:  # an answer would say so
            return candidate.toml
        return with_free_name(candidate.toml, {rule.get("name") for rule in tomllib.loads(text).get("rule", ())})

    def undecided(self, candidates: Sequence[Candidate]) -> list[int]:
        """Which of the candidates no file of the folder has an answer to. Raises `CleanerError`."""
        answers = Answers(self._files())
        return [n for n, each in enumerate(candidates) if not _is_answered(each, answers)]

    def _files(self) -> list[RuleFile]:
        return user_files((self.folder,)) if exists(self.folder) and any(self.folder.rglob("*.toml")) else []

    def _file(self, host: str | None, *, for_rules: bool = True) -> tuple[Path, str, tuple[str, ...]]:
        """The file for a host, or for all, its text, and its hosts: as it is, or as a new one begins.

        A file with rules takes the place of the packaged one, so one that is to get its first begins with those.
        """
        if host is None:
            path = self.folder / COMMON
            return path, _text(path) if exists(path) else "", ()
        packaged = packaged_site_heads()
        site = covering(host, packaged)
        hosts = packaged[site].sites if site else (host,)
        begun = _text(packaged[site].path) if site and for_rules else f"sites = {json.dumps(hosts)}\n"
        owners = {site: file for file in self._files() for site in file.sites}
        if own := covering(host, owners):
            if owners[own].path.suffix != ".toml":
                fix = "write a rule file for this host with its selectors, and delete it"
                raise UsageError(f"{owners[own].path} is a site config, which holds no rules; {fix}")
            text = _text(owners[own].path)
            if site and for_rules and tomllib.loads(text).keys() == {"sites"}:  # it has answers alone
                text = SITES.split(text, maxsplit=1)[0] + begun
            return owners[own].path, text, owners[own].sites
        return self.folder / f"{site or host}.toml", begun, hosts

    def problems(self, change: RuleChange, checked: Path) -> Iterator[str]:
        """What is wrong with a change, that `copy` has written to the folder `checked`, a sentence each."""
        try:
            files = user_files((checked,))
            if not change.rule:  # what is turned off must be there
                check_ids(files)
        except RuleError as error:
            yield str(error).replace(str(checked), str(self.folder))
            return
        file = next(file for file in files if file.path.name == change.path.name)
        for rule in file.rules:
            if rule.name == change.rule:
                others = list(_common()) if rule.verb is Verb.KEEP else ()  # it has an effect only beside these
                for problem in (*example_problems(file, rule, others), *pattern_problems(file, rule)):
                    yield f"{problem.field}: {problem.what}; {problem.fix}"

    def copy(self, place_: Path, change: RuleChange | None = None) -> Path | None:
        """A copy of the folder below a new place, with the change; None if there would be no rule file."""
        target = place_ / self.folder.resolve().name
        if exists(self.folder):
            copytree(self.folder, target)
        if change is not None:
            place(target / change.path.relative_to(self.folder), change.content, None, new_token())
        return target if exists(target) and any(target.rglob("*.toml")) else None

    def save(self, change: RuleChange) -> None:
        """Write the file of a change. Raises `CleanerError` if that is not possible."""
        before = read_regular(change.path) if exists(change.path) else None
        place(change.path, change.content, None, new_token())
        self.steps.append(Step(change, before))

    def undo(self) -> RuleChange:
        """Take the last step back. Raises `UsageError` if there is none, or somebody changed the file since then."""
        if not self.steps:
            raise UsageError("nothing was saved yet, so there is nothing to undo")
        change, before = self.steps[-1]
        if not unchanged(change.path, change.content):
            raise UsageError(f"{change.path} was changed since it was saved here; change it there")
        if before is None:
            change.path.unlink()
        else:
            place(change.path, before, None, new_token())
        self.steps.pop()
        return change


def _is_answered(candidate: Candidate, answers: Answers) -> bool:
    site, pattern, question = candidate.site, candidate.pattern, candidate.question
    has_rule = question == pattern and answers.has_rule(site, pattern)
    return has_rule or answers.refuse(site, question) or answers.refuse(site, pattern)


def _common() -> Iterator[Rule]:
    """The packaged rules that run on every site."""
    rules = (rule for file in packaged_common() for rule in file.rules)
    return (rule for rule in rules if rule.enabled and rule.family not in OPT_IN)


def _text(path: Path) -> str:
    return read_regular(path).decode()
