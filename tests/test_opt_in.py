"""Mail and books: families whose rules run only when they are selected."""

import pytest

from cleaner import Cleaner
from cleaner.result import Status
from cleaner.rules.settings import Settings

REPLY = """\
Hallo!

Ja gerne, am Freitag nach dem Mittag kann ich kommen und die Winde ansehen. Legt bitte den Schlüssel auf die Bank.
"""
QUOTED = """
Am 4. Mai 2018 um 21:05 schrieb Hafenamt Beispielstadt <amt@example.de>:

> Hallo,
>
> sollen wir am Freitag die Winde reparieren? Sie steht seit dem Sturm still, und ohne sie kommt kein Boot aus dem
> Wasser. Wir bräuchten etwa zwei Stunden, und jemand müsste uns den Schuppen aufschließen.
>
> Mit freundlichen Grüßen
> das Hafenamt
"""
POEM = """\
THE WEIR

The weir runs white, the weir runs wide,
the miller sleeps on the other side,
and all night long the water says
the names of boats from other days.
"""
HEAD = """\
The Project Gutenberg eBook of The Weir and other verses

This ebook is for the use of whoever finds it. You may copy it.

Title: The Weir and other verses

*** START OF THE PROJECT GUTENBERG EBOOK THE WEIR ***


"""
LICENCE = """

*** END OF THE PROJECT GUTENBERG EBOOK THE WEIR ***

Newer editions will replace the ones before. Whoever redistributes this ebook may do so under the terms of the licence
below. They are long, and nobody reads them. Whoever does is sent to the next paragraph.

Section 1. General terms of use. By reading any part of this ebook you agree to be bound by them. If you do not agree,
you must stop reading. You must then return all copies. A refund can be asked for within thirty days.
"""
NOTE = """\
The winch on the upper slip is broken.
This message is confidential and intended only for the person it is addressed to.
Please bring a rope when you come.
"""


@pytest.mark.parametrize(
    ("family", "text", "clean"),
    [
        pytest.param("mail", REPLY + QUOTED, REPLY, id="quoted reply"),
        pytest.param("mail", NOTE, "".join(NOTE.splitlines(keepends=True)[::2]), id="disclaimer within a paragraph"),
        pytest.param("book", HEAD + POEM + LICENCE, POEM, id="frame around a poem"),
    ],
)
def test_an_opt_in_family_is_removed_only_when_it_is_selected(family: str, text: str, clean: str) -> None:
    result = Cleaner(settings=Settings(select=(family,))).clean(text)
    assert (result.text, result.status) == (clean, Status.OK)
    assert Cleaner().clean(text).text == text


def test_other_rules_run_beside_a_selected_family() -> None:
    text = f"{REPLY}\n[email protected]\n{QUOTED}"
    default = Cleaner().clean(text).text
    selected = Cleaner(settings=Settings(select=("mail",))).clean(text).text
    assert "[email protected]" not in default + selected


def test_a_mail_that_is_all_quotation_is_empty_and_says_so() -> None:
    result = Cleaner(settings=Settings(select=("mail",))).clean("> Shall we come on Friday?\n> We need an hour.\n")
    assert result.status is Status.EMPTY
    assert result.problems == ("all of the text was removed",)
