"""Options of the whole suite."""

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let a person, and nobody else, take today's outputs for the right ones."""
    parser.addoption(
        "--update-snapshots",
        action="store_true",
        help="write the outputs of today over tests/snapshots; look at the difference after it",
    )


@pytest.fixture
def updates_snapshots(request: pytest.FixtureRequest) -> bool:
    """Whether the outputs of today are to be kept."""
    return bool(request.config.getoption("--update-snapshots"))
