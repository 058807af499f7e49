"""Says where the body that a section stands for could not be told: once, not on each row."""

from collections.abc import Iterable, Iterator

from normalise.records import Action, Issue

UNREAD = "the kind of this body could not be told from its name"
NOWHERE = "rows of this document stand under an agency, these stand under none"


def agency_doubts(actions: Iterable[Action]) -> Iterator[Issue]:
    """Give one issue for each printed agency that was not read, and one for rows without any."""
    firsts: dict[str, Action] = {}
    for action in actions:
        firsts.setdefault(action.agency, action)
    for agency, action in firsts.items():
        if agency and not action.agency_kind:
            yield _doubt(action, UNREAD)
    if "" in firsts and len(firsts) > 1:
        yield _doubt(firsts[""], NOWHERE)


def _doubt(action: Action, message: str) -> Issue:
    return Issue(
        document=action.document,
        action_id="",
        page=action.first_page,
        field="agency",
        kind="agency_unknown",
        severity="information",
        printed=action.agency,
        message=message,
    )
