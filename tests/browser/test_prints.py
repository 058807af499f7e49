"""One content gives the same rows when a browser prints it in the layouts of the samples."""

import tomllib
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from extract.plan import read_plan
from normalise.plan import normalise_plan
from samples.expected import expected
from samples.plan import RenderOptions
from samples.source import plan_of
from tests.browser.chromium import Browser
from tests.browser.printed import print_plan
from tests.differences import differences
from tests.layouts import A4, ACROSS, BARE, FORMS, MERGED, PORTRAIT, SMALL, WHITE

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

SOURCE = Path(__file__).parents[1] / "source" / "hartlemoor.toml"
PLAN = plan_of(tomllib.loads(SOURCE.read_text(encoding="utf-8")))

LAYOUTS: Mapping[str, RenderOptions] = {
    "landscape A4": A4,
    "portrait in small type": PORTRAIT,
    "Times": replace(SMALL, font="Times"),
    "headings once": replace(A4, repeat_headings=False),
    "rows kept whole": replace(A4, break_rows=False),
    "title rows": replace(A4, agency="title_row", repeat_headings=False),
    "title rows on every page": replace(A4, agency="title_row"),
    "agency bands": replace(A4, agency="band"),
    "agency column": replace(SMALL, agency="column"),
    "no agency": replace(A4, agency="none"),
    "merged cells": MERGED,
    "recommendation bands": replace(A4, recommendation="band"),
    "grouped headings": replace(A4, grouped_headings=True),
    "ratings by fill": replace(A4, rag="fill", rag_key="above"),
    "dark headings": replace(A4, heading_style="dark", rule_width=1.5),
    "horizontal rules": ACROSS,
    "horizontal rules, agency bands": replace(ACROSS, agency="band"),
    "white rules between stripes": WHITE,
    "no rules": BARE,
    "forms": FORMS,
    "forms with labels above": replace(FORMS, form_labels="above"),
    "forms without rules": replace(
        FORMS, vertical_rules=False, horizontal_rules="none", break_rows=False
    ),
}


@pytest.mark.parametrize("options", LAYOUTS.values(), ids=LAYOUTS)
def test_a_print_of_the_browser_gives_the_same_rows(
    options: RenderOptions, browser: Browser, tmp_path: Path
) -> None:
    """Every cell, agency, status and date, and no character lost."""
    print_plan(browser, PLAN, options, tmp_path / "plan.pdf")
    plan = normalise_plan(read_plan(tmp_path / "plan.pdf"))
    assert differences(plan.actions, expected(PLAN, options)["actions"]) == []
    assert plan.document.unplaced_characters == 0
