"""`python -m cleaner.training`: train the model of texts."""

from collections.abc import Sequence

from cleaner.linemodel.network import Model
from cleaner.training.collections import FOLDS, Text, read
from cleaner.training.command import arguments, say, write
from cleaner.training.evaluate import Outcome, outcome, report
from cleaner.training.fit import fit


def measured(texts: Sequence[Text], unseen: int, untouched: int | None) -> list[tuple[Text, Outcome]]:
    """The texts of one fold of hosts, each with its outcome by a model that is trained on the other folds."""
    model = Model.of(fit([t for t in texts if t.origin.fold not in (unseen, untouched)], say=say))
    return [(t, outcome(t, model)) for t in texts if t.origin.fold == unseen]


def main() -> None:
    given = arguments("cleaner.training", "the line model", "pages/, leftovers/ and dumps/")
    texts = list(read(given.collections))
    say(f"{len(texts):,} texts of {len({text.origin.host for text in texts}):,} hosts")
    if not given.no_figures:
        others = [fold for fold in range(FOLDS) if fold != given.untouched]
        in_turn = [pair for fold in others for pair in measured(texts, fold, given.untouched)]
        for title, pairs in (
            ("hosts kept out in turn", in_turn),
            ("untouched hosts", measured(texts, given.untouched, None)),
        ):
            say(f"{title}:")
            for line in report([text for text, _ in pairs], [outcome for _, outcome in pairs]):
                say(f"  {line}")
    if given.output:
        write(given.output, fit(texts, say=say))


if __name__ == "__main__":
    main()
