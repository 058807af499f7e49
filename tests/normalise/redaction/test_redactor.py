"""The names of officers are taken out, and nothing else."""

import re

import pytest

from extract.records import (
    Box,
    Cell,
    Column,
    Doubt,
    Field,
    LegendEntry,
    Place,
    PlacedText,
    PrintedPlan,
    Row,
    Section,
)
from normalise.plan import normalise_plan
from normalise.records import Correction
from normalise.redaction.names import names_in
from normalise.redaction.redactor import redact_names

NAMED = [
    # text, whether its column is one of people, names
    ("Jane Smith, Head of Service", False, ["Jane Smith"]),
    ("Head of Service\nPriya Raman", False, ["Priya Raman"]),
    ("Head of Safeguarding – Xanthe Brzezinska", True, ["Xanthe Brzezinska"]),
    ("Community Safety Manager (Sarah Jones-Ahmed)", False, ["Sarah Jones-Ahmed"]),
    ("Deputy Director Rob Smith", True, ["Rob Smith"]),
    ("the Director, John Smith, agreed", False, ["John Smith"]),
    ("Sarah Jones and Ali Khan", True, ["Sarah Jones", "Ali Khan"]),
    ("J. Smith / A Khan", True, ["J. Smith", "A Khan"]),
    ("Jane Smith (JS)", True, ["Jane Smith", "JS"]),
    ("Jane SMITH", True, ["Jane SMITH"]),
    ("Mr J. O'Brien agreed", False, ["J. O'Brien"]),
    ("DI Kate Jones", False, ["Kate Jones"]),
    ("PC 1234 Brown to attend", False, ["Brown"]),
    ("Superintendent Green", False, ["Green"]),
    ("Cllr. Bob Marsh", False, ["Bob Marsh"]),
    ("write to jane.smith@kent.gov.uk", False, ["jane.smith"]),
    ("Jane Smith / Bob Jones", True, ["Jane Smith", "Bob Jones"]),
    ("Dawn Wall", True, ["Dawn Wall"]),
]
NO_NAMES = [
    "Mr T and Mrs A",
    "Warwick DC Housing",
    "George Eliot Hospital",
    "Chief Executive, St John Ambulance",
    "Milton Keynes Council, Director",
    "Tower Hamlets, Service Manager",
    "Safer Communities Manager\nWest Mercia Police",
    "Head of Adult Safeguarding, Warwickshire",
    "Marie Curie",
    "Turning Point",
    "Victoria Park",
    "Dr Foster Intelligence",
    "Mary Seacole House",
    "PC and DS leads",
    "PH Specialists",
    "FH WFD",
    "safeguarding.team@kent.gov.uk",
    "Designated Nurse / Named GP",
    "Hope House",
    "Hope Valley",
]
CELLS: dict[Field, tuple[str, str]] = {
    "action": ("Dr Patel to write to Jane Smith.", "Dr Pa-\ntel to write to Jane\nSmith."),
    "officer": ("Jane Smith (JS)\nHead of Service", "Jane Smi-\nth (JS)\nHead of Service"),
    "progress": ("COMPLETED. J. Smith and JS told Mr T's sister; Smith, Jane agreed.", ""),
    "target_date_text": ("June 2014", ""),
}


def printed() -> PrintedPlan:
    """Make a plan of one row."""
    row = Row(
        number=1,
        first_page=1,
        last_page=1,
        cells=tuple(Cell(text=text, printed=lines) for text, lines in CELLS.values()),
    )
    section = Section(
        number=1,
        agency=Cell(text="Kent Police"),
        columns=tuple(Column(heading=field, field=field) for field in CELLS),
        rows=(row,),
        reading="ruled",
    )
    return PrintedPlan(
        document="a.pdf",
        sha256="a" * 64,
        bytes=1,
        pages=1,
        title="Mr T",
        sections=(section,),
        legend=(),
        other_text=(),
        doubts=(),
        plan_pages=(1,),
        unplaced_characters=0,
    )


@pytest.mark.parametrize(("text", "of_people", "names"), NAMED)
def test_a_name_is_told_by_title_role_or_place(
    text: str, of_people: bool, names: list[str]
) -> None:
    """Beside a title or a role anywhere; alone only in a column of people."""
    assert list(dict.fromkeys(name.words for name in names_in(text, of_people))) == names


@pytest.mark.parametrize("text", NO_NAMES)
def test_bodies_places_roles_and_pseudonyms_are_no_names(text: str) -> None:
    """Not even in a column of people."""
    assert list(names_in(text, of_people=True)) == []


def test_a_name_goes_from_every_cell_and_line() -> None:
    """However its lines break, as initials, and where another cell says whose it is."""
    plan, _, found = redact_names(printed())
    action, officer, progress, _ = plan.sections[0].rows[0].cells
    assert action is not None and officer is not None and progress is not None  # noqa: PT018
    assert action.text == action.printed == "Dr [officer] to write to [officer]."
    assert officer.text == officer.printed == "[officer] ([officer])\nHead of Service"
    assert progress.text == (
        "COMPLETED. [officer] and [officer] told Mr T's sister; [officer] agreed."
    )
    assert {one.printed for one in found} == {
        "Patel",
        "Jane Smith",
        "JS",
        "J. Smith",
        "Smith, Jane",
    }
    assert {one.action_id for one in found} == {f"{'a' * 12}-01-001"}


def test_what_the_words_mean_is_read_as_before() -> None:
    """Statuses, dates and agencies do not hang on names."""
    plan, _, _ = redact_names(printed())
    (with_names,), (without,) = normalise_plan(printed()).actions, normalise_plan(plan).actions
    for field in ("status", "target_date", "agency_name", "agency_kind"):
        assert getattr(without, field) == getattr(with_names, field)


def test_a_correction_brings_no_name_back() -> None:
    """It is read as the plan is, and so still fits what it corrects."""
    correction = Correction(
        sha256="a" * 64,
        action_id=f"{'a' * 12}-01-001",
        field="officer",
        extracted=CELLS["officer"][0],
        corrected="Jane Smith, Head of Service",
        checked=True,
    )
    plan, corrections, _ = redact_names(printed(), [correction])
    (action,) = normalise_plan(plan, corrections=corrections).actions
    assert (action.officer, action.corrected) == ("[officer], Head of Service", "officer")


def test_a_plan_without_names_stays_as_it_is() -> None:
    """And nothing is listed."""
    plan, _, _ = redact_names(printed())
    assert redact_names(plan) == (plan, (), ())


def test_names_outside_of_cells_are_replaced_and_listed() -> None:
    """In headings, keys of colours, running text and doubts, also where no cell holds a name."""
    plan = printed()
    (section,) = plan.sections
    row = section.rows[0].model_copy(update={"cells": (Cell(text="Train"),)})
    columns = (Column(heading="Notes of Sgt Tom Eckersley", field="extra"),)
    place = Place(page=3, box=Box(x0=0, top=0, x1=1, bottom=1))
    plan = plan.model_copy(
        update={
            "sections": (section.model_copy(update={"rows": (row,), "columns": columns}),),
            "legend": (LegendEntry(hue="red", meaning="late, ask Dr Amy Oduya", place=place),),
            "other_text": (PlacedText(rule="narrative", text="PC Ian Rudge", place=place),),
            "doubts": (Doubt(kind="word_join_unsure", page=4, message="?", printed="DI May Low"),),
        }
    )
    redacted, _, found = redact_names(plan)
    text = redacted.model_dump_json()
    listed = {(one.printed, one.field, one.page) for one in found}
    assert listed == {
        ("Tom Eckersley", "extra", 0),
        ("Amy Oduya", "", 3),
        ("Ian Rudge", "", 3),
        ("May Low", "", 4),
    }
    assert not [name for name, _, _ in listed if name.split()[1] in text]


@pytest.mark.parametrize("action_id", [f"{'a' * 12}-01-001", "the row of dci eckersley"])
def test_a_correction_of_a_heading_with_a_name_is_read_as_the_heading_is(action_id: str) -> None:
    """It fits, and where it is refused for another reason, it says no name."""
    plan = printed()
    (section,) = plan.sections
    columns = (
        *section.columns[:-1],
        Column(heading="Contact: Sgt Tom Eckersley", field="extra"),
    )
    plan = plan.model_copy(update={"sections": (section.model_copy(update={"columns": columns}),)})
    correction = Correction(
        sha256="a" * 64,
        action_id=action_id,
        field="extra/Contact: Sgt Tom Eckersley",
        extracted="June 2014",
        corrected="by Cllr Nora Finch",
        checked=False,
    )
    redacted, corrections, found = redact_names(plan, [correction])
    data = normalise_plan(redacted, corrections=corrections)
    refused = [issue for issue in data.issues if issue.kind == "correction_refused"]
    assert bool(refused) == (action_id != data.actions[0].action_id)
    assert refused or data.actions[0].extra == '{"Contact: Sgt [officer]": "by Cllr [officer]"}'
    assert {"Tom Eckersley", "Nora Finch"} <= {one.printed for one in found}
    assert not re.search("eckersley|finch", data.model_dump_json(), re.IGNORECASE)


@pytest.mark.parametrize(
    ("document", "staying"),
    [
        ("a.pdf", []),
        ("plan of DCI Sam Aspinall.pdf", ["Sam Aspinall"]),
        ("JANE_SMITH-plan.pdf", ["JANE SMITH"]),
        ("js-plan, Smithfield.pdf", []),
    ],
)
def test_names_in_the_name_of_a_file_are_listed_as_staying(
    document: str, staying: list[str]
) -> None:
    """However they are written there, where they are whole or stand behind a title."""
    plan = printed().model_copy(update={"document": document})
    redacted, _, found = redact_names(plan)
    assert redacted.document == document
    assert [one.printed for one in found if not one.replaced_by] == staying


@pytest.mark.parametrize(
    ("text", "replaced"),
    [
        ("Ask Aspinall about it", "Ask [officer] about it"),
        ("Aspinall’s team to lead", "[officer]’s team to lead"),
        ("Update by Best: ongoing", "Update by [officer]: ongoing"),
        ("Best practice is shared. Best value too.", "Best practice is shared. Best value too."),
        ("Aspinall Ward", "Aspinall Ward"),
        ("sam best to write", "[officer] to write"),
        ("Kent Police", "Kent Police"),
    ],
)
def test_a_surname_alone_is_that_of_the_officer(text: str, replaced: str) -> None:
    """Where the same document names an officer so; words at the start of a sentence are words."""
    cells = ("Sgt Aspinall / Sgt Sam Best", text)
    columns: tuple[Field, Field] = ("officer", "progress")
    row = (
        printed()
        .sections[0]
        .rows[0]
        .model_copy(update={"cells": tuple(Cell(text=cell) for cell in cells)})
    )
    part = (
        printed()
        .sections[0]
        .model_copy(
            update={"columns": tuple(Column(heading=c, field=c) for c in columns), "rows": (row,)}
        )
    )
    plan, _, _ = redact_names(printed().model_copy(update={"sections": (part,)}))
    cell = plan.sections[0].rows[0].cells[1]
    assert cell is not None
    assert cell.text == replaced
