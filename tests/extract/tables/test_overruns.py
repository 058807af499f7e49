"""Lines that run over the lower edge of a row that is too low belong to the cell above."""

from extract.tables.assigned import assigned
from extract.tables.grid import Grid, GridCell
from extract.tables.overruns import settled
from extract.text.words import Word, words_of
from tests.extract.drawn import glyphs

HEIGHTS = (0.0, 12.0, 24.0, 60.0)
EDGES = (0.0, 60.0, 160.0)
CELLS = tuple(
    GridCell(row, column, row, column, EDGES[column], HEIGHTS[row], EDGES[column + 1], bottom)
    for row, bottom in enumerate(HEIGHTS[1:])
    for column in (0, 1)
)
GRID = Grid(EDGES, HEIGHTS, CELLS, False, False)


def drawn(*texts: tuple[str, float, float, bool]) -> list[Word]:
    """Draw each text, at its x and baseline, in turn."""
    return [
        word
        for run, (text, x, baseline, bold) in enumerate(texts)
        for word in words_of(glyphs(text, x, baseline, 8.0, bold=bold, run=run))
    ]


def texts_of(words: list[Word]) -> list[str]:
    """Say what each cell holds, row by row."""
    homes = settled(words, assigned(words, [GRID]), [GRID])
    return [" ".join(w.text for w in homes.get((0, at), [])) for at in range(len(CELLS))]


def test_a_heading_runs_over_into_the_row_below() -> None:
    """The next heading is drawn after its second line, so that line is no row's."""
    words = drawn(
        ("Target", 2, 9, True), ("Date", 2, 18.5, True), ("Action", 62, 9, True),
        ("May 2020", 2, 33, False), ("Write to schools", 62, 33, False),
    )  # fmt: skip
    assert texts_of(words) == ["Target Date", "Action", "", "", "May 2020", "Write to schools"]


def test_a_heading_is_printed_over_the_text_below() -> None:
    """Two texts on one spot are not one text."""
    words = drawn(
        ("Lead", 2, 9, True), ("Evidence", 62, 9, True), ("Registrar", 2, 21, False),
        ("Outcome", 62, 18.5, True), ("Minutes of board", 62, 19, False),
    )  # fmt: skip
    assert texts_of(words)[:4] == ["Lead", "Evidence Outcome", "Registrar", "Minutes of board"]


def test_a_line_that_reads_on_runs_over() -> None:
    """No cell begins like this."""
    words = drawn(
        ("Lead", 2, 9, True), ("How shall we", 62, 9, True), ("know of it", 62, 18.5, True)
    )
    assert texts_of(words)[:4] == ["Lead", "How shall we know of it", "", ""]


def test_rows_of_one_line_stay_rows() -> None:
    """Drawn row by row, however close they stand."""
    words = drawn(
        ("Lead", 2, 9, True), ("Action", 62, 9, True), ("Coroner", 2, 21, True),
        ("Agree form", 62, 21, True), ("Library", 2, 33, True), ("Print form", 62, 33, True),
    )  # fmt: skip
    assert texts_of(words) == ["Lead", "Action", "Coroner", "Agree form", "Library", "Print form"]


def test_a_text_runs_on_over_an_edge_between_two_of_its_words() -> None:
    """A title in the first cell of a spreadsheet's row, over the rules that part the others."""
    title = words_of(glyphs("Coastguard and lifeboats", 18, 9, 8.0))
    cells = drawn(("Coastguard", 18, 21, False), ("Sign the rota", 62, 21, False))
    wanted = ["Coastguard and lifeboats", "", "Coastguard", "Sign the rota"]
    assert texts_of(title + cells)[:4] == wanted


def test_a_heading_runs_over_into_the_row_of_a_title() -> None:
    """Bold words beside a title are no row; those of a row are many, or not bold."""
    edges = (0.0, 60.0, 160.0, 220.0, 280.0, 340.0)
    cells = tuple(
        GridCell(row, column, row, column, edges[column], HEIGHTS[row], edges[column + 1], bottom)
        for row, bottom in enumerate(HEIGHTS[1:])
        for column in range(5)
    )
    grid = Grid(edges, HEIGHTS, cells, False, False)
    words = drawn(
        ("Action", 2, 9, True), ("Target", 62, 9, True), ("Coroner", 2, 21, True),
        ("Date", 62, 18.5, True), ("Agree form", 2, 33, False), ("May 2020", 62, 33, False),
    )  # fmt: skip
    homes = settled(words, assigned(words, [grid]), [grid])
    assert [w.text for w in homes[0, 1]] == ["Target", "Date"]
    assert [w.text for w in homes[0, 5]] == ["Coroner"]


def test_a_heading_runs_over_in_the_first_column_of_a_second_sheet() -> None:
    """It stands nearer to its row's edge than the headings do to theirs; a title does not."""
    edges = (0.0, 60.0, 160.0, 220.0)
    cells = tuple(
        GridCell(row, column, row, column, edges[column], HEIGHTS[row], edges[column + 1], bottom)
        for row, bottom in enumerate(HEIGHTS[1:])
        for column in range(3)
    )
    grid = Grid(edges, HEIGHTS, cells, False, False)
    for baseline, wanted in ((18.8, ["Lead", "officer"]), (21.0, ["Lead"])):
        words = drawn(
            ("Target", 62, 9, True), ("Rating", 162, 9, True), ("Lead", 2, 9, True),
            ("officer", 2, baseline, True), ("Coroner", 2, 33, False), ("May", 62, 33, False),
        )  # fmt: skip
        words = [w._replace(text=w.text.title()) for w in words]
        homes = settled(words, assigned(words, [grid]), [grid])
        assert [w.text.lower() for w in homes[0, 0]] == [w.lower() for w in wanted]


def test_a_text_that_begins_small_is_of_its_own_row_where_it_stands_level() -> None:
    """As 'ongoing' does in a table set tight; only what hangs out of its row has run over."""
    words = drawn(
        ("Action", 2, 9, False), ("Status", 62, 9, False), ("Train", 2, 21, False),
        ("ongoing", 62, 21, False), ("Audit", 2, 33, False), ("(b) done", 62, 33, False),
    )  # fmt: skip
    assert texts_of(words) == ["Action", "Status", "Train", "ongoing", "Audit", "(b) done"]
