"""Set-up of the tests of `cleaner cluster`."""

from pathlib import Path

import pytest
from cluster_run import ClusterRun


@pytest.fixture
def cluster(tmp_path: Path) -> ClusterRun:
    return ClusterRun(tmp_path)
