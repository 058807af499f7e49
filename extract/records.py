"""What the extract stage hands on: the plan as printed, every cell with its place.

All coordinates are points (1/72 inch) with the origin at the top left of the page as displayed.
"""

from typing import Literal

from pydantic import BaseModel, ConfigDict

Field = Literal[
    "agency",
    "reference",
    "theme",
    "recommendation",
    "scope",
    "action",
    "lead",
    "officer",
    "milestones",
    "evidence",
    "target_date_text",
    "revised_target_date_text",
    "completed_date_text",
    "progress",
    "status_text",
    "rag",
    "resources",
    "extra",
]
"""The canonical columns that a printed heading can stand for; `extra` is every other one."""

DoubtKind = Literal[
    "cell_cut_by_page_edge",
    "columns_changed",
    "data_damaged",
    "heading_unknown",
    "hyphen_unsure",
    "left_out",
    "merged_cell_filled_down",
    "ocr_low_confidence",
    "overlapping_text",
    "page_unreadable",
    "read_by_ocr",
    "reading_without_rules",
    "row_irregular",
    "row_joined_on_weak_evidence",
    "row_split_on_weak_evidence",
    "section_unsure",
    "text_unplaced",
    "word_join_unsure",
]
"""What can be unsure about the reading of a page."""


class Record(BaseModel):
    """Base of all records: frozen, closed, cheap to compare."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Box(Record):
    """A rectangle on a page, in points from its top left."""

    x0: float
    top: float
    x1: float
    bottom: float


class Place(Record):
    """Where something is printed: a page, counted from 1, and a box on it."""

    page: int
    box: Box


class Cell(Record):
    """A logical cell: its words, joined over lines and pages, and every place it was read from.

    `printed` holds the lines as they stand on the page, before words were joined.
    `fill` is the cell's background as `#rrggbb`. `filled_down` marks a cell merged
    over several rows in the rows below its first. `ocr_confidence`, from 0 to 1, is given for text
    that was recognised in a picture.
    """

    text: str
    printed: str = ""
    places: tuple[Place, ...] = ()
    fill: str | None = None
    filled_down: bool = False
    ocr_confidence: float | None = None


class Column(Record):
    """A column of a section: its printed heading and what that stands for."""

    heading: str
    field: Field


class Doubt(Record):
    """Something about the reading that a person should look at."""

    kind: DoubtKind
    page: int
    message: str
    printed: str = ""
    field: str = ""
    section: int | None = None
    row: int | None = None


class Row(Record):
    """One printed row of the plan; `cells` runs parallel to its section's columns.

    `recommendation` and `theme` come from full-width rows above it, where the plan has such.
    """

    number: int
    cells: tuple[Cell | None, ...]
    first_page: int
    last_page: int
    recommendation: Cell | None = None
    theme: Cell | None = None


class Section(Record):
    """The rows under one agency heading, or all rows of a plan without such headings.

    `evidence` says what spoke for its reading, where several readings of the page competed.
    """

    number: int
    agency: Cell | None
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    reading: Literal["ruled", "filled", "horizontal_rules", "unruled", "form"]
    evidence: str = ""


class LegendEntry(Record):
    """A line of the document's own key of colours: a hue, by word or fill, and its meaning."""

    hue: str
    meaning: str
    place: Place


class PlacedText(Record):
    """Printed text outside the rows of the plan, and the rule that names it."""

    rule: Literal[
        "title",
        "heading",
        "narrative",
        "page_number",
        "running_header",
        "watermark",
        "repeated_heading",
        "legend",
        "other_table",
        "hidden",
        "unplaced",
    ]
    text: str
    place: Place


class PagePicture(Record):
    """A picture of a page, for people: `file` is its name, the size is the page's in points."""

    page: int
    width: float
    height: float
    file: str


class PrintedPlan(Record):
    """A document as printed. `sections` is empty where it holds no plan.

    `abbreviations` are pairs such as (ABBR, Full Name), read where the document spells them out.
    """

    document: str
    sha256: str
    bytes: int
    pages: int
    title: str
    sections: tuple[Section, ...]
    legend: tuple[LegendEntry, ...]
    other_text: tuple[PlacedText, ...]
    doubts: tuple[Doubt, ...]
    plan_pages: tuple[int, ...]
    unplaced_characters: int
    abbreviations: tuple[tuple[str, str], ...] = ()
