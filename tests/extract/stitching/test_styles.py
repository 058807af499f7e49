"""What full-width rows and headings name is judged by all that are set alike."""

from extract.stitching.building import OpenCell, Piece
from extract.stitching.styles import Caption, Style, Styles
from tests.extract.drawn import drawn_line

PLAIN = Style(True, "#eeeeee", False, 10, "#000000")
LONG = [
    "Cascade what was learned to all front-line staff of the service",
    "Improve the keeping of records by the teams that visit homes",
    "Train the staff of the emergency department on signs of abuse",
]


def band(text: str, style: Style = PLAIN) -> Caption:
    """Draw a full-width row."""
    piece = Piece(1, (0, 0, 100, 12), (drawn_line(text),), "", (0, 100))
    return Caption(OpenCell([piece]), style, True)


def test_a_short_row_among_recommendations_is_one_too() -> None:
    """Rows of one style are of one kind."""
    captions = [band(text) for text in (*LONG, "New archive")]
    styles = Styles(captions, "Action plan")
    assert {styles.kind_of(c, ["action", "lead"]) for c in captions} == {"recommendation"}


def test_short_rows_are_themes() -> None:
    """So are bold ones, however long."""
    themes = [band(text) for text in ("Training", "Records", "New archive")]
    assert {Styles(themes, "").kind_of(c, ["action"]) for c in themes} == {"theme"}
    bold = [band(text, PLAIN._replace(bold=True)) for text in LONG]
    assert {Styles(bold, "").kind_of(c, ["action"]) for c in bold} == {"theme"}


def test_a_heading_of_a_kind_of_content_names_no_agency() -> None:
    """Though it is set as the names of agencies are."""
    captions = [band(text) for text in ("Kent Police", "Kent Council", "Completed actions")]
    styles = Styles(captions, "Action plan")
    assert [styles.names_agency(c) for c in captions] == [True, True, False]
