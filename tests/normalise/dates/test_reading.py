"""Printed dates are read as what they say, and as no more than they say."""

import csv
import json
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from normalise.dates.reading import (
    DateReading,
    completed_dates,
    latest_day,
    read_dates,
    span_edtf,
)

SHARED = Path(__file__).parents[4] / "shared"


def edtf(text: str) -> list[str]:
    """Give the dates of a text."""
    return [d.date for d in read_dates(text).dates if d.date]


def days(text: str) -> list[list[str]]:
    """Give the first and last day that each date allows."""
    return [[d.earliest, d.latest] for d in read_dates(text).dates if d.date]


def kinds(text: str) -> list[str]:
    """Give the kinds of doubt of a text."""
    return [i.kind for i in read_dates(text).issues]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("12/05/2015", "2015-05-12"),
        ("31.3.16", "2016-03-31"),
        ("30-04-2014", "2014-04-30"),
        ("2015.06.30", "2015-06-30"),
        ("20150630", "2015-06-30"),
        ("30 06 2015", "2015-06-30"),
        ("2015-06-30T00:00:00", "2015-06-30"),
        ("30/ 04 / 2014", "2014-04-30"),
        ("30/04/202\n3", "2023-04-30"),
        ("1 st January 2015", "2015-01-01"),
        ("30thJune 2015", "2015-06-30"),
        ("Thursday 30th of April, 2015", "2015-04-30"),
        ("15-Jun-15", "2015-06-15"),
        ("15 06 15", "2015-06-15"),
        ("1Oth June 2015", "2015-06-10"),
        ("3l/05/2015", "2015-05-31"),
        ("1rst June 2015", "2015-06-01"),
        ("September 30, 2020", "2020-09-30"),
        ("the first of June 2015", "2015-06-01"),
        ("30th June (2015)", "2015-06-30"),
        ("31_12_2014", "2014-12-31"),
        ("31,12,2014", "2014-12-31"),
        ("3O/06/2015", "2015-06-30"),
        ("30 Apri1 2014", "2014-04-30"),
        ("l5 May 2015", "2015-05-15"),
        ("3O June 2024", "2024-06-30"),
        ("2O15-06-30", "2015-06-30"),
        ("Easter 2015", "2015-04-05"),
        ("Christmas 2015", "2015-12-25"),
        ("financial year end 2016", "2016-03-31"),
    ],
)
def test_a_day_is_read_day_first(text: str, expected: str) -> None:
    """Figures are day first, ISO is year first, and words say which is which."""
    assert edtf(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("June2015", "2015-06"),
        ("Nov '21", "2021-11"),
        ("06/2015", "2015-06"),
        ("2015-06", "2015-06"),
        ("June (2015)", "2015-06"),
        ("Septem-\nber 2014", "2014-09"),
        ("Augsut 2015", "2015-08"),
        ("Febuary 2014", "2014-02"),
        ("Jnue 2015", "2015-06"),
        ("Sept. '15", "2015-09"),
        ("2015 May", "2015-05"),
        ("December 201\n5", "2015-12"),
        ("February half term 2016", "2016-02"),
    ],
)
def test_a_month_stays_a_month(text: str, expected: str) -> None:
    """However it is spelt or broken, and never a day of it."""
    assert edtf(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Q3 2015/16", "2015-10/2015-12"),
        ("2015/16 Q4", "2016-01/2016-03"),
        ("Q2: 2019/20", "2019-07/2019-09"),
        ("Q2 (FY19/20)", "2019-07/2019-09"),
        ("AY 2019/20", "2019-09/2020-08"),
        ("2019/20 Q2-Q3", "2019-07/2019-12"),
        ("the week of 13 May 2019", "2019-05-13/2019-05-19"),
        ("3rd quarter of financial year 2015/16", "2015-10/2015-12"),
        ("Q3 (Oct-Dec) 2015/16", "2015-10/2015-12"),
        ("Q1/Q2/Q3 2016/17", "2016-04/2016-12"),
        ("Q3-4 2015/16", "2015-10/2016-03"),
        ("Q1 Apr-Jun 2015", "2015-04/2015-06"),
        ("Spring 2016 term", "2016-01/2016-04"),
        ("2015/6", "2015-04/2016-03"),
        ("1st April to end of June 2015", "2015-04-01/2015-06-30"),
        ("week 3 of June 2015", "2015-06-15/2015-06-21"),
        ("H1 2016/17", "2016-04/2016-09"),
        ("First half of 2016", "2016-01/2016-06"),
        ("second half of 2015/16", "2015-10/2016-03"),
        ("FY24/25", "2024-04/2025-03"),
        ("2019/20 academic year", "2019-09/2020-08"),
        ("Summer term 2015", "2015-04/2015-07"),
        ("Autumn 2015", "2015-23"),
        ("Winter 2015/16", "2015-24"),
        ("Spring/Summer 2015", "2015-03/2015-08"),
        ("Jan/Feb 2015", "2015-01/2015-02"),
        ("Nov-Jan 2016", "2015-11/2016-01"),
        ("3-5 June 2015", "2015-06-03/2015-06-05"),
        ("between 1 April and 30 June 2015", "2015-04-01/2015-06-30"),
        ("1/4-30/6/2015", "2015-04-01/2015-06-30"),
        ("Jan 25-October 25", "2025-01/2025-10"),
        ("2014-2016", "2014/2016"),
        ("mid-June to mid-July 2015", "2015-06/2015-07"),
        ("w/c 3 March 2014", "2014-03-03/2014-03-09"),
    ],
)
def test_a_span_is_an_interval(text: str, expected: str) -> None:
    """Of months, unless days are printed; a season has a code of its own."""
    assert edtf(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("by the end of Q4 22/23", ["2023-03-31", "2023-03-31"]),
        ("year end 2015/16", ["2016-03-31", "2016-03-31"]),
        ("End-March 2016", ["2016-03-31", "2016-03-31"]),
        ("mid-June 2015", ["2015-06-11", "2015-06-20"]),
        ("late Autumn 2015", ["2015-11-01", "2015-11-30"]),
        ("Early 2016", ["2016-01-01", "2016-04-30"]),
        ("first week of June 2015", ["2015-06-01", "2015-06-07"]),
        ("w/e Friday 19th June 2015", ["2015-06-13", "2015-06-19"]),
        ("Annually from March 2016", ["2016-03-01", ""]),
        ("monthly until March 2015", ["", "2015-03-31"]),
        ("early to mid 2019", ["2019-01-01", "2019-08-31"]),
        ("mid to late June 2019", ["2019-06-11", "2019-06-30"]),
    ],
)
def test_a_part_narrows_the_days(text: str, expected: list[str]) -> None:
    """What 'early', 'end of' and 'from' leave of the period."""
    assert days(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1st and 15th May 2014", ["2014-05-01", "2014-05-15"]),
        ("31/3, 30/6 & 30/9/2015", ["2015-03-31", "2015-06-30", "2015-09-30"]),
        ("3rd & 10th July, 4th August 2015", ["2015-07-03", "2015-07-10", "2015-08-04"]),
        ("2015: March, June and September", ["2015-03", "2015-06", "2015-09"]),
        ("Dec 14/Jan 15", ["2014-12", "2015-01"]),
        ("Oct 2021 – extended to Jan 2022", ["2021-10", "2022-01"]),
        ("Dec 2014 – now June 2015", ["2014-12", "2015-06"]),
        ("deferred from May 2019 until July 2019", ["2019-05", "2019-07"]),
        ("moved from May to July 2019", ["2019-05", "2019-07"]),
        ("Slipped from 30 Nov to 31 January 2019", ["2018-11-30", "2019-01-31"]),
        ("was October, now February 2019", ["2018-10", "2019-02"]),
        ("from May to July 2019", ["2019-05/2019-07"]),
    ],
)
def test_dates_in_a_list_share_what_is_printed_once(text: str, expected: list[str]) -> None:
    """The month or the year of the last one."""
    assert edtf(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1a) June 2014 1b)July 2014", [("1a", "2014-06"), ("1b", "2014-07")]),
        ("1. 28 February 2020 2. 3 March 2020", [("1", "2020-02-28"), ("2", "2020-03-03")]),
        ("Action 3 – August 2016", [("Action 3", "2016-08")]),
        ("Action 3 - 15 July 2015", [("Action 3", "2015-07-15")]),
        (
            "Training: June 2015; Policy: July 2015",
            [("Training", "2015-06"), ("Policy", "2015-07")],
        ),
        ("(a) March 2015 (b) June 2015", [("a", "2015-03"), ("b", "2015-06")]),
        ("R1: June 2015", [("R1", "2015-06")]),
        ("1.June 2014 2.July 2014", [("1", "2014-06"), ("2", "2014-07")]),
        ("a. June 2014 b. July 2014", [("a", "2014-06"), ("b", "2014-07")]),
        ("Actions 1-3 June 2014", [("Actions 1-3", "2014-06")]),
        ("1, 2 & 3 – June 2014", [("1, 2 & 3", "2014-06")]),
        ("Action 3.2 – May 2021", [("Action 3.2", "2021-05")]),
        ("4.1 May 2021 4.2 June 2021", [("4.1", "2021-05"), ("4.2", "2021-06")]),
        ("1 - May 2021 2 - June 2021", [("1", "2021-05"), ("2", "2021-06")]),
        ("30/11/2023 (2a), Jan 2024 (2b)", [("2a", "2023-11-30"), ("2b", "2024-01")]),
        ("May 2019 (action 4) and July 2019", [("action 4", "2019-05"), ("", "2019-07")]),
        ("May 2019 (action 4)", [("action 4", "2019-05")]),
        ("May 2019, Action 4 TBC", [("", "2019-05")]),
        ("1 – 14/01/2021\n2 – 20/03/2021", [("1", "2021-01-14"), ("2", "2021-03-20")]),
    ],
)
def test_a_label_names_the_part(text: str, expected: list[tuple[str, str]]) -> None:
    """And its number is no day."""
    assert [(d.label, d.date) for d in read_dates(text).dates] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("By end of March 2016", "by end of"),
        ("with effect from 1st April 2014", "from"),
        ("30 June 2015 at the latest", "by"),
        ("June 2014 (revised)", "revised"),
        ("September 2020 - ongoing", "from"),
        ("Completed March 2015", "completed"),
        ("circa June 2015", "circa"),
        ("c. June 2015", "circa"),
        ("est. June 2015", "expected"),
    ],
)
def test_a_qualifier_is_kept_beside_the_date(text: str, expected: str) -> None:
    """In the words that stand for it."""
    assert [d.qualifier for d in read_dates(text).dates] == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("every six months", "P6M"),
        ("on a quarterly basis", "P3M"),
        ("6 monthly", "P6M"),
        ("twice a year", "P6M"),
        ("a minimum 3 times a year", "P4M"),
        ("every other month", "P2M"),
        ("every 3 year", "P3Y"),
        ("Every 3rd month", "P3M"),
        ("annually each April", "P1Y"),
        ("4/6 weekly", "P6W"),
        ("January and July", "P6M"),
        ("Annual review", "P1Y"),
        ("Annually by 31 March", "P1Y"),
        ("Quarterly (March, June, September, December)", "P3M"),
        ("Ongoing every 24 months", "P24M"),
        ("June 2015 & quarterly thereafter", "P3M"),
    ],
)
def test_what_recurs_is_a_duration(text: str, expected: str) -> None:
    """ISO 8601, with or without a date."""
    assert [d.recurrence for d in read_dates(text).dates] == [expected]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("31 Sept 2015", "date_invalid"),
        ("13/25/2015", "date_invalid"),
        ("05/25/2015", "date_invalid"),
        ("Feb 29 2015", "date_invalid"),
        ("16 June", "date_incomplete"),
        ("30/06", "date_incomplete"),
        ("August 20", "date_incomplete"),
        ("30/06/202", "date_incomplete"),
        ("February 201", "date_incomplete"),
        ("ust 2016", "date_incomplete"),
        ("1 May 1023", "date_invalid"),
        ("31st December, 9999", "date_invalid"),
        ("January 1899", "date_invalid"),
        ("1 May 20150", "date_incomplete"),
        ("By Q2", "date_incomplete"),
        ("summer term", "date_incomplete"),
        ("within 3 months of publication", "date_relative"),
        ("3-5 years", "date_relative"),
        ("end of this financial year", "date_relative"),
        ("Once in post", "date_relative"),
        ("FY16", "date_ambiguous"),
        ("Q1 FY16", "date_ambiguous"),
        ("half year 2015/16", "date_ambiguous"),
        ("Extended by 3 months", "date_relative"),
        ("autumn half term 2015", "date_ambiguous"),
        ("Level 2", "date_unread"),
        ("trained over 2200 staff", "date_unread"),
        ("24/7", "date_unread"),
        ("slide 72", "date_unread"),
        ("Section 9/11", "date_unread"),
        ("Care Act 2014", "date_unread"),
        ("within 6 weeks of 1 May 2019", "date_relative"),
        ("3 months after May 2019", "date_relative"),
        ("30 days from 1 May 2019", "date_relative"),
    ],
)
def test_what_is_no_sure_date_is_a_doubt_and_no_date(text: str, kind: str) -> None:
    """Nothing is guessed, rolled over or taken from today."""
    assert (edtf(text), kinds(text)) == ([], [kind])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Q2 2022", "2022-07/2022-09"),
        ("Sept 15", "2015-09"),
        ("Winter 2015", "2015-24"),
        ("year end 2015", "2015-12-31"),
        ("2014-2015", "2014-04/2015-03"),
        ("H2 2016", "2016-10/2017-03"),
    ],
)
def test_a_likely_reading_is_given_with_its_doubt(text: str, expected: str) -> None:
    """Where practice settles what print leaves open."""
    assert (edtf(text), kinds(text)) == ([expected], ["date_ambiguous"])


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("Mar-16", "information"),
        ("Jan-25 to Mar-26", "information"),
        ("June 23", "check"),
        ("Q2 2022", "check"),
        ("within 6 weeks", "information"),
        ("Once in post", "information"),
        ("31/06/2015", "check"),
    ],
)
def test_only_a_real_doubt_is_to_be_checked(text: str, severity: str) -> None:
    """Spreadsheets print 'Mar-16' for a month, and an event without a day is no slip of ours."""
    assert {issue.severity for issue in read_dates(text).issues} == {severity}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1 - May 2016, 2 - June 2016", ["2016-05", "2016-06"]),
        ("1.1 May 2016 1.2 June 2016", ["2016-05", "2016-06"]),
        ("2016-17 (Q1)", ["2016-04/2016-06"]),
        ("Working Together 2018", []),
        ("1-June 2016", ["2016-06-01"]),
    ],
)
def test_numbers_of_parts_are_no_days(text: str, expected: list[str]) -> None:
    """A second label in a list counts as the first does."""
    assert edtf(text) == expected


@pytest.mark.parametrize("text", ["", " \n", "TBC", "On-going", "N/A", "As above", '"', "Complete"])
def test_words_that_are_known_to_be_no_date_raise_nothing(text: str) -> None:
    """They are statuses, or nothing."""
    assert read_dates(text) == DateReading(text=text)


@pytest.mark.parametrize(
    ("text", "span", "latest"),
    [
        ("", "", ""),
        ("June 2014", "2014-06", "2014-06-30"),
        ("1a) June 2014 1b)July 2014", "2014-06/2014-07", "2014-07-31"),
        ("31/3/2016 (amended from 31/12/2015)", "2015-12-31/2016-03-31", "2016-03-31"),
        ("Autumn 2015; Winter 2015/16", "2015-09/2016-02", "2016-02-29"),
        ("Quarterly from July 2021", "2021-07/..", ""),
        ("Quarterly", "", ""),
    ],
)
def test_several_dates_span_from_first_to_last(text: str, span: str, latest: str) -> None:
    """One date is itself."""
    dates = read_dates(text).dates
    assert (span_edtf(dates), latest_day(dates)) == (span, latest)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("COMPLETED January 2015", "2015-01"),
        ("Completed 14/06/2021. 94% of staff attended.", "2021-06-14"),
        ("Complete January 2022 – re-audit showed 9 of 100 cases.", "2022-01"),
        ("Complete (28.03.2019)", "2019-03-28"),
        ("Complete – strategy for 2022–2027 adopted on 8 December 2021.", "2021-12-08"),
        ("COMPLETE. Policy ratified by the Board on 18 October 2022.", "2022-10-18"),
        ("Completed – checklist in use since 01.07.2022.", "2022-07-01"),
        ("Webinar took place 3 March 2022; 140 delegates.", "2022-03-03"),
        ("14/06/2021 – completed", "2021-06-14"),
        ("Signed off by the Board 14 June 2021", "2021-06-14"),
        ("Closed by the Trust. Next audit 14 June 2021", ""),
        ("Not yet completed, June 2022", ""),
        ("COMPLETED. Agreed. A further course was held in February 2018.", ""),
        ("To be completed by March 2016", ""),
        ("Once completed in June 2015 this will be reviewed", ""),
        ("First audit completed June 2015, second is scheduled", ""),
        ("Action 1 & 2 completed June 2015", ""),
        ("Completed. To be reviewed in March 2016", ""),
        ("Completed by March 2016", ""),
        ("Complete: 93% at 31 March 2023.", ""),
        ("COMPLETED\nIt was discussed on 9th April 2014", ""),
    ],
)
def test_a_date_of_completion_stands_with_its_word(text: str, expected: str) -> None:
    """Dates ahead, in part, or later in the story are none."""
    assert span_edtf(completed_dates(text).dates) == expected


def test_a_column_of_completion_dates_needs_no_word() -> None:
    """There the date alone says it, unless it lies ahead."""
    assert span_edtf(completed_dates("14/06/2021", own_column=True).dates) == "2021-06-14"
    assert not completed_dates("14/06/2021").dates
    assert not completed_dates("June 2022, to be confirmed", own_column=True).dates
    assert not completed_dates("by June 2022", own_column=True).dates


def test_the_words_of_a_date_stand_where_its_offsets_say() -> None:
    """So that they can be shown on the page."""
    text = "  Overdue –\n by  30th\u00a0April 2014 "
    (date,) = read_dates(text).dates
    assert date.text == "by 30th April 2014"
    assert " ".join(text[date.start : date.end].split()) == date.text


WORDINGS = st.sampled_from(
    [
        "01/04/15",
        "By end of March 2016",
        "Q3/Q4 2015/16",
        "1 st January and 01 st February 2014",
        "Nov-Jan 2016",
        "w/c 15 June 2015",
        "4/6 weekly",
        "within 3 months of publication",
        "31/06/2015",
        "Early June 2015",
        "FY16/17",
        "Autumn term 2019",
        "first year of our Strategy 2015-2017",
        "Annually from March 2016",
        "TBC",
        "16 June",
        "extended from May to July 2019",
        "31/03/2024 (1a) and Sept 2024 (1b)",
        "early to mid 2019",
        "Action 2.1 – Oct 2017",
        "Q1 (FY18/19)",
        "15 06 15",
    ]
)
_TERMS = "June Jan sept Q3 end of early by from until every monthly half term autumn w/c and to"
_FIGURES = "1 2 15 31 2015 2015/16 20 201 / - . , ' & st th (a) 1) Action year FY week first"
PIECES = st.sampled_from([*_TERMS.split(), *_FIGURES.split(), "\n", "\u00a0", "\u00ad", " "])


@given(WORDINGS, st.sampled_from([str.upper, str.lower, str.title, str.swapcase]))
def test_capitals_change_nothing(text: str, recase: Any) -> None:
    """Nor do small letters."""
    assert (edtf(recase(text)), kinds(recase(text))) == (edtf(text), kinds(text))


@given(WORDINGS, st.text(" \t\n\u00a0", max_size=4), st.text(" \n", max_size=4))
def test_white_space_around_changes_nothing(text: str, before: str, after: str) -> None:
    """Nor does its kind."""
    assert edtf(before + text + after) == edtf(text)


@given(WORDINGS, st.sampled_from([".", ";", ",", " .", "…"]))
def test_punctuation_at_the_end_changes_nothing(text: str, mark: str) -> None:
    """'30th April 2014.' is a date."""
    assert edtf(text + mark) == edtf(text)


@given(
    st.one_of(st.text(), st.lists(PIECES, max_size=14).map(" ".join), st.lists(PIECES).map("".join))
)
def test_every_reading_is_in_the_text_and_nothing_breaks_it(text: str) -> None:
    """Whatever is printed."""
    plain = " ".join(text.split())
    reading = read_dates(text)
    assert all(d.text and d.text in plain for d in reading.dates)
    assert all(i.text in plain for i in reading.issues)
    assert all(d.earliest <= d.latest for d in reading.dates if d.earliest and d.latest)
    completed_dates(text)
    span_edtf(reading.dates)


@pytest.mark.parametrize(
    "piece",
    ["1/", "jan,", "end of ", "q1/", "a", "(", " ", "s e p t ", "\u00ad", "a\u00ad", "1st "],
)
def test_hostile_text_takes_no_longer_than_its_length(piece: str) -> None:
    """A hundred kilobytes are read in seconds, on a busy machine too."""
    began = time.perf_counter()
    read_dates(piece * (100_000 // len(piece)))
    assert time.perf_counter() - began < 10


def test_a_text_beyond_all_measure_is_read_in_part_and_said_so() -> None:
    """The bound on time must lose nothing in silence."""
    reading = read_dates("May 2019 " + "x " * 20_000 + "June 2019")
    assert [d.date for d in reading.dates] == ["2019-05"]
    assert [i.kind for i in reading.issues] == ["date_unread"]


def vocabulary() -> list[dict[str, str]]:
    """Give the wordings that were collected, with the days that each allows."""
    with (SHARED / "vocabulary" / "dates.tsv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


@pytest.mark.shared
@pytest.mark.skipif(not SHARED.exists(), reason="needs the measuring data beside the checkout")
def test_the_collected_wordings_are_read() -> None:
    """At least 99 in 100."""
    rows = vocabulary()
    wrong = [
        row["text"]
        for row in rows
        if [[a or None, b or None] for a, b in days(row["text"])]
        != json.loads(row["earliest_latest"])
    ]
    assert len(wrong) <= len(rows) // 100, wrong


def rows_with_truth() -> Iterator[dict[str, Any]]:
    """Every printed row of the measured plans that says what its dates are."""
    for folder in ("corpus", "real"):
        for path in sorted((SHARED / folder).glob("*.truth.json")):
            for row in json.loads(path.read_text("utf-8"))["actions"]:
                if "expect" in row:
                    yield row


@pytest.mark.shared
@pytest.mark.skipif(not SHARED.exists(), reason="needs the measuring data beside the checkout")
def test_the_target_dates_of_the_measured_plans_are_read() -> None:
    """All of them."""
    for row in rows_with_truth():
        dates, expect = read_dates(row.get("target_date_text") or "").dates, row["expect"]
        if "target_date" in expect:
            assert span_edtf(dates) == (expect["target_date"] or ""), row["target_date_text"]
        if "target_date_latest" in expect:
            assert latest_day(dates) == (expect["target_date_latest"] or "")


@pytest.mark.shared
@pytest.mark.skipif(not SHARED.exists(), reason="needs the measuring data beside the checkout")
def test_the_completion_dates_of_the_measured_plans_are_read() -> None:
    """From the column of completion, progress, status or target, in that order."""
    fields = ("completed_date_text", "progress", "status_text", "target_date_text")
    for row in rows_with_truth():
        if "completed_date" in row["expect"]:
            found = [
                span_edtf(completed_dates(row.get(f) or "", own_column=f == fields[0]).dates)
                for f in fields
            ]
            assert next(filter(None, found), "") == (row["expect"]["completed_date"] or "")
