"""`cleaner review`: serves a page on this machine in which documents are looked at and rules are written."""

import webbrowser
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from cleaner.batch.pool import Limits
from cleaner.commands.inputs import Request
from cleaner.commands.run import Run, cores
from cleaner.config import Config
from cleaner.errors import UsageError
from cleaner.regularfile import is_folder
from cleaner.report.exitcode import ExitCode
from cleaner.report.plural import counted
from cleaner.review.catalogue import Catalogue
from cleaner.review.rulebook import Rulebook
from cleaner.review.server import ReviewServer
from cleaner.review.session import Session

# Where rules are saved if the settings name no folder.
FOLDER = "cleaner-rules"


def review(request: Request, port: int, *, browser: bool) -> ExitCode:
    """Serve the page until Ctrl-C. No file is written before somebody saves a rule."""
    if request.inputs.is_stream:
        raise UsageError("`cleaner review` shows files; standard input is none")
    run = Run.of(request, named_outputs=True)
    if not run.sources:
        return run.report.exit_code()
    folder = rules_folder(request.config)
    config = replace(request.config, rules=tuple(path for path in request.config.rules if path != folder))
    with TemporaryDirectory(prefix="cleaner-review-") as scratch:
        session = Session(Catalogue(run.sources), run.reader(config), Rulebook(folder), Path(scratch))
        session.start(Limits(config.jobs or cores(), config.timeout))
        try:
            _serve(session, request, port, browser=browser)
        finally:
            session.stop()
    return ExitCode.DONE


def _serve(session: Session, request: Request, port: int, *, browser: bool) -> None:
    try:
        server = ReviewServer(session, port)
    except OSError as error:
        raise UsageError(f"--port {port}: {error.strerror}") from error
    documents = counted(len(session.catalogue.sources), "document")
    with server:
        request.console.error(f"{documents}; rules are saved in {session.book.folder}; Ctrl-C ends the review")
        request.console.out(server.address)
        if browser:
            webbrowser.open(server.address)
        server.serve_forever(poll_interval=0.1)


def rules_folder(config: Config) -> Path:
    """The folder in which rules are saved: the first that the settings name, or a new one beside the settings."""
    return next((path for path in config.rules if is_folder(path)), config.folder / FOLDER)
