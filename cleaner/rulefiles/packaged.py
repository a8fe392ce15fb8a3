"""The packaged rule files."""

import tomllib
from functools import cache
from pathlib import Path

from cleaner.errors import RuleError
from cleaner.rulefiles import cache as patterns_cache
from cleaner.rules.parse import parse
from cleaner.rules.rule import RuleFile


def packaged_rules() -> Path:
    """The folder of the packaged rules: inside an installed package, or beside it in a checkout."""
    here = Path(__file__).parent.parent
    installed = here / "_rules"
    return installed if installed.is_dir() else here.parent / "rules"


def read(path: Path, file_id: str) -> RuleFile:
    """Parse one rule file; raises `RuleError`."""
    return parse(_tables(path, path.read_bytes()), file_id, path)


@cache
def packaged_common() -> tuple[RuleFile, ...]:
    """The packaged rules that apply to every site."""
    patterns_cache.load()
    paths = sorted((packaged_rules() / "common").glob("*.toml"))
    files = tuple(read(path, f"common/{path.stem}") for path in paths)
    patterns_cache.keep(pattern for file in files for rule in file.rules for pattern in rule.match)
    return files


@cache
def packaged_site(file_id: str) -> RuleFile:
    """The packaged file of a site; `file_id` is as in `packaged_site_heads`."""
    return read(packaged_rules() / f"{file_id}.toml", file_id)


@cache
def packaged_site_heads() -> dict[str, RuleFile]:
    """Every packaged site file by its hosts, read only down to its first table: without rules.

    Reading all of every file would cost each run what only one document in a thousand needs.
    """
    hosts: dict[str, RuleFile] = {}
    for path in sorted((packaged_rules() / "sites").glob("*.toml")):
        head = path.read_bytes().split(b"\n[", 1)[0]
        for host in (file := parse(_tables(path, head), f"sites/{path.stem}", path)).sites:
            hosts[host] = file
    return hosts


def packaged_for(host: str) -> RuleFile | None:
    """The packaged file of a host, read whole."""
    head = packaged_site_heads().get(host)
    return packaged_site(head.id) if head else None


def _tables(path: Path, data: bytes) -> dict[str, object]:
    try:
        return tomllib.loads(data.decode())
    except UnicodeDecodeError as error:
        raise RuleError(path, f"not UTF-8 at byte {error.start}", "save the file as UTF-8") from None
    except tomllib.TOMLDecodeError as error:
        raise RuleError(path, f"not TOML: {error}", "correct the line that it names") from None
