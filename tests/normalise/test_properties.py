"""What holds of every reading, whatever the words."""

import time
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from normalise.agencies.reading import read_agency
from normalise.dates.reading import read_dates
from normalise.statuses.reading import read_status

LONGEST = 0.05
"""Seconds for one text at most; the usual is far below a millisecond."""
WORDS = [
    "completed",
    "complete",
    "not",
    "yet",
    "partially",
    "ongoing",
    "on-going",
    "in",
    "progress",
    "started",
    "overdue",
    "delayed",
    "hold",
    "awaiting",
    "update",
    "superseded",
    "1)",
    "2)",
    "a)",
    "80%",
    "to",
    "be",
    "by",
    "March",
    "June",
    "2014",
    "2015/16",
    "Q3",
    "end",
    "of",
    "early",
    "30/06/14",
    "31st",
    "Sept",
    "'15",
    "autumn",
    "term",
    "every",
    "six",
    "months",
    "quarterly",
    "within",
    "3",
    "weeks",
    "from",
    "until",
    "and",
    "&",
    "/",
    "–",
    "-",
    "(",
    ")",
    ",",
    ".",
    ";",
    ":",
    "TBC",
    "N/A",
    "24/7",
    "Kent",
    "Police",
    "NHS",
    "Trust",
    "Council",
    "Adult",
    "Social",
    "Care",
    "CCG",
    "England",
    "Head",
    "of",
    "Safeguarding",
    "Health",
    "Housing",
    "(WCC)",
    "Board",
]
phrases = st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join)
anything = st.one_of(phrases, st.text(max_size=200))

STATUSES = [
    "Completed",
    "Not yet completed",
    "Partially complete",
    "80% complete",
    "In progress",
    "Ongoing",
    "To be completed by March",
    "Awaiting update",
    "No longer applicable",
    "Once completed",
    "Superseded by action 4",
    "Overdue",
    "On hold",
]
DATES = [
    "End of April 2014",
    "30th June 2015",
    "by March 2014",
    "Q3 2015/16",
    "Autumn term 2019",
    "every six months",
    "Sept '15",
    "1a) June 2014 1b) July 2014",
    "within 3 months of publication",
    "Dec 2014 – now June 2015",
    "31/06/2015",
    "Nov-Jan 2016",
]
AGENCIES = [
    "Kent Police",
    "Warwick District Council – Housing",
    "Health (CCG and NHS England)",
    "National Probation Service",
    "Kent Police and Medway Council",
]


def of_status(text: str) -> object:
    """Give what is read of a status."""
    return read_status(text).status


def of_dates(text: str) -> object:
    """Give what is read of dates."""
    reading = read_dates(text)
    return [(d.date, d.earliest, d.latest, d.recurrence) for d in reading.dates], [
        doubt.kind for doubt in reading.issues
    ]


def of_agency(text: str) -> object:
    """Give what is read of an agency."""
    reading = read_agency(text)
    return reading.agency_kind, reading.agency_code


READERS: list[tuple[Callable[[str], object], str]] = [
    *((of_status, text) for text in STATUSES),
    *((of_dates, text) for text in DATES),
    *((of_agency, text) for text in AGENCIES),
]


@pytest.mark.parametrize(("read", "text"), READERS)
def test_case_space_and_last_stops_change_no_reading(
    read: Callable[[str], object], text: str
) -> None:
    """Capitals, doubled and no-break spaces, line ends, and a stop or a colon at the end."""
    as_printed = read(text)
    assert read(text.upper()) == as_printed
    assert read(f"  {text}\n") == as_printed
    assert read(text.replace(" ", "  ")) == as_printed
    assert read(text.replace(" ", "\u00a0")) == as_printed
    assert read(text.replace(" ", "\n", 1)) == as_printed
    assert read(f"{text}.") == as_printed


@pytest.mark.parametrize("text", [*STATUSES, *DATES])
def test_small_letters_change_no_reading(text: str) -> None:
    """But for agencies, whose capitals tell names from common words."""
    assert of_status(text.lower()) == of_status(text)
    assert of_dates(text.lower()) == of_dates(text)


@given(anything)
@settings(max_examples=300, deadline=None)
def test_a_date_spans_words_of_the_text(text: str) -> None:
    """Its words are the printed ones, in order, and never more precise than they are."""
    reading = read_dates(text)
    before = 0
    for found in reading.dates:
        assert " ".join(text[found.start : found.end].split()) == found.text
        assert found.text
        assert before <= found.start < found.end <= len(text) or found.start < found.end
        assert not (found.earliest and found.latest) or found.earliest <= found.latest
        before = found.start


@given(anything)
@settings(max_examples=300, deadline=None)
def test_a_status_is_read_from_words_of_the_text(text: str) -> None:
    """No status without the words that say so."""
    reading = read_status(text)
    assert reading.words or reading.status == "unknown"
    plain = "".join(text.split()).casefold()
    assert "".join(reading.words.split()).casefold() in plain


def _seconds(read: Callable[[str], Any], text: str) -> float:
    started = time.process_time()
    read(text)
    return time.process_time() - started


@given(anything)
@settings(max_examples=300, deadline=None)
def test_no_text_crashes_a_reader_or_holds_it_up(text: str) -> None:
    """Whatever a page may hold; the quickest of three tries counts, for machines pause."""
    for read in (read_status, read_dates, read_agency):
        assert min(_seconds(read, text) for _ in range(3)) < LONGEST


@pytest.mark.parametrize("word", ["completed ", "June 2014 ", "1) ", "NHS and ", "not ", "(", "9/"])
def test_a_long_text_takes_no_longer_than_its_length(word: str) -> None:
    """Four times the text takes no more than some four times as long."""
    for read in (read_status, read_dates, read_agency):
        read(word)
        short = min(_seconds(read, word * 500) for _ in range(2))
        long = min(_seconds(read, word * 2000) for _ in range(2))
        assert long < 12 * short + 0.1
