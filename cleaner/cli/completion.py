"""What a shell offers to complete: families, and ids of the packaged rules and heuristics."""


def families(incomplete: str) -> list[str]:
    """The families that begin so."""
    from cleaner.rules.rule import Family

    return [str(family) for family in Family if family.startswith(incomplete)]


def rule_ids(incomplete: str) -> list[str]:
    """The families that are to be selected, and the ids of rules and heuristics, that begin so."""
    from cleaner.heuristics.judge import IDS
    from cleaner.rulefiles.packaged import packaged_common
    from cleaner.rules.rule import OPT_IN

    ids = [rule.id for file in packaged_common() for rule in file.rules]
    return sorted(name for name in (*map(str, OPT_IN), *IDS, *ids) if name.startswith(incomplete))
