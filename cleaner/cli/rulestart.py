"""Starting a rule file, for `cleaner rules new`."""

import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from cleaner.batch.reading import Reading
from cleaner.cli.documents import UsageError
from cleaner.cli.output import write_new
from cleaner.config import Config
from cleaner.errors import DocumentError
from cleaner.files.naming import is_page
from cleaner.files.plan import Job
from cleaner.proposal import proposals, rule_of
from cleaner.sites import Clues, host_of

SKELETON = '''\
# {name}: what kind of site it is, and where.

sites = ["{host}"]                      # the host and its subdomains
# detect = [\'\'\'{host} staff\'\'\']           # how a text of unknown site shows that it is from here
# disable = ["common/en/some-rule"]     # common rules that are wrong here
evidence = 0                            # on how many real pages of the site the file was tried

# related

[[rule]]                                # `cleaner rules check {host}.toml` runs its examples
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
'''
HTML = """
# [html]                                # what only the page's tree can say, XPath or CSS
# content = ["article .story-body"]     # where the article is
# drop = [".related", "//aside"]
"""
HTML_FROM = """
# [html]                                # what only the page's tree can say, XPath or CSS
# content = ["article .story-body"]     # where the article is
# drop = [                              # what was found in {page}
{drops}# ]
"""
LINES_FROM = """
# Short lines of {page} that no rule takes. Take the # away from a rule that is right on every page of the site, fill in
# family and reason, and try it: `cleaner rules try {host}.toml PATH...`
"""


def new_rule_file(host: str, output: Path | None, page: Path | None, config: Config) -> None:
    """Write a rule file that passes `rules check` as it stands, to be filled with what the site prints."""
    site = host_of(host)
    if site is None:
        raise UsageError(f"{host} is not a host name such as example.com")
    text = SKELETON.format(host=site, name=site.partition(".")[0].capitalize())
    text += HTML if page is None else "".join(_found(page, site, config))
    if output is None:
        sys.stdout.write(text)
    else:
        write_new(output, text.encode())


def _found(path: Path, site: str, config: Config) -> Iterator[str]:
    """What the page or text still holds after cleaning, as rules to be looked over."""
    job = Job(path, page=is_page(path.name))
    settings = replace(config.settings, heuristics=False)
    reading = Reading(config.rules, settings, Clues(site=site), config.encoding, config.max_bytes)
    try:
        _, result = reading.read(job)
    except DocumentError as error:
        raise UsageError(f"{path}: {error}") from error
    if found := proposals(result.text):
        yield LINES_FROM.format(page=path.name, host=site)
    for number, proposal in enumerate(found, 1):
        yield "#\n" + "".join(f"# {line}".rstrip() + "\n" for line in rule_of(proposal, number).splitlines())
    drops = "".join(_drops(path, result.text)) if job.page else ""
    yield HTML_FROM.format(page=path.name, drops=drops) if drops else HTML


def _drops(path: Path, text: str) -> Iterator[str]:
    from cleaner.html.container import containers
    from cleaner.html.page import parse

    for found in containers(parse(path.read_bytes()), text):
        yield f'#   "{found.selector}",  # {found.elements:,} elements, {found.characters:,} characters of the text\n'
