"""`python -m cleaner.training`: train the model of texts."""

from collections.abc import Collection, Sequence

from cleaner.linemodel.network import Model
from cleaner.training.collections import Text, read
from cleaner.training.command import figures_of, parser, say, write
from cleaner.training.evaluate import Outcome, outcome, report
from cleaner.training.fit import fit
from cleaner.training.parts import Part


def measured(texts: Sequence[Text], part: Part, fitted_on: Collection[Part]) -> list[tuple[Text, Outcome]]:
    """The texts of one part of the hosts, each with its outcome by a model that is fitted on others."""
    model = Model.of(fit([text for text in texts if text.origin.part in fitted_on], say=say))
    return [(text, outcome(text, model)) for text in texts if text.origin.part is part]


def main() -> None:
    given = parser("cleaner.training", "the line model", "pages/, leftovers/ and dumps/").parse_args()
    texts = list(read(given.collections))
    say(f"{len(texts):,} texts of {len({text.origin.host for text in texts}):,} hosts")
    for part, fitted_on in figures_of(given):
        pairs = measured(texts, part, fitted_on)
        say(f"hosts of the part '{part}', by a model fitted on: {', '.join(fitted_on)}")
        for line in report([text for text, _ in pairs], [figures for _, figures in pairs]):
            say(f"  {line}")
    if given.output:
        write(given.output, fit([text for text in texts if text.origin.part in given.fit_on], say=say))


if __name__ == "__main__":
    main()
