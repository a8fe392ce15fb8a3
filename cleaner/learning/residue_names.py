"""Names that sites give to elements that hold residue."""

import re

# Classes and ids of boilerplate: families of residue, and the platforms that print them.
RESIDUE_NAMES = re.compile(
    r"related|recommend|share|social|newsletter|subscri|sign-?up|promo|advert|sponsor|comment|cookie|consent|sidebar"
    r"|most-?(?:read|popular|viewed)|trending|teaser|read-?(?:more|next|also)|also|tags?\b|breadcrumb|byline|author-?(?:bio|box)"
    r"|caption|credit|\bnav|menu|footer|paywall|outbrain|taboola|widget|disqus|follow|app-?(?:prompt|banner)|more-(?:on|from|news)",
    re.IGNORECASE,
)
