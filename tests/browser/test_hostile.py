"""Texts that would harm a page that trusted them are only texts here."""

import json
import time
from pathlib import Path

import pytest
from selenium.common.exceptions import NoAlertPresentException
from selenium.webdriver.common.by import By

from export.formats import export
from export.options import PICTURES
from extract.records import Box, PagePicture
from normalise.records import Action, ActionPlan, CellPlace, Issue
from tests.browser.chromium import Browser, wait_for
from tests.export.made_plans import made

pytestmark = pytest.mark.browser

HARMFUL = (
    '<img src=x onerror="window.harmed=1;alert(1)">',
    "</script><script>window.harmed=1</script>",
    "<!--<script>",
    '"><svg onload=window.harmed=1>',
    "javascript:window.harmed=1",
    "{{constructor.constructor('window.harmed=1')()}}",
    "__proto__",
    "\\u003cscript>window.harmed=1</script>",
    "<style>*{display:none}</style>",
    "<meta http-equiv=refresh content='0;url=http://harm.invalid/'>",
)
TURNING = "paid \u202eton si\u202c \u2066x\u2069"


def hostile_plan(text: str, sha256: str) -> ActionPlan:
    """Make a plan that has a text in all places that a text can have."""
    plan = made(text, sha256, text)
    (action,) = plan.actions
    texts = {name: text for name, value in action.model_dump().items() if value == ""}
    closed = dict.fromkeys(("overdue", "checked", "corrected", "slippage_days"), "")
    closed["status_source"] = f"{text}: {text}"
    extra = {"extra": json.dumps({text: text})}
    hostile = Action.model_validate(action.model_dump() | texts | closed | extra)
    place = CellPlace(
        action_id=action.action_id,
        field="action",
        heading=text,
        page=1,
        box=Box(x0=10, top=10, x1=100, bottom=40),
        printed=text,
    )
    issue = Issue(
        document=text,
        action_id=action.action_id,
        page=1,
        field=text,
        kind="status_unclear",
        severity="check",
        printed=text,
        message=text,
    )
    return plan.model_copy(
        update={
            "actions": (hostile,),
            "issues": (issue,),
            "cells": (place, place.model_copy(update={"field": "extra"})),
            "message": text,
        }
    )


def open_plans(browser: Browser, folder: Path, *texts: str) -> Path:
    """Open the page of a plan for each text."""
    plans = [hostile_plan(text, f"{number:x}" * 64) for number, text in enumerate(texts)]
    (file,) = export(plans, folder, ["report"])
    browser.open(file)
    return file


def test_harmful_texts_do_nothing(browser: Browser, tmp_path: Path) -> None:
    """Each row is opened, corrected, searched for and handed out; nothing runs or is asked for."""
    file = open_plans(browser, tmp_path, *HARMFUL)
    kinds = "return [...new Set([...document.querySelectorAll('*')].map((e) => e.tagName))].sort()"
    browser.click("#to-rows")
    for link in browser.all("#list a"):
        link.click()
        browser.settle()
        browser.click('.field[data-field="action"] .name')
        browser.press("e")
        browser.driver.switch_to.active_element.send_keys("x")
        browser.click(".field .acts .main")
    browser.write("#search", "onerror")
    browser.click("#download")
    wait_for(lambda: list(browser.downloads.glob("*.csv")))
    assert not set(browser.run(kinds)) & {"IMG", "IFRAME", "OBJECT", "FORM:", "BASE"}
    assert browser.run("return [window.harmed, Object.prototype.harmed]") == [None, None]
    with pytest.raises(NoAlertPresentException):
        _ = browser.driver.switch_to.alert.text
    assert browser.requests() == [file.resolve().as_uri()]
    assert browser.complaints() == []
    assert len(browser.driver.find_elements(By.CSS_SELECTOR, "script")) == 2


@pytest.mark.parametrize("text", HARMFUL)
def test_harmful_texts_are_shown_as_they_are(browser: Browser, tmp_path: Path, text: str) -> None:
    """To the letter: a reader sees what the document says."""
    open_plans(browser, tmp_path, text)
    browser.click("#to-rows")
    assert browser.texts('.field[data-field="action"] .value') == [text]
    assert browser.texts(".issues .message") == [text]
    assert text in browser.texts(".field .value")[-1]


def test_marks_that_turn_text_around_are_shown_as_marks(browser: Browser, tmp_path: Path) -> None:
    """Else a row could read as what it does not say."""
    open_plans(browser, tmp_path, TURNING)
    browser.click("#to-rows")
    shown = "paid ⟨U+202E⟩ton si⟨U+202C⟩ ⟨U+2066⟩x⟨U+2069⟩"
    assert browser.texts('.field[data-field="action"] .value') == [shown]
    said = browser.run("return document.body.innerText + document.title")
    assert not {"\u202e", "\u2066"} & set(said)


def test_two_million_characters_in_a_cell_do_not_stop_the_page(
    browser: Browser, tmp_path: Path
) -> None:
    """They are cut short, with a button that shows all."""
    started = time.monotonic()
    plan = made("long.pdf", "a" * 64, "word " * 400_000)
    (file,) = export([plan, made("b.pdf", "b" * 64, "W" * 2_000_000)], tmp_path, ["report"])
    browser.open(file, plan.actions[0].action_id)
    browser.press("j", "k")
    browser.write("#search", "word word")
    assert len(browser.all("#list a")) == 1
    browser.click('.field[data-field="action"] .value .link')
    length = "return document.querySelector('[data-field=action] .value').textContent.length"
    assert browser.run(length) == 2_000_000
    assert time.monotonic() - started < 30
    assert browser.complaints() == []


def test_hundreds_of_pages_open_within_seconds(browser: Browser, tmp_path: Path) -> None:
    """Pictures are looked at one by one, however many there are."""
    pictures = tmp_path / PICTURES
    pictures.mkdir(parents=True)
    plans = []
    for number in range(300):
        plan = made(f"{number:03}.pdf", f"{number:064x}"[::-1])
        file = f"{number}.webp"
        (pictures / file).write_bytes(bytes(140_000))
        page = PagePicture(page=1, width=842, height=595, file=file)
        plans.append(plan.model_copy(update={"pictures": (page,)}))
    (whole,) = export(plans, tmp_path, ["report"])
    assert whole.stat().st_size < 60_000_000
    started = time.monotonic()
    browser.open(whole, plans[-1].actions[0].action_id)
    assert browser.texts(".id") == [plans[-1].actions[0].action_id]
    assert time.monotonic() - started < 15
