"""Documents that share a name, or all their content, lose nothing and count nothing twice."""

import pytest

from export.tables import Value, columns
from normalise.records import ActionPlan, CellPlace, Document
from tests.export.made_plans import made
from tests.export.reading import all_rows, rows_by_document


def column(plans: list[ActionPlan], table: str, name: str) -> list[Value]:
    """Read one column of a table."""
    return [row[name] for row in all_rows(plans, table)]


def test_two_documents_of_one_name_both_survive() -> None:
    """Ids come from the content, so their rows stay apart."""
    plans = [made("plan.pdf", "b" * 64), made("plan.pdf", "a" * 64)]
    assert column(plans, "actions", "action_id") == ["aaaaaaaaaaaa-01-001", "bbbbbbbbbbbb-01-001"]
    assert [len(rows) for rows in rows_by_document(plans, "actions")] == [1, 1]


def test_the_same_content_twice_is_one_set_of_rows_and_two_documents() -> None:
    """The second document says whose rows are its own, and counts none."""
    plans = [made("copy.pdf", "a" * 64), made("again.pdf", "a" * 64)]
    assert column(plans, "actions", "document") == ["again.pdf"]
    assert column(plans, "issues", "document") == ["again.pdf"]
    assert column(plans, "documents", "document") == ["again.pdf", "copy.pdf"]
    assert column(plans, "documents", "actions") == [1, 0]
    assert column(plans, "documents", "outcome") == ["converted", "converted"]
    assert column(plans, "documents", "message") == [
        "",
        "the same content as again.pdf, which its rows are filed under",
    ]


def test_a_refused_document_keeps_its_own_remedy_beside_a_converted_copy() -> None:
    """The first attempt ran out of time, the second did not: the rows are the second's."""
    converted = made("b.pdf", "a" * 64)
    refusal = {"document": "a.pdf", "outcome": "refused", "reason": "time_limit", "actions": 0}
    document = converted.document.model_copy(update=refusal)
    plans = [ActionPlan(document=document, message="allow more time"), converted]
    assert column(plans, "actions", "document") == ["b.pdf"]
    assert column(plans, "documents", "message") == ["allow more time", ""]


@pytest.mark.parametrize(
    ("name", "kind"), [("document", str), ("pages", int), ("seconds", float), ("outcome", str)]
)
def test_columns_know_their_kind(name: str, kind: type) -> None:
    """A closed set of words is text."""
    assert columns(Document)[name] is kind


def test_a_box_becomes_four_columns() -> None:
    """Flat, in the place where the box stands in the record."""
    assert list(columns(CellPlace)) == [
        *("action_id", "field", "heading", "page"),
        *("x0", "top", "x1", "bottom"),
        "printed",
    ]
