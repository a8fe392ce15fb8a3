"""What was learnt from pages, as the `[html]` part of a rule file."""

from collections.abc import Iterator

from cleaner.learning.learnt_selectors import LearntSelector, LearntSelectors


def html_table(found: LearntSelectors) -> Iterator[str]:
    """The lines of the table; none if nothing was learnt.

    >>> content = LearntSelector(".story", pages=9, of=9, article=0.98, repeated=0.01)
    >>> print(*html_table(LearntSelectors((content,))), sep="\\n")
    [html]
    content = [
      # on 9 of 9 pages: 98 % of the article; 1 % of it recurs
      '.story',
    ]
    """
    if not found.content:
        return
    yield from ("[html]", "content = [")
    for each in found.content:
        yield f"  # {_on(each)}: {_percent(each.article)} of the article; {_percent(each.repeated)} of it recurs"
    yield f"  '{found.html.content[0]}',"
    yield "]"
    if found.drop:
        yield "drop = ["
        for each in found.drop:
            yield f"  # {_on(each)}: {_percent(each.article)} of it is article; {_percent(each.repeated)} recurs"
            yield f"  '{each.selector}',"
        yield "]"


def _on(each: LearntSelector) -> str:
    return f"on {each.pages} of {each.of} pages"


def _percent(share: float) -> str:
    return f"{100 * share:.0f} %"
