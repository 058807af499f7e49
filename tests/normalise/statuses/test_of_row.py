"""What a row as a whole says of how far its action has come."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.records import Field
from normalise.plan import normalise_plan
from normalise.records import Status
from normalise.statuses.doubts import unclear
from normalise.statuses.of_row import status_of_row
from tests.normalise.printed import plan, section

SHARED = Path(__file__).parents[4] / "shared"
without_shared = pytest.mark.skipif(not SHARED.is_dir(), reason="the measuring data is absent")


@pytest.mark.parametrize(
    ("cells", "rag", "status", "source"),
    [
        ({"progress": "COMPLETED\nPolicy agreed."}, "", "completed", "progress: COMPLETED"),
        (
            {"status_text": "In progress", "progress": "All 12 briefings were delivered."},
            "",
            "in_progress",
            "status_text: In progress",
        ),
        ({"target_date_text": "Completed"}, "", "completed", "target_date_text: Completed"),
        ({"evidence": "Audit completed", "action": "Completed audit"}, "green", "unknown", ""),
        ({"target_date_text": "May 2016"}, "green", "unknown", ""),
        ({"progress": "Policy ratified."}, "blue", "completed", "rag: blue"),
        (
            {"status_text": "Partially complete"},
            "",
            "in_progress",
            "status_text: Partially complete",
        ),
        (
            {
                "target_date_text": "March 2022; revised July 2022",
                "progress": "Draft with lawyers.",
            },
            "red",
            "delayed",
            "target_date_text: revised",
        ),
    ],
)
def test_a_row_is_read_in_the_order_of_trust(
    cells: dict[str, str], rag: str, status: Status, source: str
) -> None:
    """The status names the column and the words that it came from."""
    row = status_of_row(cells, rag, {})
    assert (row.status, row.source, row.contradictions) == (status, source, ())


LEGEND = {
    "Blue": "Action completed and evidence seen",
    "Green": "Completed, or on target to be completed by the due date",
    "Amber": "Some slippage; plans are in place to recover",
    "Grey": "Not yet due",
}


@pytest.mark.parametrize(
    ("rag", "progress", "status"),
    [
        ("blue", "Held 15 November 2021", "completed"),
        ("green", "Held 15 November 2021", "unknown"),
        ("amber", "Review has commenced.", "in_progress"),
        ("amber", "Letter sent.", "delayed"),
        ("grey", "", "not_started"),
    ],
)
def test_a_colour_means_what_the_legend_says(rag: str, progress: str, status: Status) -> None:
    """A choice of meanings is none; how well it goes gives way to how far it has come."""
    assert status_of_row({"progress": progress}, rag, LEGEND).status == status


@pytest.mark.parametrize(
    ("meaning", "status"),
    [
        ("will not be completed by target date", "delayed"),
        ("will not be delivered", "unknown"),
        ("will be completed on time", "unknown"),
        ("confident that it will be delivered", "unknown"),
        ("low risk, completed quickly", "unknown"),
        ("completed quickly", "unknown"),
        ("completed on time", "completed"),
        ("completed within timescales", "completed"),
        ("complete, no risk", "completed"),
        ("not started, at risk", "not_started"),
        ("to be started", "not_started"),
        ("will not be implemented", "rejected"),
        ("rejected", "rejected"),
    ],
)
def test_a_key_of_outlooks_names_no_state(meaning: str, status: Status) -> None:
    """How well the work goes is not how far it has come, unless the key says that outright."""
    assert status_of_row({}, "red", {"Red": meaning}).status == status


@pytest.mark.parametrize(
    ("cells", "status"),
    [
        ({"status_text": "Complete", "progress": "Not started."}, "completed"),
        ({"progress": "This is on-going.", "target_date_text": "Completed"}, "in_progress"),
        ({"status_text": "Not started", "progress": "In progress"}, "not_started"),
        ({"progress": "AWAITING UPDATE JUNE 2019", "target_date_text": "Done"}, "awaiting_update"),
    ],
)
def test_columns_that_contradict_each_other_are_reported(
    cells: dict[str, str], status: Status
) -> None:
    """The most trusted column decides, aloud."""
    row = status_of_row(cells, "", {})
    assert row.status == status
    assert len(row.contradictions) == 1


@pytest.mark.parametrize(
    "cells",
    [
        {"status_text": "Complete", "progress": "Current position 78%; training goes on."},
        {"progress": "COMPLETED December 2016", "target_date_text": "On-going"},
        {"status_text": "Delayed", "progress": "In progress"},
        {"status_text": "Superseded", "progress": "Superseded – see the new form."},
    ],
)
def test_columns_that_merely_differ_are_not_reported(cells: dict[str, str]) -> None:
    """Prose beside a status word, and an open-ended target, contradict nothing."""
    assert status_of_row(cells, "", {}).contradictions == ()


@pytest.mark.parametrize(
    ("cells", "column", "severity"),
    [
        ({"status_text": "Phase out"}, "status_text", "check"),
        ({"status_text": "Closed – not done"}, "status_text", "check"),
        ({"progress": "The rota was changed in May."}, "progress", "information"),
        ({"progress": "Letter sent", "status_text": "Amber"}, "progress", "information"),
        (
            {"completed_date_text": "Must be completed by all wards"},
            "completed_date_text",
            "information",
        ),
    ],
)
def test_words_that_speak_of_progress_but_tell_no_status_are_reported(
    cells: dict[str, str], column: str, severity: str
) -> None:
    """With the cell that a person should read."""
    doubt = status_of_row(cells, "", {}).doubt
    assert doubt is not None
    assert (doubt.column, doubt.severity) == (column, severity)
    assert doubt.printed == cells[column]


@pytest.mark.parametrize(
    "cells",
    [
        {},
        {"status_text": "Green"},
        {"status_text": "RAG: A", "progress": "TBC"},
        {"status_text": "N/K", "progress": "See action 4 above"},
        {"progress": "12/05/2016"},
        {"progress": "Chief Nurse"},
        {"evidence": "Audit completed", "action": "The policy was changed"},
    ],
)
def test_what_speaks_of_no_progress_raises_nothing(cells: dict[str, str]) -> None:
    """A colour without a key, a date, a reference or a role."""
    assert unclear(cells) is None


WITH_COMPLETION: tuple[tuple[str, Field], ...] = (
    ("Action", "action"),
    ("Target date", "target_date_text"),
    ("Date of completion", "completed_date_text"),
)
WITH_VERB: tuple[tuple[str, Field], ...] = (("Action", "action"), ("Completed", "status_text"))
WITH_SHARE: tuple[tuple[str, Field], ...] = (("Action", "action"), ("% complete", "status_text"))


@pytest.mark.parametrize(
    ("columns", "cells", "status", "completed"),
    [
        (WITH_COMPLETION, ("June 2019", "12/05/2019"), "completed", "2019-05-12"),
        (WITH_COMPLETION, ("", "12/05/2019"), "unknown", "2019-05-12"),
        (WITH_COMPLETION, ("June 2019", "12/05/2019. Leaflet in use."), "completed", "2019-05-12"),
        (WITH_COMPLETION, ("June 2019", "12/05/2019. Not achieved."), "not_started", ""),
        (WITH_COMPLETION, ("June 2019", "June 2019 – first meeting held"), "unknown", "2019-06"),
        (WITH_VERB, ("12/05/2019",), "completed", "2019-05-12"),
        (WITH_VERB, ("Yes",), "completed", ""),
        (WITH_VERB, ("by 12/05/2019",), "unknown", ""),
        (WITH_SHARE, ("75",), "in_progress", ""),
        (WITH_SHARE, ("100",), "completed", ""),
        (WITH_SHARE, ("0",), "not_started", ""),
    ],
)
def test_a_heading_may_hold_the_verb(
    columns: tuple[tuple[str, Field], ...], cells: tuple[str, ...], status: Status, completed: str
) -> None:
    """A date under 'Completed', and a completion date beside a target, tell that it is done."""
    (action,) = normalise_plan(plan(section(columns, ("Train the staff", *cells)))).actions
    assert (action.status, action.completed_date) == (status, completed)
    told = (action.status_text, action.completed_date_text)
    assert cells[-1] in told


@pytest.mark.parametrize(
    ("headings", "cells", "status"),
    [
        (("Update May 2019", "Update Nov 2019"), ("In progress", "Completed"), "completed"),
        (("Update Nov 2019", "Update May 2019"), ("Completed", "In progress"), "completed"),
        (("Progress at Q1 2019/20", "Progress at Q2 2019/20"), ("On track", "Delayed"), "delayed"),
        (("Update May 2019", "Update Nov 2019"), ("Not started", ""), "not_started"),
        (("Update May 2019", "Update Nov 2019"), ("Drafted", "Sent. Completed"), "completed"),
        (("Update May 2019", "Update Nov 2019"), ("Completed", "As above"), "completed"),
        (("Progress", "Comments"), ("In progress", "Completed for two wards"), "in_progress"),
    ],
)
def test_of_dated_headings_the_latest_counts(
    headings: tuple[str, str], cells: tuple[str, str], status: Status
) -> None:
    """Whichever way round the columns stand; the printed text stays without their dates."""
    columns: list[tuple[str, Field]] = [("Action", "action"), *((h, "progress") for h in headings)]
    (action,) = normalise_plan(plan(section(columns, ("Train the staff", *cells)))).actions
    assert action.status == status
    assert action.progress == "\n".join(filter(None, cells))


@pytest.mark.parametrize(
    ("ticks", "status", "issues"),
    [
        (("✓", "", ""), "not_started", ""),
        (("", "✓", ""), "in_progress", ""),
        (("", "", "✓"), "completed", ""),
        (("", "✓", "✓"), "in_progress", "status_contradiction"),
        (("", "x", ""), "unknown", ""),
    ],
)
def test_a_tick_says_what_its_heading_does(
    ticks: tuple[str, str, str], status: Status, issues: str
) -> None:
    """One column for each status; a cross may as well deny it."""
    columns: list[tuple[str, Field]] = [
        ("Action", "action"),
        ("Not started", "extra"),
        ("In progress", "extra"),
        ("Completed", "status_text"),
    ]
    (action,) = normalise_plan(plan(section(columns, ("Train the staff", *ticks)))).actions
    assert (action.status, action.issues) == (status, issues)


def test_an_unclear_status_is_an_issue_of_its_row() -> None:
    """It names the column, the words and the page."""
    columns: tuple[tuple[str, Field], ...] = (("Action", "action"), ("Update", "progress"))
    read = normalise_plan(plan(section(columns, ("Write a guide", "The guide was shared."))))
    (issue,) = read.issues
    assert (issue.kind, issue.field) == ("status_unclear", "progress")
    assert (issue.printed, issue.severity) == ("The guide was shared.", "information")
    assert read.actions[0].issues == "status_unclear"


@settings(max_examples=50)
@given(
    st.dictionaries(st.sampled_from(["progress", "status_text", "target_date_text"]), st.text()),
    st.sampled_from(["", "red", "blue"]),
    st.dictionaries(st.sampled_from(["Red", "Blue"]), st.text()),
)
def test_no_row_breaks_the_reading(cells: dict[str, str], rag: str, legend: dict[str, str]) -> None:
    """Every row has a status, and a source unless it is unknown."""
    row = status_of_row(cells, rag, legend)
    assert (row.source == "") == (row.status == "unknown")


@pytest.mark.shared
@without_shared
def test_the_rows_of_the_corpus_are_read() -> None:
    """At least 98 in 100 rows are right, and few are called contradictory."""
    rows = contradictory = 0
    wrong: list[tuple[str, str, str]] = []
    for path in [*SHARED.glob("corpus/*.truth.json"), *SHARED.glob("real/*.truth.json")]:
        for action in json.loads(path.read_text(encoding="utf-8"))["actions"]:
            cells = {name: cell for name, cell in action.items() if isinstance(cell, str)}
            read = status_of_row(cells, cells.pop("rag", ""), {})
            rows += 1
            contradictory += bool(read.contradictions)
            expected = action["expect"].get("status", read.status)
            if read.status != expected:
                wrong.append((path.stem, expected, read.status))
    assert len(wrong) <= rows / 50, wrong
    assert contradictory <= rows * 0.03


def test_blue_means_nothing_where_a_key_has_another_colour_for_what_is_done() -> None:
    """Though it explains blue nowhere."""
    cells = {"progress": "Policy ratified."}
    assert status_of_row(cells, "blue", {"Green": "Complete", "Red": "Late"}).status == "unknown"
    assert status_of_row(cells, "blue", {"Green": "On time", "Red": "Late"}).status == "completed"
