"""Plans made up by Hypothesis: every text a PDF could hold, and those that break files first."""

import json
from typing import Any, Literal, TypeVar, get_args, get_origin

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from extract.records import Record
from normalise.records import Action, ActionDate, ActionPlan, CellPlace, Document, Issue

T = TypeVar("T", bound=Record)

NASTY = (
    "=1+1",
    "'=1+1",
    "''@SUM(A1)",
    "-",
    "+44 20",
    "\t=1",
    "＝1",
    "\r\nx",
    "a\rb",
    'two\n"lines"',
    "a,b;c",
    "\x00\x1b[31m",
    "\ufffe\U0001ffff\ufdd0",
    "😀 e\u0301 \u202e",
    "#REF!",
    "  ",
    "\u2028",
    "_x000D_",
    "2014-06-30",
    "007",
)
TEXTS = st.one_of(st.sampled_from(NASTY), st.text(max_size=12))
EXTRAS = st.one_of(
    st.just(""),
    st.dictionaries(TEXTS, TEXTS, max_size=2).map(json.dumps),
    st.dictionaries(TEXTS, TEXTS, max_size=2).map(lambda extra: json.dumps(extra, indent=1)),
)
SHA256 = st.text("0123456789abcdef", min_size=64, max_size=64)


def values(kind: Any) -> st.SearchStrategy[Any]:
    """Draw a value that a field of this kind may have."""
    if kind is str:
        return TEXTS
    if kind is int:
        return st.integers(0, 10_000)
    if kind is float:
        return st.floats(0, 10_000).map(lambda number: round(number, 3))
    if isinstance(kind, type) and issubclass(kind, Record):
        return records(kind)
    if get_origin(kind) is Literal:
        return st.sampled_from(get_args(kind))
    return st.one_of(*map(values, get_args(kind)))


def records(model: type[T], **fixed: st.SearchStrategy[Any]) -> st.SearchStrategy[T]:
    """Draw a record with anything in every field that is not fixed."""
    drawn = {name: values(field.annotation) for name, field in model.model_fields.items()}
    return st.builds(model, **(drawn | fixed))


@st.composite
def plans(draw: st.DrawFn, sha256: st.SearchStrategy[str] = SHA256) -> ActionPlan:
    """Draw the plan of one document."""
    content = draw(sha256)
    ids = [f"{content[:12]}-01-{number:03}" for number in range(draw(st.integers(0, 3)))]
    one_of = st.sampled_from(ids) if ids else st.nothing()

    def some(model: Any, action_id: st.SearchStrategy[str]) -> Any:
        if action_id.is_empty:
            return ()
        return tuple(draw(st.lists(records(model, action_id=action_id), max_size=2)))

    outcome = "converted" if ids else "no_action_plan_found"
    return ActionPlan(
        document=draw(records(Document, sha256=st.just(content), outcome=st.just(outcome))),
        message=draw(TEXTS),
        actions=tuple(draw(records(Action, action_id=st.just(i), extra=EXTRAS)) for i in ids),
        dates=some(ActionDate, one_of),
        issues=some(Issue, st.one_of(st.just(""), one_of)),
        cells=some(CellPlace, one_of),
    )


# A busy disk takes its time to say that a file is safely on it: that is no failure.
UNTIMED = settings(deadline=None, max_examples=50, suppress_health_check=[HealthCheck.too_slow])
BATCHES = st.lists(plans(), max_size=3, unique_by=lambda plan: plan.document.sha256[:12])


def with_actions(*changes: dict[str, Any]) -> ActionPlan:
    """Make a plan of one action for each set of values that differ from those of `made`."""
    plan = made("plan.pdf", "a" * 64)
    actions = tuple(
        plan.actions[0].model_copy(update={"action_id": f"aaaaaaaaaaaa-01-{number:03}"} | change)
        for number, change in enumerate(changes, 1)
    )
    return plan.model_copy(update={"actions": actions})


def made(name: str, sha256: str, text: str = "Review the policy") -> ActionPlan:
    """Make a plan of one action and one issue."""
    texts = dict.fromkeys(Action.model_fields, "") | {"action": text, "document": name}
    action = Action.model_validate(
        texts
        | {"action_id": f"{sha256[:12]}-01-001", "status": "unknown"}
        | {"first_page": 1, "last_page": 1, "extra": '{"Who": "Élodie"}'}
    )
    document = Document(
        document=name,
        sha256=sha256,
        bytes=9,
        pages=1,
        outcome="converted",
        reason="",
        actions=1,
        agencies=0,
        plan_pages="1",
        unplaced_characters=0,
        seconds=0.5,
    )
    issue = Issue(
        document=name,
        action_id="",
        page=0,
        field="",
        kind="status_unclear",
        severity="check",
        printed="",
        message="?",
    )
    return ActionPlan(document=document, actions=(action,), issues=(issue,))


THREE = [made("b.pdf", "b" * 64), made("a.pdf", "c" * 64, "=É\n😀"), made("a.pdf", "a" * 64)]
