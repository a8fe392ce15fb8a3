"""Names of encodings: the labels of the WHATWG Encoding Standard, and Python's codec for each.

The standard is at https://encoding.spec.whatwg.org/. People know encodings by its names.
"""

from functools import cache

# webencodings gives Python's codec for an encoding of the standard. For these the text is read by another, or by none.
CODECS = {
    "gbk": "gb18030",  # the standard has one decoder for both; Python's gbk lacks 2,149 of its 23,940 characters
    "x-user-defined": "cp1252",  # as HTML prescribes for a page that declares it
    "replacement": None,  # a browser shows none of the page
}


def standard_codec(label: str) -> str | None:
    """Python's codec for a label of the standard; None for another label, and for encodings that browsers refuse.

    >>> standard_codec("Latin1"), standard_codec("windows-874"), standard_codec("utf-7")
    ('cp1252', 'cp874', None)
    """
    from webencodings import lookup

    encoding = lookup(label)
    return CODECS.get(encoding.codec_info.name, encoding.codec_info.name) if encoding else None


def is_text_codec(name: str) -> bool:
    """Whether Python has a codec of this name that reads and writes text.

    >>> is_text_codec("koi8-r"), is_text_codec("zip"), is_text_codec("no such codec")
    (True, False, False)
    """
    try:
        "".encode(name)
    except (LookupError, ValueError):  # unknown, or for bytes only; a NUL in the name
        return False
    return True


def name_of(codec: str) -> str:
    """The standard's name of the encoding that a codec of Python reads; of another codec, its own name.

    >>> name_of("cp1252"), name_of("cp932"), name_of("utf-7")
    ('windows-1252', 'shift_jis', 'utf-7')
    """
    return _names().get(codec, codec)


@cache
def _names() -> dict[str, str]:
    from webencodings.labels import LABELS

    names: dict[str, str] = {}
    for name in sorted(set(LABELS.values())):  # so that a codec of two encodings is named gb18030 and windows-1252
        if codec := standard_codec(name):
            names.setdefault(codec, name)
    return names
