"""The pages of a document, taken apart one after the other as they are read."""

from collections.abc import Iterable
from typing import NamedTuple

from extract.page import PageContent, Prose
from extract.tables.finding import PageTables, tables_of
from extract.tables.unparted import with_rows_parted
from extract.tables.upright import upright

WITHOUT_RULES = ("horizontal_rules", "unruled")


class TakenApart(NamedTuple):
    """The tables and lines of each page, and what else is known of it.

    `contents` are the pages as read, without their marks; `turned` are those, by number, that were
    set upright, with the turns made.
    """

    pages: list[PageTables]
    contents: list[PageContent]
    turned: dict[int, PageContent]


def taken_apart(contents: Iterable[PageContent]) -> TakenApart:
    """Each page's tables; columns found without rules on one page help on the next.

    The marks of a page are let go before the next one is read, so that memory stays flat.
    """
    read = TakenApart([], [], {})
    learned: tuple[float, ...] = ()
    for content in contents:
        if content.prose and not content.glyphs:
            read.pages.append(_of_prose(content, content.prose))
            read.contents.append(content.without_marks())
            learned = ()
            continue
        level = upright(content)
        page = tables_of(level, learned)
        page = page._replace(tables=tuple(with_rows_parted(t) for t in page.tables))
        last = next((t for t in reversed(page.tables) if t.reading in WITHOUT_RULES), None)
        learned = last.xs if last else ()
        read.pages.append(page)
        read.contents.append(content.without_marks())
        if level.quarters:
            read.turned[level.number] = level.without_marks()
    return read


def _of_prose(content: PageContent, prose: Prose) -> PageTables:
    """A page that was only glanced at: its text is known, and that there is no table in it."""
    nothing: tuple[()] = ()
    page = PageTables(content.number, content.width, content.height, nothing, nothing, nothing)
    return page._replace(prose=prose)
