"""`cleaner rules import`: turns site configs of Full-Text RSS into rule files."""

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from cleaner.corpus.writing import new_token, place, unchanged
from cleaner.errors import DocumentError, UsageError
from cleaner.regularfile import exists
from cleaner.report.console import Console
from cleaner.report.exitcode import ExitCode
from cleaner.report.plural import counted
from cleaner.report.summary import shortened
from cleaner.rulefiles.added import site_config, site_of_file
from cleaner.rulefiles.fulltextrss.filenames import SUFFIX, precedence
from cleaner.rulefiles.fulltextrss.siteconfig import Fault, MappedLine, SiteConfig, UnsupportedLine
from cleaner.rulefiles.fulltextrss.toml import rule_file

# The config that Full-Text RSS applies to every site.
GLOBAL = "global.txt"


@dataclass(frozen=True, slots=True)
class Imported:
    """A site config that was read, and the host that it is for, if any."""

    path: Path
    host: str | None
    config: SiteConfig

    @property
    def rule_file(self) -> bytes | None:
        """The rule file that the config becomes; None if it has no host or no selector."""
        selectors = self.config.selectors
        if self.host is None or not (selectors.content or selectors.drop):
            return None
        return rule_file(self.path.name, self.host, selectors).encode()

    @property
    def problems(self) -> list[str]:
        """What is broken in the config, and where."""
        return [fault.at(str(self.path)) for fault in self.config.faults]


def import_configs(path: Path, output: Path | None, *, force: bool, console: Console) -> ExitCode:
    """Write the configs as rule files; print what is broken, and how many directives of each key were mapped."""
    all_imported = sorted(_import(_configs(path)), key=lambda imported: imported.path)
    to_stdout = output is None and not path.is_dir()
    if output is not None:
        _write(all_imported, output, force=force)
    if to_stdout:
        sys.stdout.write((all_imported[0].rule_file or b"").decode())
    write_line = console.note if to_stdout else console.out
    problems = [problem for imported in all_imported for problem in imported.problems]
    for line in (*shortened(problems, "problems"), *_table(all_imported)):
        write_line(line)
    console.note(_summary(all_imported, len(problems), output))
    return ExitCode.FOUND if problems else ExitCode.DONE


def _configs(path: Path) -> list[Path]:
    if not exists(path):
        raise UsageError(f"{path}: no such file or folder")
    configs = sorted(path.rglob(f"*{SUFFIX}")) if path.is_dir() else [path]
    if not configs:
        raise UsageError(f"{path}: no site config (*{SUFFIX}) in this folder")
    return configs


def _import(paths: Iterable[Path]) -> Iterator[Imported]:
    """Each config; the first for a host, by `precedence`, is used, and any other is left out."""
    owners: dict[str, Path] = {}
    for path in sorted(paths, key=lambda config: precedence(config.name)):
        host = site_of_file(path)
        if host is None:
            yield Imported(path, None, _without_host(path))
        elif host in owners:
            config = site_config(path).unused("its host has another config")
            yield Imported(path, None, config.with_fault(_second_config(path.name, host, owners[host].name)))
        else:
            owners[host] = path
            yield Imported(path, host, site_config(path))


def _second_config(name: str, host: str, owner: str) -> str:
    """What is wrong with a second config for a host: a rule file covers a host and all of its subdomains."""
    what = f"{owner} is for {host} too"
    if name.startswith("."):
        return f"{what}, and a rule file covers a host and its subdomains; merge the two: one host, one file"
    return f"{what}; merge the two: one host, one file"


def _without_host(path: Path) -> SiteConfig:
    if path.name == GLOBAL:
        return site_config(path).unused("it applies to every site, an [html] table to one")
    return SiteConfig().with_fault("its name is not that of a host; name a config after its host: example.com.txt")


def _write(all_imported: Iterable[Imported], output: Path, *, force: bool) -> None:
    """Write the rule files, or none if one already exists with other content and `force` is false."""
    if output.exists() and not output.is_dir():
        raise UsageError(f"{output} is not a folder; give a folder for the rule files")
    contents = {output / f"{i.host}.toml": content for i in all_imported if (content := i.rule_file) is not None}
    outdated = {target: content for target, content in contents.items() if not unchanged(target, content)}
    others = [target for target in outdated if target.exists() and not force]
    if others:
        names = str(others[0]) + (f" and {counted(len(others) - 1, 'other file')}" if others[1:] else "")
        what = "already exists" if len(others) == 1 else "already exist"
        raise UsageError(f"{names} {what} with other content, and nothing was written; use --force to replace")
    token = new_token()
    try:
        for target, content in outdated.items():
            place(target, content, None, token)
    except DocumentError as error:
        raise UsageError(str(error)) from error


def _table(all_imported: Iterable[Imported]) -> Iterator[str]:
    """One line for each key: how many directives have it, and what became of them."""
    counts = Counter[tuple[str, type]]()
    reasons: dict[str, Counter[str]] = {}
    for directive in (directive for imported in all_imported for directive in imported.config.directives):
        if isinstance(directive, Fault) and not directive.line:
            continue
        counts[directive.key or "(unknown)", type(directive)] += 1
        if isinstance(directive, UnsupportedLine):
            reasons.setdefault(directive.key, Counter())[directive.reason] += 1
    if not counts:
        return
    rows = [(key, [counts[key, kind] for kind in (MappedLine, UnsupportedLine, Fault)]) for key, _ in counts]
    table = dict(sorted(rows, key=lambda row: (-row[1][0], -sum(row[1]), row[0])))
    width = max(len("directive"), *map(len, table))
    yield f"{'directive':<{width}}    found   mapped     left   broken   left because"
    for key, fates in table.items():
        cells = "".join(f"{count:>9,}" for count in (sum(fates), *fates))
        yield f"{key:<{width}}{cells}   {_reasons(reasons.get(key, Counter()))}".rstrip()
    totals = [sum(column) for column in zip(*table.values(), strict=True)]
    yield f"{'all':<{width}}" + "".join(f"{count:>9,}" for count in (sum(totals), *totals))


def _reasons(reasons: Counter[str]) -> str:
    if len(reasons) == 1:
        return next(iter(reasons))
    return "; ".join(f"{reason} ({count:,})" for reason, count in reasons.most_common())


def _summary(all_imported: list[Imported], problems: int, output: Path | None) -> str:
    rule_files = counted(sum(imported.rule_file is not None for imported in all_imported), "rule file")
    place = "" if output is None else f" in {output}"
    verdict = counted(problems, "problem") if problems else "no problems"
    return f"{counted(len(all_imported), 'site config')}: {rule_files}{place}, {verdict}"
