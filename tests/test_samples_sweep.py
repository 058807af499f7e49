"""Every committed sample yields what its source says, through the whole pipeline."""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from extract.plan import read_plan
from normalise.plan import normalise_plan
from normalise.records import ActionPlan
from samples.source import all_samples
from tests.differences import line_differences, meant_differences, printed_differences

FOLDER = Path(__file__).parent.parent / "samples"
NAMES = [sample.name for sample in all_samples()]

NOT_YET: Mapping[str, str] = {
    "narrow_columns_hyphenated": "'Co-|ordinator' is cut at a hyphen of its own, where cut words"
    " carry one too",
}
"""Samples that are read wrongly, each with the reason; whoever mends one removes it here."""

A_GAP = "a small gap between paragraphs is not seen where the line above is full"
AN_EDGE = "without rules a column is taken to be wider than its text"
LINES_NOT_YET: Mapping[str, str] = {
    "agency_band_rows": A_GAP,
    "agency_title_rows": A_GAP,
    "last_columns_on_other_pages": A_GAP,
    "no_rules_at_all": AN_EDGE,
    "ten_page_plan": "the rest of a date on the next line is taken for a paragraph",
    "white_rules_on_bands": A_GAP,
}
"""The same for samples whose words are right and whose line ends are not."""


def each_sample(not_yet: Mapping[str, str]) -> list[Any]:
    """Return the name of every sample, those that are not read yet marked as such."""
    return [
        pytest.param(
            name,
            marks=[pytest.mark.xfail(strict=True, reason=not_yet[name])] if name in not_yet else [],
        )
        for name in NAMES
    ]


def wanted(name: str) -> list[dict[str, Any]]:
    """Return the actions that a sample must yield."""
    text = (FOLDER / f"{name}.expected.json").read_text(encoding="utf-8")
    actions: list[dict[str, Any]] = json.loads(text)["actions"]
    return actions


@cache
def converted(name: str) -> ActionPlan:
    """Read a sample once for all tests."""
    return normalise_plan(read_plan(FOLDER / f"{name}.pdf"))


PARTIAL = {
    name: "a row that is completed in part is filed as in progress"
    for name in NAMES
    if any(row["expect"].get("status") == "partially_completed" for row in wanted(name))
}


@pytest.mark.parametrize("name", each_sample(NOT_YET))
def test_a_sample_yields_its_source(name: str) -> None:
    """Every row in order, every cell, agency and page, and no row more."""
    assert printed_differences(converted(name).actions, wanted(name)) == []


@pytest.mark.parametrize("name", each_sample(PARTIAL))
def test_a_sample_means_what_its_source_says(name: str) -> None:
    """Every status and date of which a careful reader would be sure."""
    assert meant_differences(converted(name).actions, wanted(name)) == []


@pytest.mark.parametrize("name", each_sample({}))
def test_no_character_of_a_sample_is_lost(name: str) -> None:
    """All that is printed on the pages of the plan stands under some rule."""
    assert converted(name).document.unplaced_characters == 0


@pytest.mark.parametrize("name", each_sample(LINES_NOT_YET))
def test_paragraphs_of_a_sample_stand_on_their_own_lines(name: str) -> None:
    """Items of lists and paragraphs keep their line ends, and lines of a paragraph lose theirs."""
    assert line_differences(converted(name).actions, wanted(name)) == []


def test_samples_not_read_yet_are_in_the_list() -> None:
    """A reason for a sample that is gone would excuse nothing."""
    assert set(NOT_YET) | set(LINES_NOT_YET) <= set(NAMES)
