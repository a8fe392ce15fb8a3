"""How long a line is that a rule may remove: on a longer one its patterns are not tried."""

from cleaner.rules.rule import Family, Rule
from cleaner.text.mark import Verb
from cleaner.text.scripts import length

# Characters of an alphabet. A longer line is no caption, credit, stamp, prompt or link of this family, whatever it
# matches: perhaps an extractor returned the text as one line. For each family about 1.3 times the longest line that
# packaged rules remove from some 2,400 extracted texts and flattened pages: 42 for ticker, of which there were few, 156
# to 535 for others. For mail a quoted paragraph, for books the paragraphs of a licence; both chosen by hand.
LONGEST_LINE = {
    Family.TICKER: 300,
    Family.RELATED: 250,
    Family.SHARE: 300,
    Family.NEWSLETTER: 650,
    Family.COMMENTS: 500,
    Family.CONSENT: 700,
    Family.ADVERT: 400,
    Family.MEDIA: 400,
    Family.BYLINE: 700,
    Family.LEGAL: 700,
    Family.NAVIGATION: 250,
    Family.META: 550,
    Family.REFERENCE: 300,
    Family.MAIL: 5000,
    Family.BOOK: 2000,
}


def is_too_long(rule: Rule, line: str) -> bool:
    """Whether a line is longer than any that a rule for whole lines removes. A phrase and a keep have no such limit."""
    return rule.matches_whole_line and rule.verb is Verb.DROP and length(line) > LONGEST_LINE[rule.family]
