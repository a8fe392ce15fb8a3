"""Numbers with their nouns."""

KILO = 1000  # bytes in a kB; not 1,024, which is a KiB


def counted(number: int, noun: str) -> str:
    """The number with thousands separated, and the noun in the singular or with a plural `s`.

    >>> counted(1, "rule"), counted(0, "rule"), counted(1200, "rule")
    ('1 rule', '0 rules', '1,200 rules')
    """
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def size(number: int) -> str:
    """A number of bytes, from a thousand on in kB.

    >>> size(1), size(999), size(369_712)
    ('1 byte', '999 bytes', '370 kB')
    """
    return counted(number, "byte") if number < KILO else f"{number / KILO:,.0f} kB"


def aligned(number: int, noun: str, width: int) -> str:
    """As `counted`, for a column: the number is right-aligned, and the singular is as wide as the plural.

    >>> aligned(1, "span", 5), aligned(1200, "span", 5)
    ('    1 span ', '1,200 spans')
    """
    return f"{number:>{width},} {noun}{' ' if number == 1 else 's'}"
