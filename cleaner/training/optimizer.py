"""AdamW with one rise and fall of the rate; what is kept is an average of the weights over the last steps."""

from math import cos, pi

import numpy as np

from cleaner.linemodel.arrays import Numbers
from cleaner.training.gradient import LEXICON

# The rate rises from a 25th to the whole in this share of the steps, then falls to nothing.
RATE, RISE, FIRST_RATE, LAST_RATE = 4e-3, 0.15, 1 / 25, 1e-4
# Adam's usual ones.
MOMENTUM, SPREAD, TINY = 0.9, 0.999, 1e-8
# Words decay faster than the rest: one that says little comes to say nothing.
DECAY, WORD_DECAY = 1e-3, 0.1
LONGEST_STEP = 1.0
AVERAGE = 0.98


class Optimizer:
    """Changes `parameters` in place, step by step."""

    def __init__(self, parameters: dict[str, Numbers], steps: int) -> None:
        self.parameters, self.steps, self.taken = parameters, steps, 0
        self.average = {name: array.copy() for name, array in parameters.items()}
        self._momentum = {name: np.zeros_like(array) for name, array in parameters.items()}
        self._spread = {name: np.zeros_like(array) for name, array in parameters.items()}

    @property
    def rate(self) -> float:
        """Two halves of a cosine."""
        done = min(1.0, self.taken / max(1, self.steps - 1))
        if done < RISE:
            return RATE * _between(FIRST_RATE, 1.0, done / RISE)
        return RATE * _between(1.0, LAST_RATE, (done - RISE) / (1 - RISE))

    def step(self, gradient: dict[str, Numbers]) -> None:
        """One step down the gradient, which counts as no longer than `LONGEST_STEP`."""
        length = float(np.sqrt(sum(float((g.astype(np.float64) ** 2).sum()) for g in gradient.values())))
        shorter = min(1.0, LONGEST_STEP / (length + TINY))
        rate = self.rate
        self.taken += 1
        keep = min(AVERAGE, self.taken / (self.taken + 10))
        for name, parameter in self.parameters.items():
            g, momentum, spread = gradient[name] * shorter, self._momentum[name], self._spread[name]
            momentum += (1 - MOMENTUM) * (g - momentum)
            spread += (1 - SPREAD) * (g * g - spread)
            usual = np.sqrt(spread / (1 - SPREAD**self.taken)) + TINY
            step = rate / (1 - MOMENTUM**self.taken) * momentum / usual
            np.multiply(parameter, 1 - rate * (WORD_DECAY if name in LEXICON else DECAY), out=parameter)
            np.subtract(parameter, step, out=parameter)
            self.average[name] += (1 - keep) * (parameter - self.average[name])


def _between(start: float, end: float, share: float) -> float:
    return end + (start - end) * (1 + cos(pi * share)) / 2
