"""Prints a plan as a PDF in the layout that the options ask for."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from samples.elements import document_elements
from samples.flow import placed
from samples.paint import Painter, page_size, paint_page, windows
from samples.plan import RenderOptions, SamplePlan
from samples.sheets import Piece, Sheet


@dataclass(frozen=True)
class Rendered:
    """What was printed: the pages, and for each action the first and last page it stands on."""

    pages: int
    action_pages: tuple[tuple[int, int], ...]


def render(plan: SamplePlan, options: RenderOptions, path: Path) -> Rendered:
    """Write the plan to `path`; equal input gives equal bytes."""
    width, height = page_size(options)
    usable = (width - 2 * options.margin, height - 2 * options.margin)
    wide = usable[0] * options.across
    sheets = placed(document_elements(plan, options), wide, usable[1], options)
    order = printing_order(sheets, options)
    painter = Painter(path, options, plan.title)
    for number, (down, strip) in enumerate(order, start=1):
        paint_page(painter, sheets[down], strip, number, len(order))
    painter.save()
    return Rendered(len(order), action_pages(sheets, order, options.across))


def printing_order(sheets: Sequence[Sheet], options: RenderOptions) -> list[tuple[int, int]]:
    """Return the pages as (down, across), in the order in which they are printed."""
    across = [
        (down, strip) for down, sheet in enumerate(sheets) for strip in strips(sheet, options)
    ]
    if options.page_order == "over_then_down":
        return across
    return sorted(across, key=lambda pair: (pair[1], pair[0]))


def strips(sheet: Sheet, options: RenderOptions) -> list[int]:
    """Return the pages across on which a sheet prints anything."""
    if options.across > 1:
        return list(range(windows(options)))
    used = {p.strip for piece in sheet.pieces for c in piece.cells for p in c.laid.places}
    return sorted(used | {0})


def action_pages(
    sheets: Sequence[Sheet], order: Sequence[tuple[int, int]], across: float = 1.0
) -> tuple[tuple[int, int], ...]:
    """First and last printed page of every action."""
    seen: dict[int, list[int]] = {}
    for number, (down, strip) in enumerate(order, start=1):
        for action in actions_on(sheets[down], strip, across):
            seen.setdefault(action, []).append(number)
    return tuple((min(seen[a]), max(seen[a])) for a in sorted(seen))


def is_on(piece: Piece, strip: int) -> bool:
    """Return whether any cell of a row stands on a page across."""
    return any(place.strip == strip for c in piece.cells for place in c.laid.places)


def actions_on(sheet: Sheet, strip: int, across: float) -> list[int]:
    """Return the actions of which a page shows a part."""
    return [
        piece.laid.row.action
        for piece in sheet.pieces
        if piece.laid.row.action is not None and (across > 1 or is_on(piece, strip))
    ]
