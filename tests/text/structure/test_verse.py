"""Verse stays within a flattened page; lists of titles, tags and addresses are no verse."""

import pytest

from cleaner import Cleaner
from cleaner.text.structure.block import VERSE, Block
from cleaner.text.structure.verse import verse

POEM = """\
The ferry left at half past noon,
the gulls went after her;
nobody waved, nobody sang,
the water did not stir.

She carried salt, she carried wool,
a piano wrapped in hay,
and three old men who used to row
across the selfsame bay."""
PROSE = (
    "The harbour board has set new fees for the year. They are lower for boats that are rowed, and higher for those "
    "that stay the winter. Fees are paid at the office by the end of March."
)


def test_verse_is_found_below_a_menu() -> None:
    lines = ["Home", "Ferry fares rise", "", *POEM.split("\n"), "", PROSE]
    assert list(verse(lines)) == [Block(3, 11, VERSE)]


def test_verse_stays_within_a_flattened_page() -> None:
    menu, footer = "Skip to content\nHome\nNews\nSign in", "About us\nContact\nPrivacy policy\nTerms of use"
    clean = Cleaner().clean(f"{menu}\n\n{PROSE}\n\n{POEM}\n\n{PROSE}\n\n{footer}\n").text
    assert POEM in clean
    assert "Terms of use" not in clean


@pytest.mark.parametrize(
    "lines",
    [
        ["Ferry fares rise again", "Seal seen in the harbour", "What the mayor says now"] * 4,
        ["boats,", "long reads,", "the harbour,", "fees,", "seals,", "tides,", "winter,"],
        ["The Boathouse,", "Quay Lane,", "Saltby,", "Harbourshire,", "Opening hours", "Contact us"],
        [f"{PROSE[:80]},"] * 3,
    ],
    ids=["titles", "tags", "address", "few lines"],
)
def test_other_lines_are_no_verse(lines: list[str]) -> None:
    assert list(verse(lines)) == []
