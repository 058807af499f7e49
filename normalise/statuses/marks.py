"""Cells that hold no sentence: ticks, colours, letters, percentages, boxes to tick."""

import csv
import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from normalise.records import Status
from normalise.statuses.signals import share_status, signals
from normalise.statuses.tokens import EDGES, Token

_LABELS = frozenset({"status", "rag", "brag", "rating", "rated", "colour", "score", "overall"})
_TICKED = "☑☒✓✔✅🗹√\uf0fe\uf0fc"
_BOX = re.compile(rf"([☐□\uf0a8{_TICKED}]|\[ ?[xX✓✔]? ?\])")
_PERCENT = re.compile(r"(\d+(?:\.\d+)?)%")
_LONGEST_FORM = 24
_OPPOSITES = re.compile(r"(\w+) [/|] (?:not (?:yet )?|non |in|un)\1|open [/|] closed")
# 'Complete / Incomplete (delete as appropriate)': what was struck out, the words do not tell.
_CHOOSE = re.compile(
    r"\b(?:(?:delete|circle|tick|select|strike|choose|highlight|underline|mark) (?:\w+ ){0,2}?"
    r"(?:as|where|if|whichever) (?:is )?(?:appropriate|applicable|necessary|required|relevant)"
    r"|please (?:circle|tick|delete|select|choose|indicate|highlight))\b"
)


@cache
def _marks() -> dict[str, Status]:
    path = Path(__file__).with_name("marks.csv")
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    kinds: dict[str, Status] = {"completed": "completed", "not_started": "not_started"}
    return {row["mark"]: kinds.get(row["status"], "unknown") for row in rows}


def read_mark(tokens: Sequence[Token]) -> tuple[Status, int, int] | None:
    """Status and place of a cell that is a single tick, letter, colour or percentage.

    None where it holds anything else, and two colours say nothing certain.
    """
    if len(tokens) > 8:
        return None
    said = [token for token in tokens if token.text[0].isalnum() or token.text in _marks()]
    said = [token for token in said if token.text not in _LABELS]
    if len(said) == 2 and said[0].text in _TICKED:
        said = said[1:]  # '☑ Yes'
    if len(said) != 1:
        return None
    text = said[0].text
    if len(text) == 1 and text.isalpha() and _is_list_mark(tokens, said[0]):
        return None
    status = _percent(text) or _marks().get(text, "unknown")
    return (status, said[0].start, said[0].end) if status != "unknown" else None


def _is_list_mark(tokens: Sequence[Token], letter: Token) -> bool:
    """Whether a letter numbers a part, as '(b)' does, and is no colour: 'RAG (B)' is one."""
    at = tokens.index(letter)
    around = [tokens[i].text for i in (at - 1, at + 1) if 0 <= i < len(tokens)]
    return any(text in "()[]" for text in around) and tokens[0].text not in _LABELS


def _percent(text: str) -> Status | None:
    match = _PERCENT.fullmatch(text)
    return share_status(float(match[1])) if match else None


def ticked_part(flat: str) -> tuple[int, int] | None:
    """Where the one ticked label stands among boxes: '☐ Not started ☑ Complete'."""
    boxes = list(_BOX.finditer(flat))
    ticked = [n for n, box in enumerate(boxes) if _is_ticked(box[0])]
    if len(boxes) < 2 or len(ticked) != 1:
        return None
    number = ticked[0]
    end = boxes[number + 1].start() if number + 1 < len(boxes) else len(flat)
    # Boxes may stand after their labels: 'Complete ☑ Ongoing ☐'.
    if flat[: boxes[0].start()].strip(EDGES):
        start = boxes[number - 1].end() if number else 0
        return start, boxes[number].start()
    return boxes[number].end(), end


def is_unticked(flat: str) -> bool:
    """Whether the one box of the cell is empty: '☐ Completed'."""
    boxes = _BOX.findall(flat)
    return len(boxes) == 1 and not _is_ticked(boxes[0])


def _is_ticked(box: str) -> bool:
    return box in _TICKED or (box.startswith("[") and bool(box.strip("[] ")))


def is_form_left_blank(tokens: Sequence[Token]) -> bool:
    """Whether choices stand side by side, none of them made: 'Not started / In progress / Done'."""
    words = [token.text for token in tokens]
    if len(words) > _LONGEST_FORM or not words:
        return False
    said = " ".join(words)
    if words[0] in ("%", "?") or _OPPOSITES.fullmatch(said):
        return True
    if _CHOOSE.search(said) and not any(word in _TICKED for word in words):
        return True
    if sum(word in "/|," for word in words) < 2 or any(word[0].isdigit() for word in words):
        return False
    asked = {"yes", "no"} <= set(words) or {"y", "n"} <= set(words)
    return asked or len({signal.status for signal in signals(tokens)}) > 2
