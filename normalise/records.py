"""What the normalise stage hands on: the plan as data.

The order of the fields is the order of the columns in every output; their descriptions are the
data dictionary. An empty value is the empty string, so that every format carries the same thing.
"""

from typing import Annotated, Literal

from pydantic import Field

from extract.records import Box, DoubtKind, PagePicture, Record

Status = Literal[
    "completed",
    "partially_completed",
    "in_progress",
    "not_started",
    "delayed",
    "on_hold",
    "awaiting_update",
    "superseded",
    "rejected",
    "unknown",
]
Precision = Literal[
    "day",
    "month",
    "quarter",
    "season",
    "half",
    "year",
    "financial_year",
    "academic_year",
    "range",
]
Outcome = Literal["converted", "converted_with_warnings", "no_action_plan_found", "refused"]
Reason = Literal[
    "not_a_pdf",
    "empty",
    "encrypted",
    "damaged",
    "too_large",
    "too_many_pages",
    "time_limit",
    "memory_limit",
    "reader_crash",
    "no_text_layer",
    "readers_disagree",
    "unsafe_path",
    "changed_during_read",
    "io_error",
    "internal_error",
]
MeaningKind = Literal[
    "agency_unknown",
    "date_ambiguous",
    "date_incomplete",
    "date_invalid",
    "date_relative",
    "date_unread",
    "status_contradiction",
    "status_unclear",
]
"""What can be unsure about the meaning of printed words."""

IssueKind = DoubtKind | MeaningKind | Literal["characters_unreadable", "correction_refused"]
Severity = Literal["information", "check", "error"]

# Texts of which an output may make more than text: the mark beside the type says what they hold.
Day = Annotated[str, "day"]
"""A day of the calendar such as 2014-06-30, or nothing."""
Edtf = Annotated[str, "edtf"]
"""A date as precise as print allows, in the words of EDTF (ISO 8601-2), or nothing."""
JsonObject = Annotated[str, "object"]
"""A JSON object of texts, or nothing."""
Count = int | Literal[""]
"""A whole number, or nothing."""
Truth = Annotated[Literal["true", "false", ""], "truth"]
"""True, false, or nothing where neither can be said."""


class Action(Record):
    """One row of the plan: what is printed, and beside it what it means."""

    action_id: str = Field(
        description="Stable id: document hash, section and row number, as 3fa91c07d2be-02-005"
    )
    document: str = Field(description="File name of the PDF")
    review: str = Field(description="The review's title or reference as printed")
    agency: str = Field(description="Agency section or agency column that the row belongs to")
    agency_name: str = Field(
        description="The agency as registered, where sure; several bodies with '; ' between"
    )
    agency_kind: str = Field(
        description="Kind of agency, such as police or nhs_trust; several with '; ' between"
    )
    agency_code: str = Field(description="The agency's public code, where one exists")
    agency_successor: str = Field(
        default="", description="What has since become of the agency, beside its name of the time"
    )
    reference: str = Field(description="Number or reference of the row")
    theme: str = Field(description="Theme, finding or learning point")
    recommendation: str = Field(description="The recommendation, filled down over its actions")
    scope: str = Field(description="Local, regional or national")
    action: str = Field(description="What is to be done")
    lead: str = Field(description="Lead agency, or lead agency and responsible officer undivided")
    officer: str = Field(description="Responsible person or role, where it has its own column")
    milestones: str = Field(description="Key milestones")
    evidence: str = Field(description="Evidence, expected outcomes, measures and impact")
    target_date_text: str = Field(description="Target date as printed")
    revised_target_date_text: str = Field(description="Revised target date as printed")
    completed_date_text: str = Field(description="Date of completion (and outcome) as printed")
    progress: str = Field(description="Progress, updates and comments")
    status_text: str = Field(description="Status as printed")
    rag: str = Field(description="red, amber, green or blue, from the word or the cell's fill")
    resources: str = Field(description="Resources, cost and funding")
    extra: JsonObject = Field(description="JSON object of all other columns by printed heading")
    status: Status = Field(description="What the row says of how far it has come")
    status_source: str = Field(description="Column and words that the status was read from")
    target_date: Edtf = Field(description="Target date, EDTF, never more precise than printed")
    revised_target_date: Edtf = Field(description="Revised target date, EDTF")
    completed_date: Edtf = Field(description="Date of completion, EDTF")
    target_date_latest: Day = Field(description="Last day that the (revised) target date allows")
    overdue: Truth = Field(
        description="Whether the last day had passed on the as-at date and the row was still open"
    )
    slippage_days: Count = Field(
        default="",
        description="Days from the original to the revised target, where both are printed",
    )
    first_page: int = Field(description="First page that the row is printed on, from 1")
    last_page: int = Field(description="Last page that the row is printed on")
    issues: str = Field(description="Kinds of the issues raised on the row, space separated")
    corrected: str = Field(default="", description="Columns corrected by hand, space separated")
    checked: Truth = Field(default="", description="true where a person has checked the row")


class ActionDate(Record):
    """One date of an action."""

    action_id: str = Field(description="The action that the date belongs to")
    role: Literal["target", "revised_target", "completed", "update"] = Field(
        description="What the date is for"
    )
    label: str = Field(description="Part of the action that the date is for, such as 1a")
    text: str = Field(description="The words that the date was read from")
    date: Edtf = Field(description="The date, EDTF, never more precise than the words")
    earliest: Day = Field(description="First day that the words allow")
    latest: Day = Field(description="Last day that the words allow")
    precision: Precision | Literal[""] = Field(description="How precise the words are")
    qualifier: str = Field(description="Words such as by, end of, from")
    recurrence: str = Field(description="ISO 8601 duration between repeats")


class Issue(Record):
    """One doubt, said aloud."""

    document: str = Field(description="File name of the PDF")
    action_id: str = Field(description="The action concerned; empty for the whole document")
    page: int = Field(description="Page concerned, from 1; 0 for the whole document")
    field: str = Field(description="Column concerned")
    kind: IssueKind = Field(description="Kind, from a closed set")
    severity: Severity = Field(description="information, check or error")
    printed: str = Field(description="The printed words concerned")
    message: str = Field(description="What is unsure, in one sentence")


class Document(Record):
    """One input file and what became of it."""

    document: str = Field(description="File name of the PDF")
    sha256: str = Field(description="SHA-256 of the file")
    bytes: int = Field(description="Size of the file")
    pages: int = Field(description="Number of pages")
    outcome: Outcome = Field(description="How the conversion ended")
    reason: Reason | Literal[""] = Field(description="Why the file was refused")
    actions: int = Field(description="Number of rows found")
    agencies: int = Field(description="Number of different agencies")
    plan_pages: str = Field(description="Pages that hold the plan, such as 3-7")
    unplaced_characters: int = Field(description="Characters on plan pages under no rule")
    seconds: float = Field(description="Time taken; the one value that may differ between runs")


class CellPlace(Record):
    """Where a value is printed, and its lines as they stand there."""

    action_id: str = Field(description="The action that the cell belongs to")
    field: str = Field(description="Column that the cell fills")
    heading: str = Field(description="The printed heading of that column")
    page: int = Field(description="Page, from 1")
    box: Box = Field(description="Edge, in points from the top left of the page as displayed")
    printed: str = Field(description="The lines of the cell before words were joined")


class Correction(Record):
    """What a person says of a row: that a field should read otherwise, or that all of it is right.

    The latter has the field `row`; its `extracted` is a digest of what the row then read.
    """

    sha256: str = Field(description="SHA-256 of the file that was corrected")
    action_id: str = Field(description="The action concerned")
    field: str = Field(description="Column concerned; extra/ and a heading; row for a whole row")
    extracted: str = Field(description="What had been read when the correction was made")
    corrected: str = Field(description="What it should be")
    checked: bool = Field(description="Whether the person has checked the row")


class Redaction(Record):
    """A name that was replaced, so that a person can see whether it should have been."""

    document: str = Field(description="File name of the PDF")
    action_id: str = Field(description="The action concerned; empty for what belongs to no row")
    page: int = Field(description="Page concerned, from 1; 0 for the whole document")
    field: str = Field(description="Column concerned; empty for words that stand in none")
    printed: str = Field(description="The words that were replaced")
    replaced_by: str = Field(description="What stands there now; empty for a name that stays")
    rule: str = Field(
        description="Why they are a name: title, role, alone, initials, address; or elsewhere,"
        " for one that stands in another cell with such a reason; or file_name, which stays"
    )


class ActionPlan(Record):
    """Everything read from one document. A refused document has no actions.

    `corrections` are those that were heeded; `pictures` are kept beside the answers of a run.
    """

    document: Document
    message: str = ""
    actions: tuple[Action, ...] = ()
    dates: tuple[ActionDate, ...] = ()
    issues: tuple[Issue, ...] = ()
    cells: tuple[CellPlace, ...] = ()
    corrections: tuple[Correction, ...] = ()
    redactions: tuple[Redaction, ...] = ()
    pictures: tuple[PagePicture, ...] = ()
