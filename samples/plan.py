"""What a sample says and how it is to be printed: contents and layout, kept apart."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal


@dataclass(frozen=True)
class Column:
    """A column of the plan: its printed heading, its canonical field, its share of the width."""

    heading: str
    field: str
    width: float = 1.0
    group: str = ""

    @property
    def key(self) -> str:
        """The name under which a row holds this column's cell."""
        return self.heading if self.field == "extra" else self.field


@dataclass(frozen=True)
class ActionRow:
    """One row: its cells by column key, and what a careful reader would be sure of."""

    cells: Mapping[str, str]
    expect: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Section:
    """The rows of one agency; an empty name where the plan names none."""

    agency: str
    rows: tuple[ActionRow, ...]


@dataclass(frozen=True)
class Block:
    """Print that is no plan: a heading, a paragraph, a table or the start of a new page."""

    kind: Literal["heading", "paragraph", "table", "page_break"]
    text: str = ""
    rows: tuple[tuple[str, ...], ...] = ()
    widths: tuple[float, ...] = ()


@dataclass(frozen=True)
class SamplePlan:
    """The contents of one document. `key` explains the RAG colours as (hue, meaning).

    `further` plans follow in the same document, under titles and columns of their own.
    """

    title: str
    columns: tuple[Column, ...]
    sections: tuple[Section, ...]
    review_ref: str = ""
    publisher: str = ""
    intro: tuple[str, ...] = ()
    key: tuple[tuple[str, str], ...] = ()
    before: tuple[Block, ...] = ()
    after: tuple[Block, ...] = ()
    further: tuple["SamplePlan", ...] = ()

    @property
    def plans(self) -> tuple["SamplePlan", ...]:
        """Every plan of the document."""
        return (self, *self.further)

    @property
    def size(self) -> int:
        """The number of actions of this plan alone."""
        return sum(len(section.rows) for section in self.sections)


Run = Literal["repeated", "merged", "band"]
"""How a value shared by neighbouring rows is printed."""


@dataclass(frozen=True)
class RenderOptions:
    """How contents are printed. Every option goes with every other; sizes are in points.

    `agency`: a heading above the table, a title row above the column headings, a full-width
    row, a column merged down or not, or not printed. Where a theme or recommendation is a
    full-width row (`band`), every row of the section needs one. `closed_at_break`: whether a
    row that is broken by a page gets rules at its torn edges. `column_breaks`: the columns that
    start another page across, counted from 0 as printed; the first `repeat_columns` are printed on
    each of these. `across`: the plan is that many pages wide, cut wherever a page ends, with an
    `overlap` that both pages show. `quarter_turn`: the page is stored
    upright and printed sideways, with a /Rotate entry that turns it back for the reader, or
    without one. Rows that no rule, stripe or white space parts should be kept whole
    (`break_rows`): a reader cannot tell a torn row from a new one.
    """

    page: Literal["A4", "A3", "Letter"] = "A4"
    landscape: bool = True
    margin: float = 40
    font: Literal["Helvetica", "Times"] = "Helvetica"
    font_size: float = 9
    padding: float = 3

    vertical_rules: bool = True
    horizontal_rules: Literal["all", "heading", "none"] = "all"
    rule_colour: str = "#000000"
    rule_width: float = 0.6
    rules_as_rectangles: bool = False
    banded: bool = False
    closed_at_break: bool = True

    heading_style: Literal["grey", "dark", "plain"] = "grey"
    repeat_headings: bool = True
    repeat_agency_title: bool = False
    grouped_headings: bool = False
    vertical_headings: bool = False

    agency: Literal["heading", "title_row", "band", "merged_column", "column", "none"] = "heading"
    agency_heading: str = "Agency"
    recommendation: Run = "repeated"
    theme: Run = "repeated"
    forms: bool = False
    form_labels: Literal["beside", "above"] = "beside"
    page_per_section: bool = False
    break_rows: bool = True

    rag: Literal["word", "fill", "both"] = "word"
    rag_key: Literal["above", "below", "none"] = "none"

    column_breaks: tuple[int, ...] = ()
    repeat_columns: int = 0
    across: float = 1.0
    overlap: float = 0.0
    page_order: Literal["down_then_over", "over_then_down"] = "down_then_over"
    quarter_turn: Literal["no", "with_rotate", "without_rotate"] = "no"

    header: str = ""
    footer: str = ""
    page_numbers: Literal["none", "plain", "of"] = "none"
    watermark: str = ""

    break_at_hyphens: bool = True
    hyphenate_cut_words: bool = False
    superscript_ordinals: bool = False
    paragraph_gap: float = 2


HUES: Mapping[str, str] = {
    "red": "#ff0000",
    "amber": "#ffc000",
    "green": "#00b050",
    "blue": "#5b9bd5",
}
"""The fills that offices use for the four ratings."""
