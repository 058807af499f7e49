"""The way of a document through the stage: from the plan as printed to the plan as data."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache, partial
from typing import Literal

from extract.records import Doubt, PrintedPlan, Row, Section
from normalise.agencies.doubts import agency_doubts
from normalise.agencies.reading import AgencyReading, read_agency
from normalise.agencies.registers import Register
from normalise.corrected_values import corrected_dates, corrected_status
from normalise.corrections import by_row, correct, in_turn, refusal
from normalise.records import (
    Action,
    ActionPlan,
    CellPlace,
    Correction,
    Document,
    Issue,
    IssueKind,
    Outcome,
    Severity,
)
from normalise.rows.contradictions import dated_contradictions
from normalise.rows.data import RowData
from normalise.rows.dates import RowDates, row_dates
from normalise.rows.page_ranges import page_ranges
from normalise.rows.settled_columns import settled
from normalise.rows.slippage import slippage_days
from normalise.rows.text import RowText, newest_told, row_text
from normalise.rows.told_by_headings import told_by_headings
from normalise.statuses.of_row import RowStatus, status_of_row
from normalise.unreadable import told

CLOSED = frozenset({"completed", "superseded", "rejected"})
UNSURE = frozenset({"unknown"})
SEVERITIES: Mapping[str, Severity] = {
    "agency_unknown": "information",
    "data_damaged": "error",
    "heading_unknown": "information",
    "merged_cell_filled_down": "information",
    "page_unreadable": "error",
    "read_by_ocr": "information",
    "text_unplaced": "error",
}
"""Kinds that need no look, and those that tell of a loss; every other one is to be checked."""


def normalise_plan(
    plan: PrintedPlan,
    as_at: date | None = None,
    corrections: Iterable[Correction] = (),
    register: Register | None = None,
) -> ActionPlan:
    """Judge what the printed words mean; `as_at` is the day against which rows are overdue.

    `corrections` are what people said of an earlier reading of this document; `register` holds
    the agencies that a user knows better than we do.
    """
    wanted = by_row(corrections)
    plan = settled(plan)
    doubts = _doubts_by_row(plan)
    rows = [
        normalise_row(plan, section, row, as_at, wanted, register, doubts)
        for section in plan.sections
        for row in section.rows
    ]
    general = [
        _issue(plan, doubt.kind, "", doubt.field, doubt.printed, doubt.message, doubt.page)
        for doubt in plan.doubts
        if doubt.row is None
    ]
    lost = _without_row(plan, rows, wanted)
    unread = agency_doubts(row.action for row in rows)
    issues = (*general, *unread, *lost, *(i for row in rows for i in row.issues))
    return ActionPlan(
        document=_document(plan, [r.action for r in rows], issues),
        actions=tuple(r.action for r in rows),
        dates=tuple(d for r in rows for d in r.dates),
        issues=issues,
        cells=tuple(c for r in rows for c in r.cells),
        corrections=tuple(c for r in rows for c in r.corrections),
    )


def normalise_row(
    plan: PrintedPlan,
    section: Section,
    row: Row,
    as_at: date | None,
    corrections: Mapping[str, Sequence[Correction]],
    register: Register | None,
    doubts: Mapping[tuple[int | None, int | None], Sequence[Doubt]],
) -> RowData:
    """Judge one row of a plan, and judge it anew where a person corrected it."""
    text = row_text(section, row)
    own = doubts.get((section.number, row.number), ())
    judge = partial(_judged, plan, section, row, as_at, register, own)
    found = judge(text, {})
    wanted = corrections.get(found.action.action_id)
    return correct(found, text, wanted, judge, register) if wanted else found


def _doubts_by_row(
    plan: PrintedPlan,
) -> dict[tuple[int | None, int | None], list[Doubt]]:
    """The doubts on each row, by the numbers of its section and its own."""
    found: dict[tuple[int | None, int | None], list[Doubt]] = {}
    for doubt in plan.doubts:
        found.setdefault((doubt.section, doubt.row), []).append(doubt)
    return found


def _judged(
    plan: PrintedPlan,
    section: Section,
    row: Row,
    as_at: date | None,
    register: Register | None,
    doubts: Sequence[Doubt],
    text: RowText,
    values: Mapping[str, str],
) -> RowData:
    """Judge what the texts of a row mean; `values` are meanings that a person gave."""
    action_id = f"{plan.sha256[:12]}-{section.number:02d}-{row.number:03d}"
    agency = _agency(text.agency, plan.abbreviations, register)
    legend = {entry.hue.capitalize(): entry.meaning for entry in plan.legend}
    headings: dict[str, str] = {field: heading for field, heading, _ in text.cells}
    headed = [(field, heading, cell.text) for field, heading, cell in text.cells]
    told = newest_told(section, row, told_by_headings(text.fields, headed))
    status = corrected_status(status_of_row(told, text.rag, legend), values)
    dates = corrected_dates(
        action_id, row_dates(action_id, text.fields, headings, status.status), values
    )
    issues = tuple(_row_issues(plan, action_id, row, text, doubts, status, dates, as_at))
    action = Action.model_validate(
        {
            **dict.fromkeys(Action.model_fields, ""),
            **text.fields,
            "action_id": action_id,
            "document": plan.document,
            "review": plan.title,
            **_agency_fields(text, agency),
            "rag": text.rag,
            "extra": json.dumps(dict(text.extra), ensure_ascii=False),
            "status": status.status,
            "status_source": status.source,
            **_date_fields(dates),
            "overdue": overdue(status.status, dates.latest, as_at),
            "first_page": row.first_page,
            "last_page": row.last_page,
            "issues": " ".join(dict.fromkeys(i.kind for i in issues)),
            **values,
        }
    )
    return RowData(action, dates.dates, issues, tuple(_places(action_id, text)))


@lru_cache(1_000)
def _agency(
    text: str, abbreviations: tuple[tuple[str, str], ...], register: Register | None
) -> AgencyReading:
    """Read an agency once for all the rows of its section."""
    return read_agency(text, dict(abbreviations), register)


def overdue(status: str, latest: str, as_at: date | None) -> Literal["true", "false", ""]:
    """Whether an open action's last day had passed; empty where no one can say."""
    if as_at is None or status in UNSURE or not latest:
        return "false" if as_at is not None and status in CLOSED else ""
    late = status not in CLOSED and latest < as_at.isoformat()
    return "true" if late else "false"


def _agency_fields(text: RowText, agency: AgencyReading) -> dict[str, str]:
    return {
        "agency": text.agency,
        "agency_name": agency.agency_name,
        "agency_kind": agency.agency_kind,
        "agency_code": agency.agency_code,
        "agency_successor": agency.successor,
    }


def _date_fields(dates: RowDates) -> dict[str, str | int]:
    return {
        "target_date": dates.target,
        "revised_target_date": dates.revised,
        "completed_date": dates.completed,
        "target_date_latest": dates.latest,
        "slippage_days": slippage_days(dates.dates),
    }


def _row_issues(
    plan: PrintedPlan,
    action_id: str,
    row: Row,
    text: RowText,
    doubts: Iterable[Doubt],
    status: RowStatus,
    dates: RowDates,
    as_at: date | None,
) -> Iterable[Issue]:
    for doubt in doubts:
        yield _issue(
            plan, doubt.kind, action_id, doubt.field, doubt.printed, doubt.message, doubt.page
        )
    for column, _, cell in text.cells:
        if unread := told(cell.text):
            page = cell.places[0].page if cell.places else row.first_page
            yield _issue(plan, "characters_unreadable", action_id, column, *unread, page)
    for message in status.contradictions:
        yield _issue(plan, "status_contradiction", action_id, "status", "", message, row.first_page)
    for field, message, severity in dated_contradictions(status, dates, as_at):
        kind: IssueKind = "status_contradiction"
        yield _issue(plan, kind, action_id, field, "", message, row.first_page).model_copy(
            update={"severity": severity}
        )
    if unclear := status.doubt:
        yield _issue(
            plan,
            "status_unclear",
            action_id,
            unclear.column,
            unclear.printed,
            unclear.message,
            row.first_page,
        ).model_copy(update={"severity": unclear.severity})
    for field, unsure in dates.doubts:
        yield _issue(
            plan, unsure.kind, action_id, field, unsure.text, unsure.message, row.first_page
        ).model_copy(update={"severity": unsure.severity})


def _issue(
    plan: PrintedPlan,
    kind: IssueKind,
    action_id: str,
    field: str,
    printed: str,
    message: str,
    page: int,
) -> Issue:
    return Issue(
        document=plan.document,
        action_id=action_id,
        page=page,
        field=field,
        kind=kind,
        severity=SEVERITIES.get(kind, "check"),
        printed=printed,
        message=message,
    )


def _places(action_id: str, text: RowText) -> Iterable[CellPlace]:
    for field, heading, cell in text.cells:
        for number, place in enumerate(cell.places):
            yield CellPlace(
                action_id=action_id,
                field=field,
                heading=heading,
                page=place.page,
                box=place.box,
                printed=cell.printed if number == 0 else "",
            )


def _without_row(
    plan: PrintedPlan, rows: Iterable[RowData], wanted: Mapping[str, Sequence[Correction]]
) -> Iterator[Issue]:
    """Refuse the corrections of rows that this document does not have."""
    there = {row.action.action_id for row in rows}
    for action_id in sorted(wanted.keys() - there):
        for correction in sorted(wanted[action_id], key=in_turn):
            yield refusal(correction, plan.document, None, "there is no such row")


def _document(plan: PrintedPlan, actions: list[Action], issues: Iterable[Issue]) -> Document:
    lost = any(i.severity == "error" for i in issues)
    outcome: Outcome = "converted_with_warnings" if lost else "converted"
    return Document(
        document=plan.document,
        sha256=plan.sha256,
        bytes=plan.bytes,
        pages=plan.pages,
        outcome=outcome if actions else "no_action_plan_found",
        reason="",
        actions=len(actions),
        agencies=len({a.agency for a in actions if a.agency}),
        plan_pages=page_ranges(plan.plan_pages),
        unplaced_characters=plan.unplaced_characters,
        seconds=0.0,
    )
