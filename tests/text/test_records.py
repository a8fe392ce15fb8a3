"""Records are told from text by what they hold, whatever the name of their file."""

import json

import pytest

from cleaner import Cleaner
from cleaner.result import Status
from cleaner.text.records import records

ROWS = [f"{n},{place},{n * 3}.5" for n, place in enumerate(["Saltby", "Millport", "Eastness", "Quay", "Holm", "Ness"])]
CSV = "\n".join(["day,place,height", *ROWS])
QUOTED = "\n".join(f'{n},"Ada Quill, skipper","She said ""no""."' for n in range(6))
OBJECTS = [{"id": n, "text": "It rained.\nRead more: Ferry fares rise"} for n in range(3)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (CSV, "7 lines of CSV"),
        (f"\ufeff{CSV}\n\n".replace("\n", "\r\n"), "7 lines of CSV"),
        (CSV.replace(",", ";"), "7 lines of CSV"),
        (CSV.replace(",", "\t"), "7 lines of TSV"),
        (QUOTED, "6 lines of CSV"),
        ("\n".join(map(json.dumps, OBJECTS)), "3 lines of JSON Lines"),
        (json.dumps(OBJECTS[0]), "1 line of JSON"),
        (json.dumps(OBJECTS, indent=1), "14 lines of JSON"),
        ("", ""),
        ("\n".join(ROWS[:4]), ""),
        (CSV + "\nAll heights are in metres.", ""),
        ("Boats, oars, and ropes are sold here, too.\n" * 6, ""),
        ("Ada Quill, Skipper, Saltby\nBram Marsh, Pilot, Holm\n" * 3, ""),
        ("Boats;Oars\nRopes;Fees\n" * 4, ""),
        ("```json\n" + json.dumps(OBJECTS[0]) + "\n```\n", ""),
        (json.dumps(OBJECTS[0]) + "\n\nis what the server answers.", ""),
        ("[1]", ""),
        ("[Home](/)\n[News](/news)", ""),
        ("{}", ""),
        ("[" * 100_000, ""),
    ],
)
def test_records(text: str, kind: str) -> None:
    assert records(text) == kind


def test_records_are_returned_as_they_are() -> None:
    text = "\n".join(map(json.dumps, OBJECTS)) + "\n"
    result = Cleaner().clean(text)
    assert (result.text, result.removed, result.status, result.refused) == (text, (), Status.SUSPICIOUS, True)
    assert result.problems == ("3 lines of JSON Lines, not cleaned; take the texts out of the records and clean those",)
