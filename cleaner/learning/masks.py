"""What stands for a line when the lines of many documents are compared: signs for numbers, dates and names."""

import re

from cleaner.text.late import Late

# Signs that stand for a number, for a month or weekday, and for names; from the private area, which texts do not use.
NUMBER, DATE, NAME = "\ue000", "\ue001", "\ue002"
DIGITS = re.compile(r"\d+(?:[.,:]\d+)*")
# Months and weekdays in seven languages. Those that are other words too, such as "may", "mar" and "set", are left out.
DATE_WORD = Late(
    r"(?i)\b(?:jan(?:uary|uar|vier|eiro|uari)?|enero|gennaio|feb(?:ruary|ruar|rero|braio|ruari)?|février|fevereiro"
    r"|märz|março|maart|marzo|apr(?:il|ile)?|abril|avril|mayo|maio|maggio|ju(?:ne|ni|nio|in|nho|ly|li|lio|illet|lho)"
    r"|giugno|luglio|aug(?:ust|ustus)?|agosto|août|sep(?:t|tember|tiembre|tembre)?|setembro|settembre"
    r"|o[ck]t(?:ober|ubre|obre)?|outubro|ottobre|nov(?:ember|iembre|embre|embro)?|dec(?:ember)?|dezember"
    r"|diciembre|décembre|dezembro|dicembre|(?:mon|tues|wednes|thurs|fri|satur|sun)day|lunes|martes|miércoles|jueves"
    r"|viernes|sábado|domingo|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|(?:diens|donners|frei|sams)tag"
    r"|mon?tag|sonntag|mittwoch|lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica)\b"
)
# Months that are also other words count beside a number.
BY_NUMBER = re.compile(r"(?i)\b(?:ma[iy]|mar(?:ch|s)?)\b(?=\.? \d)|(?<=\d )(?:ma[iy]|mar(?:ch|s)?)\b")
# Characters of a line up to which dates without a number are looked for; longer lines are sentences. Chosen by hand.
LONGEST_DATE = 60
# What may stand between two names.
BETWEEN = frozenset({"and", "y", "und", "et", "e", "de", "del", "von", "van", "&", "en", "og", "och", "i"})
TRAILING = ".,;:)"
# Characters of an initial with its stop.
LONGEST_INITIAL = 2


def masked(line: str) -> str:
    """The line with one space for each run of white space, and with signs for numbers, months and weekdays.

    >>> masked("Posted  on 3 March 2021") == masked("Posted on 12 July 2019")
    True
    """
    line = " ".join(line.split())
    has_digit = DIGITS.search(line) is not None
    if has_digit or len(line) <= LONGEST_DATE:
        line = DATE_WORD.sub(DATE, line)
    return DIGITS.sub(NUMBER, BY_NUMBER.sub(DATE, line)) if has_digit else line


def without_names(key: str) -> str:
    """A masked line with one sign for each run of capitalised words, but for the first word.

    >>> without_names("Contact: Ada Example and Bo Sample, 555.") == without_names("Contact: Cy Other, 555.")
    True
    """
    first, *rest = key.split(" ")
    words = [first]
    joiners: list[str] = []
    for word in rest:
        bare = word.rstrip(TRAILING) if len(word) > LONGEST_INITIAL else word
        if bare[:1].isupper():
            if words[-1].rstrip(",") == NAME:
                words[-1] = NAME + word[len(bare) :]
            else:
                words += [*joiners, NAME + word[len(bare) :]]
            joiners = []
        elif words[-1].rstrip(",") == NAME and word in BETWEEN and not joiners:
            joiners = [word]
        else:
            words += [*joiners, word]
            joiners = []
    return " ".join(words + joiners)


def letters_spelled(key: str) -> int:
    """The number of letters that a masked line spells out."""
    return sum(map(str.isalpha, key))
