"""Set-up of all tests: reproducible examples, and nothing of the user's own configuration."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from command import Corpus

# No deadline, because the machine may be busy. In CI every run has the same examples; elsewhere each run has new ones.
settings.register_profile("here", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("here")


@pytest.fixture(autouse=True)
def _no_settings_from_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without variables that set colours, git or pre-commit: output is as in a pipe, and git has no global settings."""
    for name in [*os.environ]:
        if name in {"NO_COLOR", "FORCE_COLOR", "CLICOLOR_FORCE"} or name.startswith(("GIT_", "PRE_COMMIT")):
            monkeypatch.delenv(name)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")


@pytest.fixture(autouse=True, scope="session")
def _no_cache_of_the_user(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """The cache folder is a new one for this run of the tests."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture
def corpus(tmp_path: Path) -> "Corpus":
    """A folder of documents with one rule of its own."""
    from command import Corpus  # imports all commands, which most tests do not need

    return Corpus(tmp_path)
