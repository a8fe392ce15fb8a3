"""`cleaner rules new`: starts a rule file for a site."""

import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from cleaner.authoring.propose import proposals, rule_of
from cleaner.authoring.skeleton import HTML, HTML_FROM, LINES_FROM, SKELETON
from cleaner.commands.reader import DocumentReader
from cleaner.config import Config
from cleaner.corpus.naming import is_page
from cleaner.corpus.source import FileSource
from cleaner.corpus.writing import write_new
from cleaner.errors import DocumentError, UsageError
from cleaner.regularfile import read_regular
from cleaner.report.console import Console
from cleaner.report.plural import counted
from cleaner.report.terminal import one_line
from cleaner.rulefiles.packaged import packaged_site_heads
from cleaner.sites import Clues, host_of


def new_rule_file(host: str, output: Path | None, page: Path | None, config: Config) -> None:
    """Write a rule file for a site that passes `cleaner rules check` as it is, for the user to fill in.

    With a `page` (a page or a text), it also proposes rules, commented out.
    """
    site = host_of(host)
    if site is None:
        raise UsageError(f"{host} is not a host name such as example.com")
    if packaged := packaged_site_heads().get(site):
        Console().error(f"{site} has a packaged rule file, {packaged.path}; the rules of a file of yours replace its")
    text = SKELETON.format(host=site, name=site.partition(".")[0].capitalize())
    text += HTML if page is None else "".join(_proposed(page, site, config))
    if output is None:
        sys.stdout.write(text)
    else:
        write_new(output, text.encode())


def _proposed(path: Path, site: str, config: Config) -> Iterator[str]:
    """Commented rules for what is left of the page or text after cleaning without heuristics."""
    source = FileSource(path, page=is_page(path.name))
    settings = replace(config.settings, heuristics=False)
    reader = DocumentReader(config.rules, settings, Clues(site=site), config.encoding, config.max_bytes)
    try:
        _, result = reader.read(source)
    except DocumentError as error:
        raise UsageError(f"{path}: {error}") from error
    lines = proposals(result.text)
    if lines:
        yield LINES_FROM.format(page=one_line(path.name), host=site)
    else:
        Console().error(f"{path.name}: no line that is left looks like residue, so no rule is proposed")
    for number, proposal in enumerate(lines, 1):
        yield "#\n" + "".join(f"# {line}".rstrip() + "\n" for line in rule_of(proposal, number).splitlines())
    drops = "".join(_proposed_drops(path, result.text)) if source.page else ""
    yield HTML_FROM.format(page=one_line(path.name), drops=drops) if drops else HTML


def _proposed_drops(path: Path, text: str) -> Iterator[str]:
    """Commented selectors for elements of the page that seem not to belong to the article."""
    from cleaner.authoring.boxes import boxes
    from cleaner.pages.page import parse

    for box in boxes(parse(read_regular(path)), text):
        elements, characters = counted(box.elements, "element"), counted(box.characters, "character")
        yield f'#   "{box.selector}",  # {elements}, {characters} of the text\n'
