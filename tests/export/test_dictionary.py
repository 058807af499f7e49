"""One place holds each column's name, kind and description, and everything else follows it."""

from typing import get_args

import pytest

from export.dictionary import KIND_WORDS, Column, about, dictionary
from export.published import ROOT, in_short, published, with_dictionary
from export.tables import RECORDS
from normalise.records import Outcome, Reason, Status

COLUMNS = [(table, column) for table in RECORDS for column in dictionary(table)]


@pytest.mark.parametrize(("table", "column"), COLUMNS, ids=lambda part: getattr(part, "name", part))
def test_every_column_says_what_it_holds_and_means(table: str, column: Column) -> None:
    """In words that a table in Markdown can hold."""
    assert column.kind in KIND_WORDS
    assert column.description
    assert "|" not in column.description
    assert "\n" not in column.description
    assert about(table).endswith(".")


@pytest.mark.parametrize(
    ("table", "name", "kind", "words", "may_be_empty"),
    [
        ("actions", "status", "text", get_args(Status), False),
        ("actions", "target_date", "edtf", (), True),
        ("actions", "target_date_latest", "day", (), True),
        ("actions", "overdue", "truth", ("true", "false"), True),
        ("actions", "extra", "object", (), True),
        ("actions", "first_page", "integer", (), False),
        ("actions", "slippage_days", "integer", (), True),
        ("documents", "outcome", "text", get_args(Outcome), False),
        ("documents", "reason", "text", get_args(Reason), True),
        ("documents", "seconds", "number", (), False),
        ("cells", "x0", "number", (), False),
    ],
)
def test_the_records_say_what_each_column_holds(
    table: str, name: str, kind: str, words: tuple[str, ...], may_be_empty: bool
) -> None:
    """Closed sets of words, days, dates that are less than a day, and numbers."""
    (column,) = [column for column in dictionary(table) if column.name == name]
    assert (column.kind, column.words, column.may_be_empty) == (kind, words, may_be_empty)


def test_what_is_published_is_current() -> None:
    """If not, run python -m export.published."""
    for path, text in published().items():
        assert path.read_text(encoding="utf-8") == text, path


def test_a_page_with_the_marks_gets_the_dictionary() -> None:
    """In short, and keeps everything else."""
    page = "a\n<!-- data dictionary -->\nold\n<!-- end of data dictionary -->\nb\n"
    found = with_dictionary(page)
    assert in_short() in found
    assert found.startswith("a\n<!--")
    assert found.endswith("-->\nb\n")
    assert with_dictionary(found) == found
    assert with_dictionary("no marks") == "no marks"


def test_the_readme_names_every_column() -> None:
    """Between its marks, in a table short enough to be read."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert in_short() in readme
    assert len(in_short().splitlines()) < 40
    for name in ("actions", "dates", "issues", "documents"):
        assert [c.name for c in dictionary(name) if f"`{c.name}`" not in in_short()] == []
