"""One cleaner in many threads, and forks of the process while they clean."""

import os
import signal
import threading
import time
import warnings
from collections.abc import Iterator
from contextlib import contextmanager

import numpy as np
import pytest

from cleaner.api import Cleaner
from cleaner.linemodel.arrays import product
from cleaner.turns import in_turn

MENU = "".join(f"Share story {n}\nSubscribe to our newsletter\nCookies\nPrivacy policy\n" for n in range(200))
PROSE = "The river rose by half a metre during the night, and the lower road was closed to all cars.\n\n" * 40
TEXT = MENU + PROSE + MENU
# Forks in each round, and seconds that a forked process may take.
FORKS, SECONDS = 5, 30.0


@pytest.fixture(scope="module")
def cleaner() -> Cleaner:
    cleaner = Cleaner()
    cleaner.clean(TEXT)
    return cleaner


@contextmanager
def cleaning_threads(cleaner: Cleaner, count: int) -> Iterator[None]:
    done = threading.Event()

    def clean() -> None:
        while not done.is_set():
            cleaner.clean(TEXT)

    threads = [threading.Thread(target=clean) for _ in range(count)]
    for thread in threads:
        thread.start()
    try:
        yield
    finally:
        done.set()
        for thread in threads:
            thread.join()


def test_threads_get_the_same_results(cleaner: Cleaner) -> None:
    alone = cleaner.clean(TEXT)
    results = []
    threads = [threading.Thread(target=lambda: results.append(cleaner.clean(TEXT))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert results == [alone] * 8


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "fork"), reason="the system cannot fork")
def test_a_process_forked_while_threads_clean_can_clean(cleaner: Cleaner) -> None:
    with cleaning_threads(cleaner, 3):
        for _ in range(FORKS):
            with warnings.catch_warnings(action="ignore", category=DeprecationWarning):  # there are threads
                pid = os.fork()
            if pid == 0:
                os._exit(not cleaner.clean(TEXT).removed)
            deadline = time.monotonic() + SECONDS
            while (ended := os.waitpid(pid, os.WNOHANG)) == (0, 0):
                if time.monotonic() > deadline:
                    os.kill(pid, signal.SIGKILL)
                time.sleep(0.01)
            assert ended == (pid, 0)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the system cannot fork")
def test_a_fork_waits_until_no_document_is_half_cleaned() -> None:
    held, begun = threading.Lock(), threading.Event()

    @in_turn
    def work() -> None:
        with held:
            begun.set()
            time.sleep(0.2)

    thread = threading.Thread(target=work)
    thread.start()
    begun.wait()
    with warnings.catch_warnings(action="ignore", category=DeprecationWarning):  # there are threads
        pid = os.fork()
    if pid == 0:
        os._exit(not held.acquire(timeout=1))
    thread.join()
    assert os.waitpid(pid, 0) == (pid, 0)


def test_a_product_in_parts_is_the_product() -> None:
    rows = np.random.default_rng(1).random((5000, 96), dtype=np.float32)
    weights = np.random.default_rng(2).random((96, 32), dtype=np.float32)
    assert np.allclose(product(rows, weights), rows.astype(np.float64) @ weights)
