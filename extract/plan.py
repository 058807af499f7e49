"""The way of a document through the stage: from a path to the plan as printed."""

import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import zip_longest
from pathlib import Path
from typing import NamedTuple

from extract.errors import DrawsItself, ReadersDisagree
from extract.nothing_found import is_all_there_is, mended
from extract.ocr.choice import Ocr
from extract.ocr.marks import marked
from extract.ocr.reading import why_no_text, with_pictures_read
from extract.page import PageContent
from extract.pdf.looked_over import MENDABLE, MISSING, WHOLE_FILE, ask_objects, look_over
from extract.pdf.opened import FEWER, opened
from extract.pdf.reader import read_pages
from extract.pdf.second_reader import SECONDS, without_content
from extract.records import Doubt, LegendEntry, PlacedText, PrintedPlan
from extract.stitching.assemble import Assembly
from extract.stitching.audit import audited, beside_rows
from extract.stitching.bands import band_captions, plain_fills
from extract.stitching.building import OpenSection
from extract.stitching.freeze import Writer, row_doubts
from extract.stitching.headers import merged_fields
from extract.stitching.ledger import Ledger
from extract.stitching.legend import legend_below, legend_in, legend_of, with_new_hues
from extract.stitching.loose_forms import with_loose_forms
from extract.stitching.loose_headings import with_loose_headings
from extract.stitching.lying import with_lying_plans
from extract.stitching.open_plan import OpenPlan
from extract.stitching.sheets import put_together
from extract.stitching.styles import Caption, Styles
from extract.stitching.surroundings import Surroundings
from extract.stitching.torn_tops import with_tops_parted
from extract.tables.finding import PageTable, PageTables
from extract.tables.taken_apart import TakenApart, taken_apart
from extract.text.abbreviations import abbreviations_in
from extract.text.lexicon import Lexicon
from extract.text.words import Line
from extract.unreadable import why_unreadable, with_damage, with_lost_pages
from extract.watch import NOBODY, Watch

INVISIBLE = re.compile(r"[\s\u200b\ufeff]+")
"""What counts as no character: white space, and marks that show nothing."""


LESS = 2.0
"""Seconds that the second reader gets for a mended copy: it had its time for the file."""


class _Reading(NamedTuple):
    """A plan, the pages that it was read from, and what of them is damaged."""

    plan: PrintedPlan
    contents: Sequence[PageContent]
    damaged: Mapping[int, str]


class _Stitched(NamedTuple):
    """What is known of a document once its pages are put together.

    By page, `unplaced` counts the characters of plan pages that stand in no cell, and `outside`
    holds the lines outside of tables, but for pages that were turned.
    """

    sections: Sequence[OpenSection]
    lexicon: Lexicon
    title: str
    legend: Sequence[LegendEntry]
    other: Sequence[PlacedText]
    unplaced: Mapping[int, int]
    outside: Mapping[int, Sequence[Line]]
    doubts: Sequence[Doubt]
    abbreviations: Mapping[str, str]


def read_plan(path: Path, ocr: Ocr = "auto", watch: Watch = NOBODY) -> PrintedPlan:
    """Read one PDF; `ocr` says which pages to recognise as pictures.

    Raises a `Refusal` where it cannot be read as a whole. That it holds no plan is said only
    once a second reader saw the same text, in the file or in a mended copy of it, and nothing in
    the file is damaged that could not be mended.
    """
    first = _read(path, path, ocr, watch)
    if first.plan.sections or _is_without_plan(path, first, first.damaged, watch):
        return with_damage(first.plan, first.damaged)
    with mended(path) as copy:
        second = _read(path, copy, ocr, watch)
        damaged = {**second.damaged, **first.damaged}
        lost = {page: what for page, what in damaged.items() if what not in (MENDABLE, FEWER)}
        if second.plan.sections or _is_without_plan(copy, second, lost, watch, LESS):
            return with_damage(second.plan, damaged)
    raise why_unreadable((), lost) or ReadersDisagree


def _is_without_plan(
    path: Path, read: _Reading, lost: Mapping[int, str], watch: Watch, seconds: float = SECONDS
) -> bool:
    return not lost and is_all_there_is(path, read.contents, watch, seconds)


def _read(path: Path, copy: Path, ocr: Ocr, watch: Watch) -> _Reading:
    """The plan of a document as read from a copy, and the marks on its pages."""
    found = look_over(copy)
    watch = replace(watch, skip={**found.too_large, **watch.skip})
    with opened(copy, found) as opening:
        pages = read_pages(opening.document, watch, layers=opening.layers)
        read = taken_apart(with_pictures_read(opening.document, pages, ocr, watch))
    damage = opening.damage
    watch.page(0)
    blank = [content.number for content in read.contents if content.is_blank]
    if blank and not found.asked:
        found = ask_objects(copy)
    damaged = {WHOLE_FILE: damage, **found.damaged} if damage else dict(found.damaged)
    if blank:
        damaged = dict.fromkeys(without_content(copy, blank), MISSING) | damaged
    if not any(page.text for page in read.contents):
        raise why_unreadable(read.contents, damaged) or why_no_text(ocr, read.contents)
    plan = marked(plan_from(path.name, path.read_bytes(), read), read.contents)
    if opening.draws_itself and not plan.sections:
        raise DrawsItself
    plan = with_lost_pages(plan, read.contents, opening.attached)
    return _Reading(plan, read.contents, damaged)


def plan_of(name: str, data: bytes, contents: Iterable[PageContent]) -> PrintedPlan:
    """The plan as printed, from the marks on all pages."""
    return plan_from(name, data, taken_apart(contents))


def plan_from(name: str, data: bytes, read: TakenApart) -> PrintedPlan:
    """The plan as printed, from pages that were taken apart; `read` gives them up for it."""
    found = _stitched(read)
    read.pages.clear()  # their words and the records made of these would fill memory together
    writer = Writer(found.sections, found.lexicon, read.turned)
    made = tuple(writer.section(n, s) for n, s in enumerate(found.sections, 1))
    doubts = [d for n, s in enumerate(found.sections, 1) for d in row_doubts(n, s, writer)]
    doubts += [*found.doubts, *audited(made, found.unplaced), *beside_rows(made, found.outside)]
    doubts += [
        Doubt(kind="text_unplaced", page=page, message=f"{count} characters stand in no cell")
        for page, count in found.unplaced.items()
        if count
    ]
    return PrintedPlan(
        document=name,
        sha256=hashlib.sha256(data).hexdigest(),
        bytes=len(data),
        pages=len(read.contents),
        title=found.title,
        sections=made,
        legend=tuple(found.legend),
        other_text=tuple(found.other),
        doubts=tuple(doubts),
        plan_pages=tuple(found.unplaced),
        unplaced_characters=sum(found.unplaced.values()),
        abbreviations=tuple(sorted(found.abbreviations.items())),
    )


def _stitched(read: TakenApart) -> _Stitched:
    """The sections of a document, and all else that its plan needs to know of its pages."""
    lexicon = Lexicon(_texts(read.pages), (ln for p in read.pages for ln in _glanced(p)))
    together = put_together(with_tops_parted(read.pages), lexicon)
    pages = [with_loose_headings(page, lexicon) for page in together]
    pages = with_lying_plans(pages, lexicon)
    pages = with_loose_forms(pages, Surroundings.of(pages).furniture, lexicon)
    around = Surroundings.of(pages)
    plan, legend = _assembled(pages, around, lexicon)
    sections = [s for s in plan.sections if s.rows]
    plan_pages = sorted({p for s in sections for r in s.rows for p in r.pages})
    other = around.placed([p for p in pages if p.page in plan_pages], plan.ledger)
    return _Stitched(
        sections,
        lexicon,
        around.title_text,
        legend,
        other,
        {n: _unplaced(read.contents[n - 1], plan.ledger) for n in plan_pages},
        {p.page: p.lines for p in pages if p.page not in read.turned},
        plan.doubts,
        abbreviations_in(_prose(pages)),
    )


def _assembled(
    pages: Sequence[PageTables], around: Surroundings, lexicon: Lexicon
) -> tuple[OpenPlan, list[LegendEntry]]:
    """The sections and rows of all tables, and the key of colours."""
    blocks = [block for page in pages for block in around.blocks(page)]
    plain = plain_fills(t for page in pages for t in page.tables)
    captions = [c for block in blocks for c in _captions(block, plain)]
    styles = Styles(captions, around.title_text)
    merged = merged_fields(pages, lexicon)
    plan = OpenPlan(lexicon, Ledger(), styles, _page_bottom(pages), merged, plain)
    assembly = Assembly(plan)
    legend: list[LegendEntry] = []
    for block, below in zip_longest(blocks, blocks[1:]):
        if isinstance(block, Caption):
            plan.caption(block)
        elif entries := legend_of(block):
            legend += entries
            plan.ledger.cells("legend", block.cells)
        else:
            legend += legend_below(block)
            assembly.table(block, below if isinstance(below, PageTable) else None)
    for page in pages:
        legend += with_new_hues(legend, legend_in(page.page, page.lines))
    assembly.finish()
    return plan, legend


def _prose(pages: Sequence[PageTables]) -> str:
    """All text of a document: cell by cell, then the lines outside of tables."""
    texts = [" ".join(line.text for line in lines) for lines in _texts(pages) if lines]
    return "\n\n".join(texts + [" ".join(lines) for p in pages if (lines := _glanced(p))])


def _glanced(page: PageTables) -> Sequence[str]:
    """The lines of a page that was only glanced at."""
    return page.prose.lines if page.prose else ()


def _texts(pages: Sequence[PageTables]) -> list[Sequence[Line]]:
    """The lines of each cell, and those outside of tables page by page."""
    inside: list[Sequence[Line]] = [c.lines for p in pages for t in p.tables for c in t.cells]
    return inside + [page.lines for page in pages]


def _page_bottom(pages: Sequence[PageTables]) -> float:
    """How far down tables reach on the fullest page."""
    return max((t.ys[-1] for p in pages for t in p.tables), default=0.0)


def _captions(block: PageTable | Caption, plain: frozenset[str]) -> list[Caption]:
    """A caption as it is, and those among the rows of a table."""
    return [block] if isinstance(block, Caption) else band_captions(block, plain)


def _unplaced(content: PageContent, ledger: Ledger) -> int:
    """Characters of a page that stand in the ledger under no rule."""
    printed = len(INVISIBLE.sub("", content.printed))
    return max(0, printed - ledger.placed(content.number))


__all__ = ["OpenSection", "plan_of", "read_plan"]
