"""The lines outside of tables: the title, the headings that name what follows, and the rest."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from extract.headings.agency_names import agency_kind_of
from extract.stitching.numbered import is_bare, is_numbered
from extract.stitching.outright import (
    PUBLISHERS,
    SINGLE,
    heads_table,
    is_of_single_agency,
    told_agency,
)
from extract.stitching.styles import Caption
from extract.tables.finding import PageTables
from extract.text.words import Line

WIDE_GAP = 1.0
"""Ems; words of prose stand closer, however it is justified."""
LEAST_GAPS = 3
LONGEST_HEADING = 160
DARK = "#404040"
CLOSE = 3.5
"""Ems; the words of a recommendation begin no further below its number."""
FAR_FROM_TABLE = 15.0
"""Ems; they end no further above the table of its actions."""


def body_size(pages: Sequence[PageTables]) -> float:
    """Size of most of the text outside and inside of tables, in points."""
    sizes: Counter[float] = Counter()
    for page in pages:
        if page.prose:
            sizes[round(page.prose.size * 2) / 2] += sum(map(len, page.prose.lines))
        for line in page.lines:
            sizes[round(line.size * 2) / 2] += len(line.text)
        for table in page.tables:
            for cell in table.cells:
                for line in cell.lines:
                    sizes[round(line.size * 2) / 2] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 10.0


def is_heading(line: Line, body: float) -> bool:
    """Whether a line is set as a heading: bold, larger or coloured, and short."""
    if len(line.text) > LONGEST_HEADING or not any(c.isalpha() for c in line.text):
        return False
    if line.text.rstrip().endswith((",", ";")):
        return False
    return line.bold or line.size > 1.12 * body or _is_coloured(line.colour)


def _is_coloured(colour: str) -> bool:
    parts = [int(colour[i : i + 2], 16) for i in (1, 3, 5)]
    return max(parts) - min(parts) > 40


def headings_of(page: PageTables, lines: Sequence[Line], body: float) -> list[Caption]:
    """Headings among lines in reading order, and lines of text that may say whose plan follows.

    Lines of one style that stand close are one heading, and so are those in one coloured banner.
    What follows a recommendation's bare number, down to its table, are the words of it.
    """
    groups: list[list[Line]] = []
    found: list[Caption] = []
    for line in lines:
        last = groups[-1] if groups else None
        if is_heading(line, body):
            if last and (_continues(last[-1], line) or _in_one_banner(last, line, page)):
                last.append(line)
                found[-1] = Caption.of_lines(page.page, last)
            else:
                groups.append([line])
                found.append(Caption.of_lines(page.page, [line]))
                found[-1].names = "agency" if told_agency(line) else None
        elif last and is_bare(last[0].text) and _says_it(last, line, page):
            last.append(line)
            found[-1] = Caption.of_lines(page.page, last)
        elif caption := _of_text(line, lines, page):
            groups.append([])
            found.append(caption)
    return found


def _says_it(group: Sequence[Line], line: Line, page: PageTables) -> bool:
    """Whether a line of text stands close below others, and all of them not far above a table."""
    close = 0 < line.top - group[-1].top < CLOSE * line.size
    below = [t.ys[0] - line.bottom for t in page.tables if t.ys[0] > line.top]
    return close and bool(below) and min(below) < FAR_FROM_TABLE * line.size


def _of_text(line: Line, lines: Sequence[Line], page: PageTables) -> Caption | None:
    """A line of ordinary text as a caption, where it may name a body."""
    name = told_agency(line)
    if name or is_of_single_agency(line, page):
        caption = Caption.of_lines(page.page, [name or line])
        caption.names = "agency"
        return caption
    if not heads_table(line, lines, page):
        return None
    caption = Caption.of_lines(page.page, [line])
    caption.as_text = True
    return caption


def _in_one_banner(group: Sequence[Line], line: Line, page: PageTables) -> bool:
    """Whether one filled box, no higher than a few lines, holds a heading and the next line."""
    first = group[0]
    return any(
        f.x0 - 1 <= min(first.x0, line.x0)
        and max(first.x1, line.x1) <= f.x1 + 1
        and f.top - 1 <= first.top
        and line.bottom <= f.bottom + 1
        and f.bottom - f.top < 8 * line.size
        for f in page.fills
    )


def _continues(before: Line, line: Line) -> bool:
    near = 0 < line.top - before.top < 1.6 * before.size
    alike = abs(line.size - before.size) < 0.6 and line.bold == before.bold
    # A heading goes on in the next line only where its own line was full.
    return near and alike and before.x1 - before.x0 > 15 * before.size


def title_of(pages: Sequence[PageTables], furniture: dict[tuple[int, int], str]) -> list[Line]:
    """The lines of the title: the largest on the first page that has any text.

    A plan without a title begins with the name of its first agency, set as the others are.
    """
    title = _largest_of_first(pages, furniture)
    if title and (
        _is_one_of_several(title, pages, furniture) or _heads_a_plan(title, pages, furniture)
    ):
        return []
    return title


def _heads_a_plan(
    title: Sequence[Line], pages: Sequence[PageTables], furniture: dict[tuple[int, int], str]
) -> bool:
    """Whether a body's name is all that stands above the first table, or has a plan of its own."""
    if told_agency(title[0]):
        return True
    words = " ".join(line.text for line in title)
    if agency_kind_of(words) in {"", *PUBLISHERS}:
        return False
    page = next(p for p in pages if any(line in p.lines for line in title))
    others = [line for line in _texts_of(page, furniture) if line not in title]
    top = min((t.ys[0] for t in page.tables), default=0.0)
    above = [line for line in others if line.top < top]
    return bool(top) and (not above or any(SINGLE.search(line.text) for line in above))


def _is_one_of_several(
    title: Sequence[Line], pages: Sequence[PageTables], furniture: dict[tuple[int, int], str]
) -> bool:
    """Whether lines name an agency or bear a number, and another that is set alike does too."""
    words = " ".join(line.text for line in title)
    alike = next((does for does in (agency_kind_of, is_numbered) if does(words)), None)
    if alike is None:
        return False
    size, bold, colour = title[0].size, title[0].bold, title[0].colour
    return any(
        (line.bold, line.colour) == (bold, colour)
        and abs(line.size - size) < 0.05 * size
        and alike(line.text)
        for page in pages
        for line in (*_texts_of(page, furniture), *_alone_in_rows(page))
        if line not in title
    )


def _alone_in_rows(page: PageTables) -> Iterator[Line]:
    """Lines that fill a row of a table by themselves, as names do that were read into it."""
    for table in page.tables:
        for row in range(table.rows):
            cells = [cell for cell in table.row(row) if cell.lines]
            if len(cells) == 1 and len(cells[0].lines) == 1:
                yield cells[0].lines[0]


def _texts_of(page: PageTables, furniture: dict[tuple[int, int], str]) -> list[Line]:
    """The lines of words outside of tables, without what stands on every page."""
    return [
        line
        for i, line in enumerate(page.lines)
        if (page.page, i) not in furniture and any(c.isalpha() for c in line.text)
    ]


def _largest_of_first(
    pages: Sequence[PageTables], furniture: dict[tuple[int, int], str]
) -> list[Line]:
    for page in pages[:3]:
        lines = _texts_of(page, furniture)
        if lines:
            largest = max(line.size for line in lines)
            first = next(i for i, line in enumerate(lines) if line.size > 0.95 * largest)
            title = [lines[first]]
            for line in lines[first + 1 :]:
                close = line.top - title[-1].top < 2.2 * largest
                if not (line.size > 0.95 * largest and close) or is_numbered(line.text):
                    break
                title.append(line)
            return title
    return []


def is_in_columns(line: Line) -> bool:
    """Whether a line has several wide gaps, as the lines of tables have and those of prose not."""
    gaps = [b.x0 - a.x1 for a, b in pairwise(line.words)]
    return sum(1 for gap in gaps if gap > WIDE_GAP * line.size) >= LEAST_GAPS
