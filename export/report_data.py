"""Arranges what the review page shows: the rows of every format, and what is known about them."""

import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

from export.clean import clean
from export.report_doubt import doubt
from export.tables import Row, Table
from extract.records import PagePicture
from normalise.corrected_values import RATINGS
from normalise.corrections import JUDGED, PRINTED, ROW, row_digest
from normalise.records import Action, ActionPlan, Status

# Left out: what differs between two runs, and what no reader needs.
_OF_DOCUMENT = ("document", "sha256", "pages", "outcome", "reason", "plan_pages", "message")
_OF_PLACE = ("field", "heading", "page", "x0", "top", "x1", "bottom")
_OF_ISSUE = ("page", "field", "kind", "severity", "printed", "message")


@dataclass(frozen=True)
class Picture:
    """A picture of a page: `key` names document and page, `path` is where it waits."""

    key: str
    page: PagePicture
    path: Path


def pictures(documents: Table, plans: Sequence[ActionPlan], folder: Path) -> Iterator[Picture]:
    """Find the pictures of all pages, in the order of the documents; lost ones are left out."""
    drawn = {plan.document.sha256: plan.pictures for plan in plans if plan.pictures}
    for number, row in enumerate(documents.rows):
        for page in drawn.pop(str(row["sha256"]), ()):
            # Only the name counts: whatever a record says, nothing beside the pictures is shown.
            path = folder / Path(page.file).name
            if path.is_file() and not path.is_symlink():
                yield Picture(f"{number}-{page.page}", page, path)


def report_data(
    found: dict[str, Table], plans: Sequence[ActionPlan], shown: Sequence[Picture]
) -> dict[str, Any]:
    """Gather all that the page shows, but for the pictures themselves."""
    return {
        "documents": [
            {name: row[name] for name in _OF_DOCUMENT} for row in found["documents"].rows
        ],
        "columns": {name: field.description for name, field in Action.model_fields.items()},
        "editable": [*PRINTED, *JUDGED],
        "choices": {"status": get_args(Status), "rag": RATINGS},
        "sizes": {one.key: (one.page.width, one.page.height) for one in shown},
        "issues": _document_issues(found["issues"]),
        "actions": _actions(found, plans),
    }


def as_json(data: object) -> str:
    """Write data so that nothing in it can end the element that it stands in."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def _document_issues(issues: Table) -> list[list[object]]:
    """List the issues that no single row has."""
    return [
        [number - 1, *(row[name] for name in _OF_ISSUE)]
        for number, row in zip(issues.documents, issues.rows, strict=True)
        if not row["action_id"]
    ]


def _actions(found: dict[str, Table], plans: Sequence[ActionPlan]) -> list[dict[str, object]]:
    places, issues = _by_action(found["cells"]), _by_action(found["issues"])
    general = defaultdict(list)
    for number, row in zip(found["issues"].documents, found["issues"].rows, strict=True):
        if not row["action_id"]:
            general[number].append(row)
    before, digests = _before(plans), _digests(plans)
    return [
        {
            "d": number - 1,
            "v": list(row.values()),
            "p": [[place[name] for name in _OF_PLACE] for place in places[_id(row)]],
            "i": [[issue[name] for name in _OF_ISSUE] for issue in issues[_id(row)]],
            "w": doubt(row, [*issues[_id(row)], *general[number]]),
            "x": digests[_id(row)],
            "b": before.get(_id(row), {}),
        }
        for number, row in zip(found["actions"].documents, found["actions"].rows, strict=True)
    ]


def _id(row: Row) -> str:
    return str(row["action_id"])


def _by_action(table: Table) -> defaultdict[str, list[Row]]:
    rows = defaultdict(list)
    for row in table.rows:
        rows[_id(row)].append(row)
    return rows


def _before(plans: Sequence[ActionPlan]) -> dict[str, dict[str, str]]:
    """Give, for each corrected row, what its corrected fields read before."""
    rows: dict[str, dict[str, str]] = {}
    for correction in (c for plan in plans for c in plan.corrections if c.field != ROW):
        rows.setdefault(correction.action_id, {})[correction.field] = clean(correction.extracted)
    return rows


def _digests(plans: Sequence[ActionPlan]) -> dict[str, str]:
    """Give the digest of each row as read: one that was corrected keeps that of before."""
    digests = {action.action_id: row_digest(action) for plan in plans for action in plan.actions}
    rows = [c for plan in plans for c in plan.corrections if c.field == ROW]
    return digests | {correction.action_id: correction.extracted for correction in rows}
