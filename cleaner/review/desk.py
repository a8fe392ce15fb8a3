"""A process beside the server that works on documents: what hangs or dies there costs one document, not the page."""

import signal
from collections.abc import Generator, Iterator, Sequence
from contextlib import closing, suppress
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnContext
from multiprocessing.process import BaseProcess
from threading import Lock
from typing import Any

from cleaner.batch.interrupts import interrupts_blocked
from cleaner.batch.pool import Limits, run
from cleaner.batch.worker import IDLE, Failure, Work, serve
from cleaner.batch.worker import Job as WorkerJob


class Desk:
    """One process, started when it is first needed, and again when it has died."""

    def __init__(self, target: Any, *arguments: object) -> None:
        """`target` gets the other end of the connection, and the arguments."""
        self._target, self._arguments = target, arguments
        # Threads run where the process is started, and to fork beside threads is unsafe.
        self._context = SpawnContext()
        self._process: BaseProcess | None = None
        self._connection: Connection[Any, Any] | None = None
        self._starting = Lock()

    def send(self, message: object) -> "Connection[Any, Any]":
        """Send the message to the process; gives the connection on which it answers."""
        with self._starting:
            if self._connection is None or self._process is None or not self._process.is_alive():
                self._connection, theirs = self._context.Pipe()
                self._process = self._context.Process(target=self._target, args=(theirs, *self._arguments))
                with interrupts_blocked():
                    self._process.start()
                theirs.close()
            connection = self._connection
        connection.send(message)
        return connection

    def stop(self) -> None:
        """Kill the process. What waits for its answer sees the end of the connection."""
        with self._starting:
            if self._process is not None:
                self._process.kill()
                self._process.join()
            self._process = None


class Viewer:
    """Cleans single documents in one process, each within `timeout` seconds."""

    def __init__(self, work: Work[Any, Any], timeout: float) -> None:
        self._desk = Desk(serve, WorkerJob(work, timeout), [0.0, IDLE], ())
        self._timeout = timeout
        self._turn = Lock()
        self._greeted = False

    def outcome(self, item: object) -> Any:
        """What the work gives for an item, or a `Failure`."""
        with self._turn:
            try:
                connection = self._desk.send([item])
                if not self._greeted:
                    connection.recv()  # it is ready
                    self._greeted = True
                if connection.poll(self._timeout):
                    [outcome] = connection.recv()
                    return outcome
                failure = Failure("timeout", f"not done after {self._timeout:g} s, stopped (--timeout)")
            except (EOFError, OSError):
                failure = Failure("crashed", "its process died")
            self.stop()
            return failure

    def stop(self) -> None:
        """End the process."""
        self._desk.stop()
        self._greeted = False


class Crew:
    """Works on many documents in several processes. One run at a time: a new one waits for the end of the other."""

    def __init__(self) -> None:
        self._desk = Desk(_serve_runs)
        self._turn = Lock()

    def outcomes(self, work: Work[Any, Any], items: Sequence[object], limits: Limits) -> Iterator[Any]:
        """The outcome or the `Failure` of each item, in order; fewer if the crew is stopped."""
        with self._turn, suppress(EOFError, OSError):
            connection = self._desk.send((work, items, limits))
            for _ in items:
                yield connection.recv()

    def stop(self) -> None:
        """End the run that is under way, if there is one, and the process."""
        self._desk.stop()


def _serve_runs(connection: "Connection[Any, Any]") -> None:
    """Work on the lists of items that come through the connection, until it is closed."""
    leave_ctrl_c_to_the_server()
    with suppress(EOFError, OSError):
        while True:
            outcomes: Generator[Any, None, None] = run(*connection.recv())
            with closing(outcomes):
                for outcome in outcomes:
                    connection.send(outcome)


def leave_ctrl_c_to_the_server() -> None:
    """Let this process, which a server has started, end when the server ends it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if hasattr(signal, "pthread_sigmask"):  # the parent blocked it while it started this process
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGTERM})
