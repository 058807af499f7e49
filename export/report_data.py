"""Arranges what the review page shows: the rows of every format, and what is known about them.

All of it is gathered document by document, and handed on text by text, for an archive fits no
memory.
"""

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple, cast, get_args

from export.arranged import Arranged
from export.clean import clean
from export.report_doubt import doubt
from export.tables import Row
from extract.records import PagePicture
from normalise.correctable import JUDGED, PRINTED, RATINGS, ROW, row_digest
from normalise.records import Action, Status

# Left out: what differs between two runs, and what no reader needs.
_OF_DOCUMENT = ("document", "sha256", "pages", "outcome", "reason", "plan_pages", "message")
_OF_PLACE = ("field", "heading", "page", "x0", "top", "x1", "bottom")
_OF_ISSUE = ("page", "field", "kind", "severity", "printed", "message")

Heeded = Sequence[Mapping[str, str]]
"""The corrections of a document that were heeded."""


@dataclass(frozen=True)
class Picture:
    """A picture of a page: `key` names document and page, `path` is where it waits."""

    key: str
    page: PagePicture
    path: Path


class OfDocument(NamedTuple):
    """All rows of one document; `number` counts documents from 0."""

    number: int
    document: Row
    actions: list[Row]
    issues: list[Row]
    cells: list[Row]
    corrections: Heeded


def pictures(found: Arranged, folder: Path) -> Iterator[Picture]:
    """Find the pictures of all pages, in the order of the documents; lost ones are left out."""
    for number, (more,) in enumerate(found.more.by_document()):
        for page in map(PagePicture.model_validate, cast(Any, more["pictures"])):
            # Only the name counts: whatever a record says, nothing beside the pictures is shown.
            path = folder / Path(page.file).name
            if path.is_file() and not path.is_symlink():
                yield Picture(f"{number}-{page.page}", page, path)


def report_data(found: Arranged, shown: Sequence[Picture], left_out: int) -> Iterator[str]:
    """Give all that the page shows, but for the pictures themselves, as parts of a JSON text.

    `left_out` says how many pictures there was no room for.
    """
    lists: dict[str, list[object]] = {"documents": [], "issues": []}
    yield '{"actions":['
    first = True
    for one in _each_document(found):
        lists["documents"].append({name: one.document[name] for name in _OF_DOCUMENT})
        lists["issues"] += [[one.number, *_only(_OF_ISSUE, issue)] for issue in _general(one)]
        for action in _actions(one):
            yield as_json(action) if first else f",{as_json(action)}"
            first = False
    about = {
        "columns": {name: field.description for name, field in Action.model_fields.items()},
        "editable": [*PRINTED, *JUDGED],
        "choices": {"status": get_args(Status), "rag": RATINGS},
        "left_out": left_out,
        "sizes": {one.key: (one.page.width, one.page.height) for one in shown},
    }
    yield f"],{as_json(lists | about)[1:]}"


def as_json(data: object) -> str:
    """Write data so that nothing in it can end the element that it stands in."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def _each_document(found: Arranged) -> Iterator[OfDocument]:
    names = ("documents", "actions", "issues", "cells")
    rows = [found.tables[name].rows.by_document() for name in names]
    together = zip(*rows, found.more.by_document(), strict=True)
    for number, ((document,), actions, issues, cells, (more,)) in enumerate(together):
        heeded = cast(Heeded, more["corrections"])
        yield OfDocument(number, document, actions, issues, cells, heeded)


def _general(one: OfDocument) -> list[Row]:
    """List the issues that no single row has."""
    return [issue for issue in one.issues if not issue["action_id"]]


def _actions(one: OfDocument) -> Iterator[dict[str, object]]:
    places, issues = _by_action(one.cells), _by_action(one.issues)
    general = _general(one)
    before, digests = _before(one.corrections), _digests(one.corrections)
    for row in one.actions:
        name = str(row["action_id"])
        yield {
            "d": one.number,
            "v": list(row.values()),
            "p": [_only(_OF_PLACE, place) for place in places[name]],
            "i": [_only(_OF_ISSUE, issue) for issue in issues[name]],
            "w": doubt(row, [*issues[name], *general]),
            "x": digests.get(name) or row_digest(row),
            "b": before.get(name, {}),
        }


def _only(names: Sequence[str], row: Row) -> list[object]:
    return [row[name] for name in names]


def _by_action(rows: Sequence[Row]) -> defaultdict[str, list[Row]]:
    found = defaultdict(list)
    for row in rows:
        found[str(row["action_id"])].append(row)
    return found


def _before(corrections: Heeded) -> dict[str, dict[str, str]]:
    """Give, for each corrected row, what its corrected fields read before."""
    rows: dict[str, dict[str, str]] = {}
    for correction in corrections:
        if correction["field"] != ROW:
            fields = rows.setdefault(correction["action_id"], {})
            fields[correction["field"]] = clean(correction["extracted"])
    return rows


def _digests(corrections: Heeded) -> dict[str, str]:
    """Give the digests of rows that were corrected: as they were read before."""
    return {c["action_id"]: c["extracted"] for c in corrections if c["field"] == ROW}
