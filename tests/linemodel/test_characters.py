"""The classes of characters that the line model tells apart."""

from cleaner.linemodel import characters
from cleaner.text.scripts import CJK, STOPS, WIDE_STOPS


def test_cjk_is_what_it_is_for_the_rest_of_the_package() -> None:
    classes = characters.classes()
    cjk = {unit for unit in range(characters.UNITS) if CJK.match(chr(unit))}
    signs = {ord(char) for written in characters.SIGNS.values() for char in written}
    assert {unit for unit in range(characters.UNITS) if classes[unit] == characters.CJK} == cjk - signs


def test_every_stop_of_the_line_model_ends_a_sentence() -> None:
    assert set(characters.SIGNS[characters.STOP]) <= set(STOPS + WIDE_STOPS)
