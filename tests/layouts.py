"""One content in many layouts: the ways of printing a plan that must all give the same rows."""

from collections.abc import Mapping
from dataclasses import replace

from samples.plan import RenderOptions

A4 = RenderOptions()
SMALL = replace(A4, font_size=8)
PORTRAIT = replace(A4, landscape=False, font_size=8, margin=30)
OPEN = replace(A4, closed_at_break=False, repeat_headings=False)
MERGED = replace(SMALL, agency="merged_column", recommendation="merged", theme="merged")
ACROSS = replace(A4, vertical_rules=False)
BARE = replace(ACROSS, horizontal_rules="none", break_rows=False, heading_style="plain")
WHITE = replace(A4, banded=True, rule_colour="#ffffff", heading_style="dark")
SHEETS = replace(A4, column_breaks=(4,))
OVER = replace(SHEETS, page_order="over_then_down")
FORMS = replace(A4, forms=True, landscape=False)

PAGES: Mapping[str, RenderOptions] = {
    "landscape A4": A4,
    "Times": replace(SMALL, font="Times"),
    "large type": replace(A4, font_size=11),
    "small type on A3": replace(A4, font_size=7, page="A3"),
    "Letter": replace(A4, page="Letter", font="Times"),
    "portrait": PORTRAIT,
    "portrait in small Times": replace(PORTRAIT, font="Times", font_size=7, margin=24),
    "tight cells": replace(SMALL, padding=1, rule_width=0.3),
    "roomy cells": replace(A4, padding=8),
    "paragraphs without a gap": replace(A4, paragraph_gap=0),
    "cut words with hyphens": replace(PORTRAIT, hyphenate_cut_words=True),
    "no break at hyphens": replace(PORTRAIT, font_size=7, break_at_hyphens=False),
    "raised ordinals": replace(SMALL, superscript_ordinals=True),
    "stored upright": replace(A4, quarter_turn="with_rotate"),
    "sideways": replace(A4, quarter_turn="without_rotate"),
    "sideways with title rows": replace(
        PORTRAIT, quarter_turn="without_rotate", agency="title_row"
    ),
    "watermark and furniture": replace(
        A4, watermark="DRAFT", header="Hartlemoor – official", footer="Version 3", page_numbers="of"
    ),
    "watermark over open tears": replace(
        OPEN, watermark="CONFIDENTIAL", page_numbers="plain", agency="band"
    ),
}
"""The page, its type and what stands around the plan."""

BREAKS: Mapping[str, RenderOptions] = {
    "open tears": replace(A4, closed_at_break=False),
    "open tears, headings once": OPEN,
    "closed tears, headings once": replace(A4, repeat_headings=False),
    "title rows, headings once, open": replace(OPEN, agency="title_row"),
    "title rows in portrait, headings once": replace(
        PORTRAIT, agency="title_row", repeat_headings=False
    ),
    "bands, headings once, open": replace(OPEN, agency="band"),
    "merged cells, headings once, open": replace(
        MERGED, closed_at_break=False, repeat_headings=False
    ),
    "rows kept whole": replace(A4, break_rows=False),
    "rows kept whole, merged": replace(MERGED, theme="repeated", break_rows=False),
    "rows kept whole, bands, headings once": replace(
        A4, break_rows=False, agency="band", repeat_headings=False
    ),
    "a page for each agency": replace(A4, page_per_section=True, repeat_headings=False),
    "a page for each agency, title rows": replace(
        A4, page_per_section=True, agency="title_row", header="Appendix 2", page_numbers="plain"
    ),
}
"""Where pages break, and what is printed there."""

NAMES: Mapping[str, RenderOptions] = {
    "title rows": replace(A4, agency="title_row"),
    "title rows on every page": replace(A4, agency="title_row", repeat_agency_title=True),
    "agency bands": replace(A4, agency="band"),
    "agency bands without a fill": replace(A4, agency="band", heading_style="plain", font="Times"),
    "agency column": replace(SMALL, agency="column"),
    "agency column merged down": replace(SMALL, agency="merged_column"),
    "no agency": replace(A4, agency="none"),
    "no agency, themes merged": replace(A4, agency="none", theme="merged", closed_at_break=False),
    "agencies, themes, recommendations merged": MERGED,
    "merged in portrait": replace(
        PORTRAIT, agency="merged_column", recommendation="merged", font_size=7, margin=24
    ),
    "recommendation bands": replace(A4, recommendation="band"),
    "recommendation bands under title rows": replace(
        A4, recommendation="band", agency="title_row", repeat_headings=False
    ),
    "recommendation and agency bands": replace(A4, recommendation="band", agency="band"),
    "theme bands": replace(A4, theme="band"),
    "theme and agency bands": replace(A4, theme="band", agency="band", closed_at_break=False),
    "theme and recommendation bands": replace(A4, theme="band", recommendation="band"),
    "theme and agency bands without a fill": replace(
        A4, theme="band", agency="band", heading_style="plain"
    ),
    "recommendation and agency bands without a fill": replace(
        A4, recommendation="band", agency="band", heading_style="plain"
    ),
    "recommendation bands under title rows without a fill": replace(
        A4, recommendation="band", agency="title_row", heading_style="plain"
    ),
    "theme bands, the rest merged": replace(MERGED, theme="band"),
    "ratings by fill, with a key": replace(A4, rag="fill", rag_key="above"),
    "ratings by word and fill, with a key": replace(
        A4, rag="both", rag_key="below", agency="title_row"
    ),
    "grouped headings": replace(A4, grouped_headings=True),
    "grouped headings under title rows": replace(
        A4, grouped_headings=True, repeat_headings=False, agency="title_row"
    ),
    "vertical headings": replace(PORTRAIT, vertical_headings=True),
    "grouped, vertical, merged": replace(MERGED, grouped_headings=True, vertical_headings=True),
    "grouped, vertical, stored upright": replace(
        A4,
        grouped_headings=True,
        vertical_headings=True,
        agency="band",
        quarter_turn="with_rotate",
    ),
}
"""How agencies, shared values and headings are printed."""

RULES: Mapping[str, RenderOptions] = {
    "rules as rectangles": replace(A4, rules_as_rectangles=True, rule_width=0.4),
    "thick rules": replace(A4, rules_as_rectangles=True, rule_width=2, agency="band"),
    "horizontal rules": ACROSS,
    "horizontal rules, bands, open": replace(ACROSS, agency="band", closed_at_break=False),
    "horizontal rules in portrait": replace(PORTRAIT, vertical_rules=False, agency="title_row"),
    "horizontal rules, merged": replace(ACROSS, recommendation="merged"),
    "horizontal rules, key above": replace(ACROSS, rag_key="above"),
    "horizontal rules, key below": replace(ACROSS, rag_key="below"),
    "horizontal rules, grouped headings": replace(ACROSS, grouped_headings=True),
    "rules around headings": replace(ACROSS, horizontal_rules="heading", break_rows=False),
    "vertical rules and rules around headings": replace(
        A4, horizontal_rules="heading", break_rows=False
    ),
    "vertical rules": replace(A4, horizontal_rules="none", break_rows=False),
    "no rules": replace(BARE, heading_style="grey"),
    "no rules and no fills": BARE,
    "no rules, no agency": replace(BARE, agency="none"),
    "no rules, title rows": replace(BARE, heading_style="grey", agency="title_row"),
    "no rules, ratings by word and fill": replace(BARE, heading_style="grey", rag="both"),
    "no rules on A3, ratings by word and fill": replace(
        BARE,
        page="A3",
        landscape=False,
        heading_style="grey",
        rag="both",
        agency="title_row",
        font_size=8,
        margin=30,
        padding=2,
    ),
    "no rules in portrait": replace(
        PORTRAIT, vertical_rules=False, horizontal_rules="none", break_rows=False
    ),
    "no rules, bands": replace(BARE, agency="band"),
    "no rules, agency column": replace(BARE, agency="column", font="Times", font_size=8),
    "white rules": WHITE,
    "white rules, bands, open": replace(
        WHITE, agency="band", closed_at_break=False, repeat_headings=False
    ),
    "stripes without rules": replace(WHITE, vertical_rules=False, horizontal_rules="none"),
    "stripes without rules and heading fill": replace(
        BARE, banded=True, break_rows=True, heading_style="plain"
    ),
    "stripes and rules around headings": replace(A4, banded=True, horizontal_rules="heading"),
    "stripes with black horizontal rules": replace(ACROSS, banded=True, agency="title_row"),
}
"""What parts the cells."""

SHAPES: Mapping[str, RenderOptions] = {
    "forms": FORMS,
    "forms kept whole, agency inside": replace(FORMS, break_rows=False, agency="band"),
    "forms in landscape, no agency": replace(A4, forms=True, agency="none"),
    "forms in large type": replace(
        A4, forms=True, font_size=11, agency="title_row", closed_at_break=False
    ),
    "forms with labels above": replace(FORMS, form_labels="above"),
    "forms with labels above, torn open": replace(
        FORMS, form_labels="above", closed_at_break=False, agency="band", font_size=10
    ),
    "forms with horizontal rules": replace(FORMS, vertical_rules=False),
    "forms without rules": replace(
        FORMS, vertical_rules=False, horizontal_rules="none", break_rows=False
    ),
    "forms without rules, labels above": replace(
        FORMS,
        form_labels="above",
        vertical_rules=False,
        horizontal_rules="none",
        break_rows=False,
        agency="band",
    ),
    "sheets, down then over": SHEETS,
    "sheets, over then down": OVER,
    "sheets over then down, title rows": replace(
        OVER, column_breaks=(5,), agency="title_row", repeat_headings=False
    ),
    "sheets with bands, open": replace(
        SHEETS, column_breaks=(6,), agency="band", closed_at_break=False, font_size=10
    ),
    "sheets of three parts": replace(SHEETS, column_breaks=(3, 6), font_size=12, agency="column"),
    "sheets of three parts, over then down": replace(
        OVER, column_breaks=(3, 6), font_size=12, agency="none"
    ),
    "sheets cut anywhere": replace(A4, across=1.6),
    "sheets that overlap": replace(A4, across=1.55, overlap=30, font_size=10),
    "sheets that overlap, over then down": replace(
        A4, across=1.7, overlap=60, page_order="over_then_down", agency="band", font="Times"
    ),
    "three sheets cut anywhere, title rows": replace(
        A4, across=2.4, overlap=12, agency="title_row", repeat_headings=False
    ),
    "sheets with the first columns on each": replace(SHEETS, repeat_columns=1),
    "sheets with two columns on each, over then down": replace(
        OVER, repeat_columns=2, agency="band", column_breaks=(5,)
    ),
    "sheets in portrait, merged": replace(
        SHEETS, landscape=False, recommendation="merged", agency="merged_column"
    ),
}
"""Forms, and spreadsheets whose last columns stand on other pages."""

LAYOUTS: Mapping[str, RenderOptions] = {**PAGES, **BREAKS, **NAMES, **RULES, **SHAPES}

NOT_YET: Mapping[str, str] = {
    "no rules on A3, ratings by word and fill": "the fills of ratings are taken for those of rows",
}
"""Layouts that are read wrongly, each with the reason; whoever mends one removes it here."""
