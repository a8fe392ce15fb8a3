"""`cleaner rules import`: turns site configs of Full-Text RSS into rule files."""

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from secrets import token_hex

from cleaner.corpus.writing import place, unchanged
from cleaner.errors import DocumentError, UsageError
from cleaner.report.console import Console, shown_name
from cleaner.report.exitcode import ExitCode
from cleaner.rulefiles.added import site_config, site_of_file
from cleaner.rulefiles.fulltextrss.filenames import SUFFIX, precedence
from cleaner.rulefiles.fulltextrss.siteconfig import Fault, MappedLine, SiteConfig, UnsupportedLine
from cleaner.rulefiles.fulltextrss.toml import rule_file

# Full-Text RSS reads it for every site.
GLOBAL = "global.txt"


@dataclass(frozen=True, slots=True)
class Imported:
    """What a config gave; without a host or a selector there is no rule file to write."""

    path: Path
    host: str | None
    config: SiteConfig

    @property
    def rule_file(self) -> bytes | None:
        selectors = self.config.selectors
        if self.host is None or not (selectors.content or selectors.drop):
            return None
        return rule_file(self.path.name, self.host, selectors).encode()

    @property
    def problems(self) -> list[str]:
        return [fault.at(shown_name(str(self.path))) for fault in self.config.faults]


def import_configs(path: Path, output: Path | None, *, force: bool, console: Console) -> ExitCode:
    """Read the configs, write what maps, and say of all else where it stands and why it is left."""
    all_imported = sorted(_imported(_configs(path)), key=lambda imported: imported.path)
    to_stdout = output is None and not path.is_dir()
    if output is not None:
        _write(all_imported, output, force=force)
    if to_stdout:
        sys.stdout.write((all_imported[0].rule_file or b"").decode())
    say = console.note if to_stdout else console.out
    problems = [problem for imported in all_imported for problem in imported.problems]
    for line in (*problems, *_table(all_imported)):
        say(line)
    console.note(_verdict(all_imported, len(problems), output))
    return ExitCode.FOUND if problems else ExitCode.DONE


def _configs(path: Path) -> list[Path]:
    if not path.exists():
        raise UsageError(f"{path}: no such file or folder")
    found = sorted(path.rglob(f"*{SUFFIX}")) if path.is_dir() else [path]
    if not found:
        raise UsageError(f"{path}: no site config (*{SUFFIX}) in this folder")
    return found


def _imported(paths: Iterable[Path]) -> Iterator[Imported]:
    owners: dict[str, Path] = {}
    for path in sorted(paths, key=lambda config: precedence(config.name)):
        host = site_of_file(path)
        if host is None:
            yield Imported(path, None, _without_host(path))
        elif host in owners:
            config = site_config(path).unused("its host has another config")
            yield Imported(path, None, config.with_fault(_taken(path.name, host, owners[host].name)))
        else:
            owners[host] = path
            yield Imported(path, host, site_config(path))


def _taken(name: str, host: str, owner: str) -> str:
    """Why a second config of a host is left: a rule file covers a host with all of its subdomains."""
    what = f"{host} is that of {shown_name(owner)} already"
    if name.startswith("."):
        return f"{what}, and a rule file covers subdomains with their host; merge the two: one host, one file"
    return f"{what}; merge the two: one host, one file"


def _without_host(path: Path) -> SiteConfig:
    if path.name == GLOBAL:
        return site_config(path).unused("it holds for every site, and [html] for one")
    return SiteConfig().with_fault("its name is not that of a host; name a config as its host: example.com.txt")


def _write(all_imported: Iterable[Imported], output: Path, *, force: bool) -> None:
    """Write the rule files, all or none: one that is there and says something else is replaced only by force."""
    if output.exists() and not output.is_dir():
        raise UsageError(f"{output} is not a folder; name one for the rule files")
    contents = {output / f"{i.host}.toml": content for i in all_imported if (content := i.rule_file) is not None}
    outdated = {target: content for target, content in contents.items() if not unchanged(target, content)}
    others = [target for target in outdated if target.exists() and not force]
    if others:
        more = f" (and {len(others) - 1:,} more)" if len(others) > 1 else ""
        raise UsageError(f"{others[0]}{more}: is there and says something else; nothing was written; --force replaces")
    token = token_hex(4)
    try:
        for target, content in outdated.items():
            place(target, content, None, token)
    except DocumentError as error:
        raise UsageError(str(error)) from error


def _table(all_imported: Iterable[Imported]) -> Iterator[str]:
    """One line for each key: how often it stands there, and what became of it."""
    became = Counter[tuple[str, type]]()
    reasons: dict[str, Counter[str]] = {}
    for directive in (directive for imported in all_imported for directive in imported.config.directives):
        if isinstance(directive, Fault) and not directive.line:
            continue
        became[directive.key or "(unknown)", type(directive)] += 1
        if isinstance(directive, UnsupportedLine):
            reasons.setdefault(directive.key, Counter())[directive.reason] += 1
    if not became:
        return
    rows = [(key, [became[key, kind] for kind in (MappedLine, UnsupportedLine, Fault)]) for key, _ in became]
    table = dict(sorted(rows, key=lambda row: (-row[1][0], -sum(row[1]), row[0])))
    width = max(len("directive"), *map(len, table))
    yield f"{'directive':<{width}}    taken   mapped     left   broken   left because"
    for key, counts in table.items():
        cells = "".join(f"{count:>9,}" for count in (sum(counts), *counts))
        yield f"{key:<{width}}{cells}   {_because(reasons.get(key, Counter()))}".rstrip()
    totals = [sum(counts) for counts in zip(*table.values(), strict=True)]
    yield f"{'all':<{width}}" + "".join(f"{count:>9,}" for count in (sum(totals), *totals))


def _because(reasons: Counter[str]) -> str:
    if len(reasons) == 1:
        return next(iter(reasons))
    return "; ".join(f"{reason} ({count:,})" for reason, count in reasons.most_common())


def _verdict(all_imported: list[Imported], problems: int, output: Path | None) -> str:
    giving = sum(imported.rule_file is not None for imported in all_imported)
    fate = "give a rule file" if output is None else f"have their rule file in {output}"
    said = f"{problems:,} problems" if problems else "no problem"
    return f"{len(all_imported):,} site configs, of which {giving:,} {fate}; {said}"
