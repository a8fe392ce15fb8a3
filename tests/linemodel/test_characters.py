"""The classes of characters that the line model tells apart."""

from cleaner.linemodel import characters
from cleaner.text.scripts import CJK, STOPLESS, STOPS, WIDE_STOPS


def test_cjk_is_what_it_is_for_the_rest_of_the_package() -> None:
    classes = characters.classes()
    cjk = {unit for unit in range(characters.UNITS) if CJK.match(chr(unit))}
    signs = {ord(char) for written in characters.SIGNS.values() for char in written}
    assert {unit for unit in range(characters.UNITS) if classes[unit] == characters.CJK} == cjk - signs


def test_scripts_without_stops_are_what_they_are_for_the_rest_of_the_package() -> None:
    found = {unit for unit in range(characters.UNITS) if characters.stopless()[unit]}
    assert found == {unit for unit in range(characters.UNITS) if STOPLESS.match(chr(unit))}


def test_every_stop_is_one_for_the_line_model() -> None:
    classes = characters.classes()
    assert {classes[ord(stop)] for stop in STOPS + WIDE_STOPS} == {characters.STOP}
