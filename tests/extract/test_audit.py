"""A last look over finished rows: what no row of a plan should look like is a doubt."""

from collections.abc import Sequence
from typing import Literal

import pytest

from extract.audit import audited
from extract.records import Cell, Column, Row, Section

COLUMNS = (
    Column(heading="No.", field="reference"),
    Column(heading="Action", field="action"),
    Column(heading="Target date", field="target_date_text"),
)
PLAIN = [(str(n), f"Train the staff of ward {n}.", "June 2021") for n in range(1, 8)]


def doubts_of(
    rows: Sequence[Sequence[str]], reading: Literal["ruled", "unruled"] = "ruled"
) -> list[tuple[str, int | None]]:
    """Return the kind and the row of each doubt about a section of such rows."""
    made = tuple(
        Row(number=n, cells=tuple(Cell(text=t) for t in texts), first_page=1, last_page=1)
        for n, texts in enumerate(rows, 1)
    )
    section = Section(number=1, agency=None, columns=COLUMNS, rows=made, reading=reading)
    return [(doubt.kind, doubt.row) for doubt in audited([section])]


def test_rows_like_each_other_are_right() -> None:
    """Nothing is said of them."""
    assert doubts_of(PLAIN) == []


@pytest.mark.parametrize(
    "odd",
    [
        ("31", "Train the staff.", "June 2021"),
        ("8", "and write to the other agencies.", "June 2021"),
        ("8", "Train all the staff of the ward and", "June 2021"),
        ("8\n9", "Train the staff.", "June 2021"),
        ("1 0", "Train the staff.", "June 2021"),
        ("8", "", "June 2021"),
        ("8", "Train the staff.", "June 2021. " * 12),
    ],
)
def test_a_row_unlike_the_others_is_a_doubt(odd: tuple[str, str, str]) -> None:
    """Numbers that jump, torn sentences, several entries in one, an entry that tells a story."""
    assert doubts_of([*PLAIN, odd]) == [("row_irregular", 8)]


def test_many_odd_rows_put_their_section_in_doubt() -> None:
    """One reading made them all."""
    torn = [(n, "and write to the agencies.", "June 2021") for n in ("8", "9", "10")]
    assert [row for _, row in doubts_of([*PLAIN, *torn])] == list(range(1, 11))


def test_stories_under_dates_speak_of_their_own_rows_only() -> None:
    """In many plans the column of dates tells how far the work has come."""
    told = [(n, "Train the staff.", "June 2021. " * 12) for n in ("8", "9", "10")]
    assert [row for _, row in doubts_of([*PLAIN, *told])] == [8, 9, 10]


def test_clear_alignment_is_one_doubt_for_its_section() -> None:
    """Where rows look wrong as well, it is one for each row."""
    assert doubts_of(PLAIN, "unruled") == [("reading_without_rules", None)]
    torn = [(n, "and write to the agencies.", "June 2021") for n in ("8", "9")]
    found = doubts_of([*PLAIN, *torn], "unruled")
    assert [row for kind, row in found if kind == "reading_without_rules"] == list(range(1, 10))
