"""Finds and reads rule files: the packaged ones, and those a user adds."""

import tomllib
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

from cleaner import ftr, translations
from cleaner.errors import RuleError
from cleaner.html.selector import check_selector
from cleaner.parse import parse
from cleaner.rule import NO_SELECTORS, RuleFile
from cleaner.sites import host_of


def packaged_rules() -> Path:
    """The folder of the packaged rules: inside an installed package, or beside it in a checkout."""
    here = Path(__file__).parent
    installed = here / "_rules"
    return installed if installed.is_dir() else here.parent / "rules"


def read(path: Path, file_id: str) -> RuleFile:
    """Parse one rule file; raises `RuleError`."""
    return parse(_tables(path, path.read_bytes()), file_id, path)


@cache
def packaged_common() -> tuple[RuleFile, ...]:
    translations.load()
    paths = sorted((packaged_rules() / "common").glob("*.toml"))
    files = tuple(read(path, f"common/{_stem(path)}") for path in paths)
    translations.keep(pattern for file in files for rule in file.rules for pattern in rule.match)
    return files


@cache
def packaged_site(file_id: str) -> RuleFile:
    return read(packaged_rules() / f"{file_id}.toml", file_id)


@cache
def packaged_site_heads() -> dict[str, RuleFile]:
    """Every packaged site file by its hosts, read only down to its first table: without rules.

    Reading all of every file would cost each run what only one document in a thousand needs.
    """
    hosts: dict[str, RuleFile] = {}
    for path in sorted((packaged_rules() / "sites").glob("*.toml")):
        head = path.read_bytes().split(b"\n[", 1)[0]
        for host in (file := parse(_tables(path, head), f"sites/{_stem(path)}", path)).sites:
            hosts[host] = file
    return hosts


def user_files(paths: tuple[Path, ...]) -> list[RuleFile]:
    """The rule files at these paths, each a file or a folder of files; raises `RuleError`.

    Of a site config only the name is read here: `whole` reads it when its site comes up.
    """
    found = [place for given in paths for place in _below(given)]
    files = [read(path, file_id) for path, file_id in found if path.suffix != ftr.SUFFIX]
    owners: dict[str, RuleFile] = {}
    for file in files:
        _check_selectors(file)
        for host in file.sites:
            if _is_public_suffix(host):
                raise RuleError(file.path, _nobodys(host), "name the site's own host", field="sites")
            if host in owners:
                mend = f"{owners[host].path} names it already: one host, one file"
                raise RuleError(file.path, f"the host {host} has two files", mend, field="sites")
            owners[host] = file
    configs = [(path, file_id) for path, file_id in found if path.suffix == ftr.SUFFIX]
    for path, file_id in sorted(configs, key=lambda config: ftr.precedence(config[0].name)):
        host = site_of_file(path) or ""
        if host not in owners:
            owners[host] = RuleFile(file_id, path, (host,))
            files.append(owners[host])
    return [file if file.rules else _with_packaged(file, packaged_site_heads().get) for file in files]


def whole(file: RuleFile, say: Callable[[str], object]) -> RuleFile:
    """All of a file that `user_files` gave; `say` is told what in a site config is broken, and so left out.

    A file without text rules leaves those that are packaged for its host as they are.
    """
    if file.path.suffix == ftr.SUFFIX:
        config = site_config(file.path)
        for fault in config.faults:
            say(fault.at(str(file.path)))
        file = replace(file, html=config.selectors)
    return file if file.rules else _with_packaged(file, _packaged_whole)


def _with_packaged(file: RuleFile, find: Callable[[str], RuleFile | None]) -> RuleFile:
    packaged = next((found for host in file.sites if (found := find(host))), None)
    if packaged is None:
        return file
    return replace(
        file,
        detect=file.detect or packaged.detect,
        disable=tuple(dict.fromkeys((*file.disable, *packaged.disable))),
        rules=packaged.rules,
        html=packaged.html if file.html == NO_SELECTORS else file.html,
    )


def _packaged_whole(host: str) -> RuleFile | None:
    head = packaged_site_heads().get(host)
    return packaged_site(head.id) if head else None


def site_config(path: Path) -> ftr.SiteConfig:
    """What a site config of Full-Text RSS says, its selectors checked; also where it cannot be used."""
    try:
        config = ftr.read(path.read_bytes().decode(), check_selector)
    except UnicodeDecodeError as error:
        return ftr.SiteConfig().with_fault(f"not UTF-8 at byte {error.start}; save the file as UTF-8")
    except OSError as error:
        return ftr.SiteConfig().with_fault(f"cannot be read: {error.strerror}; check the file")
    host = site_of_file(path)
    if host and _is_public_suffix(host):
        return config.unused("its host is no site").with_fault(f"{_nobodys(host)}; name the file for one host")
    return config


def _check_selectors(file: RuleFile) -> None:
    for field, selectors in (("html.content", file.html.content), ("html.drop", file.html.drop)):
        for selector in selectors:
            if wrong := check_selector(selector):
                what, _, mend = wrong.rpartition("; ")
                raise RuleError(file.path, what, mend, field=field)


def _nobodys(host: str) -> str:
    return f"under {host} anyone can have a host: it is no site"


def _is_public_suffix(host: str) -> bool:
    from tld import get_tld  # a tenth of a second that only rule files of sites pay

    found = get_tld(host, fix_protocol=True, fail_silently=True, as_object=True)
    return not isinstance(found, str | None) and found.tld == host


def _below(given: Path) -> Iterator[tuple[Path, str]]:
    if given.is_dir():
        configs = [path for path in given.rglob(f"*{ftr.SUFFIX}") if site_of_file(path)]
        found = sorted([*given.rglob("*.toml"), *configs])
        if not found:
            raise RuleError(given, "no rule file (*.toml) in this folder", "give a folder that holds some, or a file")
        folders = {folder: folder.resolve().name for folder in {path.parent for path in found}}
        for path in found:
            yield path, f"{folders[path.parent]}/{_stem(path)}"
    elif given.is_file():
        if given.suffix == ftr.SUFFIX and not site_of_file(given):
            raise RuleError(given, "its name is not that of a host", "name a site config as its host: example.com.txt")
        yield given, f"{given.resolve().parent.name}/{_stem(given)}"
    else:
        raise RuleError(given, "no such rule file or folder", "check the path")


def _stem(path: Path) -> str:
    return path.name.removesuffix(".toml").removesuffix(ftr.SUFFIX)


def _tables(path: Path, data: bytes) -> dict[str, object]:
    try:
        return tomllib.loads(data.decode())
    except UnicodeDecodeError as error:
        raise RuleError(path, f"not UTF-8 at byte {error.start}", "save the file as UTF-8") from None
    except tomllib.TOMLDecodeError as error:
        raise RuleError(path, f"not TOML: {error}", "mend the line it names") from None


def site_of_file(path: Path) -> str | None:
    """The host that a file's name stands for."""
    return ftr.host_of_config(path.name) if path.suffix == ftr.SUFFIX else host_of(_stem(path))
