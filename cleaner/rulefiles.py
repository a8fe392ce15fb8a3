"""Finds and reads rule files: the packaged ones, and those a user adds."""

import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from cleaner.errors import RuleError
from cleaner.parse import parse
from cleaner.rule import RuleFile
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
    return tuple(read(path, f"common/{_stem(path)}") for path in sorted((packaged_rules() / "common").glob("*.toml")))


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
    """The rule files at these paths, each a file or a folder of files; raises `RuleError`."""
    files = [read(path, file_id) for given in paths for path, file_id in _below(given)]
    owners: dict[str, RuleFile] = {}
    for file in files:
        for host in file.sites:
            if _is_public_suffix(host):
                what = f"under {host} anyone can have a host: it is no site"
                raise RuleError(file.path, what, "name the site's own host", field="sites")
            if host in owners:
                mend = f"{owners[host].path} names it already: one host, one file"
                raise RuleError(file.path, f"the host {host} has two files", mend, field="sites")
            owners[host] = file
    return files


def _is_public_suffix(host: str) -> bool:
    from tld import get_tld  # a tenth of a second that only rule files of sites pay

    found = get_tld(host, fix_protocol=True, fail_silently=True, as_object=True)
    return not isinstance(found, str | None) and found.tld == host


def _below(given: Path) -> Iterator[tuple[Path, str]]:
    if given.is_dir():
        found = sorted(given.rglob("*.toml"))
        if not found:
            raise RuleError(given, "no rule file (*.toml) in this folder", "give a folder that holds some, or a file")
        for path in found:
            yield path, f"{path.resolve().parent.name}/{_stem(path)}"
    elif given.is_file():
        yield given, f"{given.resolve().parent.name}/{_stem(given)}"
    else:
        raise RuleError(given, "no such rule file or folder", "check the path")


def _stem(path: Path) -> str:
    return path.name.removesuffix(".toml")


def _tables(path: Path, data: bytes) -> dict[str, object]:
    try:
        return tomllib.loads(data.decode())
    except UnicodeDecodeError as error:
        raise RuleError(path, f"not UTF-8 at byte {error.start}", "save the file as UTF-8") from None
    except tomllib.TOMLDecodeError as error:
        raise RuleError(path, f"not TOML: {error}", "mend the line it names") from None


def site_of_file(path: Path) -> str | None:
    """The host that a file's name stands for."""
    return host_of(_stem(path))
