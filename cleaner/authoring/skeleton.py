"""The parts of the rule file that `cleaner rules new` writes, for its author to complete."""

SKELETON = '''\
#:schema rule-file.schema.json
# {name}: what kind of site it is, and where it is published.

sites = ["{host}"]                      # the host; its subdomains are included
# detect = [\'\'\'{host} staff\'\'\']           # identifies texts of this site if their origin is unknown
# disable = ["common/en/some-rule"]     # common rules that are wrong for this site
evidence = 0                            # number of real pages of the site that the file was tried on

# related

[[rule]]                                # `cleaner rules check {host}.toml` runs its examples
name = "related-stories"                # what the rule matches, not what it does
family = "related"                      # ticker related share newsletter comments consent advert
                                        # media byline legal navigation meta
kind = "line"                           # line | phrase | block | after | before
match = \'\'\'More from {name}: .+\'\'\'
where = "anywhere"                      # top | bottom | anywhere
reason = "link to another story"

[[rule.example]]                        # a text, and the exact result of cleaning it
before = """
The bridge was closed on Monday.

More from {name}: Ferry fares rise

It will open again in May.
"""
after = """
The bridge was closed on Monday.

It will open again in May.
"""

[[rule.example]]                        # a near miss: a similar text that must stay as it is
same = """
More from {name} was read out when the court sat again in May.
"""
'''
HTML = """
# [html]                                # selectors (CSS or XPath) that apply to the HTML, before the text is extracted
# content = ["article .story-body"]     # the elements that hold the article
# drop = [".related", "//aside"]        # the elements to remove
"""
HTML_FROM = """
# [html]                                # selectors (CSS or XPath) that apply to the HTML, before the text is extracted
# content = ["article .story-body"]     # the elements that hold the article
# drop = [                              # the elements to remove; these were found in {page}
{drops}# ]
"""
LINES_FROM = """
# Short lines of {page} that no rule removes. Uncomment each rule that is right for every page of the site, fill in its
# family and reason, and try the file on further pages: `cleaner rules try {host}.toml PATH...`
"""
