"""How the fields of a table are separated and quoted."""

import re
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True)
class Dialect:
    """What separates and quotes fields. A quote in a quoted field is doubled, or has `escape` before it.

    With `spaces` there may be spaces before a quoted field.
    """

    delimiter: str = ","
    quote: str = '"'
    escape: str = ""
    spaces: bool = False

    @cached_property
    def opening(self) -> re.Pattern[str]:
        """The begin of a quoted field."""
        return re.compile((" *" if self.spaces else "") + re.escape(self.quote))

    @cached_property
    def inside(self) -> re.Pattern[str]:
        """What stands in a quoted field, up to the quote that closes it or to the end of the line."""
        quote, escape = re.escape(self.quote), re.escape(self.escape)
        escaped = f"{escape}.?+" if escape else quote * 2
        return re.compile(f"(?:[^{quote}{escape}]++|{escaped})*+", re.DOTALL)

    @cached_property
    def plain(self) -> re.Pattern[str]:
        """A field that is not quoted."""
        delimiter, escape = re.escape(self.delimiter), re.escape(self.escape)
        return re.compile(f"(?:[^{delimiter}\r\n{escape}]++" + (f"|{escape}[^\r\n]?+)*+" if escape else ")*+"))

    @cached_property
    def _escapes(self) -> re.Pattern[str]:
        signs = re.escape(self.quote + self.escape + self.delimiter)
        return re.compile(f"{re.escape(self.escape)}([{signs}])")

    def quoted(self, written: str) -> bool:
        """Whether a field is written in quotes."""
        return self.opening.match(written) is not None

    def value(self, written: str) -> str:
        """The value of a field as it is written.

        >>> Dialect().value('"She said ""no""."'), Dialect(escape="\\\\").value(r'"She said \\"no\\"."')
        ('She said "no".', 'She said "no".')
        """
        opening = self.opening.match(written)
        inner = written[opening.end() : -1] if opening else written
        if self.escape:
            return self._escapes.sub(r"\1", inner)
        return inner.replace(self.quote * 2, self.quote) if opening else inner

    def written(self, value: str, *, quoted: bool) -> str:
        """The value as a field, in quotes if this is asked for or needed.

        >>> Dialect().written("snow", quoted=False), Dialect().written("rain, wet", quoted=False)
        ('snow', '"rain, wet"')
        """
        if self.escape:
            value = value.replace(self.escape, self.escape * 2)
        if not quoted and not any(sign in value for sign in (self.delimiter, "\r", "\n")) and not self.quoted(value):
            return value
        return self.quote + value.replace(self.quote, (self.escape or self.quote) + self.quote) + self.quote
