"""The keys that site configs use, and why most of them have no counterpart in a rule file."""

from difflib import get_close_matches
from types import MappingProxyType

# As Full-Text RSS 3.8 has them; the keys that only its relatives know (Graby, Instapaper) stand with their like.
_LEFT_FOR = {
    "only the text is wanted": ("title", "author", "date", "native_ad_clue"),
    "nothing is ever fetched": (
        *("single_page_link", "single_page_link_in_feed", "next_page_link", "autodetect_next_page"),
        *("if_page_contains", "http_header", "requires_login", "not_logged_in_xpath", "login_uri"),
        *("login_username_field", "login_password_field", "login_extra_fields"),
    ),
    "nothing is ever rewritten": (
        *("find_string", "replace_string", "wrap_in", "move_into", "dissolve", "footnotes"),
        *("src_lazy_load_attr", "post_strip_attr", "convert_double_br_tags"),
    ),
    "pages are read in one way, whatever their site": (
        *("tidy", "prune", "parser", "autodetect_on_failure", "insert_detected_image", "strip_comments"),
        *("skip_json_ld", "skip_id_or_class"),
    ),
    "rule files are tested by examples": ("test_url", "test_contains"),
}
LEFT = MappingProxyType({key: reason for reason, keys in _LEFT_FOR.items() for key in keys})
MAPPED = MappingProxyType(
    {"body": "content", "strip": "drop", "strip_attr": "drop", "strip_id_or_class": "drop", "strip_image_src": "drop"}
)
WITH_ARGUMENT = frozenset({"replace_string", "http_header", "wrap_in", "move_into"})


def key_of(written: str) -> str | None:
    """The key, without its argument; None if there is no such key.

    >>> key_of("body"), key_of("http_header(user-agent)"), key_of("Body"), key_of("body(1)")
    ('body', 'http_header', None, None)
    """
    name, opened, argument = written.partition("(")
    known = name in WITH_ARGUMENT and argument.endswith(")") if opened else name in LEFT or name in MAPPED
    return name if known else None


def mend_of(written: str) -> str:
    """What the author of an unknown key may have meant.

    >>> mend_of("strip_id_or_clas")
    "did you mean 'strip_id_or_class'?"
    """
    name = written.partition("(")[0].strip()
    if name in WITH_ARGUMENT:
        return "a colon between the brackets ends the key; use find_string and replace_string"
    if name in LEFT or name in MAPPED:
        return f"write '{name}:', without brackets"
    near = get_close_matches(name.lower(), [*MAPPED, *LEFT], 1)
    return f"did you mean '{near[0]}'?" if near else "no key is like it; a comment begins with #"
