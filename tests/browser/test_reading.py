"""Finding rows and checking them against the page, with the mouse and with the keyboard."""

from pathlib import Path

import pytest
from selenium.webdriver.common.keys import Keys

from export.formats import export
from normalise.records import ActionPlan
from tests.browser.chromium import Browser
from tests.export.made_plans import with_actions

pytestmark = pytest.mark.browser


@pytest.fixture
def rows(browser: Browser, page: Path, plans: list[ActionPlan]) -> Browser:
    """Open the first row of the first plan."""
    return browser.open(page, plans[0].actions[0].action_id)


def ids(plan: ActionPlan) -> list[str]:
    """Give the ids of the rows of a plan."""
    return [action.action_id for action in plan.actions]


def found(browser: Browser) -> list[str]:
    """Give the ids of the rows in the list."""
    return [str(link.get_attribute("hash"))[1:] for link in browser.all("#list a")]


def test_the_page_opens_without_a_word(browser: Browser, page: Path) -> None:
    """Nothing is asked of the network, and the browser has nothing to complain of."""
    browser.open(page)
    assert browser.texts(".figures .name")[:3] == ["Documents", "Rows", "Agencies"]
    assert browser.texts(".figures .number")[:2] == ["3", "12"]
    browser.click("#to-rows")
    assert browser.run("return document.querySelector('#desk img').naturalWidth") > 800
    assert browser.requests() == [page.resolve().as_uri()]
    assert browser.complaints() == []


def test_the_overview_leads_to_rows(browser: Browser, page: Path, plans: list[ActionPlan]) -> None:
    """A figure, a bar's agency, an issue and a document are ways in."""
    browser.open(page)
    assert browser.texts(".card h2") == [
        "Status by agency",
        "Target dates",
        "Issues by kind",
        "Documents",
    ]
    assert len(browser.all("svg[role=img]")) >= 2
    next(link for link in browser.all(".documents button") if link.text == "second.pdf").click()
    browser.settle()
    assert found(browser) == ids(plans[1])
    assert browser.row() == ids(plans[1])[0]


def test_a_date_without_end_is_a_target_date_like_any_other(
    browser: Browser, tmp_path: Path
) -> None:
    """The page counts what the workbook and the database count."""
    open_end = {"target_date_text": "From June 2014", "target_date": "2014-06/.."}
    (file,) = export([with_actions(open_end, {"action": "Train staff"})], tmp_path, ["report"])
    browser.open(file)
    figures = dict(
        zip(browser.texts(".figures .name"), browser.texts(".figures .number"), strict=True)
    )
    assert figures["Without target date"] == "1"


@pytest.mark.parametrize("key", ["n", Keys.ENTER])
def test_whoever_comes_from_the_overview_stands_on_the_row(
    browser: Browser, page: Path, key: str
) -> None:
    """By key or by a figure: the arrow keys go on from there."""
    browser.open(page, "overview")
    browser.run("document.querySelector('.figures button').focus()")
    browser.press(key)
    first = browser.row()
    on = "return document.activeElement.id === `row-${location.hash.slice(1)}`"
    assert first
    assert browser.run(on)
    browser.press(Keys.ARROW_DOWN)
    assert browser.row() != first
    assert browser.run(on)


def test_a_link_opens_its_row(rows: Browser, page: Path, plans: list[ActionPlan]) -> None:
    """As the workbook links to it; the back key of the browser leads back."""
    third = ids(plans[1])[2]
    rows.open(page, third)
    assert rows.texts(".id") == [third]
    assert rows.find("#list [aria-current]").get_attribute("id") == f"row-{third}"
    rows.press("k")
    assert rows.row() == ids(plans[1])[1]
    rows.driver.back()
    rows.settle()
    assert rows.texts(".id") == [third]


def test_places_lie_where_the_cells_are_printed(rows: Browser, plans: list[ActionPlan]) -> None:
    """To half a pixel, on a picture of any size."""
    (picture,) = plans[0].pictures
    for _ in range(2):
        sheet = rows.run("return document.querySelector('#desk img').getBoundingClientRect()")
        scale = sheet["width"] / picture.width
        for cell in (c for c in plans[0].cells if c.action_id == ids(plans[0])[0]):
            place = rows.run(
                f"return document.querySelector('[data-field={cell.field}].place')"
                ".getBoundingClientRect()"
            )
            assert place["left"] - sheet["left"] == pytest.approx(cell.box.x0 * scale, abs=0.6)
            assert place["bottom"] - sheet["top"] == pytest.approx(cell.box.bottom * scale, abs=0.6)
        rows.press("+")


def test_a_page_that_is_printed_sideways_can_be_turned(rows: Browser) -> None:
    """Its places turn with it; four turns are none."""
    where = "return arguments[0].getBoundingClientRect().toJSON()"
    first = rows.run(where, rows.find('.place[data-field="action"]'))
    rows.press("r")
    turned = rows.run(where, rows.find('.place[data-field="action"]'))
    page = rows.run(where, rows.find("#desk img"))
    frame = rows.run(where, rows.find("#desk .frame"))
    assert turned["height"] > turned["width"]
    assert page["height"] == pytest.approx(frame["height"], abs=1)
    assert page["left"] == pytest.approx(frame["left"], abs=1)
    rows.press("r", "r", "r")
    assert rows.run(where, rows.find('.place[data-field="action"]')) == first


def test_a_place_holds_the_words_of_its_field(rows: Browser) -> None:
    """The picture is dark there: the words of the cell, not the margin."""
    dark = rows.run(
        """
        const image = document.querySelector('#desk img');
        const canvas = Object.assign(document.createElement('canvas'),
          { width: image.naturalWidth, height: image.naturalHeight });
        const context = canvas.getContext('2d');
        context.drawImage(image, 0, 0);
        const whole = image.getBoundingClientRect();
        return [...document.querySelectorAll('.place')].map((place) => {
          const box = place.getBoundingClientRect();
          const scale = image.naturalWidth / whole.width;
          const at = [box.left - whole.left + 3, box.top - whole.top + 3, box.width - 6,
            box.height - 6].map((side) => Math.round(side * scale));
          const pixels = context.getImageData(...at).data;
          return pixels.some((value, index) => index % 4 === 0 && value < 90);
        });
        """
    )
    assert dark == [True] * 5


def test_a_field_shows_its_place_and_a_place_its_field(rows: Browser) -> None:
    """By mouse; a meaning shows the words that it was read from."""
    rows.click('.field[data-field="action"] .name')
    assert rows.texts('.place[aria-pressed="true"]') != []
    assert rows.find('.place[aria-pressed="true"]').get_attribute("data-field") == "action"
    rows.click('.field[data-field="status"] .name')
    assert rows.find('.place[aria-pressed="true"]').get_attribute("data-field") == "progress"
    rows.click('.place[data-field="lead"]')
    assert rows.find(".field.chosen").get_attribute("data-field") == "lead"
    assert rows.focused() == "Lead"


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("café", 3),
        ("CAFÉ  Staff", 3),
        ('"policy 3"', 1),
        ("POLICY work", 9),
        ("(?=", 0),
        ("<b>", 0),
    ],
)
def test_search_finds_rows_by_their_texts(rows: Browser, text: str, number: int) -> None:
    """All words, in any order, in any field; words in quotes together."""
    rows.write("#search", text)
    assert len(found(rows)) == number
    assert (rows.texts(".nothing") != []) == (number == 0)
    rows.click("#clear")
    assert len(found(rows)) == 12


def test_filters_narrow_the_list(rows: Browser, plans: list[ActionPlan]) -> None:
    """By document, agency, status and mark, together."""
    rows.choose(
        "#by-document", str(rows.find("#by-document option:last-child").get_attribute("value"))
    )
    assert found(rows) == ids(plans[1])
    rows.choose("#by-status", "completed")
    assert found(rows) == []
    rows.choose("#by-status", "in_progress")
    rows.choose("#by-agency", ":Police")
    assert len(found(rows)) in (0, 3)
    rows.click("#clear")
    rows.choose("#by-mark", "overdue")
    assert len(found(rows)) == 12
    rows.choose("#by-mark", "checked")
    assert found(rows) == []


def test_everything_can_be_done_with_keys(rows: Browser, plans: list[ActionPlan]) -> None:
    """Next, previous, search, check, and back to the list."""
    rows.press("j", "j")
    assert rows.row() == ids(plans[0])[2]
    rows.press("k")
    assert rows.row() == ids(plans[0])[1]
    rows.press("c")
    assert rows.texts("#checked-count") == ["1 of 12 rows checked"]
    rows.press("/")
    assert rows.focused() == "search"
    rows.press("café", Keys.ESCAPE)
    rows.press(Keys.ARROW_DOWN)
    assert rows.row() == ids(plans[1])[0]
    rows.press(Keys.ARROW_DOWN)
    assert rows.row() == ids(plans[1])[1]
    rows.press("?")
    assert rows.texts("#keys h2") == ["Keys"]
    rows.press(Keys.ESCAPE)
    rows.press("o")
    assert rows.texts(".figures .name") != []
    assert rows.complaints() == []


def test_single_keys_can_be_turned_off(rows: Browser, plans: list[ActionPlan]) -> None:
    """For those who speak to their computer, or press keys by chance."""
    rows.click("#show-keys")
    rows.click("#keys-on")
    rows.press(Keys.ESCAPE)
    rows.press("j")
    assert rows.row() == ids(plans[0])[0]


def test_the_tab_key_goes_through_the_page_in_order(browser: Browser, page: Path) -> None:
    """First the ways around what is the same everywhere, and one stop for the whole list."""
    browser.open(page, "rows")
    stops = []
    for _ in range(22):
        browser.press(Keys.TAB)
        stops.append(browser.focused().split("\n")[0])
    assert stops[:3] == [
        "Skip to the content",
        "Skip to the list of rows",
        "Skip to the fields of the row",
    ]
    wanted = ["to-overview", "to-rows", "search", "by-document", "next-doubt", "desk"]
    places = [stops.index(stop) for stop in wanted]
    assert places == sorted(places)
    assert sum(stop.startswith("row-") for stop in stops) == 1


def test_what_has_the_focus_can_be_seen(browser: Browser, page: Path) -> None:
    """By a line around it."""
    browser.open(page, "rows")
    for _ in range(20):
        browser.press(Keys.TAB)
        line = browser.run("return getComputedStyle(document.activeElement).outlineWidth")
        assert line == "3px", browser.focused()


def test_skipping_leads_to_the_fields(browser: Browser, page: Path) -> None:
    """And leaves the row open."""
    browser.open(page, "rows")
    before = browser.texts(".id")
    browser.press(Keys.TAB, Keys.TAB, Keys.TAB, Keys.ENTER)
    assert browser.focused() == "fields"
    assert browser.texts(".id") == before


def test_the_most_doubtful_row_comes_next(rows: Browser, plans: list[ActionPlan]) -> None:
    """Round to the first; rows that are checked are passed over."""
    seen = []
    for _ in range(12):
        rows.click("#check-next")
        seen.append(rows.row())
    assert set(seen[:-1]) == {*ids(plans[0]), *ids(plans[1])} - {ids(plans[0])[0]}
    assert rows.texts("#checked-count") == ["12 of 12 rows checked"]
    assert not rows.find("#next-doubt").is_enabled()
