"""The packaged rule files."""

from collections.abc import Mapping
from dataclasses import replace
from functools import cache, partial
from hashlib import sha256
from pathlib import Path

from cleaner.errors import RuleError
from cleaner.regularfile import read_regular
from cleaner.rulefiles import cache as rule_cache
from cleaner.rules.rule import RuleFile
from cleaner.rules.tables import tables_of
from cleaner.text.functionwords import Language

# The longest rule file, in bytes; chosen by hand. The longest packaged one has 0.2 MB.
MAX_RULE_BYTES = 20_000_000


def packaged_rules() -> Path:
    """The folder of the packaged rules: inside an installed package, or beside the package in a checkout."""
    # Not importlib.resources: in a checkout the rules are no part of the package, and errors name the path of a file.
    package = Path(__file__).parent.parent
    installed = package / "_rules"
    return installed if installed.is_dir() else package.parent / "rules"


def read(path: Path, file_id: str) -> RuleFile:
    """Parse one rule file; raises `RuleError`."""
    try:
        data = read_regular(path, MAX_RULE_BYTES)
    except OSError as error:
        raise RuleError(path, f"cannot be read: {error.strerror}", "give a file of rules, or remove this one") from None
    return _parsed(data, file_id, path)


def packaged_common() -> tuple[RuleFile, ...]:
    """All packaged rules that apply to every site."""
    return tuple(_common(stem) for stem in common_stems())


def packaged_for_language(language: Language | None) -> list[RuleFile]:
    """Those for one language, or those for any if it is None. Only these are read."""
    codes = {*Language}
    return [_common(stem) for stem in common_stems() if (stem if stem in codes else None) == language]


@cache
def common_stems() -> tuple[str, ...]:
    """The names of the packaged files that apply to every site. A file for one language has its code as its name."""
    return tuple(sorted(path.stem for path in (packaged_rules() / "common").glob("*.toml")))


@cache
def _common(stem: str) -> RuleFile:
    file_id = f"common/{stem}"
    path = packaged_rules() / f"{file_id}.toml"
    data = read_regular(path)
    return _read_or_kept(stem, {(path, file_id): data})[0]


def _read_or_kept(name: str, places: Mapping[tuple[Path, str], bytes]) -> list[RuleFile]:
    """The rule files of these paths, ids and contents: from the cache by this name, or parsed."""
    data = b"\0".join(part for (_, file_id), content in places.items() for part in (file_id.encode(), content))
    files = rule_cache.load(name, data, places)
    if files is None:
        files = [_checked(_parsed(content, file_id, path)) for (path, file_id), content in places.items()]
        rule_cache.keep(name, data, files)
    return files


@cache
def packaged_site(file_id: str) -> RuleFile:
    """The packaged file of a site; `file_id` is the id of a file in `packaged_site_heads`."""
    return _checked(read(packaged_rules() / f"{file_id}.toml", file_id))


@cache
def packaged_site_heads() -> dict[str, RuleFile]:
    """Every packaged site file by its hosts, read only as far as its first table: without rules.

    Every run needs the hosts of all files, and hardly any needs the rules of more than a few.
    """
    paths = sorted((packaged_rules() / "sites").glob("*.toml"))
    heads = {(path, f"sites/{path.stem}"): path.read_bytes().split(b"\n[", 1)[0] for path in paths}
    return {host: file for file in _read_or_kept("sites", heads) for host in file.sites}


def packaged_for(host: str) -> RuleFile | None:
    """The packaged file of a host with its rules, or None."""
    head = packaged_site_heads().get(host)
    return packaged_site(head.id) if head else None


@cache
def digest_of_rules(path: Path) -> str:
    """SHA-256 of a rule file as it is on disk, asked once in a process."""
    return sha256(read_regular(path, MAX_RULE_BYTES)).hexdigest()


@cache
def packaged_rules_digest() -> str:
    """SHA-256 of the packaged rule files as they are on disk, which takes a hundredth of a second."""
    digest = sha256()
    for path in sorted(packaged_rules().rglob("*.toml")):
        data = read_regular(path)
        digest.update(f"{path.stem} {len(data)}\n".encode() + data)
    return digest.hexdigest()


def _checked(file: RuleFile) -> RuleFile:
    return replace(file, rules=tuple(replace(rule, checked=True) for rule in file.rules))


def _parsed(data: bytes, file_id: str, path: Path) -> RuleFile:
    from cleaner.rules.parse import parse  # imported here: most runs find all rule files in the cache

    return parse(tables_of(data, partial(RuleError, path)), file_id, path)
