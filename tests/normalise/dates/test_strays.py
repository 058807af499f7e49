"""Numbers that are of no date or of two, and dates that are printed with a doubt."""

import pytest

from normalise.dates.reading import completed_dates, latest_day, read_dates


def dates(text: str) -> list[str]:
    """Give the dates of a text in EDTF."""
    return [d.date for d in read_dates(text).dates if d.date]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("31/03/21 / 30/06/21", ["2021-03-31", "2021-06-30"]),
        ("31/03/2021 / 30/06/2021 / 30/09/2021", ["2021-03-31", "2021-06-30", "2021-09-30"]),
        ("30 / 06 / 2021", ["2021-06-30"]),
        ("31.03-30.06.21", ["2021-03-31/2021-06-30"]),
        ("31.03, 30.06 & 30.09.21", ["2021-03-31", "2021-06-30", "2021-09-30"]),
        ("1.1 30/06/2021", ["2021-06-30"]),
        ("Mar-21/Jun-21", ["2021-03", "2021-06"]),
        ("15-Jun-21", ["2021-06-15"]),
    ],
)
def test_marks_between_two_dates_part_them(text: str, expected: list[str]) -> None:
    """Neither is lost, and no day is made of a year."""
    assert dates(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("R3 June 2021", ["2021-06"]),
        ("R3 3 June 2021", ["2021-06-03"]),
        ("v1.4 April 2021", ["2021-04"]),
        ("Ward 5 May 2021", ["2021-05"]),
        ("Board 14 May 2021", ["2021-05-14"]),
        ("Month 6 September 2021", ["2021-09"]),
        ("SAR 2020/04", []),
        ("DHR 12/2019", []),
        ("12/2019", ["2019-12"]),
        ("SAR04/2020 – 30 June 2021", ["2021-06-30"]),
        ("Children Act 1989/2004", []),
        ("Care Act 2014 – June 2021", ["2021-06"]),
        ("Housing Strategy 2020-25 refreshed by May 2021", ["2021-05"]),
        ("COVID19 2020", []),
        ("6/2021/5", []),
        ("2021/20", []),
        ("Autumn term 2 2021", []),
        ("Autumn term 2021", ["2021-09/2021-12"]),
        ("CY2021 Q3", ["2021-07/2021-09"]),
    ],
)
def test_numbers_of_codes_and_references_are_no_days(text: str, expected: list[str]) -> None:
    """Nor are the years of laws, strategies and half terms."""
    assert dates(text) == expected


@pytest.mark.parametrize(
    ("text", "expected", "kind"),
    [
        ("TBC – June 2021", ["2021-06"], "date_ambiguous"),
        ("June 2021 (TBC)", ["2021-06"], "date_ambiguous"),
        ("June 2021?", ["2021-06"], "date_ambiguous"),
        ("TBC following Board 14/05/2021", [], "date_ambiguous"),
        ("To be agreed at 14/05/21 meeting", [], "date_ambiguous"),
        ("Agreed 12/02/21", [], "date_ambiguous"),
        ("Opened 12/02/21 Due 12/05/21", ["2021-05-12"], "date_ambiguous"),
        ("Not before 1 April 2021", ["2021-04-01/.."], "date_ambiguous"),
        ("June 2021 at the earliest", ["2021-06/.."], "date_ambiguous"),
        ("31/03/21 + 3 months", [], "date_relative"),
        ("Inquest 3 June 2021; 6 months", ["2021-06-03"], "date_relative"),
        ("Ramadan 2021", ["2021"], "date_unread"),
        ("Q5 2021/22", ["2021-04/2022-03"], "date_unread"),
        ("Wednesday 4 May 2021", ["2021-05-04"], "date_ambiguous"),
        ("Hydref 2021", ["2021-10"], "date_ambiguous"),
    ],
)
def test_a_doubt_about_a_date_is_said(text: str, expected: list[str], kind: str) -> None:
    """The day of another event is no date of the action."""
    reading = read_dates(text)
    assert [d.date for d in reading.dates if d.date] == expected
    assert kind in {issue.kind for issue in reading.issues}


@pytest.mark.parametrize(
    "text",
    [
        "By 2021",
        "in 2021",
        "Policy agreed June 2021",
        "1) May 2021 2) TBC",
        "Tuesday 4 May 2021",
        "no later than 1 June 2021",
        "before 1 June 2021",
        "31 Mawrth 2021",
        "Erbyn diwedd Mai 2021",
    ],
)
def test_plain_dates_raise_no_doubt(text: str) -> None:
    """Welsh months are part of British plans."""
    reading = read_dates(text)
    assert reading.dates
    assert not reading.issues


@pytest.mark.parametrize(
    ("text", "latest"),
    [
        ("From 1 June 2021", ""),
        ("September 2021 – ongoing", ""),
        ("Not before June 2021", ""),
        ("From April to June 2021", "2021-06-30"),
        ("From 1 June 2021, audit by December 2021", "2021-12-31"),
        ("June 2021", "2021-06-30"),
    ],
)
def test_what_begins_on_a_day_is_not_due_on_it(text: str, latest: str) -> None:
    """So that nothing is called overdue because it has begun."""
    assert latest_day(read_dates(text).dates) == latest


@pytest.mark.parametrize(
    "text",
    [
        "Completed; policy dated 12/01/2021",
        "Policy dated 12/01/2021 completed",
        "Complete. Started January 2021",
    ],
)
def test_days_of_other_things_complete_nothing(text: str) -> None:
    """They stand beside the word, and speak of a paper or a beginning."""
    assert not completed_dates(text).dates


def test_a_date_behind_a_full_stop_is_that_of_the_next_update() -> None:
    """'June 2021 – complete. April 2021 – not started' was completed in June."""
    reading = completed_dates("June 2021 – complete. April 2021 – not started")
    assert [d.date for d in reading.dates] == ["2021-06"]


def test_of_two_dates_beside_a_word_of_completion_the_one_behind_counts() -> None:
    """The one before belongs to what was completed."""
    reading = completed_dates("Programme 2020-21 Completed 26 September 2021")
    assert [d.date for d in reading.dates] == ["2021-09-26"]
