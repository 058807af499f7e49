"""Reads the status of a whole row, column by column in the order of their trust.

Columns that contradict each other are reported; the most trusted one still decides.
"""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from extract.records import Record
from normalise.records import Status
from normalise.statuses.doubts import StatusDoubt, unclear
from normalise.statuses.reading import StatusReading, read_head, read_rest, read_status

_HEADS = ("progress", "completed_date_text", "target_date_text", "revised_target_date_text")
_RESTS = ("progress", "completed_date_text", "target_date_text")
_TARGETS = ("target_date_text", "revised_target_date_text")
# A row stays open until its last part is done; the source keeps the words that say which part is.
_OF_A_ROW: dict[Status, Status] = {"partially_completed": "in_progress"}
# A key that says how well the work goes ('some slippage') does not say how far it has come.
_OUTLOOKS: frozenset[Status] = frozenset({"delayed", "in_progress"})
# 'Completed on time' is a state still; 'will be completed on time' and 'low risk, completed
# quickly' judge how it goes, and name a state in passing.
_JUDGED = re.compile(
    r"\b(?:risks?|confiden\w*|(?:un)?likel\w+|chances?|prospects?"
    r"|(?:on|in|to|off) (?:time|target|track|schedule|course|plan)"
    r"|(?:target|due|agreed|planned|set) dates?|deadlines?|timescales?"
    r"|timeframes?|timel\w+|expect\w*|anticipat\w*|forecast\w*|quick\w*|eas(?:y|ily)|swift\w*"
    r"|achievable|deliverable|will be|will not be (?:completed|delivered))\b",
    re.IGNORECASE,
)
_EASE = re.compile(r"\b(?:confiden\w*|quick\w*|eas(?:y|ily)|swift\w*)\b", re.IGNORECASE)
_OPEN: frozenset[Status] = frozenset(
    {"in_progress", "not_started", "delayed", "on_hold", "awaiting_update", "rejected"}
)
_BEGUN: frozenset[Status] = frozenset({"in_progress", "partially_completed"})
_CHOICE = re.compile(r"\s*(?:/|,?\s\bor\b)\s*", re.IGNORECASE)
_REVISED = re.compile(r"\b(?:revised|extended|moved|re-?scheduled|put back)\b", re.IGNORECASE)
_BOTH = frozenset({"completed_yet_open", "open_yet_completed"})
_LATE_COLOURS = frozenset({"red"})


class RowStatus(Record):
    """The status of a row, the column and words it was read from, and what speaks against it.

    `partly` tells a row of which a part is done from others in progress.
    """

    status: Status
    source: str
    partly: bool = False
    contradictions: tuple[str, ...] = ()
    doubt: StatusDoubt | None = None


class Clue(NamedTuple):
    """What one column says."""

    column: str
    reading: StatusReading
    clear: bool

    @property
    def source(self) -> str:
        """The column and the words, as in `progress: COMPLETED`."""
        return f"{self.column}: {self.reading.words}"


def status_of_row(cells: Mapping[str, str], rag: str, legend: Mapping[str, str]) -> RowStatus:
    """Judge how far the action of a row has come.

    `cells` are the printed cells under their canonical column names, `rag` the row's colour and
    `legend` the document's own meaning of each colour.
    """
    clues = [clue for clue in _clues(cells, rag, legend) if clue.reading.status != "unknown"]
    if not clues:
        return RowStatus(status="unknown", source="", doubt=unclear(cells))
    best = clues[0]
    status = _OF_A_ROW.get(best.reading.status, best.reading.status)
    contradictions = tuple(dict.fromkeys(_contradictions(clues)))
    partly = best.reading.status == "partially_completed"
    return RowStatus(
        status=status, source=best.source, partly=partly, contradictions=contradictions
    )


def _clues(cells: Mapping[str, str], rag: str, legend: Mapping[str, str]) -> Iterator[Clue]:
    """Yield what each column says, the most trusted first."""
    key = _of_legend(rag, legend)
    outlook = key.reading.status in _OUTLOOKS
    yield from _of_status_columns(cells, legend)
    if not outlook:
        yield key
    for column in _HEADS:
        if head := read_head(cells.get(column, ""), column):
            yield Clue(column, head, True)
    yield from _of_colour(cells, rag, legend)
    for column in _RESTS:
        yield Clue(column, read_rest(cells.get(column, ""), column), False)
    if outlook:
        yield key


def _of_status_columns(cells: Mapping[str, str], legend: Mapping[str, str]) -> Iterator[Clue]:
    for column in ("status_text", "rag"):
        text = cells.get(column, "")
        meaning = _meaning(text.strip(" .:*"), legend)
        reading = _read_key(meaning) if meaning else read_status(text, column)
        if reading.words and (column == "status_text" or reading.rule != "mark"):
            yield Clue(column, reading, True)


def _meaning(colour: str, legend: Mapping[str, str]) -> str:
    wanted = colour.casefold()
    return next((said for hue, said in legend.items() if hue.strip().casefold() == wanted), "")


def _of_legend(rag: str, legend: Mapping[str, str]) -> Clue:
    meaning = _meaning(rag, legend) if rag else ""
    return Clue("rag", _read_key(meaning), True)


def _read_key(meaning: str) -> StatusReading:
    """Read the one status that a colour stands for; a choice of several is unknown."""
    choices = [read_status(part, "rag") for part in _CHOICE.split(meaning)]
    statuses = {choice.status for choice in choices}
    whole = read_status(meaning, "rag")
    # Nothing but a clear word counts: 'plans are in place' is no statement about the action.
    if len(statuses) == 1 or (len(statuses - {"unknown"}) == 1 and _same_thing(choices)):
        if not _is_judgement(whole):
            return whole
        return StatusReading(text=meaning, status="unknown", words="", rule="outlook")
    return StatusReading(text=meaning, status="unknown", words="", rule="choice")


def _is_judgement(key: StatusReading) -> bool:
    """Whether a key judges how well the work goes and only names a state, as 'not at risk' does.

    What is late or on its way is an outlook anyway and counts for little.
    """
    if key.status in _OUTLOOKS or not _JUDGED.search(key.text):
        return False
    if key.status != "completed":
        return key.status == "rejected" or (key.status == "not_started" and key.rule != "word")
    return _EASE.search(key.text) is not None or read_head(key.text, "rag") is None


def _same_thing(choices: list[StatusReading]) -> bool:
    return choices[0].status != "unknown" and len(choices) == 2 and len(choices[1].text) < 12


def _of_colour(cells: Mapping[str, str], rag: str, legend: Mapping[str, str]) -> Iterator[Clue]:
    """Read a colour by itself: blue means done unless the document's own key says otherwise.

    A key that has another colour for what is done leaves open what blue means.
    """
    other = any(_read_key(said).status == "completed" for said in legend.values())
    if rag == "blue" and not _meaning(rag, legend) and not other:
        yield Clue("rag", read_status(rag, "rag"), False)
    if rag in _LATE_COLOURS:
        yield from _of_moved_dates(cells)


def _of_moved_dates(cells: Mapping[str, str]) -> Iterator[Clue]:
    """Red beside a date that was moved is late; either alone would not say so."""
    for column in _TARGETS:
        text = cells.get(column, "")
        flat = " ".join(text.split())
        if match := _REVISED.search(flat):
            yield Clue(column, _moved(text, match[0]), False)
        elif flat and column == "revised_target_date_text" and any(c.isdigit() for c in flat):
            yield Clue(column, _moved(text, flat), False)


def _moved(text: str, words: str) -> StatusReading:
    return StatusReading(text=text, status="delayed", words=words, rule="moved_and_red")


def _contradictions(clues: list[Clue]) -> Iterator[str]:
    best = clues[0]
    for clue in clues:
        if clue.clear and clue.reading.rule in _BOTH:
            yield f"{clue.column} says both that the action is completed and that it goes on"
    for other in clues[1:]:
        if _is_against(best, other):
            yield (
                f"{best.source!r} reads as {best.reading.status},"
                f" but {other.source!r} as {other.reading.status}"
            )


def _is_against(best: Clue, other: Clue) -> bool:
    if other.column == best.column:
        return False
    one, two = best.reading.status, other.reading.status
    if not (best.clear and other.clear):
        # In running prose only a call for news is a clear statement about the whole row.
        return {one, two} == {"completed", "awaiting_update"}
    if "ongoing" in other.reading.words.casefold().replace("-", "") and other.column in _TARGETS:
        return False  # an open-ended target date
    return _clash(one, two) or _clash(two, one)


def _clash(one: Status, two: Status) -> bool:
    if one == "completed":
        return two in _OPEN or two == "superseded"
    return one == "not_started" and two in _BEGUN
