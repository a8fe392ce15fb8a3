"""`cleaner learn --check`: whether the documents of sites are still as the rules for them say."""

from collections.abc import Callable, Iterator
from pathlib import Path

from cleaner.authoring.lint.problem import Problem, Severity
from cleaner.commands.gathering import Gathered
from cleaner.learning.drift import gone, new, not_found, shares
from cleaner.learning.evidence_words import counts, shown
from cleaner.learning.page_shape import PageOutline
from cleaner.learning.patterns_of import pattern_of
from cleaner.learning.sample import Kept
from cleaner.learning.second_learning import earlier_file
from cleaner.learning.site_learning import Lesson
from cleaner.regularfile import read_regular
from cleaner.rulefiles.added import user_files
from cleaner.rulefiles.packaged import MAX_RULE_BYTES
from cleaner.rules.rule import RuleFile
from cleaner.sites import covering


def asked_of(rules: Path) -> Callable[[str], list[str]]:
    """For a site, the selectors that the rules at this path have for it. Raises `RuleError` for a bad rule file."""
    files = user_files((rules,))
    return lambda site: [each for f in _files_of(site, files) for each in (*f.html.content, *f.html.drop)]


def drift(rules: Path, gathered: Gathered, lessons: list[Lesson]) -> Iterator[Problem]:
    """What has changed since the rules at this path were written. Raises `RuleError` for a bad rule file."""
    files = user_files((rules,))
    for lesson in lessons:
        own = _files_of(lesson.site, files)
        documents = list(gathered.texts.of(lesson.site))
        pages = [page for _, page in gathered.pages.of(lesson.site)]
        for file in own:
            yield from _not_found(file, pages)
            yield from _gone(file, documents)
        yield from _new(lesson, own, documents, rules)


def _files_of(site: str, files: list[RuleFile]) -> list[RuleFile]:
    """The files that run on documents of a site; one without sites runs on all."""
    hosts = {host: file for file in files for host in file.sites}
    host = covering(site, hosts)
    return [*(file for file in files if not file.sites), *([hosts[host]] if host else [])]


def _not_found(file: RuleFile, pages: list[PageOutline]) -> Iterator[Problem]:
    for each in not_found(file.html, shares(_text(file.path)), pages):
        what = f"{each.selector!r} finds no text on any of {each.of:,} pages"
        fix = "see whether the site has changed, and learn again"
        yield Problem(str(file.path), "", "html", what, fix, Severity.WARNING)


def _gone(file: RuleFile, documents: list[Kept]) -> Iterator[Problem]:
    known = shares(_text(file.path))
    for each in gone(file, known, documents):
        was = f"; it was in {each.share:.0%}" if each.pattern in known else ""
        what = f"{each.pattern!r} matches none of {each.of:,} documents{was}"
        yield _problem(file.path, each.rule.name, what, "see whether the site has changed, and learn again")


def _new(lesson: Lesson, files: list[RuleFile], documents: list[Kept], rules: Path) -> Iterator[Problem]:
    path = next((file.path for file in files if file.sites), rules)
    earlier = [found for file in files if (found := earlier_file(_text(file.path)))]
    for judged in new(lesson, files, documents):
        if not any(found.refuses(pattern_of(judged.repeat)) for found in earlier):
            what = f"new: {shown(judged.repeat.witnesses[0].line)!r} {counts(judged)}"
            yield _problem(path, "", what, "learn again, or write a rule for it")


def _problem(path: Path, rule: str, what: str, fix: str) -> Problem:
    return Problem(str(path), rule, "", what, fix, Severity.WARNING)


def _text(path: Path) -> str:
    return read_regular(path, MAX_RULE_BYTES).decode(errors="replace")
