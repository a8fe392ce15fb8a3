"""Characters that match as another one, and line ends as one."""

# Characters that match as another one, one to one so that offsets hold: white space within lines, as str.isspace
# knows it; letters whose other case is ASCII (long s, Kelvin sign, dotted and dotless i); and the apostrophe.
ASCII_SPACES = "\t\x0b\x0c\x1c\x1d\x1e\x1f"
SPACES = (
    "\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000"
)
LETTERS = {"\u017f": "s", "\u212a": "K", "\u0130": "I", "\u0131": "i", "\u2019": "'"}
EQUIVALENTS = dict.fromkeys(ASCII_SPACES + SPACES, " ") | LETTERS
# The characters that most texts consist of, which stay as they are.
PLAIN = bytes({*range(0x20, 0x7F), *b"\n"})


def folded(text: str, odd: str) -> tuple[str, str]:
    """The text with line ends as `\\n` and characters folded, each one to one; and what is odd after that.

    `odd` are the characters of the text that are not plain.
    """
    if "\r" in odd:
        text = text.replace("\r\n", " \n").replace("\r", "\n")
    for char, folded in EQUIVALENTS.items() if odd else ():
        if char in odd:
            text, odd = text.replace(char, folded), odd.replace(char, "")
    return text, odd
