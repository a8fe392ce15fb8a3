"""Numbers with their nouns."""


def counted(number: int, noun: str) -> str:
    """The number with thousands separated, and the noun in the singular or with a plural `s`.

    >>> counted(1, "rule"), counted(0, "rule"), counted(1200, "rule")
    ('1 rule', '0 rules', '1,200 rules')
    """
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def aligned(number: int, noun: str, width: int) -> str:
    """As `counted`, for a column: the number is right-aligned, and the singular is as wide as the plural.

    >>> aligned(1, "span", 5), aligned(1200, "span", 5)
    ('    1 span ', '1,200 spans')
    """
    return f"{number:>{width},} {noun}{' ' if number == 1 else 's'}"
