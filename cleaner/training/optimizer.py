"""AdamW with a one-cycle learning rate; the weights that are kept are a moving average over the last steps."""

from math import cos, pi

import numpy as np

from cleaner.linemodel.arrays import Numbers
from cleaner.training.gradient import EMBEDDINGS

# The learning rate rises from FIRST_RATE to 1 times RATE in the first WARM_UP of the steps, then falls to LAST_RATE
# times RATE, along a cosine each time: the one-cycle schedule (Smith and Topin, 2018). RATE and the shares were chosen
# by hand.
RATE, WARM_UP, FIRST_RATE, LAST_RATE = 4e-3, 0.15, 1 / 25, 1e-4
# Adam's defaults (Kingma and Ba, 2015).
BETA_1, BETA_2, EPSILON = 0.9, 0.999, 1e-8
# Weight decay, per step and unit of the learning rate. Embeddings decay faster, so that a word that says little comes
# to say nothing. Chosen by hand.
DECAY, EMBEDDING_DECAY = 1e-3, 0.1
# Gradients with a larger norm, over all parameters, are scaled down to this. Chosen by hand.
MAX_GRADIENT_NORM = 1.0
# The moving average keeps EMA_DECAY of its value at each step, or step / (step + EMA_WARM_UP) if that is less, so that
# the random initial weights fade at once. Chosen by hand.
EMA_DECAY, EMA_WARM_UP = 0.98, 10


class Optimizer:
    """Changes `parameters` in place, step by step; `average` is the moving average of them."""

    def __init__(self, parameters: dict[str, Numbers], steps: int) -> None:
        self.parameters, self.steps, self.done = parameters, steps, 0
        self.average = {name: array.copy() for name, array in parameters.items()}
        self._mean = {name: np.zeros_like(array) for name, array in parameters.items()}
        self._mean_square = {name: np.zeros_like(array) for name, array in parameters.items()}

    @property
    def rate(self) -> float:
        """The learning rate of the next step."""
        done = min(1.0, self.done / max(1, self.steps - 1))
        if done < WARM_UP:
            return RATE * _cosine(FIRST_RATE, 1.0, done / WARM_UP)
        return RATE * _cosine(1.0, LAST_RATE, (done - WARM_UP) / (1 - WARM_UP))

    def step(self, gradient: dict[str, Numbers]) -> None:
        """Take one step against the gradient."""
        norm = float(np.sqrt(sum(float((g.astype(np.float64) ** 2).sum()) for g in gradient.values())))
        clipped = min(1.0, MAX_GRADIENT_NORM / (norm + EPSILON))
        rate = self.rate
        self.done += 1
        kept = min(EMA_DECAY, self.done / (self.done + EMA_WARM_UP))
        for name, parameter in self.parameters.items():
            g, mean, mean_square = gradient[name] * clipped, self._mean[name], self._mean_square[name]
            mean += (1 - BETA_1) * (g - mean)
            mean_square += (1 - BETA_2) * (g * g - mean_square)
            scale = np.sqrt(mean_square / (1 - BETA_2**self.done)) + EPSILON
            step = rate / (1 - BETA_1**self.done) * mean / scale
            decay = EMBEDDING_DECAY if name in EMBEDDINGS else DECAY
            np.multiply(parameter, 1 - rate * decay, out=parameter)
            np.subtract(parameter, step, out=parameter)
            self.average[name] += (1 - kept) * (parameter - self.average[name])


def _cosine(start: float, end: float, share: float) -> float:
    """The value after this share of half a cosine from `start` to `end`."""
    return end + (start - end) * (1 + cos(pi * share)) / 2
