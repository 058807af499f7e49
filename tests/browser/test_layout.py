"""How the page looks: on a desk, on a small screen, and on paper."""

from pathlib import Path

import pytest

from export.formats import export
from normalise.records import ActionPlan
from tests.browser.chromium import Browser

pytestmark = pytest.mark.browser

CONTRAST = """
const light = (text) => {
  const parts = text.match(/[\\d.]+/g).slice(0, 3).map((part) => part / 255)
    .map((part) => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2];
};
const ground = (node) => {
  for (let at = node; at; at = at.parentElement) {
    const colour = getComputedStyle(at).backgroundColor;
    if (!/, 0\\)$|transparent/.test(colour)) return colour;
  }
  return "rgb(255, 255, 255)";
};
return [...document.querySelectorAll("body *")].filter((node) => node.checkVisibility()
    && !node.closest(".page, svg, [disabled], option, .skip, kbd")
    && [...node.childNodes].some((child) => child.nodeType === 3 && child.data.trim()))
  .map((node) => {
    const [one, other] = [light(getComputedStyle(node).color), light(ground(node))].sort();
    return [(Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05), node.innerText];
  }).filter(([contrast]) => contrast < 4.5);
"""
UNNAMED = """
return [...document.querySelectorAll("input, select, textarea, button, a[href], [role=img], img")]
  .filter((node) => node.checkVisibility() && !(node.innerText || "").trim()
    && !node.getAttribute("aria-label") && !node.alt && !node.labels?.length)
  .map((node) => node.outerHTML.slice(0, 120));
"""


def box(browser: Browser, selector: str) -> dict[str, float]:
    """Say where an element is shown."""
    return dict(
        browser.run("return arguments[0].getBoundingClientRect().toJSON()", browser.find(selector))
    )


def sideways(browser: Browser) -> int:
    """Say by how much the page is wider than the screen."""
    return int(browser.run("return document.documentElement.scrollWidth - innerWidth"))


def test_on_a_desk_list_page_and_fields_stand_side_by_side(
    browser: Browser, page: Path, plans: list[ActionPlan]
) -> None:
    """The picture widest, nothing beyond the screen."""
    browser.open(page, plans[0].actions[0].action_id)
    finder, sheet, fields = (box(browser, name) for name in (".finder", ".sheet", "#fields"))
    assert finder["right"] <= sheet["left"] <= sheet["right"] <= fields["left"]
    assert sheet["width"] > 700
    assert sideways(browser) <= 0
    assert max(finder["bottom"], sheet["bottom"], fields["bottom"]) <= 900


@pytest.mark.parametrize("width", [390, 1000])
@pytest.mark.parametrize("fragment", ["overview", "row"])
def test_on_a_small_screen_nothing_goes_beyond_its_edge(
    browser: Browser, page: Path, plans: list[ActionPlan], width: int, fragment: str
) -> None:
    """The page comes before its fields, one above the other."""
    browser.resize(width)
    browser.open(page, plans[0].actions[0].action_id if fragment == "row" else "overview")
    assert sideways(browser) <= 0
    if fragment == "row":
        sheet, fields = box(browser, ".sheet"), box(browser, "#fields")
        assert sheet["bottom"] <= fields["top"] + 1
        assert sheet["width"] > width * 0.7


@pytest.mark.parametrize("width", [390, 1440])
def test_a_row_on_many_pages_leaves_the_screen_as_wide_as_it_is(
    browser: Browser, plans: list[ActionPlan], tmp_path: Path, width: int
) -> None:
    """Its pages are chosen from a list, where buttons would fill the screen."""
    plan = plans[1]
    first, second, *_ = plan.actions
    pages = [*range(1, 41), 43, 45]
    cells = [c for c in plan.cells if c.action_id == first.action_id]
    places = (cell.model_copy(update={"page": page}) for page in pages for cell in cells)
    more = plan.model_copy(update={"cells": tuple(places), "pictures": ()})
    (file,) = export([more], tmp_path, ["report"])
    browser.resize(width)
    browser.open(file, first.action_id)
    assert sideways(browser) <= 0
    (name,) = browser.texts("#page-name")
    assert name.endswith("pages 1–40, 43, 45")
    assert browser.all("#page-turn button") == []
    desk = "return document.getElementById('desk').scrollTop + scrollY"
    before = browser.run(desk)
    browser.choose("#page-turn select", "43")
    browser.settle()
    assert browser.run(desk) > before
    browser.open(file, second.action_id)
    assert browser.all("#page-turn select") == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("fragment", ["overview", "row"])
def test_every_text_can_be_read_and_every_control_has_a_name(
    browser: Browser, page: Path, plans: list[ActionPlan], fragment: str, scheme: str
) -> None:
    """A contrast of 4.5 to 1, as the guidelines for accessibility ask, by day and by night."""
    wanted = [{"name": "prefers-color-scheme", "value": scheme}]
    browser.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": wanted})
    try:
        browser.open(page, plans[0].actions[0].action_id if fragment == "row" else "overview")
        assert browser.run("return matchMedia('(prefers-color-scheme: dark)').matches") == (
            scheme == "dark"
        )
        assert browser.run(CONTRAST) == []
        assert browser.run(UNNAMED) == []
    finally:
        browser.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": []})


def test_headings_and_landmarks_tell_where_one_is(browser: Browser, page: Path) -> None:
    """One main heading, a main part, named navigations."""
    browser.open(page)
    assert browser.texts("h1") == ["Action plans"]
    assert len(browser.all("main")) == 1
    assert browser.run("return document.documentElement.lang") == "en-GB"


@pytest.mark.parametrize("fragment", ["overview", "row"])
def test_on_paper_there_are_no_buttons(
    browser: Browser, page: Path, plans: list[ActionPlan], fragment: str
) -> None:
    """Only what can be read; all of it, not what fits on a screen."""
    browser.open(page, plans[0].actions[0].action_id if fragment == "row" else "overview")
    browser.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
    try:
        browser.run("dispatchEvent(new Event('beforeprint'))")
        assert browser.all(".finder, .top button, .edit, #check-next, .rest") == []
        if fragment == "row":
            fields = browser.find("#fields")
            assert browser.run("return arguments[0].scrollHeight", fields) == pytest.approx(
                box(browser, "#fields")["height"], abs=2
            )
    finally:
        browser.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})
