"""The folder on which the tests of commands work."""

from pathlib import Path

import pytest
from command import Corpus


@pytest.fixture
def corpus(tmp_path: Path) -> Corpus:
    """A folder of documents with one rule of its own."""
    return Corpus(tmp_path)
