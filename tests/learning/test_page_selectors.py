"""What the pages of a site teach: where the article is, and what in it is not article."""

from itertools import islice, product

from cleaner.learning.learnt_selectors import NOTHING_LEARNT, LearntSelectors
from cleaner.learning.page_selectors import learn_selectors
from cleaner.learning.page_shape import PageOutline
from cleaner.pages.page import parse
from cleaner.pages.page_outline import page_outline

WHO = ("The miller", "A ferryman", "The warden", "Her brother")
DID = ("mended the lower gate", "counted the barges", "wrote to the county", "sold the old pump")
WHEN = ("before the frost came", "while the river was low", "on the last day of the fair", "in spite of the rain")
SENTENCES = [f"{who} {did} {when}, and told nobody of it." for who, did, when in product(WHO, DID, WHEN)]
FOOT = "Sign up for our letter from the fens"


def sentences(number: int) -> list[str]:
    return list(islice(SENTENCES, number * 4, number * 4 + 4))


def outline(
    number: int, page: str = "<div class='story-text'>{article}<div class='promo'>{foot}</div></div>"
) -> PageOutline:
    """A page with menu and footer around it; `page` says how the article is marked up."""
    article = "".join(f"<p>{sentence}</p>" for sentence in sentences(number))
    body = page.format(article=article, foot=FOOT, number=number)
    html = f"<ul class='menu'><li>Home<li>Harbour</ul>{body}<div class='related'><p>Story {number}: Eels are back</div>"
    return page_outline(parse(html).tree, "\n".join(sentences(number)), "")


def learnt(page: str, pages: int = 8) -> LearntSelectors:
    return learn_selectors([outline(number, page) for number in range(pages)])


def test_the_content_and_the_box_in_it_are_found() -> None:
    found = learn_selectors([outline(number) for number in range(8)])
    (content,), (box,) = found.content, found.drop
    assert (content.selector, content.pages, content.of, content.article) == (".story-text", 8, 8, 1.0)
    assert (box.selector, box.pages, box.article, box.repeated) == (".promo", 8, 0.0, 1.0)
    assert found.agreement == 1.0


def labelled(label: str) -> list[PageOutline]:
    """Pages with a heading whose last words are a link; the models take it for the article."""
    found = []
    for number in range(8):
        first, *rest = sentences(number)
        text = label.format(who=WHO[number % 4], number=number)
        heading = f"<h2>{first}<span class='edit'><a href='/{number}'>{text}</a></span></h2>"
        tree = parse(f"<ul><li>Home</ul><main>{heading}{'<br>'.join(rest)}</main>").tree
        found.append(page_outline(tree, "\n".join([first + text, *rest]), ""))
    return found


def test_a_label_that_recurs_within_lines_is_dropped_and_one_that_varies_is_not() -> None:
    [drop] = learn_selectors(labelled("[mend]")).drop
    assert (drop.selector, drop.pages, drop.article, drop.repeated) == (".edit", 8, 0.0, 1.0)
    assert learn_selectors(labelled("{who} of house {number}")).drop == ()
    assert learn_selectors(labelled("{who}")).drop == ()


def test_two_pages_teach_nothing() -> None:
    assert learn_selectors([outline(number) for number in range(2)]) == NOTHING_LEARNT


def test_a_site_without_stable_names_teaches_nothing() -> None:
    assert learnt("<div class='css-9x{number}'>{article}<p>{foot}</p></div>") == NOTHING_LEARNT


def test_a_part_of_the_article_elsewhere_is_added() -> None:
    ledes = [f"{who} has {did.split()[-1]}s to tell of." for who, did in product(WHO, DID)]

    def with_lede(number: int) -> PageOutline:
        article = [ledes[number], *sentences(number)]
        html = f"<p class='lede'>{article[0]}</p><p class='menu'>Home</p><main>{'<br>'.join(article[1:])}</main>"
        return page_outline(parse(html).tree, "\n".join(article), "")

    found = learn_selectors([with_lede(number) for number in range(8)])
    assert [each.selector for each in found.content] == ["main", ".lede"]


def test_a_box_that_holds_article_now_and_then_stays() -> None:
    page = "<main>{article}<div class='note'>{foot}</div></main>"
    pages = [outline(number, page) for number in range(8)]
    wrapped = "<main><div class='note'>{article}</div></main>"
    pages[0] = outline(0, wrapped)
    assert learn_selectors(pages).drop == ()


def test_a_selector_that_does_not_hold_on_other_pages_is_not_learnt() -> None:
    pages = [outline(number, "<div class='first-half'>{article}</div>") for number in range(4)]
    pages += [outline(number, "<div class='second-half'>{article}</div>") for number in range(4, 8)]
    assert learn_selectors(pages) == NOTHING_LEARNT


def test_the_order_of_pages_does_not_change_the_selectors() -> None:
    pages = [outline(number) for number in range(9)]
    assert learn_selectors(pages[::-1]) == learn_selectors(pages)
