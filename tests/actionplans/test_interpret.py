"""How one printed wording is read, asked from the command line."""

import json

import pytest

from tests.actionplans.test_cli import run

DATE_KEYS = ["date", "earliest", "latest", "precision", "qualifier", "recurrence", "label"]


@pytest.mark.parametrize(
    ("kind", "text", "keys"),
    [
        ("heading", "Lead Agency", ["text", "field"]),
        ("status", "Completed", ["text", "status"]),
        ("date", "End of June 2014", ["text", "dates", "issues", "recurrences"]),
        ("agency", "Police", ["text", "agency_name", "agency_kind", "agency_code"]),
    ],
)
def test_a_wording_gives_one_object_with_its_keys(kind: str, text: str, keys: list[str]) -> None:
    """Exactly these, in this order: scripts are built on them."""
    result = run("interpret", kind, text)
    assert result.exit_code == 0, result.output
    found = json.loads(result.stdout)
    assert list(found) == keys
    assert found["text"] == text


def test_each_date_has_its_keys() -> None:
    """And what is read is what the tables would hold."""
    (found,) = json.loads(run("interpret", "date", "June 2014").stdout)["dates"]
    assert list(found) == DATE_KEYS
    assert found["date"] == "2014-06"
    assert found["latest"] == "2014-06-30"


def test_what_only_repeats_is_no_date() -> None:
    """It stands beside the dates; where it goes on from a date, that date has an open end."""
    quarterly = json.loads(run("interpret", "date", "Quarterly").stdout)
    assert (quarterly["dates"], quarterly["recurrences"]) == ([], ["P3M"])
    (since,) = json.loads(run("interpret", "date", "Annually from March 2016").stdout)["dates"]
    assert (since["earliest"], since["latest"]) == ("2016-03-01", None)
    assert since["recurrence"] == "P1Y"


def test_several_texts_give_a_line_each() -> None:
    """In the order given; a leading dash is no option."""
    lines = run("interpret", "status", "Completed", "- ongoing").stdout.splitlines()
    assert [json.loads(line)["status"] for line in lines] == ["completed", "in_progress"]


def test_without_text_lines_are_read_from_standard_input() -> None:
    """As UTF-8, with any line end; an empty line is answered too, so that lines stay aligned."""
    given = "Décembre 2014\r\n\nOngoing".encode()
    lines = run("interpret", "status", given=given).stdout_bytes.decode("utf-8").splitlines()
    assert [json.loads(line)["text"] for line in lines] == ["Décembre 2014", "", "Ongoing"]
    assert "Décembre" in lines[0]


def test_what_is_not_utf_8_is_read_as_far_as_it_goes() -> None:
    """A stray byte costs itself only."""
    result = run("interpret", "status", given=b"Completed \xff\n")
    assert result.exit_code == 0
    assert json.loads(result.stdout)["text"] == "Completed \ufffd"
