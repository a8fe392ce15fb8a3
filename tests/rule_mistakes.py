"""Rule files with one mistake each, and the message that names it."""

RULE = """
[[rule]]
name = "related-news"
family = "related"
kind = "line"
match = '''Related News'''
reason = "title of related stories"
[[rule.example]]
before = "One\\nRelated News"
after = "One"
[[rule.example]]
same = "Related News is a paper."
"""
BLOCK = RULE.replace('"line"', '"block"')


def in_rule(line: str) -> str:
    return RULE.replace("reason", f"{line}\nreason", 1)


def in_block(lines: str) -> str:
    return BLOCK.replace("reason", f"{lines}\nreason", 1)


def instead(old: str, new: str) -> str:
    assert old in RULE
    return RULE.replace(old, new, 1)


MISTAKES = {
    "unknown key": ("site = ['x.com']", "field 'site': unknown key; did you mean 'sites'?"),
    "unknown key like no other": (
        "zzz = 1",
        "field 'zzz': unknown key; the keys are sites, language, detect, disable, evidence, rule, html",
    ),
    "unknown language": (
        "language = 'xx'",
        "field 'language': 'xx' is not a value of this field; write one of ar, bg, bn, ca, cs, da, de, el, en,",
    ),
    "language of a site": (
        "sites = ['x.com']\nlanguage = 'de'",
        "field 'language': the rules of a site run on all its documents; remove it, or remove sites",
    ),
    "sites no list": (
        "sites = 'x.com'",
        """field 'sites': this is 'x.com', not a list of strings, none empty; write sites = ["example.com"]""",
    ),
    "sites no strings": ("sites = [1]", "field 'sites': this is [1], not a list of strings, none empty; "),
    "empty site": (
        "sites = ['x.com', ' ']",
        "field 'sites': this is ['x.com', ' '], not a list of strings, none empty",
    ),
    "site no host": ("sites = ['example']", "field 'sites': 'example' is not a host; write the host alone"),
    "site an address": ("sites = ['https://x.com/']", "field 'sites': 'https://x.com/' is not a host; "),
    "bad detect": ("detect = '('", "field 'detect': an opening bracket without a closing one in '('; "),
    "evidence no number": ("evidence = true", "field 'evidence': this is true, not a whole number; write evidence = 4"),
    "html no table": ("html = 1", "field 'html': this is 1, not a table; write [html]"),
    "html's unknown key": ("[html]\ndrops = []", "field 'html.drops': unknown key; did you mean 'drop'?"),
    "html's unknown key like no other": ("[html]\nzzz = []", "'html.zzz': unknown key; the keys are content, drop"),
    "html's drop no list": ("[html]\ndrop = '//a'", "field 'html.drop': this is '//a', not a list of strings"),
    "rule no list": ("rule = 1", "field 'rule': this is 1, not a list of tables; write [[rule]]"),
    "rule no table": ("rule = [1]", "field 'rule': this is [1], not a list of tables; write [[rule]]"),
    "rule's unknown key": (
        in_rule("ends = 'x'"),
        "rule 'related-news': field 'ends': unknown key; did you mean 'end'?",
    ),
    "no name": (
        instead('name = "related-news"', ""),
        "rule 'number 1': field 'name': missing; add name = \"headline-ticker\"",
    ),
    "name no string": (
        instead('"related-news"', "7"),
        "rule 'number 1': field 'name': this is 7, not a string; write name = ",
    ),
    "name with a space": (
        instead("related-news", "related news"),
        "field 'name': a name is words with hyphens; such as",
    ),
    "name with a slash": (instead("related-news", "en/related"), "field 'name': a name is words with hyphens; such as"),
    "same name twice": (RULE + RULE, "rule 'related-news': field 'name': 2 rules have this name; rename all but one"),
    "no family": (
        instead('family = "related"', ""),
        "rule 'related-news': field 'family': missing; add family = \"related\"",
    ),
    "unknown family": (
        instead('"related"', '"relatives"'),
        "field 'family': 'relatives' is not a value of this field; write one of ticker, ",
    ),
    "no kind": (instead('kind = "line"', ""), "field 'kind': missing"),
    "unknown kind": (
        instead('"line"', '"lines"'),
        "'lines' is not a value of this field; write one of line, phrase, block, after, before",
    ),
    "unknown where": (
        in_rule("where = 'middle'"),
        "field 'where': 'middle' is not a value of this field; write one of top, bottom, ",
    ),
    "unknown verb": (
        in_rule("verb = 'cut'"),
        "field 'verb': 'cut' is not a value of this field; write one of drop, keep",
    ),
    "no pattern in the list": (instead("'''Related News'''", "[]"), "field 'match': empty; write match = '''...'''"),
    "no match": (instead("match = '''Related News'''", ""), "field 'match': missing; add match = '''...'''"),
    "match no pattern": (
        instead("'''Related News'''", "3"),
        "field 'match': this is 3, not a pattern or a list of patterns, none empty; write match = '''...'''",
    ),
    "empty match": (
        instead("'''Related News'''", "['A', '']"),
        "field 'match': this is ['A', ''], not a pattern or a list",
    ),
    "bad match": (
        instead("'''Related News'''", "['A', 'B(']"),
        "field 'match': an opening bracket without a closing one in 'B('; ",
    ),
    "no reason": (
        instead('reason = "title of related stories"', ""),
        "field 'reason': missing; add reason = \"link to another story\"",
    ),
    "blank reason": (
        instead('"title of related stories"', '" "'),
        "field 'reason': empty; write reason = \"link to another story\"",
    ),
    "case no boolean": (in_rule("case = 1"), "field 'case': this is 1, not true or false; write case = true"),
    "enabled no boolean": (in_rule("enabled = 'no'"), "field 'enabled': this is 'no', not true or false"),
    "end without block": (
        in_rule("end = 'x'"),
        "field 'end': only kind block has this field; remove it, or write kind = \"block\"",
    ),
    "max_lines without block": (in_rule("max_lines = 3"), "field 'max_lines': only kind block has this field; "),
    "block without end": (BLOCK, "field 'end': missing, and kind block needs it; add end = '''...'''"),
    "block with an empty end": (in_block("end = []\nmax_lines = 3"), "field 'end': missing, and kind block needs it; "),
    "block without max_lines": (
        in_block("end = 'x'"),
        "field 'max_lines': missing, and kind block needs it; add max_lines = 12",
    ),
    "block of one line": (
        in_block("end = 'x'\nmax_lines = 1"),
        "field 'max_lines': this is 1, and must be more than 1; write max_lines = 12",
    ),
    "max_lines no whole number": (
        in_block("end = 'x'\nmax_lines = true"),
        "field 'max_lines': this is true, not a whole number; write max_lines = 12",
    ),
    "over prose in a line": (
        in_rule("over_prose = true"),
        "field 'over_prose': only kinds after and before have this field; remove it, or change the kind",
    ),
    "recurs once": (in_rule("recurs = 1"), "field 'recurs': this is 1, and must be more than 1; write recurs = 3"),
    "bad end": (
        in_block("end = '['\nmax_lines = 3"),
        "field 'end': the pattern ends too early in '['",
    ),
    "no example": (
        RULE.partition("[[rule.example]]")[0],
        "field 'example': no example; add [[rule.example]] with before",
    ),
    "no near miss": (
        RULE.rpartition("[[rule.example]]")[0],
        "field 'example': no near miss; add [[rule.example]] with same",
    ),
    "near miss alone": (
        instead('before = "One\\nRelated News"\nafter = "One"', 'same = "x"'),
        "field 'example': no example; add",
    ),
    "example without after": (
        instead('after = "One"', ""),
        "field 'example': an example has before and after, or same; ",
    ),
    "example of both forms": (
        instead('after = "One"', 'after = "One"\nsame = "x"'),
        "an example has before and after, or same",
    ),
    "example no strings": (
        instead('after = "One"', "after = 1"),
        "field 'example.after': this is 1, not a string; write after = ",
    ),
    "example no table": (
        RULE.partition("[[rule.example]]")[0] + "example = ['x']",
        "field 'example': this is ['x'], not a list of tables; write [[rule.example]]",
    ),
    "example's unknown key": (
        instead('after = "One"', 'aftre = "One"'),
        "rule 'related-news': field 'example.aftre': unknown key; did you mean 'after'?",
    ),
}

# The mistakes that take more than the shape of the file to see: what a pattern says, and two tables that clash.
BEYOND_SHAPE = {"language of a site", "over prose in a line", "bad detect", "bad match", "bad end", "same name twice"}
