"""Prints a plan with a browser: the contents and layouts of the samples, by another program."""

import base64
from html import escape
from pathlib import Path

from samples.elements import document_elements
from samples.grid import Element, GridCell, GridRow, PageBreak, Table
from samples.plan import RenderOptions, SamplePlan
from tests.browser.chromium import Browser

FONTS = {"Helvetica": "Liberation Sans, DejaVu Sans, sans-serif", "Times": "serif"}


def print_plan(browser: Browser, plan: SamplePlan, options: RenderOptions, path: Path) -> None:
    """Write the plan to `path` as the browser prints it."""
    page = path.with_suffix(".html")
    body = "".join(_element(e, options) for e in document_elements(plan, options))
    style = _style(options)
    page.write_text(
        f'<!doctype html><html lang="en"><meta charset="utf-8"><style>{style}</style>{body}</html>',
        encoding="utf-8",
    )
    browser.driver.get(page.as_uri())
    asked = {"preferCSSPageSize": True, "printBackground": True}
    printed = browser.driver.execute_cdp_cmd("Page.printToPDF", asked)
    path.write_bytes(base64.b64decode(printed["data"]))


def _style(options: RenderOptions) -> str:
    """The options as a style sheet."""
    side = f"{options.rule_width}pt solid {options.rule_colour}"
    rules = {
        (True, "all"): f"td {{ border: {side} }}",
        (False, "all"): f"tr {{ border-top: {side}; border-bottom: {side} }}",
        (False, "heading"): f"thead tr {{ border-top: {side}; border-bottom: {side} }}",
    }.get((options.vertical_rules, options.horizontal_rules), "")
    size, turn = options.font_size, "landscape" if options.landscape else "portrait"
    head = "table-header-group" if options.repeat_headings else "table-row-group"
    whole = "auto" if options.break_rows else "avoid"
    fills = {"grey": "background: #d9d9d9", "dark": "background: #1f3864; color: #fff"}
    return f"""
        @page {{ size: {options.page} {turn}; margin: {options.margin}pt }}
        body {{ font: {size}pt {FONTS[options.font]}; margin: 0 }}
        table {{ border-collapse: collapse; table-layout: fixed; width: 100%; margin: 8pt 0 }}
        td {{ padding: {options.padding}pt; vertical-align: top; overflow-wrap: anywhere }}
        {rules}
        p {{ margin: 4pt 0 }} .title {{ font-size: {size + 7}pt; font-weight: bold }}
        .agency, .heading {{ font-size: {size + 2}pt; font-weight: bold; break-after: avoid }}
        td.heading, td.label, td.title {{ font-size: {size}pt; font-weight: bold }}
        td.heading, td.label {{ {fills.get(options.heading_style, "")} }}
        td.band, td.title {{ background: #cfd8e6 }}
        thead {{ display: {head} }} tr {{ break-inside: {whole} }}
        {"tr:nth-child(even) td { background: #eef2f8 }" if options.banded else ""}
    """


def _element(element: Element, options: RenderOptions) -> str:
    if isinstance(element, PageBreak):
        return '<div style="break-after: page"></div>'
    if isinstance(element, Table):
        return _table(element, options)
    return f'<p class="{element.look}">{_text(element.text)}</p>'


def _table(table: Table, options: RenderOptions) -> str:
    total = sum(table.widths)
    columns = "".join(f'<col style="width: {100 * w / total:.2f}%">' for w in table.widths)
    # A browser puts a repeated head above all else, so a title row over it is repeated with it.
    head = "".join(_row(row, table) for row in (*table.opening, *table.head))
    body = "".join(_row(row, table) for row in table.body)
    whole = "break-inside: avoid; " if table.kept_whole else ""
    return (
        f'<table style="{whole}width: {100 * table.share:.0f}%"><colgroup>{columns}</colgroup>'
        f"<thead>{head}</thead><tbody>{body}</tbody></table>"
    )


def _row(row: GridRow, table: Table) -> str:
    """A row; of cells that are merged down, only the first is printed, as high as all."""
    cells = []
    for cell in row.cells:
        run = [r for r in table.body if cell.run is not None and _cell_at(r, cell)]
        if not run or run[0] is row:
            cells.append(_cell(cell, max(1, len(run))))
    return f"<tr>{''.join(cells)}</tr>"


def _cell_at(row: GridRow, cell: GridCell) -> bool:
    """Whether a row has a cell of the same run."""
    return any(c.column == cell.column and c.run == cell.run for c in row.cells)


def _cell(cell: GridCell, rows: int) -> str:
    fill = f' style="background: {cell.fill}"' if cell.fill else ""
    spans = f' colspan="{cell.span}" rowspan="{rows}"'
    return f'<td class="{cell.look}"{spans}{fill}>{_text(cell.text)}</td>'


def _text(text: str) -> str:
    return escape(text).replace("\n", "<br>")
