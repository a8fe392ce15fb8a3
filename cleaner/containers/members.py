"""The members of an object in JSON and where they stand: one can be replaced, and all others stay as they are."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from json.decoder import scanstring  # type: ignore[attr-defined]  # not in typeshed
from typing import Any

# Numbers stay strings: their values are not needed, and the longest have none in Python.
DECODER = json.JSONDecoder(parse_int=str, parse_float=str)
SPACE = re.compile(r"[ \t\n\r]*")
MARK = "\ufeff"  # a byte order mark, which some programs write before the first line


@dataclass(frozen=True, slots=True)
class Member:
    """A member: its value, where the value starts and ends in the line, and where the member before it ends."""

    value: Any
    start: int
    end: int
    after: int


def members(line: str) -> dict[str, Member]:
    """The members of the object that is the whole line; of several with one name the last. Raises ValueError.

    >>> {name: member.value for name, member in members('{"id": 1.50, "text": "Bread."}').items()}
    {'id': '1.50', 'text': 'Bread.'}
    """
    found: dict[str, Member] = {}
    place = _skip(line, line.startswith(MARK))
    if line[place : place + 1] != "{":
        raise ValueError("not an object in JSON")
    after = place + 1
    place = _skip(line, after)
    while line[place : place + 1] != "}":
        if found:
            place = _skip(line, _past(line, place, ","))
        name, place = scanstring(line, _past(line, place, '"'), True)
        start = _skip(line, _past(line, _skip(line, place), ":"))
        value, end = DECODER.raw_decode(line, start)
        found.pop(name, None)
        found[name] = Member(value, start, end, after)
        after, place = end, _skip(line, end)
    if _skip(line, place + 1) != len(line):
        raise ValueError("something follows the object")
    return found


def with_text(line: str, member: Member, text: str, *, ascii_only: bool) -> str:
    """The line with this text as the value of the member; `ascii_only`: other letters are written as escapes."""
    return "".join((line[: member.start], _encodable(json.dumps(text, ensure_ascii=ascii_only)), line[member.end :]))


def with_members(line: str, found: Mapping[str, Member], new: Mapping[str, Any]) -> str:
    """The line with further members at its end, where they change no offset of those that it has."""
    last = max(found.values(), key=lambda member: member.end, default=None)
    comma, colon = (", ", ": ") if last is None or line[last.start - 1 : last.start].isspace() else (",", ":")
    written = [
        json.dumps(name) + colon + _encodable(json.dumps(value, ensure_ascii=line.isascii(), separators=(comma, colon)))
        for name, value in new.items()
    ]
    end = last.end if last else line.index("{") + 1
    return "".join((line[:end], comma if last else "", comma.join(written), line[end:]))


def without(line: str, member: Member) -> str:
    """The line without a member that `with_members` wrote."""
    return line[: member.after] + line[member.end :]


def _skip(line: str, place: int) -> int:
    found = SPACE.match(line, place)
    return found.end() if found else place


def _past(line: str, place: int, sign: str) -> int:
    if line[place : place + 1] != sign:
        raise ValueError(f"{sign} is missing at character {place + 1}")
    return place + 1


def _encodable(written: str) -> str:
    """Lone surrogates, which UTF-8 cannot write, as escapes.

    >>> _encodable('"\\ud83d"')
    '"\\\\ud83d"'
    """
    return written if written.isascii() else re.sub("[\ud800-\udfff]", lambda found: f"\\u{ord(found[0]):04x}", written)
