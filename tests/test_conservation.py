"""No word of a sample is lost between page and rows, and none stands in two rows."""

from collections import Counter
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from extract.plan import read_plan
from extract.records import PrintedPlan
from samples.source import all_samples
from tests.printed_words import words_in_rows, words_printed, words_unnamed

FOLDER = Path(__file__).parent.parent / "samples"
CUT = frozenset({"sheets_cut_through_words"})
"""Samples whose pages print halves of words, which the sweep compares once they are whole."""
NAMES = [sample.name for sample in all_samples() if sample.name not in CUT]
UNRECORDED: Mapping[str, str] = {
    "grouped_headings_rotated_page": "headings over groups of columns are counted, not recorded",
    "plan_in_report_appendix": "other tables on a page of the plan are counted, not recorded",
}


@cache
def read(name: str) -> tuple[PrintedPlan, Counter[str]]:
    """Read a sample once for both tests: its plan, and the words on the pages of the plan."""
    path = FOLDER / f"{name}.pdf"
    plan = read_plan(path)
    return plan, words_printed(path, plan.plan_pages)


@pytest.mark.parametrize("name", NAMES)
def test_no_word_stands_in_two_rows(name: str) -> None:
    """The rows hold a word at most as often as the pages print it, filled-down cells apart."""
    plan, printed = read(name)
    assert words_in_rows(plan) - printed == Counter()


def each_sample() -> list[Any]:
    """Return the name of every sample, those with words that no record holds marked as such."""
    return [
        pytest.param(name, marks=[pytest.mark.xfail(strict=True, reason=UNRECORDED[name])])
        if name in UNRECORDED
        else name
        for name in NAMES
    ]


@pytest.mark.parametrize("name", each_sample())
def test_every_word_outside_the_rows_has_a_name(name: str) -> None:
    """What is in no row is a heading, an agency, a full-width row, a key or named text."""
    plan, printed = read(name)
    assert words_unnamed(plan, printed - words_in_rows(plan)) == []
