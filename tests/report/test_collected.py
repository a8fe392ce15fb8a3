"""What a report collects does not depend on the order of the documents, and does not grow with them."""

from cleaner.report.collected import MOST_DOUBTFUL, MOST_SAMPLES, Amount, Collected, largest
from cleaner.report.outcomes import Cleaned, Shown
from cleaner.result import Status
from cleaner.text.functionwords import Language
from cleaner.text.languages import Languages

ENGLISH = Languages((Language("en"),), (), "its words")


def outcome(number: int) -> Cleaned:
    status, problems = (Status.SUSPICIOUS, ("too much",)) if number % 3 == 0 else (Status.OK, ())
    site = f"pier{number % 2}.example (--site)"
    shown = Shown("<pre>Rain.</pre>", 10, 9)
    return Cleaned(None, status, 100, 10, (), problems, site, ENGLISH, shown=shown)


def collected(numbers: list[int]) -> Collected:
    result = Collected()
    for number in numbers:
        result.add(f"{number}.txt", outcome(number))
    return result


def test_the_same_documents_are_chosen_in_any_order() -> None:
    numbers = list(range(400))
    first = collected(numbers)
    second = collected(numbers[::-1])
    assert [*first.samples] == [*second.samples]
    assert len([*first.samples]) == MOST_SAMPLES
    assert len([*first.doubtful]) == MOST_DOUBTFUL
    assert {sample.words.partition(":")[0] for sample in first.doubtful} == {"suspicious"}


def test_amounts_are_those_of_sites_and_languages() -> None:
    found = collected([1, 2, 3])
    assert dict(largest(found.sites)) == {"pier1.example": Amount(2, 200, 20), "pier0.example": Amount(1, 100, 10)}
    assert found.languages == {"en": Amount(3, 300, 30)}
    assert (found.words_before, found.words_after) == (30, 27)
