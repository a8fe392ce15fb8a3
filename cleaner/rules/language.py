"""The keys of a rule file: what `parse` accepts, and what the JSON Schema tells editors."""

from collections.abc import Mapping
from types import MappingProxyType

from cleaner.rules.rule import Family, Kind
from cleaner.rules.tables import BOOLEAN, PATTERNS, STRING, STRINGS, TABLE, TABLES, WHOLE_NUMBER, Key
from cleaner.text.functionwords import Language
from cleaner.text.mark import Verb
from cleaner.text.zones import Where

# A name is part of the rule's id, which is a word of a command line: no slash, no white space.
NAME = r"[^/\s]+"
# Every host has a dot and no slash; `sites.host_of` decides.
HOST = r"[^/]*\.[^/]*"

EXAMPLE: Mapping[str, Key] = MappingProxyType(
    {
        "before": Key(
            STRING,
            'before = """..."""',
            "A text from which the rule removes something. A line <prose> stands for three paragraphs of plain prose.",
        ),
        "after": Key(STRING, 'after = """..."""', "Exactly what is left of `before`."),
        "same": Key(
            STRING,
            'same = """..."""',
            "A near miss: a text that begins like what the rule removes, and that the rule leaves as it is.",
        ),
    }
)

RULE: Mapping[str, Key] = MappingProxyType(
    {
        "name": Key(
            STRING,
            'name = "headline-ticker"',
            "Words with hyphens that say what is matched, not what is done with it. Each name occurs once in a file.",
            required=True,
            pattern=NAME,
        ),
        "family": Key(
            STRING, 'family = "related"', "The kind of residue that the rule matches.", required=True, choices=Family
        ),
        "kind": Key(
            STRING,
            'kind = "line"',
            "How far a match reaches. `line`: the line. `phrase`: the matched part of a line. `block`: from the line "
            "through the next line that matches `end`. `after`: the line and all that follows, up to the next run of "
            "prose. `before`: the line and all above it, down from the last run of prose.",
            required=True,
            choices=Kind,
        ),
        "match": Key(
            PATTERNS,
            "match = '''...'''",
            "A regular expression, or a list of them, one of which must match. It matches a line in full; with kind "
            "`phrase` it is searched for in the line.",
            required=True,
        ),
        "where": Key(
            STRING,
            'where = "bottom"',
            "Where the matching line must lie: above the prose core, below it, either of these, or anywhere.",
            default=Where.ANYWHERE,
            choices=Where,
        ),
        "reason": Key(
            STRING,
            'reason = "link to another story"',
            "A few words that `cleaner check` and `cleaner explain` print.",
            required=True,
        ),
        "verb": Key(
            STRING,
            'verb = "keep"',
            "`drop` removes what the match reaches. `keep` protects it from all rules that drop.",
            default=Verb.DROP,
            choices=Verb,
        ),
        "end": Key(
            PATTERNS,
            "end = '''...'''",
            "Kind `block` only: a regular expression, or a list of them, for the line that ends the block.",
            default=(),
        ),
        "max_lines": Key(
            WHOLE_NUMBER,
            "max_lines = 12",
            "Kind `block` only: the largest number of lines in the block, counting both ends but no blank lines.",
            default=0,
            above=1,
        ),
        "case": Key(BOOLEAN, "case = true", "Whether upper and lower case differ.", default=False),
        "enabled": Key(
            BOOLEAN,
            "enabled = false",
            "Whether the rule runs. A rule that is not enabled runs only if `--select` names it.",
            default=True,
        ),
        "in_structure": Key(
            BOOLEAN,
            "in_structure = true",
            "Whether the rule also applies inside front matter, code and tables.",
            default=False,
        ),
        "over_prose": Key(
            BOOLEAN,
            "over_prose = true",
            "Kinds `after` and `before` only: whether the match reaches over prose, to the end or start of the text.",
            default=False,
        ),
        "recurs": Key(
            WHOLE_NUMBER,
            "recurs = 3",
            "How many lines, alike but for their digits, the rule must match in a text to remove any of them.",
            default=1,
            above=1,
        ),
        "example": Key(
            TABLES,
            "[[rule.example]]",
            "Texts that show what the rule removes and what it leaves. At least one has `before` and `after`, and at "
            "least one has `same`.",
            default=(),
        ),
    }
)

# Kind `block` needs both; no other kind has them.
BLOCK_KEYS = ("end", "max_lines")

HTML: Mapping[str, Key] = MappingProxyType(
    {
        "content": Key(
            STRINGS,
            'content = ["article .story-body"]',
            "XPath or CSS selectors of the article. The first that finds text is used, and nothing else.",
            default=(),
        ),
        "drop": Key(
            STRINGS, 'drop = [".related", "//aside"]', "XPath or CSS selectors of elements to remove.", default=()
        ),
    }
)

FILE: Mapping[str, Key] = MappingProxyType(
    {
        "sites": Key(
            STRINGS,
            'sites = ["example.com"]',
            "The hosts, with their subdomains, whose documents the rules are for. Without it, the rules run on every "
            "document.",
            default=(),
            pattern=HOST,
        ),
        "language": Key(
            STRING,
            'language = "de"',
            "The language that the rules are for. They run on texts, and on lines, in this language. Without it, they "
            "run on texts in any language. A file with `sites` has none.",
            choices=Language,
        ),
        "detect": Key(
            PATTERNS,
            "detect = '''Example News Wire'''",
            "A regular expression, or a list of them, that shows that a text of unknown site is from this site.",
            default=(),
        ),
        "disable": Key(
            STRINGS, 'disable = ["common/en/bylines"]', "Ids of common rules that are wrong on this site.", default=()
        ),
        "evidence": Key(
            WHOLE_NUMBER, "evidence = 4", "The number of real pages on which the file was tried.", default=0
        ),
        "rule": Key(TABLES, "[[rule]]", "The rules.", default=()),
        "html": Key(TABLE, "[html]", "What only the tree of a page can say.", default=MappingProxyType({})),
    }
)
