"""What every test stands on: the same examples on every run, and nothing of the user's own set-up."""

import os
from collections.abc import Iterator

import pytest
from hypothesis import settings

# The machine may be busy, so no example is timed; CI draws the same examples each time, a person's runs new ones.
settings.register_profile("here", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("here")


@pytest.fixture(autouse=True)
def _no_settings_from_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    """Colours are as in a pipe, and git and pre-commit know only what the test tells them."""
    for name in [*os.environ]:
        if name in {"NO_COLOR", "FORCE_COLOR", "CLICOLOR_FORCE"} or name.startswith(("GIT_", "PRE_COMMIT")):
            monkeypatch.delenv(name)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")


@pytest.fixture(autouse=True, scope="session")
def _no_cache_of_the_user(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """What runs keep for the next one is kept for these tests alone."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        yield
