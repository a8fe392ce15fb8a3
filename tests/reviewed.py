"""A review of a small corpus, served as the command serves it."""

import json
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread
from types import MappingProxyType
from typing import Any

from harbour import article, prose, titles

from cleaner.batch.pool import Limits
from cleaner.commands.reader import DocumentReader
from cleaner.config import Config
from cleaner.corpus.source import FileSource
from cleaner.review.entries import CatalogueEntry
from cleaner.review.rulebook import Rulebook
from cleaner.review.server import ReviewServer
from cleaner.review.session import Session
from cleaner.rules.settings import Settings

PROSE = (
    "The mill at {place} has ground no flour since the spring flood, its owner said on Friday. The wheel hangs still. "
    "The council has promised a new weir before the harvest, but nobody has seen a mason yet.\n\n"
    "Until then the bakers of {place} fetch their flour from across the pass, which takes two days. "
    "They pay the carters in bread, as their grandparents did in the year without a summer."
)
FOOT = "Post this story to Gossipwall"
NEAR = (
    "Post this letter before noon, the miller told his son, and take the short way over the ridge to be back by dusk."
)
# Lines that learning leaves for a person, and a site whose texts have them.
QUESTION, SUBHEAD, QUAY = "What will you do next?", "Background", "quay.example.com"
HEADING = "More from the quay"
NO_MORE: Mapping[str, str] = MappingProxyType({})
PLACES = ("Asterby", "Brunnhold", "Corvale", "Dunmere")


def write_corpus(folder: Path) -> list[Path]:
    """Texts of mills.example, each with a foot that no packaged rule knows, and two of a site without it."""
    paths = []
    for place in PLACES:
        text = f"The mill at {place} stands still\n\n{PROSE.format(place=place)}\n\nSee: A story of {place}\n\n{FOOT}\n"
        paths.append(_written(folder / "mills.example" / f"{place.lower()}.txt", text))
    paths.append(_written(folder / "other" / "letter.txt", f"A letter\n\n{PROSE.format(place='Elmstead')}\n\n{NEAR}\n"))
    paths.append(_written(folder / "other" / "empty.txt", "\n\n"))
    return paths


def doubtful_texts() -> dict[str, str]:
    """Texts with lines that recur, and may be of the articles, by name."""
    return {
        f"{QUAY}/{n}.txt": "\n\n".join((prose(n), QUESTION, prose(n + 40), SUBHEAD, prose(n + 60))) + "\n"
        for n in range(9)
    }


def headed_texts() -> dict[str, str]:
    """Texts with a heading that takes what varies below it, which is prose in one of them, by name."""
    texts = {f"{QUAY}/{n}.txt": article(n, foot=f"{HEADING}\n{titles(n)}\nThe Harbour Post") for n in range(12)}
    return texts | {f"{QUAY}/2.txt": texts[f"{QUAY}/2.txt"] + f"\n{prose(80).splitlines()[0]}\n"}


def _written(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    if path.parent.name == "mills.example":
        path.with_suffix(".json").write_text(json.dumps({"url": f"https://mills.example/{path.stem}"}), "utf-8")
    return path


@dataclass(frozen=True)
class Reviewed:
    """A running review of `folder`, and how a page talks to it."""

    folder: Path
    session: Session
    server: ReviewServer

    def request(self, method: str, name: str, body: str = "", **headers: str) -> tuple[int, Any]:
        """The status and the answer, read as JSON if it is that."""
        connection = HTTPConnection("127.0.0.1", self.server.server_port, timeout=60)
        path = name if name.startswith("/") else f"/{self.server.token}/{name}"
        connection.request(method, path, body or None, {key.replace("_", "-"): value for key, value in headers.items()})
        response = connection.getresponse()
        content = response.read()
        connection.close()
        is_json = response.getheader("Content-Type") == "application/json"
        return response.status, json.loads(content) if is_json else content.decode()

    def ask(self, name: str) -> Any:
        """What the server answers to a question."""
        status, answer = self.request("GET", name)
        assert status == 200, answer
        return answer

    def tell(self, name: str, **fields: object) -> Any:
        """What the server answers to a wish."""
        status, answer = self.request("POST", name, json.dumps(fields), Content_Type="application/json")
        assert status == 200, answer
        return answer

    def wait(self, name: str, field: str, value: object) -> Any:
        """The answer once a field has a value."""
        for _ in range(1200):
            answer = self.ask(name)
            if answer[field] == value:
                return answer
            time.sleep(0.05)
        raise AssertionError(answer)


@contextmanager
def reviewing(folder: Path, settings: Settings, more: Mapping[str, str] = NO_MORE) -> Iterator[Reviewed]:
    """A review of the corpus in this folder, and of more texts by name; rules are saved in `mine`."""
    paths = [*write_corpus(folder), *(_written(folder / name, text) for name, text in more.items())]
    found = [CatalogueEntry(FileSource(path)) for path in paths]
    with TemporaryDirectory() as scratch:
        reader = DocumentReader(settings=settings)
        session = Session(reader, Rulebook(folder / "mine"), Path(scratch))
        session.start(found, Config().wanted, Limits(1, 60.0))
        try:
            with ReviewServer(session) as server:
                Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
                yield Reviewed(folder, session, server)
                server.shutdown()
        finally:
            session.stop()
