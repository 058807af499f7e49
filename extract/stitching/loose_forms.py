"""Forms that no grid holds: labels beside or above their values, one form to an action.

A label tells itself by coming again: each form has it, and it reads as a heading. Each run of
labels and values becomes a table of two columns, and is read as any other form from there on.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate, chain
from typing import NamedTuple

from extract.headings.reading import is_plan, read_heading
from extract.stitching.form_columns import in_card_order
from extract.stitching.form_labels import (
    FARTHEST,
    Label,
    label_of,
    labels_of,
    pieces_of,
    value_edge,
)
from extract.stitching.form_units import Furniture, Unit, units_of
from extract.tables.finding import PageTable, PageTables, TableCell
from extract.tables.oddities import oddities_of
from extract.text.lexicon import Lexicon
from extract.text.words import Word, lines_of

LEAST_FORMS = 2


class Part(NamedTuple):
    """A label with its value, or what is left of a value, as far as both stand on one page."""

    key: str
    label: list[Unit]
    value: list[Unit]


Run = list[Part]


def with_loose_forms(
    pages: Sequence[PageTables], furniture: Furniture, lexicon: Lexicon
) -> list[PageTables]:
    """The pages with the forms that stand outside of grids made tables of labels and values."""
    units = in_card_order({page.page: units_of(page, furniture, lexicon) for page in pages})
    labels = labels_of(list(chain.from_iterable(units.values())))
    if not labels:
        return list(pages)
    edge = value_edge(units.values(), labels)
    runs: dict[int, list[Run]] = {}
    going: Run = []
    for page in pages:
        runs[page.page] = list(_runs(units[page.page], labels, edge, going))
        going = runs[page.page][-1] if runs[page.page] else []
    counts = Counter(part.key for run in chain.from_iterable(runs.values()) for part in run)
    if sum(1 for key in labels if counts[key] >= LEAST_FORMS) < len(labels) / 2:
        return list(pages)
    parts = [part for run in chain.from_iterable(runs.values()) for part in run if part.value]
    if not is_plan({read_heading(part.key).field for part in parts if part.key}):
        return list(pages)  # a title, though it reads as a label, has no value below it
    every = [u for r in chain.from_iterable(runs.values()) for p in r for u in p.label + p.value]
    span = (min(u.box[0] for u in every), max(u.box[2] for u in every))
    return [_with_tables(page, runs[page.page], span, edge) for page in pages]


def _runs(
    units: Sequence[Unit], labels: Mapping[str, Label], edge: float, before: Run
) -> Iterator[Run]:
    """The forms of a page: each ends where a label comes again, or another text begins.

    What stands at the top of a page before its first label ends the last value of `before`.
    """
    run: Run = []
    at_top = bool(before)
    for unit in units:
        found = _labelled(unit, labels, edge)
        if found is not None:
            if any(part.key == found.key for part in run):
                yield run
                run = []
            run.append(found)
        elif unit.margin and not (run and _is_number_of(run[-1], unit)):
            continue
        elif run and _goes_on(run[-1], unit, edge):
            label, value = pieces_of(unit, edge)
            run[-1].label.extend([label] if label else [])
            run[-1].value.extend([value] if value else [])
        elif at_top and _is_value(unit, before[-1], edge):
            run = [Part("", [], [unit])]
        elif run:
            yield run
            run = []
        at_top = False
    if run:
        yield run


def _labelled(unit: Unit, labels: Mapping[str, Label], edge: float) -> Part | None:
    """A line that begins with a label, as the beginning of a part."""
    found = label_of(unit, labels, edge)
    if found is None:
        return None
    key, label, value = found
    return Part(key, [label], [value] if value else [])


def _is_number_of(part: Part, unit: Unit) -> bool:
    """Whether what could be a page's number stands right under a label that has no value yet."""
    return not part.value and unit.box[1] - part.label[-1].box[3] < 2 * unit.size


def _goes_on(part: Part, unit: Unit, edge: float) -> bool:
    """Whether a text under a label or its value still belongs to it."""
    last = (part.value or part.label)[-1]
    if unit.table != last.table and unit.box[1] - last.box[3] > unit.size:
        return False
    if unit.box[1] - last.box[3] > FARTHEST * unit.size:
        return False
    left, _ = pieces_of(unit, edge)
    if edge and left is not None:
        # Only a label that is broken over lines has words of its own on the next.
        return left.box[1] - part.label[-1].box[3] < 0.6 * unit.size
    return _is_value(unit, part, edge)


def _is_value(unit: Unit, part: Part, edge: float) -> bool:
    """Whether a text is set as the values are: in their column, and not as headings are."""
    if edge and unit.box[0] < edge - 3:
        return False
    before = part.value[-1] if part.value else None
    if before is None:
        return not unit.bold or unit.size <= part.label[0].size if part.label else not unit.bold
    return unit.bold <= before.bold and abs(unit.size - before.size) < 1.0


def _with_tables(
    page: PageTables, runs: Sequence[Run], span: tuple[float, float], edge: float
) -> PageTables:
    """The page with a table for each run, without the lines and the tables that these were."""
    used = {id(u.source) for run in runs for part in run for u in part.label + part.value}
    taken = {u.table for run in runs for part in run for u in part.label + part.value}
    tables = [_table(page, run, span, edge) for run in runs]
    kept = [t for i, t in enumerate(page.tables) if i not in taken]
    lines = tuple(line for line in page.lines if id(line) not in used)
    both = sorted(kept + tables, key=lambda t: (t.ys[0], t.xs[0]))
    return page._replace(tables=tuple(both), lines=lines)


def _table(page: PageTables, run: Run, span: tuple[float, float], edge: float) -> PageTable:
    """A run as a table with a row for each label and its value."""
    left, right = span
    split = edge - 2 if edge else left + 1
    xs = (left - 2, split, right + 2)
    tops = list(accumulate((min(u.box[1] for u in p.label + p.value) - 1 for p in run), max))
    bottom = max(u.box[3] for u in run[-1].label + run[-1].value) + 1
    ys = (*tops, bottom)
    cells = []
    for row, part in enumerate(run):
        for column, units in enumerate((part.label, part.value)):
            blank = (xs[column], ys[row], xs[column + 1], ys[row + 1])
            cells.append(_cell(page, row, column, units, blank))
    return PageTable(page.page, xs, ys, tuple(cells), False, False, "unruled")


def _cell(
    page: PageTables,
    row: int,
    column: int,
    units: Sequence[Unit],
    blank: tuple[float, float, float, float],
) -> TableCell:
    words: list[Word] = [word for unit in units for word in unit.words]
    box = blank
    if units:
        box = (
            min(u.box[0] for u in units),
            min(u.box[1] for u in units),
            max(u.box[2] for u in units),
            max(u.box[3] for u in units),
        )
    fill = next((u.fill for u in units if u.fill and not u.words), "")
    lines = lines_of(words)
    odd = tuple(oddities_of(lines, (), page.width))
    return TableCell(page.page, row, column, row, column, box, tuple(lines), fill, odd=odd)
