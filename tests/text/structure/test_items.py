"""Bodies that are made of items stay, also within a flattened page; furniture of the same form is none."""

import pytest

from cleaner import Cleaner
from cleaner.text.structure.block import (
    CHANGES,
    CLAUSES,
    DEFINITIONS,
    DIALOGUE,
    ENTRIES,
    LINK_DEFINITIONS,
    REFERENCES,
    RESULTS,
    SIGNATORIES,
    TRANSCRIPT,
)
from cleaner.text.structure.items import item_bodies

PROSE = (
    "The harbour board has set new fees for the year. They are lower for boats that are rowed, and higher for those "
    "that stay the winter. Fees are paid at the office by the end of March."
)
MENU = "Skip to content\nHome\nNews\nSport\nWeather\nSubscribe\nSign in\nSearch"
FOOTER = "Ferry fares rise\nSeal seen again\nAbout us\nContact\nPrivacy policy\nTerms of use\nFollow us"


@pytest.fixture(scope="module")
def cleaner() -> Cleaner:
    return Cleaner()


PLAY = [
    ("ADA", "Who locked the boathouse?"),
    ("BRAM", "Not I, for I was at sea."),
    ("ADA", "Then who has the key?"),
    ("CLEM", "The key hangs where it always hung."),
    ("BRAM", "It does not hang there now."),
    ("CLEM", "Then somebody took it."),
    ("ADA", "Somebody did."),
    ("BRAM", "We shall never know."),
]
RULES = (
    "The tenant shall keep the mooring clean;",
    "No boat shall be left for more than a week;",
    "Fires are forbidden on the quay;",
    "The keeper may enter at any time.",
)
TALK = ("PILOT: We see the lighthouse.", "TOWER: Roger.", "PILOT: Turning to the quay.", "TOWER: Say again.")
TERMS = {
    "Bollard": "a short post on a quay to which ropes are made fast.",
    "Fender": "a cushion that keeps a hull from rubbing on the wall.",
    "Painter": "the rope at the bow of a small boat.",
    "Thwart": "a seat that runs across a rowing boat from side to side.",
    "Gunwale": "the upper edge of the side of a boat.",
}
BODIES = {
    "play, names above": (DIALOGUE, "\n\n".join(f"{name}\n{line}" for name, line in PLAY)),
    "play, names in bold": (DIALOGUE, "\n\n".join(f"**{name}**\n{line}" for name, line in PLAY)),
    "play, names before": (DIALOGUE, "\n".join(f"{name}. {line}" for name, line in PLAY)),
    "interview": (DIALOGUE, "\n".join(f"{name.title()} Quill: {line}" for name, line in PLAY)),
    "question and answer": (
        DIALOGUE,
        "**Q:** Who may moor here?\n\n**A:** Anyone who pays.\n\n**Q:** And in winter?\n\n**A:** Only those who asked.",
    ),
    "cues above": (TRANSCRIPT, "\n\n".join(f"[00:0{n}:12]\n{line}" for n, line in enumerate(TALK))),
    "cues before": (TRANSCRIPT, "\n".join(f"00:0{n}:12 {line}" for n, line in enumerate(TALK))),
    "subtitles": (
        TRANSCRIPT,
        "\n\n".join(f"{n}\n00:00:0{n},000 --> 00:00:0{n},900\n{line}" for n, line in enumerate(TALK, 1)),
    ),
    "clauses": (CLAUSES, "\n".join(f"{n}. {rule}" for n, rule in enumerate(RULES, 1))),
    "clauses by letters": (CLAUSES, "\n".join(f"({n}) {rule}" for n, rule in zip("abcd", RULES, strict=True))),
    "sections": (CLAUSES, "\n\n".join(f"§ {n} {rule}" for n, rule in enumerate(RULES, 3))),
    "articles": (CLAUSES, "\n\n".join(f"Art. {n} {rule}" for n, rule in enumerate(RULES, 4))),
    "references": (
        REFERENCES,
        (
            "[1] Quill, A. Tides of the harbour. Saltby, 1981.\n[2] Marsh, B. On rowing. Eastness, 1990.\n"
            "[3] Fenn, C. A history of fees. Millport, 2004."
        ),
    ),
    "footnotes": (
        REFERENCES,
        "[^1]: As the keeper told it to us.\n[^2]: Some say it was two.\n[^3]: Nobody has seen it since.",
    ),
    "results": (
        RESULTS,
        (
            "12 June 1930  Quayton 4-1 Millport\n13 June 1930  Saltby 2-2 Eastness\n"
            "15 June 1930  Quayton 0-3 Saltby\n16 June 1930  Millport 1-1 Eastness"
        ),
    ),
    "changelog": (
        CHANGES,
        (
            "- Fixed #123: tides were printed twice\n- Added a table of all moorings (#130)\n"
            "- Fixed a crash when the harbour is empty\n- Removed the page of old fees"
        ),
    ),
    "prizes": (
        ENTRIES,
        (
            "- [ ] 2001: Ada Quill “The Low Road”\n- [ ] 2002: Bram Marsh “Salt”\n- [x] 2003: Clem Fenn “The Key”\n"
            "- [ ] 2004: Dora Pell “Ropes”"
        ),
    ),
    "books": (
        ENTRIES,
        "- The Low Road (2001)\n- Salt and Water (2004)\n- The Key to the Quay (2009)\n- Ropes of Saltby (2011)",
    ),
    "glossary": (DEFINITIONS, "\n".join(f"{term}: {meaning}" for term, meaning in TERMS.items())),
    "definition list": (DEFINITIONS, "\n\n".join(f"{term}\n: {meaning}" for term, meaning in TERMS.items())),
    "signatories": (
        SIGNATORIES,
        (
            "Ada Quill, Professor of Tides, University of Saltby\nBram Marsh, Harbour master, Millport\n"
            "Clem Fenn, Skipper, Eastness\nDora Pell, Chair of the rowing club, Quayton\n"
            "Ewan Holt, Boat builder, Saltby\nFay Moor, Pilot, Millport"
        ),
    ),
    "link definitions": (
        LINK_DEFINITIONS,
        (
            "Whoever has read the [table of tides][1] and the [list of fees][2] knows when to row and what it costs.\n"
            "\n[1]: https://example.com/tides\n[2]: https://example.com/fees"
        ),
    ),
}


@pytest.mark.parametrize(("kind", "body"), BODIES.values(), ids=BODIES)
def test_a_body_is_found(kind: str, body: str) -> None:
    assert kind in {block.rule for block in item_bodies(f"{PROSE}\n\n{body}\n\n{PROSE}".split("\n"))}


@pytest.mark.parametrize("body", [body for _, body in BODIES.values()], ids=BODIES)
def test_a_body_stays_within_a_flattened_page(cleaner: Cleaner, body: str) -> None:
    text = f"{MENU}\n\nNew fees\n\n{PROSE}\n\n{body}\n\n{PROSE}\n\n{FOOTER}\n"
    clean = cleaner.clean(text).text
    assert body in clean
    assert body.replace("\n", "\r\n") in cleaner.clean(text.replace("\n", "\r\n")).text
    assert "Skip to content" not in clean
    assert "Terms of use" not in clean


FURNITURE = {
    "most read": "1. Ferry fares rise\n2. Seal seen again\n3. What the mayor says\n4. Bridge closed\n5. New pier",
    "news ticker": "14:32 Ferry fares rise\n13:10 Seal seen again\n12:45 What the mayor says\n09:20 Bridge closed",
    "lengths of films": "3:45 Harbour tour\n1:20 Seals\n2:02 The mayor speaks\n0:50 Bridge closes",
    "dates of stories": "24.04.2024 11:31\nFares\n23.04.2024 09:10\nSeal\n22.04.2024 08:00\nPier\n21.04.2024 07:00",
    "cards": "\n".join(f"{section}\nFerry fares rise again\nBy Ada Quill" for section in ("NEWS", "SPORT") * 4),
    "buttons": "\n".join(["Ferry fares rise again this year.", "READ MORE"] * 5 + ["SIGN UP", "It is free."]),
    "facts": "Price: 10 crowns\nSize: medium\nColour: red\nWeight: 2 kg\nOrigin: Saltby\nStock: 4",
    "menu": "* Support\n* Updates\n* Add to list\n* Fix a boat\n* Move",
    "archive": "- March 2010 (12)\n- April 2010 (9)\n- May 2010 (31)\n- June 2010 (4)",
    # Labels that no paragraph uses: the page was converted whole, with its menu.
    "links of a page": "[Home][1] [News][2]\n\n[1]: https://example.com/\n[2]: https://example.com/news",
    "dated teasers": "2024-10-14\nFares rise\n2024-10-13\nSeal seen\n2024-10-12\nPier\n2024-10-11\nBridge",
    "comments": "1. Ada Quill\nMay 3\nI agree.\n2. Bram\nMay 4\nSo do I.\n3. Clem\nMay 5\nNo.\n4. Dora\nMay 6\nYes.",
    "form": "E-mail:\nPassword:\nLog in\nE-mail:\nPassword:\nRestore\nE-mail:\nPassword:\nA message was sent.",
    "counters": "1 of 4\nA seal.\n2 of 4\nA gull.\n3 of 4\nA boat.\n4 of 4\nA quay.",
}


@pytest.mark.parametrize("lines", FURNITURE.values(), ids=FURNITURE)
def test_furniture_is_no_body(lines: str) -> None:
    assert list(item_bodies(f"{MENU}\n\n{lines}\n\n{FOOTER}".split("\n"))) == []


def test_a_block_reaches_from_the_heading_to_the_end_of_the_last_item() -> None:
    lines = ["## Moorings", "", *(f"{n}. {rule}" for n, rule in enumerate(RULES, 1)), "  as before.", "", "Home"]
    (block,) = item_bodies(lines)
    assert (block.first, block.last) == (0, 6)
