"""The printed texts of a row under the canonical names of their columns."""

import pytest

from extract.records import Cell
from normalise.rows.text import RowText, rag_of, row_text
from tests.normalise.printed import cell, section


def read(*pairs: tuple[str, str, Cell | str | None], agency: str = "") -> RowText:
    """Read a row from its columns: heading, field and cell."""
    columns = [(heading, field) for heading, field, _ in pairs]
    made = section(columns, [text for _, _, text in pairs], agency=agency)  # type: ignore[arg-type]
    return row_text(made, made.rows[0])


def test_cells_go_by_the_field_of_their_column() -> None:
    """Blank ones go nowhere."""
    text = read(("Action", "action", "Train"), ("Lead", "lead", ""), ("When", "theme", None))
    assert text.fields == {"action": "Train"}


def test_two_columns_of_one_field_stand_one_under_the_other() -> None:
    """In the order of print."""
    text = read(("Evidence", "evidence", "Audit"), ("Impact", "evidence", "Fewer falls"))
    assert text.fields["evidence"] == "Audit\nFewer falls"


def test_other_columns_keep_their_heading() -> None:
    """Beside the known ones."""
    text = read(("Action", "action", "Train"), ("Risk score", "extra", "12"))
    assert text.extra == {"Risk score": "12"}


@pytest.mark.parametrize(
    ("printed", "rag"),
    [
        (cell("Green"), "green"),
        (cell("G"), "green"),
        (cell("", "#ffc000"), "amber"),
        (cell("●", "#00b050"), "green"),
        (cell("Red", "#00b050"), "red"),
        (cell("", "#d9d9d9"), ""),
        (cell(""), ""),
    ],
)
def test_a_rating_is_its_word_or_its_fill(printed: Cell, rag: str) -> None:
    """The word counts where both are printed."""
    assert rag_of(printed) == rag


def test_words_in_a_column_of_ratings_are_a_status() -> None:
    """A colour alone is none."""
    assert read(("RAG", "rag", "Completed")).fields == {"status_text": "Completed"}
    assert read(("RAG", "rag", "Green")).fields == {}
    assert read(("RAG", "rag", cell("●", "#00b050"))).fields == {}
    assert read(("RAG", "rag", cell("●"))).fields == {"status_text": "●"}


def test_a_status_column_may_hold_ratings() -> None:
    """Where the plan has no column for them."""
    assert read(("Status", "status_text", cell("", "#ff0000"))).rag == "red"
    assert read(("Status", "status_text", cell("■", "#ff0000"))).rag == "red"
    assert read(("Status", "status_text", cell("Open", "#ff0000"))).rag == ""


def test_a_full_width_row_fills_the_recommendation() -> None:
    """Unless the row has one of its own."""
    made = section([("Action", "action")], ["Train"])
    row = made.rows[0].model_copy(update={"recommendation": cell("Agencies should share")})
    assert row_text(made, row).fields["recommendation"] == "Agencies should share"
    own = section([("Recommendation", "recommendation")], ["Its own"])
    row = own.rows[0].model_copy(update={"recommendation": cell("Agencies should share")})
    assert row_text(own, row).fields["recommendation"] == "Its own"


def test_the_agency_is_that_of_the_row_then_of_its_section() -> None:
    """On one line, however narrow its column."""
    assert read(("Action", "action", "Train"), agency="Police").agency == "Police"
    own = read(("Agency", "agency", "Ambulance\nService"), agency="Police")
    assert own.agency == "Ambulance Service"
    assert "agency" not in own.fields


def test_of_several_ratings_the_newest_counts() -> None:
    """Those of the past are kept under their headings; an empty one says nothing."""
    ratings = [("RAG Q1", "rag", "Red"), ("RAG Q2", "rag", "Amber"), ("RAG Q3", "rag", "")]
    text = read(*ratings)
    assert (text.rag, text.extra) == ("amber", {"RAG Q1": "Red"})
    text = read(("Current RAG", "rag", "G"), ("Previous RAG", "rag", cell("", "#ff0000")))
    assert (text.rag, text.extra) == ("green", {"Previous RAG": "red"})
