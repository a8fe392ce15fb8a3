"""Invented texts of an invented paper, each with prose of its own between lines that all share."""

THINGS = ("harbour", "bridge", "school", "market", "ferry", "tower", "mill", "museum", "library", "lock", "quay")
DOINGS = (
    *("was closed for repairs", "will get a new roof", "had more visitors than in any year", "lost its old director"),
    *("is to be sold next spring", "was painted by volunteers", "stood empty for a week", "opened its doors again"),
    "celebrated with music",
)
AUTHORS = ("Ada Example", "Bo Sample", "Cy Other", "Dee Instance")


def prose(number: int) -> str:
    """Three paragraphs, which no other number below 99 has in this order."""
    paragraphs = []
    for step in (1, 2, 3):
        thing, other = THINGS[number * step % len(THINGS)], THINGS[(number + 5 * step) % len(THINGS)]
        doing = DOINGS[number * step % len(DOINGS)]
        paragraphs.append(
            f"The {thing} {doing}, said the speaker of council number {number * step}, and so the {other} must wait "
            f"until {1900 + number * 7 + step}, when there will be money for it."
        )
    return "\n\n".join(paragraphs)


def article(number: int, head: str = "", foot: str = "") -> str:
    """A text with a headline; `head` stands above it, and `foot` below its prose."""
    headline = f"{THINGS[number % len(THINGS)].title()} {DOINGS[number % len(DOINGS)]} in {1900 + number}"
    return "\n\n".join(part for part in (head, headline, prose(number), foot) if part) + "\n"


def foot(number: int) -> str:
    """A line with a name and a number, and two lines that are always the same."""
    author = AUTHORS[number % len(AUTHORS)]
    return f"Questions to {author}, room {number}.\nThe Harbour Post\nAll boats reserved since 1901"


def titles(number: int) -> str:
    """Three titles of other stories, which no other number has in this order."""
    picked = (number * 7 + step * 5 for step in range(3))
    return "\n".join(f"{THINGS[n % 11].title()} {DOINGS[n % 9]} after {n} days" for n in picked)
