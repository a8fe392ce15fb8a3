"""`cleaner rules try`: shows what a rule file would remove from documents that is not removed now."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from glob import escape
from pathlib import Path

from cleaner.commands.inputs import Request
from cleaner.commands.rules.comparison import Comparison
from cleaner.commands.run import Run
from cleaner.config import Config
from cleaner.regularfile import is_folder, real
from cleaner.report.exitcode import ExitCode
from cleaner.report.explanation import selector_effect
from cleaner.report.outcomes import Tried
from cleaner.report.plural import aligned, counted
from cleaner.rulefiles.added import user_files
from cleaner.rulefiles.packaged import packaged_rules
from cleaner.rules.rule import RuleFile

# The longest line of context, in characters, and the most lines of one difference. Chosen by hand for a terminal.
LONGEST_CONTEXT, SHOWN_LINES = 100, 12


@dataclass(slots=True)
class Trial:
    """What the file changes in all documents together; sizes are in characters."""

    documents: int = 0
    changed: int = 0
    spans: int = 0
    characters: int = 0
    spared: int = 0
    at_site: int = 0
    rules: dict[str, int] = field(default_factory=dict)

    def add(self, tried: Tried, file_id: str) -> None:
        """Add one document; `file_id` is that of the rule file."""
        self.documents += 1
        self.changed += bool(tried.differences)
        self.spans += len(tried.differences)
        self.characters += sum(difference.characters for difference in tried.differences)
        self.spared += tried.spared
        self.at_site += tried.site_file == file_id
        for difference in tried.differences:
            for rule in difference.rules:
                self.rules[rule] = self.rules.get(rule, 0) + 1


def try_rules(rule_file: Path, request: Request) -> ExitCode:
    """Print what is removed from the documents with the rule file and not without it; no file is written."""
    [file] = user_files((rule_file,))
    run = Run.of(request)
    without, with_file = _configurations(file, request.config)
    trial = Trial()
    with run.outcomes(Comparison(run.reader(without), run.reader(with_file))) as outcomes:
        for source, tried in outcomes:
            trial.add(tried, file.id)
            for line in _lines(source.name, tried):
                request.console.out(line)
    for line in _summary(trial, file) if trial.documents else ():
        request.console.note(line)
    return run.report.exit_code()


def _configurations(file: RuleFile, config: Config) -> tuple[Config, Config]:
    """The configurations without and with the file, both without heuristics.

    If the file is loaded anyway, its rules are ignored in the first; otherwise it is added to the second.
    """
    config = replace(config, heuristics=False)
    folders = [packaged_rules(), *config.rules]
    loaded = {real(path) for place in folders for path in (place.rglob("*.toml") if is_folder(place) else [place])}
    if real(file.path) in loaded:
        return replace(config, ignore=(*config.ignore, f"{escape(file.id)}/*")), config
    return config, replace(config, rules=(*config.rules, file.path))


def _lines(name: str, tried: Tried) -> Iterator[str]:
    """What is printed about one document."""
    for problem in tried.problems:
        yield f"{name}: {problem}"
    for taken in tried.selectors:
        if taken.elements:
            yield f"{name}: {selector_effect(taken)}"
    for difference in tried.differences:
        yield f"{name}:{difference.line}: {', '.join(difference.rules)}"
        yield from _context(difference.before)
        yield from (f"  - {line}" for line in _shortened(difference.text.splitlines()))
        yield from _context(difference.after)


def _context(line: str) -> Iterator[str]:
    if line:
        yield f"    {line if len(line) <= LONGEST_CONTEXT else line[: LONGEST_CONTEXT - 1] + '…'}"


def _shortened(lines: list[str]) -> list[str]:
    """The first and the last of many lines."""
    if len(lines) <= SHOWN_LINES:
        return lines
    half = SHOWN_LINES // 2
    return [*lines[:half], f"… {counted(len(lines) - 2 * half, 'more line')} …", *lines[-half:]]


def _summary(trial: Trial, file: RuleFile) -> Iterator[str]:
    yield (
        f"{trial.changed:,} of {counted(trial.documents, 'document')} changed: {counted(trial.spans, 'span')}, "
        f"{counted(trial.characters, 'character')} would be removed that are not removed now"
    )
    for rule, count in sorted(trial.rules.items(), key=lambda item: (-item[1], item[0])):
        yield f"  {aligned(count, 'span', 9)}  {rule}"
    if trial.spared:
        yield f"{counted(trial.spared, 'character')} that are removed now would stay"
    if file.sites and not trial.at_site:
        yield f"no document is known to be from {', '.join(file.sites)}; if they are, add --site {file.sites[0]}"
