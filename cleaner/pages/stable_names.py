"""Which names of classes, ids and attributes a person has given to elements; others change when a site is built."""

import re
from functools import lru_cache

NAME = re.compile(r"[A-Za-z_][A-Za-z_-]*")
# What tools write: "css-" and the like before a hash, a hash after the name of a component or a module.
GENERATED = re.compile(r"(?:css|sc|dcr|jss|emotion|svelte)-|(?:[A-Z][a-z]+){2,}-[A-Za-z]{5,7}$|.*__[A-Za-z_-]{5}$")
SEPARATORS = re.compile(r"[-_]+")
WORDS = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+")
VOWEL = re.compile(r"[aeiouy]", re.IGNORECASE)
CONSONANTS = re.compile(r"[bcdfghjklmnpqrstvwxz]{5}", re.IGNORECASE)
# Letters. A longer name is a title; a shorter word of a name in camel case, or one without a vowel, is none.
LONGEST, SHORTEST = 60, 3


@lru_cache(maxsize=8192)
def is_stable(name: str) -> bool:
    """Whether a name looks as if it is made of words: no number, no hash.

    >>> [is_stable(name) for name in ("story-body", "css-okwxz", "post-48213", "story_body__kQwXz", "BodyText-kfPGaq")]
    [True, False, False, False, False]
    """
    if len(name) > LONGEST or not NAME.fullmatch(name) or GENERATED.match(name):
        return False
    return all(map(_is_worded, SEPARATORS.split(name)))


def _is_worded(part: str) -> bool:
    """Whether a part of a name is words, in camel case or not, and not letters at random."""
    words = WORDS.findall(part)
    if len(words) > 1:
        return all(len(word) >= SHORTEST and VOWEL.search(word) for word in words)
    return len(part) < SHORTEST or (VOWEL.search(part) is not None and CONSONANTS.search(part) is None)
