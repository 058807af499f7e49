"""Mixtures of layouts that a council might print, and that a careful reader can still read."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from hypothesis import strategies as st

from samples.plan import RenderOptions

flags = st.booleans()
PAGE: dict[str, st.SearchStrategy[Any]] = {
    "page": st.sampled_from(["A4", "A3", "Letter"]),
    "font": st.sampled_from(["Helvetica", "Times"]),
    "font_size": st.sampled_from([7.0, 8.0, 9.0, 10.0]),
    "margin": st.sampled_from([30.0, 40.0, 50.0]),
    "padding": st.sampled_from([2.0, 3.0, 5.0]),
    "landscape": st.sampled_from([True, True, False]),
    "quarter_turn": st.sampled_from(["no", "with_rotate", "without_rotate"]),
    "header": st.sampled_from(["", "Hartlemoor SAB – official"]),
    "page_numbers": st.sampled_from(["none", "plain", "of"]),
    "watermark": st.sampled_from(["", "DRAFT"]),
    "superscript_ordinals": flags,
    "page_per_section": flags,
}
"""Options that go with every kind of table."""

LOOK: dict[str, st.SearchStrategy[Any]] = {
    "heading_style": st.sampled_from(["grey", "dark"]),
    "repeat_headings": flags,
    "rag": st.sampled_from(["word", "fill", "both"]),
    "rag_key": st.sampled_from(["none", "above", "below"]),
}
FULL: dict[str, st.SearchStrategy[Any]] = {
    "rule_colour": st.sampled_from(["#000000", "#808080"]),
    "rules_as_rectangles": flags,
    "closed_at_break": flags,
    "repeat_agency_title": flags,
    "grouped_headings": flags,
    "vertical_headings": flags,
    "break_rows": flags,
}
NAMES = st.sampled_from(["heading", "title_row", "band", "merged_column", "column", "none"])
FEW_NAMES = st.sampled_from(["heading", "title_row", "column", "none"])

ruled = st.builds(
    RenderOptions,
    **PAGE,
    **LOOK,
    **FULL,
    agency=NAMES,
    theme=st.sampled_from(["repeated", "merged"]),
    recommendation=st.sampled_from(["repeated", "merged", "band"]),
)
striped = st.builds(
    RenderOptions,
    **PAGE,
    **LOOK,
    banded=st.just(True),
    rule_colour=st.just("#ffffff"),
    closed_at_break=flags,
    agency=FEW_NAMES,
)
across = st.builds(
    RenderOptions,
    **PAGE,
    **LOOK,
    vertical_rules=st.just(False),
    closed_at_break=flags,
    banded=flags,
    agency=FEW_NAMES,
    grouped_headings=flags,
)
bare = st.builds(
    RenderOptions,
    **PAGE,
    rag=st.sampled_from(["word", "both"]),
    vertical_rules=st.just(False),
    horizontal_rules=st.just("none"),
    break_rows=st.just(False),
    agency=FEW_NAMES,
)
sheets = st.builds(
    RenderOptions,
    **PAGE,
    **LOOK,
    column_breaks=st.sampled_from([(4,), (5,), (6,)]),
    page_order=st.sampled_from(["down_then_over", "over_then_down"]),
    agency=st.sampled_from(["heading", "title_row", "band", "none"]),
)
cut_sheets = st.builds(
    RenderOptions,
    **PAGE,
    **LOOK,
    across=st.sampled_from([1.45, 1.7, 2.3]),
    overlap=st.sampled_from([0.0, 15.0, 50.0]),
    page_order=st.sampled_from(["down_then_over", "over_then_down"]),
    agency=st.sampled_from(["heading", "title_row", "band", "none"]),
)
forms = st.builds(
    RenderOptions,
    **PAGE,
    forms=st.just(True),
    closed_at_break=flags,
    break_rows=flags,
    agency=st.sampled_from(["heading", "band", "none"]),
)

TROUBLE: Mapping[str, Callable[[RenderOptions], bool]] = {
    "no rules on A3, ratings by word and fill": lambda o: (
        o.horizontal_rules == "none" and not o.vertical_rules and o.rag != "word"
    ),
}
"""What to leave out while a layout of the list is not read yet: its name, and what is like it."""


def readable(options: RenderOptions) -> RenderOptions:
    """Leave room for the words where the page is narrow."""
    if options.landscape:
        return options
    return replace(options, font_size=min(options.font_size, 8.0), margin=30.0, padding=2.0)


def untroubled(options: RenderOptions) -> bool:
    """Whether nothing in the mixture is known to go wrong."""
    return not any(is_like(options) for is_like in TROUBLE.values())


layouts = (
    st.one_of(ruled, ruled, striped, across, bare, sheets, forms).map(readable).filter(untroubled)
)
