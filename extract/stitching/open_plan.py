"""The plan while it is read: its sections, the headings in force, captions not yet heeded."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from extract.records import Doubt, Field
from extract.stitching.bands import unheeded
from extract.stitching.building import OpenCell, OpenRow, OpenSection
from extract.stitching.headers import Header
from extract.stitching.ledger import Ledger
from extract.stitching.styles import Caption, Styles
from extract.tables.finding import PageTable
from extract.text.lexicon import Lexicon

CONTINUED = re.compile(r"\W*cont(?:inued|'?d|\.)?\W*$")


@dataclass(eq=False)
class OpenPlan:
    """What has been read so far, and what holds for the whole document.

    `page_bottom` is in points from the top. `merged_fields` are the columns in which the document
    merges cells over rows, `plain_fills` the fills that ordinary rows have. `theme_size` is that of
    the heading that named the theme, in points; 0 where none did.
    """

    lexicon: Lexicon
    ledger: Ledger
    styles: Styles
    page_bottom: float
    merged_fields: frozenset[Field] = frozenset()
    plain_fills: frozenset[str] = frozenset()
    sections: list[OpenSection] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)
    header: Header | None = None
    section: OpenSection | None = None
    captions: list[Caption] = field(default_factory=list)
    of_plan: list[Caption] = field(default_factory=list)
    last_table: PageTable | None = None
    theme_size: int = 0

    @property
    def rows(self) -> list[OpenRow]:
        """All rows so far, in printed order."""
        return [row for section in self.sections for row in section.rows]

    def caption(self, caption: Caption) -> None:
        """Take up a heading line or a full-width row; what follows shows what it names."""
        if not caption.as_text or self.styles.names_agency(caption):
            self.captions.append(caption)

    def open(self, agency: OpenCell | None, table: PageTable, *, carry: bool = False) -> None:
        """Open a section under the headings in force; `carry` keeps the agency of the last."""
        assert self.header is not None  # noqa: S101 - callers have just set it
        if carry and self.section is not None:
            agency = agency or self.section.agency
        columns = self.header.columns
        self.section = OpenSection(columns, agency, table.reading, evidence=table.evidence)
        self.sections.append(self.section)

    def agency_of_captions(self) -> tuple[Caption | None, list[Caption]]:
        """The caption that names an agency, and the others."""
        chosen = self.styles.agency_among(self.captions)
        return chosen, [c for c in self.captions if c is not chosen]

    def name_by_captions(self, captions: Sequence[Caption]) -> None:
        """Captions that name no agency say what is recommended, or the theme."""
        assert self.section is not None  # noqa: S101 - callers have just opened it
        fields = {c.field for c in self.section.columns}
        said: Caption | None = None
        for caption in captions:
            mixed = caption.style in self.styles.mixed
            if self.styles.names_agency(caption) and not mixed:
                continue
            kind = self.styles.kind_of(caption, fields)
            if kind == "recommendation" and not self._is_late(caption):
                if said is not None and said.band:
                    self.doubts.append(unheeded(said))  # no row stands below it
                self.section.recommendation, said = caption.cell, caption
            elif kind == "theme":
                # A recommendation belongs to the theme that it stands under.
                self.section.theme, self.section.recommendation = caption.cell, None
                self.theme_size = 0 if caption.band else caption.style.size
            elif caption.band:
                self.doubts.append(unheeded(caption))

    def keep_theme(self, before: OpenSection, captions: Sequence[Caption]) -> None:
        """Let the theme of the last section hold below headings that are smaller than its own."""
        assert self.section is not None  # noqa: S101 - callers have just opened it
        if all(caption.style.size < self.theme_size for caption in captions):
            self.section.theme = before.theme

    def _is_late(self, caption: Caption) -> bool:
        """Whether a sentence that stands below rows without a recommendation is a note on them."""
        rows = self.section.rows if self.section else []
        above = bool(rows) and not any(row.recommendation for row in rows)
        return above and not caption.names and not self.styles.is_told(caption)

    def take_captions(self, table: PageTable) -> None:
        """What the bands above a row say of it: its agency, its recommendation, its theme."""
        if not self.captions or self.section is None:
            return
        agency, rest = self.agency_of_captions()
        if agency and not (self.section.agency and same_body(agency.cell, self.section.agency)):
            if self.section.rows:
                self.open(agency.cell, table)
            else:
                self.section.agency = agency.cell
        self.name_by_captions(rest)
        self.captions.clear()

    def doubt(self, page: int, message: str, printed: str) -> None:
        """Say what is unsure about a section, and the words that it concerns."""
        self.doubts.append(
            Doubt(kind="section_unsure", page=page, message=message, printed=printed[:200])
        )

    def say_unheeded(self, captions: Sequence[Caption]) -> None:
        """Say which full-width rows of a plan are taken for notes, though no row tells of them."""
        if self.sections:
            self.doubts += [unheeded(c) for c in captions if c in self.of_plan]

    def is_next_page(self, table: PageTable) -> bool:
        """Whether a table stands on a later page than the last one of the plan."""
        return self.last_table is not None and table.page > self.last_table.page


def same_body(a: OpenCell, b: OpenCell) -> bool:
    """Whether two cells print one name, white space, capitals and '(continued)' apart."""
    one, other = (CONTINUED.sub("", "".join(cell.text.lower().split())) for cell in (a, b))
    return one == other
