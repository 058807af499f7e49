"""What a sample must yield, derived from its contents alone."""

from calendar import monthrange
from typing import Any

from samples.plan import ActionRow, Column, RenderOptions, SamplePlan

FIELDS = (
    "reference",
    "theme",
    "recommendation",
    "scope",
    "action",
    "lead",
    "officer",
    "milestones",
    "evidence",
    "target_date_text",
    "revised_target_date_text",
    "completed_date_text",
    "progress",
    "status_text",
    "rag",
    "resources",
)


def expected(
    plan: SamplePlan, options: RenderOptions, pages: tuple[tuple[int, int], ...] = ()
) -> dict[str, Any]:
    """Return the document, its columns and its actions; an agency that is not printed is null."""
    named = options.agency != "none"
    actions = [
        expected_action(part, row, section.agency if named else "")
        for part in plan.plans
        for section in part.sections
        for row in section.rows
    ]
    for action, (first, last) in zip(actions, pages, strict=False):
        action["pages"] = [first, last]
    return {
        "document": document_of(plan),
        "columns": [
            {"header": column.heading, "field": column.field}
            for part in plan.plans
            for column in columns_of(part, options)
        ],
        "actions": actions,
    }


def document_of(plan: SamplePlan) -> dict[str, str | None]:
    """Title, reference and publisher."""
    return {
        "title": plan.title,
        "review_ref": plan.review_ref or None,
        "publisher": plan.publisher or None,
    }


def columns_of(plan: SamplePlan, options: RenderOptions) -> list[Column]:
    """Return the columns of the plan, with the agency where it has one of its own."""
    if options.agency in ("merged_column", "column"):
        return [Column(options.agency_heading, "agency"), *plan.columns]
    return list(plan.columns)


def expected_action(plan: SamplePlan, row: ActionRow, agency: str) -> dict[str, Any]:
    """One action with every canonical field; null where the plan prints nothing."""
    own_agency = row.cells.get("agency", "")
    action: dict[str, Any] = {"agency": agency or own_agency or None}
    action.update({field: row.cells.get(field) or None for field in FIELDS})
    extra = [column.key for column in plan.columns if column.field == "extra"]
    action["extra"] = {key: row.cells[key] for key in extra if row.cells.get(key)}
    action["expect"] = sure_of(row)
    return action


def sure_of(row: ActionRow) -> dict[str, str]:
    """Return what the source says, and the last day that its target date allows."""
    target = row.expect.get("revised_target_date") or row.expect.get("target_date", "")
    latest = latest_day(target)
    return {**row.expect, **({"target_date_latest": latest} if latest else {})}


def latest_day(edtf: str) -> str:
    """Return the last day of a year, month, day or interval; none for a season."""
    year, month, day = [*map(int, filter(None, edtf.split("/")[-1].split("-"))), 0, 0, 0][:3]
    month = month or 12
    if not year or month > 12:
        return ""
    return f"{year}-{month:02}-{day or monthrange(year, month)[1]:02}"
