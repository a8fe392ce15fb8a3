"""Which family of residue a line that recurs belongs to, by words in it."""

import re

from cleaner.rules.rule import Family

# The first of them whose words a line has. A line with none of them is META: what recurs, and is nothing else.
SIGNS = (
    (
        Family.LEGAL,
        r"©|\(c\) |copyright|rights reserved|derechos reservados|alle rechte|droits réservés|direitos reservados",
    ),
    (Family.CONSENT, r"cookie|privacy|privacidad|datenschutz|consent"),
    (Family.NEWSLETTER, r"newsletter|sign up|subscri|suscr[ií]b|abonn|inscr[ei]|bolet[ií]n|e-?mail updates"),
    (Family.COMMENTS, r"\bcomment|comentar|kommentar|commentaire"),
    (Family.SHARE, r"\bshare\b|follow us|compart|s[ií]guenos|teilen|partage[rz]|facebook|twitter|whatsapp|\bprint\b"),
    (Family.ADVERT, r"advert|sponsor|publicidad|anzeige|publicité"),
    (Family.MEDIA, r"\bphoto|\bimage|\bvideo|\bfoto|\bgetty\b"),
    (
        Family.RELATED,
        r"read (?:more|also|next)|more (?:from|on|news)|related|lee (?:también|más)|leer más|lire aussi|mehr zum",
    ),
    (Family.BYLINE, r"\bcontact\b|press office|written by|reported by|^by |^por |^von |^par |media contact|\w@\w"),
    (
        Family.NAVIGATION,
        r"for immediate release|\bhome\b|\bmenu\b|skip to|site ?map|back to|\bsearch\b|press releases?|inicio|volver",
    ),
)
PATTERNS = tuple((family, re.compile(pattern, re.IGNORECASE)) for family, pattern in SIGNS)


def family_of(line: str) -> Family:
    """The family of a line.

    >>> family_of("Share this story"), family_of("All rights reserved")
    (<Family.SHARE: 'share'>, <Family.LEGAL: 'legal'>)
    """
    return next((family for family, pattern in PATTERNS if pattern.search(line)), Family.META)
