"""Reads the documents of a run into a sample of each site."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from cleaner.batch.worker import Failure
from cleaner.commands.run import Run
from cleaner.containers.record import Record
from cleaner.corpus.naming import container_format
from cleaner.corpus.source import FileSource, Source
from cleaner.errors import DocumentError
from cleaner.learning.sample import Sample
from cleaner.sites import Clues, host_of
from cleaner.text.decode import decode


def gather(run: Run, sample: Sample) -> None:
    """Add every text of the run to the sample of its site. What cannot be read goes to the report."""
    reader = run.reader()
    total = None if run.containers else len(run.sources)
    try:
        with run.request.console.progress(total, "document") as show:
            for number, source in enumerate(run.documents(), 1):
                show(number)
                _add(run, sample, source, source.clues(reader.clues))
    except KeyboardInterrupt:
        run.report.interrupted = True


def _add(run: Run, sample: Sample, source: Source, clues: Clues) -> None:
    config = run.request.config
    if source.page:
        run.report.skipped["pages"] += 1
        return
    try:
        data = source.read(config.max_bytes)
        text = data if isinstance(data, str) else decode(data, config.encoding).text
    except DocumentError as error:
        run.report.failure(source.name, Failure(error.reason, error.message))
        return
    run.report.documents += 1
    sample.add(site_of(source, clues), source.name, text)


def site_of(source: Source, clues: Clues) -> str:
    """The host that a document is from, or the name of the container or the folder that holds it.

    A document without an address belongs to the nearest folder or container that is named as a host.
    """
    given = next(
        (host for value in (clues.site, clues.url, clues.page_url) if value and (host := host_of(value))), None
    )
    return (
        given
        or next(filter(_is_host, _places(source, clues)), None)
        or clues.glob_site
        or next(_places(source, clues), "-")
    )


def _places(source: Source, clues: Clues) -> Iterator[str]:
    if isinstance(source, Record):
        name = Path(source.container).name
        yield _stem(name)
        yield from reversed(Path(source.container).absolute().parent.parts[1:])
    elif isinstance(source, FileSource):
        yield from clues.folders


def _stem(name: str) -> str:
    """The name of a container without its extensions."""
    while container_format(name) and "." in name:
        name = name.rpartition(".")[0]
    return name


def _is_host(name: str) -> bool:
    """Whether the name of a folder is that of a host: its end is a public suffix, as `com` is and `txt` is not."""
    from tld import get_tld

    host = host_of(name)
    return host is not None and get_tld(host, fix_protocol=True, fail_silently=True) is not None


def hosts(sites: Iterable[str]) -> list[str]:
    """Those of the sites that are hosts, and not names of folders."""
    return [host for site in sites if (host := host_of(site)) == site]
