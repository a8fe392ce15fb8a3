"""`cleaner rules list` and `cleaner rules show`: print rules."""

from collections.abc import Iterator

from cleaner.api import Cleaner
from cleaner.config import Config
from cleaner.errors import UsageError, did_you_mean
from cleaner.report.console import Console
from cleaner.report.plural import counted
from cleaner.rules.rule import OPT_IN, Example, Rule


def list_rules(config: Config, console: Console) -> None:
    """Print one line for each rule that the configuration allows."""
    rules = list(Cleaner(config.rules, config.settings).all_rules())
    width = max((len(rule.id) for rule in rules), default=0)
    for rule in rules:
        console.out(f"{rule.id:<{width}}  {rule.family:<10}  {rule.kind:<6}  {rule.reason}")
    off = sorted(OPT_IN.difference(config.select))
    if off:
        console.note(
            f"not listed: the rules of {' and '.join(off)}, which run only with --select {' --select '.join(off)}"
        )


def show_rule(rule_id: str, config: Config, console: Console) -> None:
    """Print all of one rule; raises UsageError, which offers the nearest id, if there is none."""
    rules = {rule.id: rule for file in Cleaner(config.rules).files() for rule in file.rules}
    if rule_id not in rules:
        nearest = did_you_mean(rule_id, rules, "`cleaner rules list` prints the ids of all rules")
        raise UsageError(f"there is no rule {rule_id}; {nearest}")
    for line in _description(rules[rule_id]):
        console.out(line)


def _description(rule: Rule) -> Iterator[str]:
    """The lines that describe a rule; its examples come last."""
    yield rule.id
    yield f"  reason   {rule.reason}"
    yield f"  family   {rule.family}" + (f", only with --select {rule.family}" if rule.family in OPT_IN else "")
    yield f"  kind     {rule.kind}" + (f", at most {counted(rule.max_lines, 'line')}" if rule.max_lines else "")
    yield f"  where    {rule.where}"
    yield f"  verb     {rule.verb}"
    if rule.recurs > 1:
        yield f"  recurs   at least {rule.recurs} times"
    if rule.case:
        yield "  case     matters"
    for pattern in rule.match:
        yield f"  match    {pattern}"
    for pattern in rule.end:
        yield f"  end      {pattern}"
    for example in rule.examples:
        yield from _example(example)


def _example(example: Example) -> Iterator[str]:
    yield ""
    yield "  stays the same:" if example.near_miss else "  before:"
    yield from (f"    | {line}" for line in example.before.splitlines())
    if not example.near_miss:
        yield "  after:"
        yield from (f"    | {line}" for line in example.after.splitlines())
