"""How well the model does on texts of hosts that it has not seen: the figures of the model card."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np

from cleaner.heuristics.decision import line_facts, lines_to_drop
from cleaner.heuristics.headline import without_headline
from cleaner.linemodel.arrays import Numbers
from cleaner.linemodel.network import Model
from cleaner.training.collections import Text

# A text has lost some of the article when its recall falls by more than this.
LOST = 0.01


class Outcome(NamedTuple):
    """Word F1 of a text as it is, of what stays, and at best; how much recall fell; words, and words that went."""

    raw: float
    clean: float
    best: float
    fall: float
    words: int
    gone: int


class Summary(NamedTuple):
    """`closed` is the gain in F1 by the gain that was to be had, `worst` the smallest gain of a source.

    `lost` is the share of texts that lost some of the article, `clean` the mean F1 over sources.
    """

    closed: float
    worst: float
    lost: float
    clean: float


def outcome(text: Text, model: Model) -> Outcome:
    """What the model makes of one text."""
    lines = len(text.share)
    stays = np.ones(lines, bool)
    if text.plain is not None:
        x = text.features.astype(np.float32)
        probability = model.probabilities(text.lines, x)
        stays[without_headline(x, lines_to_drop(line_facts(x, probability, text.lines.size, text.plain)))] = False
    raw, clean = f1(text, np.ones(lines, bool)), f1(text, stays)
    best = max(raw[1], f1(text, text.share >= 1 / 2)[1])
    gone = len(text.words) - int(stays[text.of_line].sum())
    return Outcome(raw[1], clean[1], best, raw[0] - clean[0], len(text.words), gone)


def f1(text: Text, stays: Numbers) -> tuple[float, float]:
    """Recall and F1 of the words of these lines."""
    held = text.words[stays[text.of_line]]
    counts = np.bincount(held, minlength=len(text.wanted))
    same = int(np.minimum(counts, text.wanted).sum())
    return same / max(1, text.article), 2 * same / max(1, len(held) + text.article)


def summarize(outcomes: Sequence[Outcome], sources: Sequence[tuple[str, str]]) -> Summary:
    """Over texts that each are of a source; every source counts alike."""
    by_source: dict[tuple[str, str], list[Outcome]] = defaultdict(list)
    for found, source in zip(outcomes, sources, strict=True):
        by_source[source].append(found)
    means = np.array(
        [np.mean([(o.raw, o.clean, o.best, o.fall > LOST) for o in found], 0) for found in by_source.values()]
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
    """A line for each kind of text."""
    for kind in ("leftovers", "dumps"):
        chosen = [i for i, text in enumerate(texts) if text.origin.kind == kind]
        if chosen:
            sources = [(texts[i].origin.collection, texts[i].origin.made_by) for i in chosen]
            s = summarize([outcomes[i] for i in chosen], sources)
            yield (
                f"{kind}: {len(chosen):,} texts, closed {s.closed:.1%}, worst source {s.worst:+.4f}, "
                f"lost text {s.lost:.1%}, mean F1 {s.clean:.4f}"
            )
    for collection in sorted({text.origin.collection for text in texts}):
        golds = [o for t, o in zip(texts, outcomes, strict=True) if t.origin[:2] == ("gold", collection)]
        words, gone = sum(o.words for o in golds), sum(o.gone for o in golds)
        yield f"gold {collection}: {len(golds):,} articles, {gone / max(1, words):.3%} of the words gone"
