"""A layer of the network, compared with the sum written out."""

import numpy as np
import pytest

from cleaner.linemodel.network import REACH, Layer

LINES, HIDDEN = 20, 4


@pytest.mark.parametrize("distance", [1, 3, REACH])
def test_a_layer_adds_what_it_sees_at_its_distance(distance: int) -> None:
    rng = np.random.default_rng(distance)
    layer = Layer(
        rng.normal(size=(3 * HIDDEN, HIDDEN)).astype(np.float32), rng.normal(size=HIDDEN).astype(np.float32), distance
    )
    rows = np.zeros((LINES + 2 * REACH, HIDDEN), np.float32)
    rows[REACH:-REACH] = rng.normal(size=(LINES, HIDDEN))
    expected = rows.copy()
    for i in range(REACH, REACH + LINES):
        seen = np.concatenate([rows[i - distance], rows[i], rows[i + distance]])
        expected[i] += np.maximum(seen @ layer.weights + layer.bias, 0)
    layer.add_to(rows)
    np.testing.assert_allclose(rows, expected, rtol=1e-5, atol=1e-5)
