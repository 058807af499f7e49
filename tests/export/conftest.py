"""Plans read from samples, for tests that want what a user has."""

from datetime import date
from pathlib import Path

import pytest

from actionplans.pipeline import convert
from normalise.records import ActionPlan

SAMPLES = Path(__file__).parents[2] / "samples"
NAMES = ("agency_band_rows", "rag_by_fill_with_key", "without_a_plan", "ten_page_plan")


@pytest.fixture(scope="session")
def sample_plans() -> list[ActionPlan]:
    """Read some samples, as at a day on which not all was done."""
    return [convert(SAMPLES / f"{name}.pdf", date(2024, 3, 31)) for name in NAMES]
