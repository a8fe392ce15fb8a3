"""Reading and starting rules, for `cleaner rules list`, `show` and `new`."""

import sys
from collections.abc import Iterator
from pathlib import Path

from cleaner.api import Cleaner
from cleaner.cli.documents import UsageError
from cleaner.cli.output import write_new
from cleaner.config import Config
from cleaner.report import Console
from cleaner.rule import Example, Rule
from cleaner.sites import host_of

SKELETON = '''\
# Rules for {host} and its subdomains. `cleaner rules check {host}.toml` runs the examples.
sites = ["{host}"]
# detect = [\'\'\'{host} staff\'\'\']           # how a text of unknown site shows that it is from here
# disable = ["common/en/some-rule"]     # common rules that are wrong here

[[rule]]
name = "related-stories"                # what is matched, not what is done
family = "related"                      # ticker related share newsletter comments consent advert
                                        # media byline legal navigation meta
kind = "line"                           # line | phrase | block | after | before
match = \'\'\'More from {name}: .+\'\'\'
where = "anywhere"                      # top | bottom | anywhere
reason = "link to another story"

[[rule.example]]                        # what it takes, and the exact result
before = """
The bridge was closed on Monday.

More from {name}: Ferry fares rise

It will open again in May.
"""
after = """
The bridge was closed on Monday.

It will open again in May.
"""

[[rule.example]]                        # a near miss: begins alike and must stay
same = """
More from {name} readers than ever wrote to the editor last week.
"""

# [html]                                # what only the page's tree can say, XPath or CSS
# content = ["article .story-body"]     # where the article is
# drop = [".related", "//aside"]
'''


def list_rules(config: Config, console: Console) -> None:
    """One line for each rule that takes part."""
    rules = list(Cleaner(config.rules, config.settings).rules())
    width = max((len(rule.id) for rule in rules), default=0)
    for rule in rules:
        console.out(f"{rule.id:<{width}}  {rule.family:<10}  {rule.kind:<6}  {rule.reason}")


def show_rule(rule_id: str, config: Config, console: Console) -> None:
    """All of one rule; raises UsageError, with the nearest id, if there is none."""
    rules = {rule.id: rule for rule in Cleaner(config.rules).rules()}
    if rule_id not in rules:
        from difflib import get_close_matches

        near = get_close_matches(rule_id, rules, n=1, cutoff=0.5)
        mend = f"did you mean {near[0]}?" if near else "`cleaner rules list` prints them all"
        raise UsageError(f"no rule {rule_id}; {mend}")
    for line in _description(rules[rule_id]):
        console.out(line)


def _description(rule: Rule) -> Iterator[str]:
    yield rule.id
    yield f"  reason   {rule.reason}"
    yield f"  family   {rule.family}"
    yield f"  kind     {rule.kind}{f', at most {rule.max_lines} lines' if rule.max_lines else ''}"
    yield f"  where    {rule.where}"
    yield f"  verb     {rule.verb}"
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
    yield "  stays untouched:" if example.near_miss else "  before:"
    yield from (f"    | {line}" for line in example.before.splitlines())
    if not example.near_miss:
        yield "  after:"
        yield from (f"    | {line}" for line in example.after.splitlines())


def new_rule_file(host: str, output: Path | None) -> None:
    """Write a rule file that passes `rules check` as it stands, to be filled with what the site prints."""
    site = host_of(host)
    if site is None:
        raise UsageError(f"{host} is not a host name such as example.com")
    text = SKELETON.format(host=site, name=site.partition(".")[0].capitalize())
    if output is None:
        sys.stdout.write(text)
    else:
        write_new(output, text.encode())
