"""Finds and reads the rule files and site configs that a user adds."""

import os
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from cleaner.errors import RuleError, UsageError, did_you_mean
from cleaner.heuristics.judge import IDS
from cleaner.regularfile import is_folder, read_regular, real
from cleaner.rulefiles.fulltextrss.filenames import SUFFIX, host_of_config, precedence
from cleaner.rulefiles.packaged import (
    packaged_common,
    packaged_for,
    packaged_for_language,
    packaged_site_heads,
    read,
)
from cleaner.rules.rule import NO_SELECTORS, OPT_IN, RuleFile
from cleaner.rules.settings import Settings
from cleaner.sites import host_of
from cleaner.text.functionwords import Language

if TYPE_CHECKING:
    from cleaner.rulefiles.fulltextrss.siteconfig import SiteConfig


def user_files(paths: tuple[Path, ...]) -> list[RuleFile]:
    """The rule files at these paths, each of which is a file or a folder of files; raises `RuleError`.

    Of a site config only the name is read here. `whole` reads the rest when a document of its site comes.
    """
    places = [place for given in paths for place in _below(given)]
    files = [read(path, file_id) for path, file_id in places if path.suffix != SUFFIX]
    owners: dict[str, RuleFile] = {}
    for file in files:
        _check_selectors(file)
        for host in file.sites:
            if _is_public_suffix(host):
                raise RuleError(file.path, _public_suffix_message(host), "name the site's own host", field="sites")
            if host in owners:
                fix = f"{owners[host].path} has it too; keep it in one of them"
                raise RuleError(file.path, f"the host {host} has two files", fix, field="sites")
            owners[host] = file
    configs = [(path, file_id) for path, file_id in places if path.suffix == SUFFIX]
    for path, file_id in sorted(configs, key=lambda config: precedence(config[0].name)):
        host = site_of_file(path) or ""
        if host not in owners:
            owners[host] = RuleFile(file_id, path, (host,))
            files.append(owners[host])
    return [file if file.rules else _with_packaged(file, packaged_site_heads().get) for file in files]


def whole(file: RuleFile, say: Callable[[str], object]) -> RuleFile:
    """A file from `user_files` with all its content; `say` gets a message for each fault of a site config.

    A file without text rules is combined with the packaged rules for its host.
    """
    if file.path.suffix == SUFFIX:
        config = site_config(file.path)
        for fault in config.faults:
            say(fault.at(str(file.path)))
        file = replace(file, html=config.selectors)
    return file if file.rules else _with_packaged(file, packaged_for)


def _with_packaged(file: RuleFile, find: Callable[[str], RuleFile | None]) -> RuleFile:
    packaged = next((packaged for host in file.sites if (packaged := find(host))), None)
    if packaged is None:
        return file
    return replace(
        file,
        detect=file.detect or packaged.detect,
        disable=tuple(dict.fromkeys((*file.disable, *packaged.disable))),
        rules=packaged.rules,
        html=packaged.html if file.html == NO_SELECTORS else file.html,
    )


def common_files(given: Iterable[RuleFile]) -> list[RuleFile]:
    """The files that apply to every site: the packaged ones, and those of `user_files`."""
    return [*packaged_common(), *(file for file in given if not file.sites)]


def common_for(language: Language | None, given: Iterable[RuleFile]) -> list[RuleFile]:
    """Those of them for one language, or those for any if it is None."""
    return [*packaged_for_language(language), *(f for f in given if not f.sites and f.language == language)]


def unknown_disabled(files: Iterable[RuleFile], known: Collection[str]) -> Iterator[RuleError]:
    """An error for each id that a file disables and that no rule in `known` has."""
    for file in files:
        for rule_id in file.disable:
            if rule_id not in known:
                fix = did_you_mean(rule_id, known, "`cleaner rules list` prints the ids of all rules")
                yield RuleError(file.path, f"there is no rule {rule_id}", fix, field="disable")


def site_config(path: Path) -> "SiteConfig":
    """A site config of Full-Text RSS with its selectors checked. If it cannot be used, its faults say why."""
    from cleaner.pages.selectors import check_selector
    from cleaner.rulefiles.fulltextrss.siteconfig import SiteConfig
    from cleaner.rulefiles.fulltextrss.siteconfig import read as read_site_config

    try:
        config = read_site_config(read_regular(path).decode(), check_selector)
    except UnicodeDecodeError as error:
        return SiteConfig().with_fault(f"not UTF-8 at byte {error.start}; save the file as UTF-8")
    except OSError as error:
        return SiteConfig().with_fault(f"cannot be read: {error.strerror}; check the file")
    host = site_of_file(path)
    if host and _is_public_suffix(host):
        return config.unused("its host is not a site").with_fault(
            f"{_public_suffix_message(host)}; name the file after one host"
        )
    return config


def _check_selectors(file: RuleFile) -> None:
    from cleaner.pages.selectors import check_selector

    for field, selectors in (("html.content", file.html.content), ("html.drop", file.html.drop)):
        for selector in selectors:
            if message := check_selector(selector):
                what, _, fix = message.rpartition("; ")
                raise RuleError(file.path, what, fix, field=field)


def _public_suffix_message(host: str) -> str:
    return f"anyone can have a host under {host}, so it is not a site"


def _is_public_suffix(host: str) -> bool:
    from tld import get_tld  # imported here: it takes a tenth of a second, and only rule files of sites need it

    suffix = get_tld(host, fix_protocol=True, fail_silently=True, as_object=True)
    return not isinstance(suffix, str | None) and suffix.tld == host


def _below(given: Path) -> Iterator[tuple[Path, str]]:
    """The rule files and site configs at or below a path, each with its id."""
    if is_folder(given):
        configs = [path for path in given.rglob(f"*{SUFFIX}") if site_of_file(path)]
        paths = sorted([*given.rglob("*.toml"), *configs])
        if not paths:
            raise RuleError(given, "no rule file (*.toml) in this folder", "give a folder that has some, or a file")
        folders = {folder: folder.resolve().name for folder in {path.parent for path in paths}}
        for path in paths:
            yield path, f"{folders[path.parent]}/{_stem(path)}"
    elif os.path.lexists(given):
        if given.suffix == SUFFIX and not site_of_file(given):
            raise RuleError(given, "the file name is not a host", "name a site config after its host: example.com.txt")
        yield given, f"{real(given).parent.name}/{_stem(given)}"
    else:
        raise RuleError(given, "no such rule file or folder", "check the path")


def _stem(path: Path) -> str:
    return path.name.removesuffix(".toml").removesuffix(SUFFIX)


def site_of_file(path: Path) -> str | None:
    """The host that a rule file or site config is named after, or None."""
    return host_of_config(path.name) if path.suffix == SUFFIX else host_of(_stem(path))


def check_ids(given: Collection[RuleFile]) -> None:
    """Raise `RuleError` if two rules have one id, or a given file disables a rule that does not exist."""
    owners: dict[str, RuleFile] = {}
    for file in chain(packaged_common() if given else (), given):
        for rule in file.rules:
            if rule.id in owners:
                fix = f"{owners[rule.id].path} has it already; rename the file or the rule"
                raise RuleError(file.path, f"the id {rule.id} is taken", fix, rule=rule.name, field="name")
            owners[rule.id] = file
    for error in unknown_disabled(given, owners):
        raise error


def check_settings(settings: Settings, files: Callable[[], Iterable[RuleFile]]) -> None:
    """Raise `UsageError` for a pattern of an id in the settings that no rule has.

    Of `files`, no more are read than it takes to find a rule for each pattern.
    """
    known = {*IDS}
    missing = settings.unmatched(known)
    for file in files() if missing else ():
        ids = {rule.id for rule in file.rules}
        known |= ids
        missing = [each for each in missing if each in settings.unmatched(ids)]
        if not missing:
            return
    for field, pattern in missing:
        fix = did_you_mean(pattern, [*known, *OPT_IN], "`cleaner rules list` prints the ids of all rules")
        raise UsageError(f"{field}: no rule has the id '{pattern}'; {fix}")
