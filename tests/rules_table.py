"""The tables of all packaged rules in rules/README.md: run this file to write them anew."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from cleaner.rulefiles.packaged import packaged_common, packaged_rules, packaged_site
from cleaner.rules.rule import Family, RuleFile

README = Path(__file__).parent.parent / "rules" / "README.md"
START, END = "<!-- rules-table: written by `python tests/rules_table.py` -->\n", "<!-- /rules-table -->\n"


def table() -> str:
    """Two Markdown tables: rules by language and rules by site."""
    sites = [packaged_site(f"sites/{path.stem}") for path in sorted((packaged_rules() / "sites").glob("*.toml"))]
    return "\n".join(["", *_rows("common file", packaged_common()), "", *_rows("site", sites), "", ""])


def with_table(text: str) -> str:
    """Replace everything between START and END with the tables."""
    before, after = text.partition(START)[0], text.partition(END)[2]
    return f"{before}{START}{table()}{END}{after}"


def _rows(title: str, files: Sequence[RuleFile]) -> Iterator[str]:
    columns = [title, "evidence", "rules", "patterns", *Family, "`[html]`"]
    yield _row(columns)
    yield _row(["---", *["---:"] * (len(columns) - 1)])
    for file in files:
        name = ", ".join(file.sites) or file.path.stem
        yield _row([f"[{name}]({file.id}.toml)", str(file.evidence), *_counts([file])])
    yield _row([f"all {len(files)}", "", *_counts(files)])


def _counts(files: Sequence[RuleFile]) -> list[str]:
    rules = [rule for file in files for rule in file.rules]
    families = Counter(rule.family for rule in rules)
    selectors = sum(len(file.html.content) + len(file.html.drop) for file in files)
    counts = [len(rules), sum(len(rule.match) for rule in rules), *(families[family] for family in Family), selectors]
    return [f"{count:,}" if count else "" for count in counts]


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |".replace("  ", " ")


if __name__ == "__main__":
    README.write_text(with_table(README.read_text(encoding="utf-8")), encoding="utf-8")
