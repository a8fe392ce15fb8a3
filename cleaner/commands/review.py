"""`cleaner review`: serves a page on this machine in which documents are looked at and rules are written."""

import sys
import webbrowser
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory

from cleaner.batch.pool import Limits
from cleaner.commands.finding import found_documents
from cleaner.commands.inputs import Request
from cleaner.commands.reader import DocumentReader
from cleaner.commands.run import cores
from cleaner.commands.saved import saved_rules
from cleaner.errors import UsageError
from cleaner.report.console import Console
from cleaner.report.exitcode import ExitCode
from cleaner.review.entries import entries
from cleaner.review.rulebook import Rulebook
from cleaner.review.server import ReviewServer
from cleaner.review.session import Session
from cleaner.sites import Clues


def review(request: Request, port: int, *, browser: bool) -> ExitCode:
    """Serve the page until Ctrl-C. No file is written before somebody saves a rule."""
    if request.inputs.is_stream:
        raise UsageError("`cleaner review` shows files; standard input is none")
    inputs, config, console = request
    found = entries(found_documents(inputs, config), config.wanted)
    first = next(found, None)
    if first is None:
        console.note(f"nothing to do: no document in {', '.join(map(str, inputs.paths))}")
        return ExitCode.DONE
    folder = saved_rules(config)
    rules = tuple(path for path in config.rules if path != folder)
    clues = Clues(site=inputs.site, url=inputs.url)
    reader = DocumentReader(rules, config.settings, clues, config.encoding, config.max_bytes)
    with TemporaryDirectory(prefix="cleaner-review-") as scratch:
        session = Session(reader, Rulebook(folder), Path(scratch))
        session.start(chain([first], found), config.wanted, Limits(config.jobs or cores(), config.timeout))
        try:
            _serve(session, console, port, browser=browser)
        finally:
            session.stop()
    return ExitCode.DONE


def _serve(session: Session, console: Console, port: int, *, browser: bool) -> None:
    try:
        server = ReviewServer(session, port)
    except OSError as error:
        raise UsageError(f"--port {port}: {error.strerror}") from error
    with server:
        console.error(f"rules are saved in {session.book.folder}; Ctrl-C ends the review")
        console.out(server.address)
        sys.stdout.flush()
        if browser:
            webbrowser.open(server.address)
        server.serve_forever(poll_interval=0.1)
