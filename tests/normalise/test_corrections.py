"""What a person corrected: words are judged anew, meanings stand, what does not fit is refused."""

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.records import Cell, Column, Field, PrintedPlan, Row, Section
from normalise.agencies.allowed import agency_misfit
from normalise.agencies.reading import read_agency
from normalise.agencies.registers import Agency, Register
from normalise.correctable import row_digest
from normalise.corrected_values import read_edtf
from normalise.plan import normalise_plan
from normalise.records import Action, ActionPlan, Correction

SHA256 = "ab" * 32
ACTION_ID = "abababababab-01-001"
AS_AT = date(2016, 1, 1)
PRINTED: dict[Field, str] = {
    "reference": "1",
    "action": "Review the polcy",
    "lead": "Police",
    "target_date_text": "31 Jume 2014",
    "progress": "Ongoing",
    "extra": "Amber-ish",
}


def printed(**cells: str) -> PrintedPlan:
    """Make a plan of one row."""
    texts = {field: cells.get(field, text) for field, text in PRINTED.items()}
    columns = tuple(Column(heading=field.capitalize(), field=field) for field in texts)
    row = Row(
        number=1,
        cells=tuple(Cell(text=text) for text in texts.values()),
        first_page=2,
        last_page=2,
    )
    section = Section(number=1, agency=None, columns=columns, rows=(row,), reading="ruled")
    return PrintedPlan(
        document="plan.pdf",
        sha256=SHA256,
        bytes=9,
        pages=3,
        title="Plan",
        sections=(section,),
        legend=(),
        other_text=(),
        doubts=(),
        plan_pages=(2,),
        unplaced_characters=0,
    )


def says(field: str, extracted: str, corrected: str, checked: bool = False) -> Correction:
    """Correct a field of the row."""
    return Correction(
        sha256=SHA256,
        action_id=ACTION_ID,
        field=field,
        extracted=extracted,
        corrected=corrected,
        checked=checked,
    )


def read(*corrections: Correction) -> ActionPlan:
    """Judge the plan with corrections."""
    return normalise_plan(printed(), AS_AT, corrections)


def only(plan: ActionPlan) -> Action:
    """Give the one action."""
    (action,) = plan.actions
    return action


def refusals(plan: ActionPlan) -> list[str]:
    """Give what is said of the corrections that were not heeded."""
    return [issue.message for issue in plan.issues if issue.kind == "correction_refused"]


def test_without_corrections_nothing_is_marked() -> None:
    """Neither corrected nor checked."""
    action = only(read())
    assert (action.corrected, action.checked) == ("", "")
    assert read().corrections == ()


def test_corrected_words_are_judged_anew() -> None:
    """A mended date in print becomes a date, and its doubt goes."""
    assert (only(read()).target_date, only(read()).issues) == ("", "date_invalid")
    action = only(read(says("target_date_text", "31 Jume 2014", "30 June 2014")))
    assert (action.target_date_text, action.target_date) == ("30 June 2014", "2014-06-30")
    assert (action.target_date_latest, action.overdue) == ("2014-06-30", "true")
    assert (action.corrected, action.issues) == ("target_date_text", "")


@pytest.mark.parametrize(
    ("field", "was", "corrected", "now"),
    [
        ("action", "Review the polcy", "Review the policy", {"action": "Review the policy"}),
        ("progress", "Ongoing", "Completed May 2015", {"status": "completed"}),
        ("status", "in_progress", "completed", {"status": "completed", "overdue": "false"}),
        ("rag", "", "red", {"rag": "red"}),
        ("agency", "", "Kent County Council", {"agency_kind": "council"}),
        ("agency_name", "", "Kent Police", {"agency": "", "agency_name": "Kent Police"}),
        ("theme", "", "Training", {"theme": "Training"}),
        ("extra/Extra", "Amber-ish", "Amber", {"extra": '{"Extra": "Amber"}'}),
        ("progress", "Ongoing", "", {"progress": "", "status": "unknown"}),
    ],
)
def test_a_correction_changes_the_row(
    field: str, was: str, corrected: str, now: dict[str, str]
) -> None:
    """And is told in the row and in the plan."""
    plan = read(says(field, was, corrected))
    values = only(plan).model_dump()
    assert {name: values[name] for name in now} == now
    assert values["corrected"] == field.split("/")[0]
    assert says(field, was, corrected) in plan.corrections
    assert not refusals(plan)


def test_kinds_and_codes_of_the_users_own_register_are_allowed() -> None:
    """And several of them, as several agencies are read."""
    own = Register([Agency(name="Northmere Hub", code="NM 1", kind="hub")])
    kind, code = says("agency_kind", "", "hub; police"), says("agency_code", "", "NM 1; kent")
    (action,) = normalise_plan(printed(), AS_AT, [kind, code], own).actions
    assert (action.agency_kind, action.agency_code) == ("hub; police", "NM 1; kent")
    assert len(refusals(read(kind, code))) == 2


def test_every_kind_that_agencies_are_read_as_may_be_put_in() -> None:
    """Of the forms that their names are built in, and of the registers."""
    names = "Kent Police;Kent County Council;NSAB;CPFT;School B;All agencies;Adult Social Care"
    kinds = {read_agency(name).agency_kind for name in names.split(";")}
    assert len(kinds) >= 6
    assert [agency_misfit("agency_kind", kind) for kind in kinds] == [""] * len(kinds)


@pytest.mark.parametrize(
    ("field", "was"),
    [
        ("action", "Review the polcy"),
        ("status", "in_progress"),
        ("target_date", ""),
        ("extra/Extra", "Amber-ish"),
    ],
)
def test_what_is_to_read_as_it_does_is_not_marked_as_corrected(field: str, was: str) -> None:
    """But the row is checked, where the line says so."""
    plan = read(says(field, was, was, checked=True))
    assert only(plan) == only(read()).model_copy(update={"checked": "true"})
    assert plan.dates == read().dates
    assert [line.field for line in plan.corrections] == ["row"]


def test_a_meaning_that_is_said_again_holds_against_corrected_words() -> None:
    """Then it is no longer what is read."""
    words = says("progress", "Ongoing", "Completed May 2015")
    action = only(read(words, says("status", "in_progress", "in_progress")))
    assert (action.status, action.status_source) == ("in_progress", "correction")
    assert action.corrected == "progress status"


@pytest.mark.parametrize(
    ("date_", "earliest", "latest", "precision"),
    [
        ("2014-06-30", "2014-06-30", "2014-06-30", "day"),
        ("2014-06", "2014-06-01", "2014-06-30", "month"),
        ("2014", "2014-01-01", "2014-12-31", "year"),
        ("2014-21", "2014-03-01", "2014-05-31", "season"),
        ("2014-04/2014-06", "2014-04-01", "2014-06-30", "range"),
        ("2014-04/..", "2014-04-01", "", "month"),
        ("../2014-04", "", "2014-04-30", "month"),
    ],
)
def test_a_corrected_date_is_a_date_in_full(
    date_: str, earliest: str, latest: str, precision: str
) -> None:
    """With its days, its row among the dates, and what follows from it."""
    plan = read(says("target_date", "", date_))
    action = only(plan)
    (entry,) = (found for found in plan.dates if found.role == "target")
    assert (entry.date, entry.earliest, entry.latest) == (date_, earliest, latest)
    assert entry.precision == precision
    assert (action.target_date, action.target_date_latest) == (date_, latest)
    assert action.target_date_text == "31 Jume 2014"


def test_a_revised_date_decides_which_day_is_the_last() -> None:
    """As it does where it is printed."""
    plan = read(says("target_date", "", "2014"), says("revised_target_date", "", "2016-02"))
    assert only(plan).target_date_latest == "2016-02-29"
    assert only(plan).overdue == "false"


def test_meanings_may_be_corrected_on_top_of_words() -> None:
    """What was seen may be the meaning of the printed words, or that of the corrected ones."""
    words = says("target_date_text", "31 Jume 2014", "30 June 2014")
    for was in ("", "2014-06-30"):
        action = only(read(words, says("target_date", was, "2014-07")))
        assert (action.target_date_text, action.target_date) == ("30 June 2014", "2014-07")
        assert action.corrected == "target_date_text target_date"


@pytest.mark.parametrize(
    ("correction", "why"),
    [
        (says("action", "Something else", "x"), "the field now reads otherwise"),
        (says("status", "completed", "rejected"), "the field now reads otherwise"),
        (says("status", "in_progress", "done"), "a status is one of"),
        (says("rag", "", "pink"), "a rating is"),
        (says("target_date", "", "30/06/2014"), "a date is written as"),
        (says("target_date", "", "2014-06-31"), "a date is written as"),
        (says("target_date", "", "2015/2014"), "a date is written as"),
        (says("agency_kind", "", "plice"), "a kind of agency is one of"),
        (says("agency_kind", "", "police; "), "a kind of agency is one of"),
        (says("agency_code", "", "<b>"), "a code of an agency is"),
        (says("overdue", "", "true"), "there is no field overdue"),
        (says("extra/Other", "", "x"), "there is no field extra/Other"),
        (says("row", "read 000000000000", "", True), "the row now reads otherwise"),
    ],
)
def test_what_does_not_fit_is_refused_with_an_issue(correction: Correction, why: str) -> None:
    """The row stays as it was read, but for the issue."""
    plan = read(correction)
    assert [why in message for message in refusals(plan)] == [True]
    before = only(read()).model_dump(exclude={"issues"})
    assert only(plan).model_dump(exclude={"issues"}) == before
    assert "correction_refused" in only(plan).issues.split()


def test_a_row_that_is_not_there_is_an_issue_of_the_document() -> None:
    """It cannot be an issue of the row."""
    lost = says("action", "a", "b").model_copy(update={"action_id": "abababababab-07-001"})
    plan = read(lost)
    (issue,) = (found for found in plan.issues if found.kind == "correction_refused")
    assert (issue.action_id, issue.page) == ("", 0)
    assert "abababababab-07-001" in issue.message


def test_a_field_corrected_twice_reads_as_the_last_line_says() -> None:
    """The same line twice is one; another value is refused."""
    first, last = says("theme", "", "One"), says("theme", "", "Two")
    assert refusals(read(first, first)) == []
    plan = read(first, last)
    assert only(plan).theme == "Two"
    assert len(refusals(plan)) == 1


def test_a_checked_row_is_marked_as_long_as_it_reads_the_same() -> None:
    """The mark knows the row by a digest, also where the row was corrected."""
    digest = row_digest(dict(only(read())))
    assert only(read(says("row", digest, "", True))).checked == "true"
    plan = read(says("row", digest, "", True), says("theme", "", "Training", True))
    assert (only(plan).checked, only(plan).corrected) == ("true", "theme")
    assert plan.corrections[0].extracted == digest


def test_a_row_is_not_checked_where_one_of_its_corrections_was_refused() -> None:
    """Somebody has to look again."""
    plan = read(says("theme", "", "Training", True), says("action", "?", "x", True))
    assert (only(plan).theme, only(plan).checked) == ("Training", "")


def test_text_that_outputs_cannot_hold_makes_no_other_reading() -> None:
    """The page shows such characters replaced, and hands them back so."""
    plan = printed(action="Line\r\none\x00")
    correction = says("action", "Line\none\ufffd", "Line one")
    (action,) = normalise_plan(plan, AS_AT, [correction]).actions
    assert action.action == "Line one"


@given(
    st.permutations(
        [
            says("extra/Extra", "Amber-ish", "Amber"),
            says("status", "in_progress", "completed"),
            says("theme", "", "Training"),
            says("target_date_text", "31 Jume 2014", "30 June 2014"),
            says("overdue", "", "true"),
            says("scope", "?", "Local"),
            says("x", "", "", True).model_copy(update={"action_id": "abababababab-07-001"}),
            says("w", "", "", True).model_copy(update={"action_id": "abababababab-07-001"}),
        ]
    )
)
def test_the_order_of_the_lines_changes_nothing(lines: list[Correction]) -> None:
    """Columns are named in their own order."""
    plan = read(*lines)
    assert plan == read(*sorted(lines, key=lambda line: line.field))
    assert only(plan).corrected == "theme target_date_text extra status"


@given(st.text(max_size=12), st.text(max_size=12), st.sampled_from(["action", "extra/Extra"]))
def test_any_text_may_be_put_in(was: str, corrected: str, field: str) -> None:
    """What was extracted comes back in the plan's corrections, or as an issue: nothing is lost."""
    plan = read(says(field, was, corrected))
    if was == corrected and not refusals(plan):
        return  # it says nothing
    heeded = says(field, was, corrected) in plan.corrections
    assert heeded != bool(refusals(plan))
    if heeded:
        values = only(plan)
        value = values.action if field == "action" else json.loads(values.extra)["Extra"]
        assert value == corrected


@given(st.text("0123456789-/", max_size=22))
def test_reading_edtf_never_fails(text: str) -> None:
    """And what is read runs forwards."""
    period = read_edtf(text)
    assert period is None or period.first <= period.last
