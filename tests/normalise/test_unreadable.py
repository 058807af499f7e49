"""Where a character cannot be read, nothing is read from the words that it may turn around."""

import time

import pytest

from normalise.dates.reading import read_dates
from normalise.plan import normalise_plan
from normalise.statuses.reading import read_status
from tests.normalise.test_corrections import AS_AT, printed


@pytest.mark.parametrize("sign", ["\ufffd", "\x16", "\x1c", "\ufffe"])
@pytest.mark.parametrize(
    "text",
    ["N{}t completed", "{}ot completed", "No{} completed", "{}artially completed", "{} Completed"],
)
def test_a_status_beside_an_unreadable_character_is_unknown(text: str, sign: str) -> None:
    """'Not' and 'completed' may be what is printed; read are the words without it."""
    assert read_status(text.format("x")).text
    assert read_status(text.format(sign)).status == "unknown"


def test_another_sentence_settles_a_status_all_the_same() -> None:
    """It does not hang on a letter elsewhere."""
    assert read_status("Completed. The caf\ufffd was told.").status == "completed"
    assert read_status("The caf\ufffd was told. Completed.").status == "completed"


@pytest.mark.parametrize("sign", ["\ufffd", "\x16", "\x1c"])
@pytest.mark.parametrize(
    "text",
    ["{}1 June 2024", "1{} May 2024", "3 {}une 2024", "1 June 202{}", "n{}t before May 2024"],
)
def test_a_date_beside_an_unreadable_character_is_unread(text: str, sign: str) -> None:
    """'31 June' would be no day at all, and is not the 1st."""
    reading = read_dates(text.format(sign))
    assert [date.date for date in reading.dates] == []
    assert {issue.kind for issue in reading.issues} & {"date_unread", "date_incomplete"}


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("\ufffd June 2024", ["2024-06"]),
        ("30 June 2024; the caf\ufffd", ["2024-06-30"]),
        ("30 June 2024\nthe caf\ufffd", ["2024-06-30"]),
        ("1{} May 2024\nrevised: 30 June 2024".format("\ufffd"), ["2024-06-30"]),
    ],
)
def test_other_dates_stay(text: str, dates: list[str]) -> None:
    """Those that stand elsewhere, and one that a lost day only makes less precise."""
    assert [date.date for date in read_dates(text).dates] == dates


def test_a_long_text_without_letters_is_read_in_no_time() -> None:
    """Not each word beside each date is looked at for each letter."""
    began = time.process_time()
    read_dates("1/\ufffd" * 30_000)
    read_dates("1/1 \ufffdx " * 10_000)
    read_status("\ufffd. " * 30_000 + "completed")
    assert time.process_time() - began < 10


def test_each_cell_with_an_unreadable_character_is_an_issue() -> None:
    """With the words around the first, so that a person finds it on the page."""
    plan = normalise_plan(printed(action="Write 1\x16 letters to \ufffd\ufffd", theme="x"), AS_AT)
    (issue,) = (issue for issue in plan.issues if issue.kind == "characters_unreadable")
    assert (issue.field, issue.printed) == ("action", "Write 1\ufffd letters to \ufffd\ufffd")
    assert "3 characters" in issue.message
    assert (issue.page, issue.severity) == (2, "check")
    assert "characters_unreadable" in plan.actions[0].issues.split()


def test_a_status_that_cannot_be_read_is_a_doubt() -> None:
    """Where no other column tells one."""
    plan = normalise_plan(printed(progress="N\ufffdt completed"), AS_AT)
    assert plan.actions[0].status == "unknown"
    assert {"status_unclear", "characters_unreadable"} <= set(plan.actions[0].issues.split())
