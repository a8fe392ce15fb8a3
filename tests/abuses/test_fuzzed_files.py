"""A thousand damaged files in one run: each is cleaned or named, the run ends, and no original is written."""

import json
import random
from hashlib import sha256
from pathlib import Path

import pytest
from command import ORIGINAL, PAGE, Corpus

FILES = 1000
# What is put into files, beside random bytes: marks of encodings, half characters, controls, tags and references.
PIECES = [
    *(b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff\x00", b"\x00", b"\xed\xa0\x80", b"\xc3", b"\x1b[2J", b"\r", b"\x85"),
    *(b"<", b"</", b"<!--", b"<![CDATA[", b"<table><tr>", b"<div" + b" a=1" * 200 + b">", b"&#xD800;", b"&#0;", b"]]>"),
    *(b"<div>" * 3000, b"See: ", b'{"a": [', b",;,\n" * 40, "\u202e\ufeff\U0001f600".encode(), b" " * 5000),
    *(b"<meta charset=utf-16>", b"<meta charset=zip>", b"<script>", b"<plaintext>", b"<svg><math>", b"\n" * 3000),
]


def damaged(source: random.Random, data: bytes) -> bytes:
    """The bytes with up to eight cuts, doubled stretches, changed bytes, or pieces that were put in."""
    for _ in range(source.randint(1, 8)):
        first, last = sorted(source.randint(0, len(data)) for _ in range(2))
        change = source.choice(["cut", "double", "piece", "bytes"])
        if change == "cut":
            data = data[:first] + data[last:]
        elif change == "double":
            data = data[:last] + data[first:]
        else:
            new = source.choice(PIECES) if change == "piece" else source.randbytes(source.randint(1, 30))
            data = data[:first] + new + data[first + (len(new) if source.random() < 0.5 else 0) :]
    return data[:400_000]


def fill(corpus: Corpus, seed: int) -> dict[Path, str]:
    """Damaged texts and pages, each tenth with a damaged sidecar; the digest of each file."""
    source = random.Random(seed)  # noqa: S311 (damage, not secrets)
    sidecar = b'{"url": "https://example.com/story", "title": "Rain"}'
    for number in range(FILES):
        name = f"{number}.{source.choice(['txt', 'md', 'html', 'htm', 'xhtml'])}"
        kind = PAGE.encode() if "htm" in name else ORIGINAL.encode() * source.randint(1, 20)
        corpus.write(name, damaged(source, kind))
        if number % 10 == 0:
            corpus.write(f"{Path(name).stem}.json", damaged(source, sidecar))
    return {path: digest(path) for path in corpus.folder.rglob("*") if path.is_file()}


def digest(path: Path) -> str:
    return sha256(path.read_bytes()).hexdigest()


@pytest.mark.slow
def test_a_thousand_damaged_files(corpus: Corpus) -> None:
    before = fill(corpus, seed=2026)
    done = corpus.run("clean", ".", "--marks", "--json", "--timeout", "20")
    assert done.returncode in (0, 1)
    assert "Traceback" not in done.stderr
    assert "\x1b" not in done.stderr
    assert {path: digest(path) for path in before} == before
    said = json.loads(done.stdout)
    assert said["documents"] + sum(said["skipped"].values()) >= FILES
    assert not [reason for reason in said["failures"].values() if reason.startswith(("bug", "crash", "timeout"))]
    assert bool(said["failures"]) == done.returncode
    cleaned = {clean: clean.with_name(clean.name.replace(".clean", "")) for clean in corpus.folder.glob("*.clean.*")}
    texts = sorted(clean for clean, original in cleaned.items() if original in before and original.suffix != ".json")
    assert len(texts) > FILES // 10
    for clean in texts[::20]:
        assert corpus.run("undo", clean.name, "-o", "undone").returncode == 0, clean.name
        assert digest(corpus.folder / "undone") == before[cleaned[clean]]
        (corpus.folder / "undone").unlink()
    assert not list(corpus.folder.glob(".cleaner-*"))
