"""CSV files open right in a spreadsheet, and run nothing there."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from export.csv_files import guard, unguard
from export.formats import export
from export.options import Options
from export.tables import columns
from normalise.records import Action
from tests.export.made_plans import TEXTS, with_actions

TRIGGERS = "=+-@\t\r\n＝＋－＠"


@pytest.mark.parametrize(
    ("text", "guarded"),
    [
        ("=1+1", "'=1+1"),
        ("'=1+1", "''=1+1"),
        ("＝1", "'＝1"),
        ("-", "'-"),
        ("plain", "plain"),
        ("'quoted'", "'quoted'"),
        ("", ""),
        (7, 7),
    ],
)
def test_a_cell_that_would_run_gets_a_quote(text: str | int, guarded: str | int) -> None:
    """And a quote that stood there already is doubled, so that it can be told from ours."""
    assert guard(text) == guarded


@given(st.one_of(TEXTS, st.text("'=+-@\t\r\n＝＋－＠a", max_size=6)))
def test_the_guard_can_be_taken_off_again(text: str) -> None:
    """No cell that leaves here starts a formula, and none is changed for good."""
    guarded = guard(text)
    assert isinstance(guarded, str)
    assert not guarded.startswith(tuple(TRIGGERS))
    assert unguard(guarded) == text


def test_a_file_without_rows_still_has_its_headings(tmp_path: Path) -> None:
    """UTF-8 with a byte order mark, CRLF, and the columns in the order of the record."""
    export([], tmp_path, ["csv"])
    heading = ",".join(columns(Action))
    assert (tmp_path / "actions.csv").read_bytes() == f"\ufeff{heading}\r\n".encode()


def test_dates_issues_and_documents_stand_in_files_of_their_own(tmp_path: Path) -> None:
    """The four names that spreadsheets and scripts know."""
    names = ["actions.csv", "dates.csv", "issues.csv", "documents.csv"]
    assert export([], tmp_path, ["csv"]) == [tmp_path / name for name in names]


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r", "\x85", "\u2028", "\u2029"])
def test_one_line_for_each_row_where_tools_ask_for_it(tmp_path: Path, newline: str) -> None:
    """Every kind of line end is shown as a sign; only the ends of rows remain."""
    plan = with_actions({"action": f"Train{newline}staff", "lead": f"{newline}=1"})
    export([plan], tmp_path, ["csv"], Options(one_line=True))
    _, row = (tmp_path / "actions.csv").read_text(encoding="utf-8-sig").splitlines()
    assert "Train ⏎ staff" in row
    assert ", ⏎ =1," in row
