"""The rule file that `cleaner rules new` starts, to be filled with what a site prints."""

SKELETON = '''\
# {name}: what kind of site it is, and where.

sites = ["{host}"]                      # the host and its subdomains
# detect = [\'\'\'{host} staff\'\'\']           # how a text of unknown site shows that it is from here
# disable = ["common/en/some-rule"]     # common rules that are wrong here
evidence = 0                            # on how many real pages of the site the file was tried

# related

[[rule]]                                # `cleaner rules check {host}.toml` runs its examples
name = "related-stories"                # what is matched, not what is done
family = "related"                      # ticker related share newsletter comments consent advert
                                        # media byline legal navigation meta
kind = "line"                           # line | phrase | block | after | before
match = \'\'\'More from {name}: .+\'\'\'
where = "anywhere"                      # top | bottom | anywhere
reason = "link to another story"

[[rule.example]]                        # what it takes, and the exact result
before = """
The bridge was closed on Monday.

More from {name}: Ferry fares rise

It will open again in May.
"""
after = """
The bridge was closed on Monday.

It will open again in May.
"""

[[rule.example]]                        # a near miss: begins alike and must stay
same = """
More from {name} readers than ever wrote to the editor last week.
"""
'''
HTML = """
# [html]                                # what only the page's tree can say, XPath or CSS
# content = ["article .story-body"]     # where the article is
# drop = [".related", "//aside"]
"""
HTML_FROM = """
# [html]                                # what only the page's tree can say, XPath or CSS
# content = ["article .story-body"]     # where the article is
# drop = [                              # what was found in {page}
{drops}# ]
"""
LINES_FROM = """
# Short lines of {page} that no rule takes. Take the # away from a rule that is right on every page of the site, fill in
# family and reason, and try it: `cleaner rules try {host}.toml PATH...`
"""
