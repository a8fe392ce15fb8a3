"""The work of `cleaner clean` on one document, in a worker process."""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from cleaner.commands.memory import Memory
from cleaner.commands.reader import DocumentReader
from cleaner.containers.column import column_of
from cleaner.containers.record import CleanRecord, Record
from cleaner.corpus.journal import journal_of
from cleaner.corpus.marks import digest_of
from cleaner.corpus.marksfile import Original, serialize
from cleaner.corpus.ours import may_replace
from cleaner.corpus.source import Source
from cleaner.corpus.writing import place, remove_leftover, same_lines, unchanged
from cleaner.errors import DocumentError
from cleaner.report.diff import unified
from cleaner.report.outcomes import Cleaned, Shown, State
from cleaner.result import Result

UNNOTED = "the next run takes what this one writes for files of yours"


class Cleaning(NamedTuple):
    """The work of `cleaner clean` on one document: cleans it, and writes its files if `write` is true.

    `diff` and `marks` say whether to make a diff and a marks file; `token` is part of the names of temporary files.
    With `force`, files that we did not write are replaced too. `homes` are real folders for new journals. With
    `metadata`, the outcome of a record has what its page says of its article, and with `report` what a report shows.
    """

    reader: DocumentReader
    write: bool = True
    diff: bool = False
    marks: bool = False
    token: str = ""
    force: bool = False
    homes: tuple[Path, ...] = ()
    metadata: bool = False
    report: bool = False

    def prepare(self) -> None:
        self.reader.prepare()

    def __call__(self, source: Source) -> Cleaned:
        if source.obstacle:
            raise DocumentError("collision", source.obstacle)
        original, result = self.reader.read(source)
        cleaned = Cleaned(
            None if isinstance(source, Record) or source.outputs else _state_of_stream(result),
            result.status,
            len(original.text),
            result.removed_characters,
            _characters_by_rule(result),
            result.problems,
            f"{result.site.host or 'unknown site'} ({result.site.decided_by})",
            result.languages,
            diff=unified(result, source.name, str(source.outputs[0] if source.outputs else "-")) if self.diff else "",
            text="" if source.outputs else result.text,
            withheld=_characters_withheld(result),
            guess=original.guess,
            page_bytes=original.page_bytes,
            shown=_shown(original, result) if self.report else None,
        )
        if isinstance(source, Record):
            return self._as_record(source, original, result, cleaned)
        return self._put(source, original, result, cleaned) if source.outputs else cleaned

    def _as_record(self, record: Record, original: Original, result: Result, cleaned: Cleaned) -> Cleaned:
        """The outcome with what is written of a record."""
        column = column_of(result, original.guess)
        about = self.reader.about(record, result) if record.page and self.metadata else None
        if written := record.rewritten(CleanRecord(result.text, column, about or {})):
            return cleaned._replace(text="", written=written)
        return cleaned._replace(column=column, about=about)

    def clear_up(self, source: Source, pid: int) -> None:
        """Remove the temporary files that a killed worker, with this process id, may have left for a document."""
        for output in source.outputs:
            remove_leftover(output, self.token, pid)

    def _contents(self, source: Source, original: Original, result: Result) -> dict[Path, bytes]:
        """The content of each output. The marks come first: a clean text without them could not be undone."""
        contents = [result.text.encode()]
        if self.marks:
            languages = result.languages
            rules = self.reader.of(source).cleaner.digest_for(result.site.host, (*languages.own, *languages.others))
            contents.append(serialize(original, result, rules))
        return dict(reversed(list(zip(source.outputs, contents, strict=False))))

    def _put(self, source: Source, original: Original, result: Result, cleaned: Cleaned) -> Cleaned:
        """Write the outputs that are not up to date, if anything is to be written; the outcome with their state."""
        if result.refused:
            return cleaned._replace(state=State.REFUSED)
        contents = self._contents(source, original, result)
        # The text of a page never has CRLF; that of a text file has what its original has.
        is_current = same_lines if source.page else unchanged
        outdated = [path for path, content in contents.items() if not is_current(path, content)]
        if not self.write:
            present = all(path.exists() for path in outdated)
            state = State.CURRENT if not outdated else State.STALE if present else State.MISSING
            return cleaned._replace(state=state, outputs=tuple(outdated))
        journals = {path: journal_of(path.parent, self.homes) for path in contents}
        for path in outdated:
            if not (self.force or may_replace(path, journals[path])):
                raise DocumentError("not-ours", f"{path} is not as cleaner wrote it, and stays; --force replaces it")
        made = Memory(self.reader, self.homes).made(source, original, cleaned, result.site.host)
        fault = ""
        for path, content in contents.items():
            try:
                journals[path].note(path, digest_of(content), Path(source.name), made, found=path not in outdated)
            except OSError as error:
                fault = f"{journals[path].file} cannot be written ({error.strerror}); {UNNOTED}"
            if path in outdated:
                place(path, content, source.mode(), self.token)
        if not outdated:
            return cleaned._replace(state=State.CURRENT)
        return cleaned._replace(state=State.WRITTEN, outputs=tuple(outdated), journal_fault=fault)


def _characters_by_rule(result: Result) -> tuple[tuple[str, int], ...]:
    """The rules that removed something, with the characters that each removed, alone or together with others."""
    return _characters((piece.rule_ids, len(piece.text)) for piece in result.removed)


def _characters_withheld(result: Result) -> tuple[tuple[str, int], ...]:
    """The rules whose marks were withheld, with the characters that each would have removed."""
    return _characters((rules, end - start) for start, end, rules in result.withheld_spans)


def _characters(spans: Iterable[tuple[tuple[str, ...], int]]) -> tuple[tuple[str, int], ...]:
    """Each rule with the characters of all its spans, given as rules and length."""
    characters = Counter[str]()
    for rules, length in spans:
        characters.update(dict.fromkeys(rules, length))
    return tuple(characters.items())


def _shown(original: Original, result: Result) -> Shown:
    """What a report needs of a document. A word is what white space parts."""
    from cleaner.notebook import REPORT, marked

    html = (
        marked(original.text, result.removed, result.withheld_spans, REPORT)
        if result.removed or result.withheld
        else ""
    )
    return Shown(html, len(original.text.split()), len(result.text.split()))


def _state_of_stream(result: Result) -> State:
    """`--check` exits with 1 for a standard input that is not clean."""
    return State.STALE if result.removed else State.CURRENT
