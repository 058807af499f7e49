"""What the reader says of a row comes back in the next run, and stays until then."""

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest
from selenium.webdriver.common.keys import Keys

from tests.actionplans.made_pdfs import make_plan
from tests.actionplans.test_cli import rows, run
from tests.browser.chromium import Browser, wait_for

pytestmark = pytest.mark.browser


@pytest.fixture
def converted(browser: Browser, tmp_path: Path) -> Iterator[Path]:
    """Convert a plan, and open its first row."""
    make_plan(tmp_path / "in" / "plan.pdf", rows=3)
    assert run("extract", tmp_path / "in", "--out", tmp_path / "out").exit_code == 0
    browser.open(tmp_path / "out" / "report.html", "rows")
    yield tmp_path
    assert browser.complaints() == []


def edit(browser: Browser, field: str, value: str) -> None:
    """Correct a text on the page, with the keyboard."""
    browser.click(f'.field[data-field="{field}"] .name')
    browser.press("e")
    assert browser.run("return document.activeElement.tagName") == "TEXTAREA"
    browser.write("textarea", value.replace("\n", Keys.SHIFT + Keys.ENTER + Keys.NULL))
    browser.find("textarea").send_keys(Keys.CONTROL, Keys.ENTER)


def downloaded(browser: Browser) -> list[dict[str, str]]:
    """Take the corrections that the page hands out."""
    file = browser.downloads / "corrections.csv"
    file.unlink(missing_ok=True)
    browser.click("#download")
    wait_for(file.exists)
    with file.open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.DictReader(lines))


def again(browser: Browser, converted: Path, number: int) -> list[dict[str, str]]:
    """Convert once more with the corrections, and open the new page."""
    out = converted / f"out{number}"
    file = browser.downloads / "corrections.csv"
    result = run("extract", converted / "in", "--out", out, "--corrections", file)
    assert result.exit_code == 0, result.output
    assert " 0 refused" in result.stderr
    browser.open(out / "report.html", rows(out, "actions")[0]["action_id"])
    return rows(out, "actions")


def test_a_correction_goes_round(browser: Browser, converted: Path) -> None:
    """From the page to the file, into the next run, onto its page, and from there again."""
    edit(browser, "target_date_text", "July 2015")
    edit(browser, "action", '=Review\nit, "twice"')
    browser.press("c")
    assert browser.texts("#checked-count") == ["1 of 3 rows checked, 2 corrections"]
    first = downloaded(browser)
    assert [(line["field"], line["checked"]) for line in first] == [
        ("action", "true"),
        ("target_date_text", "true"),
        ("row", "true"),
    ]
    action = again(browser, converted, 2)[0]
    assert (action["target_date"], action["action"]) == ("2015-07", '\'=Review\nit, "twice"')
    assert (action["corrected"], action["checked"]) == ("action target_date_text", "true")
    assert browser.texts("#checked-count") == ["1 of 3 rows checked, 2 corrections"]
    assert any("June 2014" in text for text in browser.texts(".correction"))
    assert downloaded(browser) == first


def test_a_correction_of_an_earlier_run_can_be_taken_back(
    browser: Browser, converted: Path
) -> None:
    """Then the next run reads what is printed again."""
    edit(browser, "target_date_text", "July 2015")
    downloaded(browser)
    again(browser, converted, 2)
    browser.click(".correction button")
    browser.press("c")
    assert [line["field"] for line in downloaded(browser)] == ["row"]
    action = again(browser, converted, 3)[0]
    assert (action["target_date"], action["corrected"]) == ("2014-06", "")
    assert action["checked"] == "true"


def test_a_meaning_is_chosen_from_a_list(browser: Browser, converted: Path) -> None:
    """And what follows from it is worked out in the next run."""
    browser.click('.field[data-field="status"] .edit')
    browser.choose(".editing select", "superseded")
    browser.click(".field .acts .main")
    assert "Superseded" in browser.texts('.field[data-field="status"] .chip')
    assert "Superseded" in browser.find("#list [aria-current]").text
    downloaded(browser)
    action = again(browser, converted, 2)[0]
    assert (action["status"], action["status_source"]) == ("superseded", "correction")


def test_an_empty_field_can_be_filled(browser: Browser, converted: Path) -> None:
    """Empty fields are shown when asked for."""
    browser.click("#more-fields")
    edit(browser, "theme", "Training")
    downloaded(browser)
    assert again(browser, converted, 2)[0]["theme"] == "Training"


def test_leaving_an_edit_changes_nothing(browser: Browser, converted: Path) -> None:
    """By Escape or by Cancel; and no key does anything else meanwhile."""
    row = browser.texts(".id")
    browser.click('.field[data-field="action"] .edit')
    browser.press("jjc")
    assert browser.texts(".id") == row
    browser.press(Keys.ESCAPE)
    assert browser.texts(".correction") == []
    assert not browser.find("#download").is_enabled()


def test_work_is_kept_when_the_page_is_closed(browser: Browser, converted: Path) -> None:
    """In this browser, for this batch of documents."""
    edit(browser, "lead", "Council")
    browser.press("c")
    browser.open(converted / "out" / "report.html", "rows")
    assert browser.texts("#checked-count") == ["1 of 3 rows checked, 1 correction"]
    assert browser.texts('.field[data-field="lead"] .value') == ["Council"]


def test_work_is_kept_for_each_document(browser: Browser, converted: Path) -> None:
    """A page that shows another document too knows what was done to this one."""
    browser.press("c")
    make_plan(converted / "in" / "another.pdf", action="Train the staff", rows=2)
    assert run("extract", converted / "in", "--out", converted / "both").exit_code == 0
    browser.open(converted / "both" / "report.html", "rows")
    assert browser.texts("#checked-count") == ["1 of 5 rows checked"]


def test_work_that_no_longer_fits_is_said_to_be_lost(browser: Browser, converted: Path) -> None:
    """As when a newer version reads the row otherwise; what was put into the row is not lost."""
    edit(browser, "lead", "Council")
    page = converted / "out" / "report.html"
    text = page.read_text(encoding="utf-8")
    page.write_text(text.replace('"Police"', '"Police Force"'), encoding="utf-8")
    browser.open(page, "rows")
    assert browser.texts("#checked-count") == ["0 of 3 rows checked"]
    assert browser.texts("#notice")[0].startswith("1 correction made here earlier no longer fit")


def test_undoing_a_correction_leaves_no_trace(browser: Browser, converted: Path) -> None:
    """Neither on the page nor in the file."""
    edit(browser, "lead", "Council")
    browser.click(".correction button")
    assert browser.texts('.field[data-field="lead"] .value') == ["Police"]
    assert browser.texts("#checked-count") == ["0 of 3 rows checked"]
