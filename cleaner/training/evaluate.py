"""Measures a model on texts of hosts that it has not seen: the figures of the model card."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np

from cleaner.heuristics.furniture import furniture_of
from cleaner.heuristics.rows import Prediction, rows_to_drop
from cleaner.linemodel.arrays import Numbers
from cleaner.linemodel.network import Model
from cleaner.training.collections import Text

# The fall of recall from which a text counts as having lost article text: one word in a hundred. Chosen by hand.
LOST = 0.01


class Outcome(NamedTuple):
    """The figures of one text.

    Word F1 of the whole text, of the lines that stay, and of the best lines; the fall of recall; words; words removed.
    """

    raw: float
    clean: float
    best: float
    fall: float
    words: int
    removed: int


class Summary(NamedTuple):
    """The figures of many texts, as means over their sources.

    `closed` is the gain in F1 as a share of the possible gain, `worst` the smallest gain of a source in F1, `lost` the
    share of texts that lost article text, `clean` the mean F1.
    """

    closed: float
    worst: float
    lost: float
    clean: float


def outcome(text: Text, model: Model) -> Outcome:
    """The figures of one text with this model."""
    lines = len(text.target)
    stays = np.ones(lines, bool)
    if text.plain is not None:
        x = text.features.astype(np.float32)
        number = model.vocabulary.numbers_in(text.lines)
        probability, headline = model.predictions(text.lines, x, number).T
        if furniture_of(text.lines, model.vocabulary.furniture.take(number)).shows_page(probability):
            prediction = Prediction(text.lines, number, x, probability, headline)
            stays[rows_to_drop(prediction, text.lines.size, text.plain, model.vocabulary)] = False
    raw, clean = f1(text, np.ones(lines, bool)), f1(text, stays)
    best = max(raw[1], f1(text, text.target >= 1 / 2)[1])
    removed = len(text.words) - int(stays[text.of_line].sum())
    return Outcome(raw[1], clean[1], best, raw[0] - clean[0], len(text.words), removed)


def f1(text: Text, stays: Numbers) -> tuple[float, float]:
    """Recall and F1 of the words of the lines that stay, against the words of the reference."""
    kept = text.words[stays[text.of_line]]
    counts = np.bincount(kept, minlength=len(text.wanted))
    same = int(np.minimum(counts, text.wanted).sum())
    return same / max(1, text.article), 2 * same / max(1, len(kept) + text.article)


def summarize(outcomes: Sequence[Outcome], sources: Sequence[tuple[str, str]]) -> Summary:
    """The figures of texts, each of the source beside it; every source counts alike."""
    by_source: dict[tuple[str, str], list[Outcome]] = defaultdict(list)
    for one, source in zip(outcomes, sources, strict=True):
        by_source[source].append(one)
    means = np.array(
        [np.mean([(o.raw, o.clean, o.best, o.fall > LOST) for o in of_source], 0) for of_source in by_source.values()]
    )
    raw, clean, best, lost = means.T
    room = float((best - raw).sum())
    return Summary(
        float((clean - raw).sum()) / room if room else 0.0,
        float((clean - raw).min()),
        float(lost.mean()),
        float(clean.mean()),
    )


def report(texts: Sequence[Text], outcomes: Sequence[Outcome]) -> Iterator[str]:
    """A line for each kind of text, and one for the articles of each collection."""
    for kind in ("leftovers", "dumps"):
        chosen = [i for i, text in enumerate(texts) if text.origin.kind == kind]
        if chosen:
            sources = [(texts[i].origin.collection, texts[i].origin.made_by) for i in chosen]
            s = summarize([outcomes[i] for i in chosen], sources)
            yield (
                f"{kind}: {len(chosen):,} texts, closed {s.closed:.1%}, worst source {s.worst:+.4f}, "
                f"lost article text {s.lost:.1%}, mean F1 {s.clean:.4f}"
            )
    for kind, collection in sorted({text.origin[:2] for text in texts if text.origin.kind in ("gold", "clean")}):
        true = [o for t, o in zip(texts, outcomes, strict=True) if t.origin[:2] == (kind, collection)]
        total, removed = sum(o.words for o in true), sum(o.removed for o in true)
        yield f"{kind} {collection}: {len(true):,} texts, {removed / max(1, total):.3%} of the words removed"
