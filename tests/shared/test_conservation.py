"""Nothing that a plan of the corpus prints is lost on the way to its rows, or stands in two."""

from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from extract.plan import read_plan
from extract.records import PrintedPlan
from tests.printed_words import words_in_rows, words_printed, words_unnamed
from tests.shared.data import documents

pytestmark = pytest.mark.shared

CORPUS = documents("corpus")
OTHER_TABLES = "other tables on a page of the plan are counted, not recorded"
UNRECORDED = {
    "eastholme_by_recommendation": OTHER_TABLES,
    "penharrow_rotated": "headings over groups of columns are counted, not recorded",
}


@cache
def read(path: Path) -> PrintedPlan:
    """Read a document once for all tests."""
    return read_plan(path)


def each_document(unrecorded: dict[str, str]) -> list[Any]:
    """Return every document, those with words that no record holds marked as such."""
    return [
        pytest.param(
            path,
            id=path.stem,
            # Kept on one worker, so that each document is read once.
            marks=[pytest.mark.xdist_group(path.stem), *_excused(unrecorded.get(path.stem))],
        )
        for path in CORPUS
    ]


def _excused(why: str | None) -> list[pytest.MarkDecorator]:
    return [pytest.mark.xfail(strict=True, reason=why)] if why else []


@pytest.mark.parametrize("path", each_document({}))
def test_no_character_is_lost(path: Path) -> None:
    """All that is printed on the pages of the plan stands under some rule."""
    assert read(path).unplaced_characters == 0


@pytest.mark.parametrize("path", each_document({}))
def test_no_word_stands_in_two_rows(path: Path) -> None:
    """The rows hold a word at most as often as the pages print it, filled-down cells apart."""
    plan = read(path)
    assert words_in_rows(plan) - words_printed(path, plan.plan_pages) == Counter()


@pytest.mark.parametrize("path", each_document(UNRECORDED))
def test_every_word_outside_the_rows_has_a_name(path: Path) -> None:
    """What is in no row is a heading, an agency, a full-width row, a key or named text."""
    plan = read(path)
    outside = words_printed(path, plan.plan_pages) - words_in_rows(plan)
    assert words_unnamed(plan, outside) == []
