"""Heeds what people say of a row: corrected words are judged anew, corrected meanings stand.

A correction counts only where the row still reads as it did when the correction was made. One
that no longer fits changes nothing and becomes an issue.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from normalise.agencies.registers import Register
from normalise.correctable import EXTRA, JUDGED, PRINTED, ROW, plain, row_digest
from normalise.corrected_values import allowed
from normalise.records import Action, Correction, Issue
from normalise.rows.data import RowData
from normalise.rows.text import RowText

Judge = Callable[[RowText, Mapping[str, str]], RowData]
"""Judges what the texts of a row mean, but for some meanings that are given."""
Misfit = tuple[Correction, str]
"""A correction that is not heeded, and why."""

_COLUMNS = tuple(Action.model_fields)
_READS_OTHERWISE = "the field now reads otherwise than when it was corrected"
_SAID_AGAIN = "a later line corrects the same field otherwise"


def by_row(corrections: Iterable[Correction]) -> dict[str, list[Correction]]:
    """Sort corrections by the row that they are for; one that is said twice counts once."""
    rows = defaultdict(list)
    for correction in dict.fromkeys(corrections):
        rows[correction.action_id].append(correction)
    return rows


def correct(
    found: RowData,
    text: RowText,
    wanted: Sequence[Correction],
    judge: Judge,
    register: Register | None = None,
) -> RowData:
    """Judge a row anew with the corrections that fit it; the others become issues.

    `register` holds the user's own agencies, whose kinds and codes are allowed.
    """
    last = {c.field: c for c in wanted}
    refused = [(c, _SAID_AGAIN) for c in wanted if last[c.field] is not c]
    words = {c: _words_misfit(c, found, text) for c in last.values() if c.field not in JUDGED}
    new_text = _with_words(text, [c for c, why in words.items() if not why and _differs(c)])
    anew = judge(new_text, {}).action
    meanings = {
        c: _meaning_misfit(c, register, found.action, anew)
        for c in last.values()
        if c.field in JUDGED
    }
    judged = words | meanings
    refused += [(c, judged[c]) for c in last.values() if judged[c]]
    heeded = [c for c in last.values() if not judged[c]]
    values = {c.field: c.corrected for c in heeded if c in meanings and _differs(c, anew)}
    changed = [c for c in heeded if c.field in values or (c in words and _differs(c))]
    judgement = judge(new_text, values)
    row_line = _row_line(heeded, refused, found.action)
    refused.sort(key=lambda misfit: in_turn(misfit[0]))
    return _stamped(judgement, sorted(changed, key=in_turn), row_line, refused)


def in_turn(correction: Correction) -> tuple[int, str, str, str]:
    """Give the place of a correction: that of its column, in whatever order the lines stand."""
    column = correction.field.split("/")[0]
    place = _COLUMNS.index(column) if column in _COLUMNS else len(_COLUMNS)
    return place, correction.field, correction.extracted, correction.corrected


def refusal(correction: Correction, document: str, action: Action | None, why: str) -> Issue:
    """Say that a correction was not heeded."""
    return Issue(
        document=document,
        action_id=action.action_id if action else "",
        page=action.first_page if action else 0,
        field="" if correction.field == ROW else correction.field.split("/")[0],
        kind="correction_refused",
        severity="check",
        printed=correction.corrected,
        message=f"The correction of {correction.action_id} was not heeded: {why}.",
    )


def _words_misfit(correction: Correction, found: RowData, text: RowText) -> str:
    """Say why corrected words, or the word that a row is right, do not fit the row."""
    field = correction.field
    if field == ROW:
        same = correction.extracted in ("", row_digest(dict(found.action)))
        return "" if same else "the row now reads otherwise than when it was checked"
    if field.startswith(EXTRA):
        now = text.extra.get(field.removeprefix(EXTRA))
    else:
        now = str(getattr(found.action, field)) if field in PRINTED else None
    if now is None:
        return f"there is no field {field} to correct"
    if plain(now) != plain(correction.extracted):
        return _READS_OTHERWISE
    return allowed(field, correction.corrected)


def _differs(correction: Correction, anew: Action | None = None) -> bool:
    """Whether a line changes its field: nobody corrected what is to read as it did.

    A meaning may be said again to hold it where the corrected words, judged anew, say another.
    """
    if anew is not None and plain(getattr(anew, correction.field)) != plain(correction.corrected):
        return True
    return correction.field != ROW and plain(correction.corrected) != plain(correction.extracted)


def _meaning_misfit(correction: Correction, register: Register | None, *readings: Action) -> str:
    """Say why a corrected meaning fits neither the printed nor the corrected words."""
    was = [plain(getattr(action, correction.field)) for action in readings]
    if plain(correction.extracted) not in was:
        return _READS_OTHERWISE
    return allowed(correction.field, correction.corrected, register)


def _with_words(text: RowText, words: Sequence[Correction]) -> RowText:
    """Put corrected words in the place of those read."""
    fields, extra = dict(text.fields), dict(text.extra)
    for correction in words:
        if correction.field.startswith(EXTRA):
            extra[correction.field.removeprefix(EXTRA)] = correction.corrected
        elif correction.field == "rag":
            text = text._replace(rag=correction.corrected)
        elif correction.field == "agency":
            text = text._replace(agency=correction.corrected)
        elif correction.field != ROW:
            fields[correction.field] = correction.corrected
    return text._replace(fields=fields, extra=extra)


def _stamped(
    data: RowData, changed: Sequence[Correction], row_line: Correction, refused: Sequence[Misfit]
) -> RowData:
    """Mark the action by what was changed, and add an issue for what was not heeded."""
    read = data.action
    issues = (*data.issues, *(refusal(c, read.document, read, why) for c, why in refused))
    marks = {
        "issues": " ".join(dict.fromkeys(issue.kind for issue in issues)),
        "corrected": " ".join(dict.fromkeys(c.field.split("/")[0] for c in changed)),
        "checked": "true" if row_line.checked else "",
    }
    return data._replace(
        action=read.model_copy(update=marks), issues=issues, corrections=(row_line, *changed)
    )


def _row_line(heeded: Sequence[Correction], refused: Sequence[Misfit], read: Action) -> Correction:
    """Give the line of the whole row, with the digest by which it is known again.

    It is checked where somebody said so, and nothing that was said of it had to be refused.
    """
    return Correction(
        sha256=(*heeded, *(c for c, _ in refused))[0].sha256,
        action_id=read.action_id,
        field=ROW,
        extracted=row_digest(dict(read)),
        corrected="",
        checked=any(c.checked for c in heeded) and not refused,
    )
