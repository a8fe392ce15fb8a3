"""Evidence in words: in how many documents a line was, where it stood, and beside what."""

from collections.abc import Iterator

from cleaner.learning.judgement import NEARLY_ALL, Judged
from cleaner.learning.outline import Stand
from cleaner.learning.repeats import Portion, RepeatedLine

# Characters of a line that are shown.
SHOWN = 90
WHERE = {
    Stand.HEAD: "above the article",
    Stand.INSIDE: "inside the article",
    Stand.FOOT: "below the article",
    Stand.NOWHERE: "in texts without prose",
}


def counts(judged: Judged) -> str:
    """Such as "in 37 of 41 documents, always last"."""
    repeat = judged.repeat
    return f"in {repeat.documents:,} of {judged.of:,} documents, {place(repeat)}"


# Where a part of a line stands, and where a line with all that is beyond it.
PARTS = {
    Portion.BELOW: "below the article, and what is below it varies",
    Portion.ABOVE: "above the article, and what is above it varies",
    Portion.START: "at the start of a long line",
    Portion.END: "at the end of a long line",
    Portion.MIDDLE: "between gaps of a long line",
}


def place(repeat: RepeatedLine) -> str:
    """Where a line, or a part of one, stands."""
    if repeat.part in PARTS:
        return PARTS[repeat.part]
    for count, word in ((repeat.last, "last"), (repeat.first, "first")):
        if count == repeat.occurrences:
            return f"always {word}"
        if count >= NEARLY_ALL * repeat.occurrences:
            return f"nearly always {word}"
    return ", ".join(WHERE[where] for where, _ in repeat.places.most_common())


def varies(repeat: RepeatedLine) -> str:
    """What stands where the documents differ."""
    forms = len(repeat.forms)
    return f"{forms:,} forms" if forms > 1 else "always the same"


def left_lines(judged: Judged) -> Iterator[str]:
    """What a person needs to decide on a line."""
    elsewhere = f": {', '.join(judged.elsewhere)}" if judged.elsewhere else ""
    repeat = judged.repeat
    yield f"{shown(repeat.forms.most_common(1)[0][0])}"
    yield f"  {counts(judged)}, {varies(repeat)}; {judged.doubt}{elsewhere}"
    for witness in repeat.witnesses:
        above, below = shown(witness.above, SHOWN // 2), shown(witness.below, SHOWN // 2)
        yield f"  {witness.name}: {above or '(start)'} | {shown(witness.line, SHOWN // 2)} | {below or '(end)'}"


def shown(line: str, most: int = SHOWN) -> str:
    """A line, cut if it is long."""
    return line if len(line) <= most else line[: most - 1] + "…"
