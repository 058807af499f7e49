"""Says how much a row needs a look: the more and the graver its issues, the sooner it is shown."""

from collections.abc import Iterable, Mapping

from export.tables import Row

OF_ROW: Mapping[object, int] = {"error": 100, "check": 10, "information": 1}
OF_PAGE: Mapping[object, int] = {"error": 20, "check": 4, "information": 0}
"""An issue of a page may concern any of its rows."""
WITHOUT_ACTION = 15
WITHOUT_STATUS = 3
WITHOUT_AGENCY = 1


def doubt(action: Row, issues: Iterable[Row]) -> int:
    """Weigh the issues of a row and of its pages, and what it lacks."""
    found = 0 if action["action"] or action["recommendation"] else WITHOUT_ACTION
    found += WITHOUT_STATUS if action["status"] == "unknown" else 0
    found += 0 if action["agency"] else WITHOUT_AGENCY
    return found + sum(_weight(action, issue) for issue in issues)


def _weight(action: Row, issue: Row) -> int:
    if issue["action_id"] == action["action_id"]:
        return OF_ROW[issue["severity"]]
    on_page = (
        _number(action["first_page"]) <= _number(issue["page"]) <= _number(action["last_page"])
    )
    return OF_PAGE[issue["severity"]] if on_page and not issue["action_id"] else 0


def _number(value: object) -> int:
    return value if isinstance(value, int) else 0
