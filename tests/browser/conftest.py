"""One browser for all tests, and a page made from a real plan."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from actionplans.pipeline import convert
from export.formats import export
from export.options import PICTURES
from normalise.records import ActionPlan
from tests.actionplans.made_pdfs import make_letter, make_plan
from tests.browser.chromium import Browser


@pytest.fixture(scope="session")
def started(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """Start the browser once."""
    browser = Browser(tmp_path_factory.mktemp("browser"))
    try:
        yield browser
    finally:
        browser.driver.quit()


@pytest.fixture
def browser(started: Browser) -> Browser:
    """Give the browser as at the start of a day: wide, and with nothing remembered."""
    started.resize(1440)
    started.driver.execute_cdp_cmd(
        "Storage.clearDataForOrigin", {"origin": "file://", "storageTypes": "all"}
    )
    for file in started.downloads.glob("*"):
        file.unlink()
    return started


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a folder for plans and their page."""
    return tmp_path_factory.mktemp("plans")


@pytest.fixture(scope="session")
def plans(folder: Path) -> list[ActionPlan]:
    """Convert two plans and a letter, with pictures."""
    sources = [
        make_plan(folder / "first.pdf", rows=9),
        make_plan(folder / "second.pdf", action="Train café staff", rows=3),
        make_letter(folder / "letter.pdf"),
    ]
    pictures = folder / PICTURES
    return [convert(source, date(2015, 1, 1), pictures=pictures) for source in sources]


@pytest.fixture(scope="session")
def page(plans: list[ActionPlan], folder: Path) -> Path:
    """Write the page beside the pictures of the plans."""
    (file,) = export(plans, folder, ["report"])
    return file
