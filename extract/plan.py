"""The way of a document through the stage: from a path to the plan as printed."""

import hashlib
from collections.abc import Sequence
from pathlib import Path

from extract.abbreviations import abbreviations_in
from extract.assemble import Assembly, band_captions, plain_fills
from extract.audit import audited
from extract.bombs import without_bombs
from extract.building import OpenSection
from extract.errors import ReadersDisagree
from extract.freeze import Writer, row_doubts
from extract.furniture import furniture_of
from extract.headers import merged_fields
from extract.ledger import Ledger
from extract.legend import legend_of
from extract.lexicon import Lexicon
from extract.loose_forms import with_loose_forms
from extract.loose_headings import with_loose_headings
from extract.nothing_found import is_all_there_is, mended
from extract.ocr import why_no_text, with_pictures_read
from extract.ocr_choice import Ocr
from extract.ocr_marks import marked
from extract.outside import body_size, headings_of, is_in_columns, title_of
from extract.page import PageContent
from extract.pdf_reader import open_document, read_pages
from extract.records import Box, Doubt, LegendEntry, Place, PlacedText, PrintedPlan
from extract.sheets import put_together
from extract.styles import Caption, Styles
from extract.tables import PageTable, PageTables, tables_of
from extract.unparted import with_rows_parted
from extract.unreadable import why_unreadable, with_lost_pages
from extract.upright import upright
from extract.watch import NOBODY, Watch
from extract.words import Line


def read_plan(path: Path, ocr: Ocr = "auto", watch: Watch = NOBODY) -> PrintedPlan:
    """Read one PDF; `ocr` says which pages to recognise as pictures.

    Raises a `Refusal` where it cannot be read as a whole. That it holds no plan is said only
    once a second reader saw the same text, in the file or in a mended copy of it.
    """
    plan, contents = _read(path, path, ocr, watch)
    if plan.sections or is_all_there_is(path, contents, watch):
        return plan
    with mended(path) as copy:
        plan, contents = _read(path, copy, ocr, watch)
        if plan.sections or is_all_there_is(copy, contents, watch):
            return plan
    raise ReadersDisagree


def _read(
    path: Path, copy: Path, ocr: Ocr, watch: Watch
) -> tuple[PrintedPlan, Sequence[PageContent]]:
    """The plan of a document as read from a copy, and the marks on its pages."""
    watch = without_bombs(copy, watch)
    document = open_document(copy)
    try:
        contents = with_pictures_read(document, list(read_pages(document, watch)), ocr, watch)
    finally:
        document.close()
    if not any(page.glyphs for page in contents):
        raise why_unreadable(contents) or why_no_text(ocr)
    plan = marked(plan_of(path.name, path.read_bytes(), contents, watch), contents)
    return with_lost_pages(plan, contents), contents


def plan_of(
    name: str, data: bytes, contents: Sequence[PageContent], watch: Watch = NOBODY
) -> PrintedPlan:
    """The plan as printed, from the marks on all pages."""
    contents = [upright(content) for content in contents]
    pages = _taken_apart(contents, watch)
    lexicon = Lexicon(_texts(pages))
    pages = [with_loose_headings(page, lexicon) for page in put_together(pages, lexicon)]
    body = body_size(pages)
    pages = with_loose_forms(pages, furniture_of(pages, body))
    furniture = furniture_of(pages, body)
    title = title_of(pages, furniture)
    blocks = [_blocks(page, furniture, title, body) for page in pages]
    plain = plain_fills(t for page in pages for t in page.tables)
    captions = [c for page in blocks for _, b in page for c in _captions(b, plain)]
    title_text = " ".join(line.text for line in title)
    assembly = Assembly(lexicon, Ledger(), Styles(captions, title_text), _page_bottom(pages))
    assembly.plain_fills = plain
    assembly.merged_fields = merged_fields(pages, lexicon)
    legend: list[LegendEntry] = []
    for page in blocks:
        for _, block in page:
            if isinstance(block, Caption):
                assembly.caption(block)
            elif entries := legend_of(block):
                legend += entries
                assembly.ledger.cells("legend", block.cells)
            else:
                assembly.table(block)
    sections = [s for s in assembly.sections if s.rows]
    writer = Writer(sections, lexicon, {c.number: c for c in contents if c.quarters})
    plan_pages = sorted({p for s in sections for r in s.rows for p in r.pages})
    other = _other_text(pages, furniture, title, body, assembly.ledger)
    made = tuple(writer.section(n, s) for n, s in enumerate(sections, 1))
    doubts = [d for n, s in enumerate(sections, 1) for d in row_doubts(n, s, writer)]
    doubts += audited(made)
    unplaced = {p.page: _unplaced(p, contents, assembly.ledger) for p in pages}
    lost = sum(unplaced[p] for p in plan_pages)
    doubts += [
        Doubt(kind="text_unplaced", page=p, message=f"{unplaced[p]} characters stand in no cell")
        for p in plan_pages
        if unplaced[p]
    ]
    return PrintedPlan(
        document=name,
        sha256=hashlib.sha256(data).hexdigest(),
        bytes=len(data),
        pages=len(contents),
        title=title_text,
        sections=made,
        legend=tuple(legend),
        other_text=tuple(t for t in other if t.place.page in plan_pages),
        doubts=tuple(doubts),
        plan_pages=tuple(plan_pages),
        unplaced_characters=lost,
        abbreviations=tuple(sorted(abbreviations_in(_prose(pages)).items())),
    )


def _prose(pages: Sequence[PageTables]) -> str:
    """All text of a document: cell by cell, then the lines outside of tables."""
    return "\n\n".join(" ".join(line.text for line in lines) for lines in _texts(pages) if lines)


def _taken_apart(contents: Sequence[PageContent], watch: Watch) -> list[PageTables]:
    """Each page's tables; columns found without rules on one page help on the next."""
    pages: list[PageTables] = []
    learned: tuple[float, ...] = ()
    for content in contents:
        watch.page(content.number)
        page = tables_of(content, learned)
        page = page._replace(tables=tuple(with_rows_parted(t) for t in page.tables))
        learned = next(
            (t.xs for t in reversed(page.tables) if t.reading in ("horizontal_rules", "unruled")),
            (),
        )
        pages.append(page)
    watch.page(0)
    return pages


def _texts(pages: Sequence[PageTables]) -> list[Sequence[Line]]:
    """The lines of each cell, and those outside of tables page by page."""
    inside: list[Sequence[Line]] = [c.lines for p in pages for t in p.tables for c in t.cells]
    return inside + [page.lines for page in pages]


def _page_bottom(pages: Sequence[PageTables]) -> float:
    """How far down tables reach on the fullest page."""
    return max((t.ys[-1] for p in pages for t in p.tables), default=0.0)


Block = tuple[float, PageTable | Caption]


def _blocks(
    page: PageTables, furniture: dict[tuple[int, int], str], title: list[Line], body: float
) -> list[Block]:
    """The tables and headings of a page from top to bottom."""
    lines = [
        line
        for i, line in enumerate(page.lines)
        if (page.page, i) not in furniture and line not in title
    ]
    blocks: list[Block] = [(table.ys[0], table) for table in page.tables]
    blocks += [(c.cell.last.box[1], c) for c in headings_of(page, lines, body)]
    return sorted(blocks, key=lambda block: block[0])


def _captions(block: PageTable | Caption, plain: frozenset[str]) -> list[Caption]:
    """A caption as it is, and those among the rows of a table."""
    return [block] if isinstance(block, Caption) else band_captions(block, plain)


def _other_text(
    pages: Sequence[PageTables],
    furniture: dict[tuple[int, int], str],
    title: list[Line],
    body: float,
    ledger: Ledger,
) -> list[PlacedText]:
    """Every line outside of tables under the rule that names it."""
    found = []
    for page in pages:
        headings = {line for c in headings_of(page, page.lines, body) for line in c.cell.last.lines}
        for index, line in enumerate(page.lines):
            rule = furniture.get((page.page, index)) or (
                "title" if line in title else "heading" if line in headings else "narrative"
            )
            if rule == "narrative" and page.tables and is_in_columns(line):
                rule = "unplaced"  # running text has no gaps: this could be a row that was lost
            else:
                ledger.line(rule, page.page, line)
            place = Place(
                page=page.page,
                box=Box(x0=line.x0, top=line.top, x1=line.x1, bottom=line.bottom),
            )
            found.append(PlacedText(rule=rule, text=line.text, place=place))  # type: ignore[arg-type]
        ledger.words("watermark", page.page, page.slanted)
        ledger.words("heading", page.page, page.moved)
    return found


def _unplaced(page: PageTables, contents: Sequence[PageContent], ledger: Ledger) -> int:
    glyphs = contents[page.page - 1].glyphs
    printed = sum(1 for g in glyphs if not g.text.isspace() and g.text not in "\u200b\ufeff")
    return max(0, printed - ledger.placed(page.page))


__all__ = ["OpenSection", "plan_of", "read_plan"]
