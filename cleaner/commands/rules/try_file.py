"""`cleaner rules try`: shows what a rule file would take from documents beyond what is taken now."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field, replace
from glob import escape
from pathlib import Path

from cleaner.commands.inputs import Request, nothing_found, reader, run_over, until_interrupted, work_list
from cleaner.commands.rules.comparison import Comparison
from cleaner.config import Config
from cleaner.report.console import shown_name
from cleaner.report.exitcode import ExitCode
from cleaner.report.outcomes import Taking, Tried
from cleaner.report.tally import Report
from cleaner.rulefiles.added import user_files
from cleaner.rulefiles.packaged import packaged_rules
from cleaner.rules.rule import RuleFile

# A line of context, and the lines that are shown of what is taken, its first and its last.
LONGEST_CONTEXT, SHOWN_LINES = 100, 12


@dataclass(slots=True)
class Trial:
    """What the file takes from all documents beyond what is taken without it."""

    touched: int = 0
    spans: int = 0
    characters: int = 0
    spared: int = 0
    at_site: int = 0
    rules: dict[str, int] = field(default_factory=dict)

    def add(self, tried: Tried, file_id: str) -> None:
        self.touched += bool(tried.takings)
        self.spans += len(tried.takings)
        self.characters += sum(_taken(taking) for taking in tried.takings)
        self.spared += tried.spared
        self.at_site += tried.site_file == file_id
        for taking in tried.takings:
            for rule in taking.rules:
                self.rules[rule] = self.rules.get(rule, 0) + 1


def try_rules(rule_file: Path, request: Request) -> ExitCode:
    """Show what a rule file takes from documents beyond what is taken without it; nothing is written."""
    [file] = user_files((rule_file,))
    inputs, config, console = request
    documents = work_list(inputs, config)
    report = Report(console, documents.skipped)
    if not documents.sources:
        console.note(nothing_found(inputs, report))
    without, with_file = _without_and_with(file, config)
    work = Comparison(reader(inputs, without, documents.sources), reader(inputs, with_file, documents.sources))
    trial = Trial()
    tried_documents = 0
    with until_interrupted(report), closing(run_over(work, documents, config, report)) as results:
        for source, tried in results:
            tried_documents += 1
            trial.add(tried, file.id)
            for line in _shown(shown_name(source.name), tried):
                console.out(line)
    for line in _summary(trial, file, tried_documents) if tried_documents else ():
        console.note(line)
    return report.exit_code()


def _without_and_with(file: RuleFile, config: Config) -> tuple[Config, Config]:
    """A file that loads anyway is what is taken away, any other is what is added; of rules alone."""
    config = replace(config, heuristics=False)
    folders = [packaged_rules(), *config.rules]
    loaded = {path.resolve() for place in folders for path in (place.rglob("*.toml") if place.is_dir() else [place])}
    if file.path.resolve() in loaded:
        return replace(config, ignore=(*config.ignore, f"{escape(file.id)}/*")), config
    return config, replace(config, rules=(*config.rules, file.path))


def _shown(name: str, tried: Tried) -> Iterator[str]:
    for problem in tried.problems:
        yield f"{name}: {problem}"
    for taken in tried.selectors:
        if taken.elements:
            yield f"{name}: {taken.selector} took {taken.elements:,} elements, {taken.characters:,} characters"
    for taking in tried.takings:
        yield f"{name}:{taking.line}: {', '.join(taking.rules)}"
        yield from _context(taking.before)
        yield from (f"  - {line}" for line in _shortened(taking.text.splitlines()))
        yield from _context(taking.after)


def _context(line: str) -> Iterator[str]:
    if line:
        yield f"    {line if len(line) <= LONGEST_CONTEXT else line[: LONGEST_CONTEXT - 1] + '…'}"


def _shortened(lines: list[str]) -> list[str]:
    if len(lines) <= SHOWN_LINES:
        return lines
    half = SHOWN_LINES // 2
    return [*lines[:half], f"… {len(lines) - 2 * half:,} more lines …", *lines[-half:]]


def _taken(taking: Taking) -> int:
    return len(taking.text.partition("[-")[2].rpartition("-]")[0])


def _summary(trial: Trial, file: RuleFile, documents: int) -> Iterator[str]:
    yield (
        f"{trial.touched:,} of {documents:,} documents touched, {trial.spans:,} spans, "
        f"{trial.characters:,} characters beyond what is taken now"
    )
    for rule, count in sorted(trial.rules.items(), key=lambda item: (-item[1], item[0])):
        yield f"  {count:>9,} spans  {rule}"
    if trial.spared:
        yield f"{trial.spared:,} characters that are taken now would stay or come in"
    if file.sites and not trial.at_site:
        yield f"no document is from {', '.join(file.sites)}; if they are, say so with --site {file.sites[0]}"
