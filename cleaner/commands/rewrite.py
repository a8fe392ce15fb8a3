"""The work of `cleaner clean` on one container: its records go to workers, and come back into a clean container."""

import sys
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import Any

from cleaner.batch.worker import Failure
from cleaner.commands.cleaning import UNNOTED, Cleaning
from cleaner.commands.memory import releases
from cleaner.commands.mode import Mode
from cleaner.commands.rejects import Rejects
from cleaner.commands.run import Run
from cleaner.commands.spool import Spool, spool_for
from cleaner.containers.column import FAILED, column_of_failure
from cleaner.containers.compression import compressed
from cleaner.containers.opening import opened
from cleaner.containers.record import CleanRecord, Container, Record
from cleaner.corpus.digesting import Digesting, digest_of_file
from cleaner.corpus.journal import journal_of
from cleaner.corpus.journal_lines import Made
from cleaner.corpus.ours import may_replace
from cleaner.corpus.source import FileSource
from cleaner.corpus.writing import Scratch, scratch_for
from cleaner.errors import DocumentError
from cleaner.report.outcomes import State
from cleaner.result import Status
from cleaner.version import __version__


@dataclass(frozen=True, slots=True)
class Rewriting:
    """How containers are cleaned: the run that they belong to, the work on each record, and the rejects."""

    run: Run
    work: Cleaning
    mode: Mode
    rejects: Rejects

    def clean(self) -> list[FileSource]:
        """Write the clean containers that are not up to date, if they are to be written; gives those that are.

        The container on standard input goes to standard output. A failure goes to the report.
        """
        current = []
        for source in self.run.containers:
            try:
                state = self._of(source).rewritten(source)
            except DocumentError as error:
                self.run.not_opened(source, error)
                continue
            if self.run.report.interrupted:
                break
            if source.outputs:
                self.run.report.states[state] += 1
                self.mode.show(source.outputs if state is not State.CURRENT else (), state, self.run.request.console)
            current += [source] if state is State.CURRENT else []
        return current

    def _of(self, source: FileSource) -> "Rewriting":
        """The same with the settings of the container, if it has its own."""
        return replace(self, work=self.work._replace(reader=self.work.reader.of(source)))

    def rewritten(self, source: FileSource) -> State:
        """Clean one container, and write it if it is to be written. Raises `DocumentError`."""
        if source.obstacle:
            raise DocumentError("collision", source.obstacle)
        inputs, config, console = self.run.request
        with opened(source, config.wanted, inputs.format) as container:
            console.note(f"{source.name}: {container.fields}")
            if not source.outputs:
                self._rewrite(container, Digesting(None if self.mode.check else sys.stdout.buffer))
                return State.CURRENT
            [target, *_] = source.outputs
            made = self._made(source)
            if self._is_known(target, made):
                console.note(f"{source.name}: as it was when it was cleaned")
                return State.CURRENT
            if self.work.write:
                journal = journal_of(target.parent, self.work.homes)
                with (
                    scratch_for(target, source.mode(), self.work.token) as scratch,
                    spool_for(target, journal, made) as spool,
                ):
                    return self._place(source, scratch, self._digest(container, target.name, scratch, spool), made)
            written, before = self._digest(container, target.name), digest_of_file(target)
            return State.CURRENT if before == written else State.STALE if before else State.MISSING

    def _made(self, source: FileSource) -> Made:
        """From what the clean container is made: all rules, as its records may be of any site and language."""
        reader, wanted = self.work.reader, self.run.request.config.wanted
        values = (
            __version__,
            releases(),
            reader.cleaner.rule_digest,
            source.clues(reader.clues),
            wanted,
            self.work.metadata,
        )
        return Made(digest_of_file(source.path), sha256(repr(values).encode()).hexdigest(), {})

    def _is_known(self, target: Path, made: Made) -> bool:
        entry = journal_of(target.parent, self.work.homes).entry(target)
        if self.mode.anew or self.mode.rejects or entry is None:
            return False
        known = (entry.made.source, entry.made.key) == (made.source, made.key)
        return known and digest_of_file(target) == entry.digest

    def _digest(
        self, container: Container, name: str, scratch: Scratch | None = None, spool: Spool | None = None
    ) -> str:
        """Clean all records, and write them to the scratch file, or nowhere; the digest of what was written."""
        sink = Digesting(scratch.file if scratch else None)
        with compressed(sink, name) as out:
            self._rewrite(container, out, spool)
        return sink.digest

    def _rewrite(self, container: Container, out: Any, spool: Spool | None = None) -> None:
        work = self.work._replace(reader=replace(self.work.reader, pages=container.fields.page is not None))

        def failed(record: Record, failure: Failure) -> None:
            self.rejects.add(container, record, FAILED, [str(failure)])
            container.write(record, CleanRecord(None, column_of_failure(str(failure), page=record.page)), out)
            if spool:
                spool.note(record, failure)

        known = spool.recall if spool else lambda _: None
        with self.run.outcomes(work, container.unparsed(), failed, known) as outcomes:
            for record, cleaned in outcomes:
                self.run.report.cleaned(record.name, cleaned)
                self.mode.show_diff(cleaned, self.run.request.console)
                if cleaned.status is Status.SUSPICIOUS:
                    self.rejects.add(container, record, cleaned.status, cleaned.problems)
                change = CleanRecord(cleaned.text, cleaned.column or {}, cleaned.about or {}, cleaned.written)
                container.write(record, change, out)
                if spool:
                    spool.note(record, cleaned)
        if spool:
            spool.kept = self.run.report.interrupted
        container.end(out)

    def _place(self, source: FileSource, scratch: Scratch, digest: str, made: Made) -> State:
        """Move the scratch file to its place, unless the same is there, or what is there is not ours."""
        [target, *_] = source.outputs
        before = digest_of_file(target)
        if self.run.report.interrupted:
            return State.STALE if before else State.MISSING
        journal = journal_of(target.parent, self.work.homes)
        if before != digest and not (self.work.force or journal.has(target, before) or may_replace(target, journal)):
            raise DocumentError("not-ours", f"{target} is not as cleaner wrote it, and stays; --force replaces it")
        try:
            # A run that failed on a record says so again next time.
            made_of = None if self.run.report.failed else made
            journal.note(target, digest, source.path, made_of, found=before == digest)
        except OSError as error:
            self.run.request.console.note(f"{journal.file} cannot be written ({error.strerror}); {UNNOTED}")
        if before == digest:
            return State.CURRENT
        scratch.take_place()
        return State.WRITTEN
