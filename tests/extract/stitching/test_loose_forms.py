"""Forms that no grid holds: labels beside or above their values."""

from extract.stitching.loose_forms import with_loose_forms
from extract.tables.finding import PageTables
from extract.text.lexicon import Lexicon
from extract.text.words import Line, lines_of, words_of
from tests.extract.drawn import drawn_line, drawn_page, drawn_table, glyphs

NOTHING = Lexicon([])
FIRST = [("Recommendation", "Share it"), ("Action", "Write it"), ("Lead", "Police")]
SECOND = [("Recommendation", "Learn it"), ("Action", "Teach it"), ("Lead", "Council")]


def tables_on(*pages: PageTables) -> list[list[list[str]]]:
    """Return the texts of each table that the lines of the pages were made."""
    return [
        [[cell.text for cell in table.row(row)] for row in range(table.rows)]
        for page in with_loose_forms(pages, {}, NOTHING)
        for table in page.tables
    ]


def above(pairs: list[tuple[str, str]], top: float = 100.0) -> list[Line]:
    """Draw each label in bold, with its value in the line under it."""
    lines = []
    for n, (label, value) in enumerate(pairs):
        lines.append(drawn_line(label, baseline=top + 30 * n, bold=True))
        lines.append(drawn_line(value, baseline=top + 30 * n + 12))
    return lines


def beside(pairs: list[tuple[str, str]], top: float = 100.0) -> list[Line]:
    """Draw each label and its value on one line, the values in a column."""
    return [
        lines_of(words_of(glyphs(a, 0, top + 20 * n) + glyphs(b, 150, top + 20 * n, run=1)))[0]
        for n, (a, b) in enumerate(pairs)
    ]


def as_rows(pairs: list[tuple[str, str]]) -> list[list[str]]:
    """Return labels and values as the rows of a table."""
    return [[label, value] for label, value in pairs]


def test_values_may_stand_below_their_labels() -> None:
    """Each form is a table of labels and values."""
    page = drawn_page(1, lines=above(FIRST) + above(SECOND, 250))
    assert tables_on(page) == [as_rows(FIRST), as_rows(SECOND)]


def test_values_may_stand_beside_their_labels() -> None:
    """In a column of their own."""
    page = drawn_page(1, lines=beside(FIRST) + beside(SECOND, 250))
    assert tables_on(page) == [as_rows(FIRST), as_rows(SECOND)]


def test_values_may_follow_a_colon() -> None:
    """On the line of their label, and on the next."""
    lines = [drawn_line(f"{a}: {b}", baseline=100 + 20 * n) for n, (a, b) in enumerate(FIRST)]
    lines += [drawn_line(f"{a}: {b}", baseline=200 + 20 * n) for n, (a, b) in enumerate(SECOND)]
    lines.append(drawn_line("of Westmarch", baseline=252))
    second = [["Recommendation:", "Learn it"], ["Action:", "Teach it"]]
    found = tables_on(drawn_page(1, lines=lines))
    assert found[1] == [*second, ["Lead:", "Council of Westmarch"]]


def test_a_value_goes_on_over_a_page() -> None:
    """What stands above the first label of the next page ends it."""
    first = drawn_page(1, lines=above(FIRST))
    more = [drawn_line("and Council", baseline=40)]
    second = drawn_page(2, lines=more + above(SECOND))
    assert tables_on(first, second)[1] == [["", "and Council"], *as_rows(SECOND)]


def test_a_value_may_read_as_a_label() -> None:
    """Labels are bold, and it is not."""
    pairs = [("Agency", "All agencies"), ("Action", "Write it"), ("Lead", "Lead officer")]
    page = drawn_page(1, lines=above(pairs) + above(pairs, 250))
    assert tables_on(page) == [as_rows(pairs), as_rows(pairs)]


def test_running_text_is_no_form() -> None:
    """Labels must come again in turn, and most of them be known."""
    once = drawn_page(1, lines=above(FIRST))
    other = [("Background", "He lived alone"), ("Findings", "Little was shared")]
    report = drawn_page(1, lines=above(other) + above(other, 250))
    assert tables_on(once) == []
    assert tables_on(report) == []


def test_text_after_the_last_form_is_no_part_of_it() -> None:
    """It stands farther off."""
    after = drawn_line("The plan is reviewed each year.", baseline=420)
    page = drawn_page(1, lines=[*above(FIRST), *above(SECOND, 250), after])
    (left,) = with_loose_forms([page], {}, NOTHING)
    assert [line.text for line in left.lines] == ["The plan is reviewed each year."]


def side_by_side(texts: tuple[str, ...], baseline: float, *, bold: bool = False) -> Line:
    """Draw a line that runs over the columns of a card."""
    drawn = [
        glyph
        for n, text in enumerate(texts)
        for glyph in glyphs(text, 150 * n, baseline, bold=bold, run=n)
    ]
    return lines_of(words_of(drawn))[0]


def card(number: int, deed: str, top: float) -> list[Line]:
    """Draw a card: its number and action over the whole width, then labels side by side."""
    return [
        drawn_line(f"Action {number}", baseline=top, bold=True),
        drawn_line(deed, baseline=top + 12),
        side_by_side(("Lead", "Due date"), top + 30, bold=True),
        side_by_side(("Kent Police", "May 2021"), top + 42),
        side_by_side(("and NHS", "or June"), top + 54),
    ]


def test_labels_of_a_card_may_stand_side_by_side() -> None:
    """Each has the words below it alone, and its number is no part of the label."""
    found = tables_on(drawn_page(1, lines=card(1, "Write it", 100) + card(2, "Teach it", 200)))
    both = [["Lead", "Kent Police and NHS"], ["Due date", "May 2021 or June"]]
    assert found == [
        [["Action 1", "Write it"], *both],
        [["Action 2", "Teach it"], *both],
    ]


def test_headings_that_come_again_over_columns_are_no_cards() -> None:
    """They ask for all of a plan on one line, and nothing else comes as often."""
    lines = []
    for top in (100, 200):
        lines.append(side_by_side(("Action", "Lead", "Due date"), top, bold=True))
        lines.append(side_by_side(("Write it", "Police", "May"), top + 12))
    assert tables_on(drawn_page(1, lines=lines)) == []


def test_headings_of_sheets_that_come_again_are_no_cards() -> None:
    """Though no sheet asks for all of a plan: they come once to a page."""
    pages = []
    for page in (1, 2, 3, 4):
        heads = ("No.", "Theme", "Recommendation") if page % 2 else ("Evidence", "RAG", "Progress")
        lines = [side_by_side(heads, 100, bold=True), side_by_side(("1", "Green", "Begun"), 112)]
        pages.append(drawn_page(page, lines=lines))
    assert tables_on(*pages) == []


def test_values_that_read_as_labels_begin_no_column() -> None:
    """Labels come again, and are all set alike."""
    lines = []
    for top, role in ((100, "Lead officer"), (200, "Person responsible")):
        for at, pair in enumerate([("Action", "Write it"), ("Lead", role), ("Due date", "May")]):
            label, value = pair
            drawn = glyphs(label, 0, top + 14 * at, bold=True) + glyphs(value, 150, top + 14 * at)
            lines.append(lines_of(words_of(drawn))[0])
    first, second = tables_on(drawn_page(1, lines=lines))
    assert first == [["Action", "Write it"], ["Lead", "Lead officer"], ["Due date", "May"]]
    assert second[1] == ["Lead", "Person responsible"]


def test_cells_may_hold_a_label_over_its_value() -> None:
    """A grid of such cells has no columns: each cell is a label and what it says."""
    grid = [["Action 1\nWrite it", "Lead\nPolice"], ["Due date\nMay", "Progress\nBegun"]]
    other = [[text.replace("1", "2") for text in row] for row in grid]
    page = drawn_page(1, [drawn_table(grid), drawn_table(other, top=200)])
    rows = [["Lead", "Police"], ["Due date", "May"], ["Progress", "Begun"]]
    assert tables_on(page) == [
        [["Action 1", "Write it"], *rows],
        [["Action 2", "Write it"], *rows],
    ]


def test_labels_may_follow_each_other_on_one_line() -> None:
    """Each behind the value of the one before, a gap apart."""
    lines = []
    for n, (deed, lead) in enumerate([("Write it", "Police"), ("Teach it", "Council")]):
        top = 100 + 100 * n
        both = glyphs(f"Lead: {lead}", 0, top + 20) + glyphs("Target date: May", 120, top + 20)
        lines += [drawn_line(f"Action: {deed}", baseline=top), *lines_of(words_of(both))]
        lines += [drawn_line("Progress: None to tell: we wait", baseline=top + 40)]
    first, second = tables_on(drawn_page(1, lines=lines))
    assert first[1:] == [
        ["Lead:", "Police"],
        ["Target date:", "May"],
        ["Progress:", "None to tell: we wait"],
    ]
    assert second[1] == ["Lead:", "Council"]


def test_each_card_may_have_columns_of_its_own_width() -> None:
    """The same labels come again side by side, wherever the second one begins."""
    lines = []
    for n, edge in enumerate([150, 195, 240]):
        top = 100 + 150 * n
        lines += [
            drawn_line("Action", baseline=top, bold=True),
            drawn_line(f"Write part {n}", baseline=top + 12),
            *lines_of(
                words_of(
                    glyphs("Lead", 0, top + 30, bold=True)
                    + glyphs("Target date", edge, top + 30, bold=True, run=1)
                )
            ),
            *lines_of(
                words_of(glyphs("Police", 0, top + 42) + glyphs("May", edge, top + 42, run=1))
            ),
            drawn_line("Progress", baseline=top + 60, bold=True),
            drawn_line("Begun", baseline=top + 72),
        ]
    for number, table in enumerate(tables_on(drawn_page(1, lines=lines))):
        assert table == [
            ["Action", f"Write part {number}"],
            ["Lead", "Police"],
            ["Target date", "May"],
            ["Progress", "Begun"],
        ]
