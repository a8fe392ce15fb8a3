"""The keys of site configs, and why rule files support few of them."""

from types import MappingProxyType

from cleaner.errors import did_you_mean

# The keys of Full-Text RSS 3.8, and those that only the related programs Graby and Instapaper know.
_UNSUPPORTED_FOR = {
    "only the text is extracted": ("title", "author", "date", "native_ad_clue"),
    "nothing is ever fetched": (
        *("single_page_link", "single_page_link_in_feed", "next_page_link", "autodetect_next_page"),
        *("if_page_contains", "http_header", "requires_login", "not_logged_in_xpath", "login_uri"),
        *("login_username_field", "login_password_field", "login_extra_fields"),
    ),
    "nothing is ever rewritten": (
        *("find_string", "replace_string", "wrap_in", "move_into", "dissolve", "footnotes"),
        *("src_lazy_load_attr", "post_strip_attr", "convert_double_br_tags"),
    ),
    "pages of all sites are read in the same way": (
        *("tidy", "prune", "parser", "autodetect_on_failure", "insert_detected_image", "strip_comments"),
        *("skip_json_ld", "skip_id_or_class"),
    ),
    "rule files are tested with examples": ("test_url", "test_contains"),
}
# The reason why a key is not supported.
UNSUPPORTED = MappingProxyType({key: reason for reason, keys in _UNSUPPORTED_FOR.items() for key in keys})
# The field of the `[html]` table that a key becomes.
HTML_FIELDS = MappingProxyType(
    {"body": "content", "strip": "drop", "strip_attr": "drop", "strip_id_or_class": "drop", "strip_image_src": "drop"}
)
# Keys that have an argument in brackets: `http_header(user-agent): ...`.
WITH_ARGUMENT = frozenset({"replace_string", "http_header", "wrap_in", "move_into"})


def key_of(written: str) -> str | None:
    """The key without its argument, or None if there is no such key.

    >>> key_of("body"), key_of("http_header(user-agent)"), key_of("Body"), key_of("body(1)")
    ('body', 'http_header', None, None)
    """
    name, opened, argument = written.partition("(")
    known = name in WITH_ARGUMENT and argument.endswith(")") if opened else name in UNSUPPORTED or name in HTML_FIELDS
    return name if known else None


def suggestion(written: str) -> str:
    """What to write instead of an unknown key, for an error message.

    >>> suggestion("strip_id_or_clas")
    "did you mean 'strip_id_or_class'?"
    """
    name = written.partition("(")[0].strip()
    if name in WITH_ARGUMENT:
        return "a colon inside the brackets ends the key; use find_string and replace_string"
    if name in UNSUPPORTED or name in HTML_FIELDS:
        return f"write '{name}:', without brackets"
    return did_you_mean(name.lower(), [*HTML_FIELDS, *UNSUPPORTED], "no key is similar; a comment begins with #")
