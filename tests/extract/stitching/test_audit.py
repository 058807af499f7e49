"""A last look over finished rows: what no row of a plan should look like is a doubt."""

from collections.abc import Sequence
from typing import Literal

import pytest

from extract.records import Cell, Column, Row, Section
from extract.stitching.audit import audited

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
    return [(doubt.kind, doubt.row) for doubt in audited([section], {})]


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


def section_of(
    number: int,
    columns: Sequence[Column] = COLUMNS,
    agency: str = "",
    reading: Literal["ruled", "unruled", "form"] = "ruled",
    blank: int = -1,
) -> Section:
    """Return a section of plain rows on its own page; `blank` is a column without cells at all."""
    rows = tuple(
        Row(
            number=n,
            cells=tuple(None if at == blank else Cell(text=t) for at, t in enumerate(texts)),
            first_page=number,
            last_page=number,
        )
        for n, texts in enumerate([row[: len(columns)] for row in PLAIN], 1)
    )
    cell = Cell(text=agency) if agency else None
    return Section(number=number, agency=cell, columns=tuple(columns), rows=rows, reading=reading)


def test_rows_beside_lost_letters_are_doubted() -> None:
    """If there are more than a stray few."""
    pages = [section_of(1), section_of(2)]
    assert audited(pages, {2: 4}) == []
    assert {(d.kind, d.section) for d in audited(pages, {2: 40})} == {("text_unplaced", 2)}


def test_columns_unlike_the_others_are_doubted_where_no_rules_part_them() -> None:
    """A heading may have hidden some; where rules part them, a document may hold two plans."""
    few = COLUMNS[:2]
    for reading, said in (("unruled", {("columns_changed", 3)}), ("ruled", set())):
        sections = [section_of(1), section_of(2), section_of(3, few, reading=reading)]  # type: ignore[arg-type]
        kinds = {(d.kind, d.section) for d in audited(sections, {}) if d.row}
        assert kinds == said


def test_a_section_without_the_agency_that_others_have_is_doubted() -> None:
    """Its heading may have been missed."""
    sections = [section_of(1, agency="Police"), section_of(2, agency="Coroner"), section_of(3)]
    assert {(d.kind, d.section) for d in audited(sections, {})} == {("section_unsure", 3)}
    assert audited([section_of(1), section_of(2)], {}) == []


def test_a_form_without_a_label_that_others_have_is_doubted() -> None:
    """It may be torn."""
    whole, torn = section_of(1, reading="form"), section_of(1, reading="form", blank=2)
    mixed = whole.model_copy(update={"rows": (*whole.rows[:6], *torn.rows[6:])})
    assert [d.row for d in audited([mixed], {})] == [7]
