"""The words of a cell from its lines: wrapped lines joined, cut words mended, paragraphs kept.

A word is cut without a hyphen only where it was too long for the column, so the width of the column
is the first evidence; the document's own words and English are the second.
"""

import itertools
import re
from collections.abc import Sequence
from typing import NamedTuple

from extract.lexicon import PREFIXES, RARE_PREFIXES, Lexicon
from extract.words import SYMBOLS, Line, Word

ITEM = re.compile(
    r"^(?:[•‣◦∙·●○■□▪▫►▶➢➤✓✔❖→✗]|[-–—o](?= )"
    r"|\(?(?:\d{1,2}[a-z]?|[a-z]|[ivx]{1,4})[.)](?= |[A-Z]|$))"
)
"""How an item of a list begins."""
SECTIONS = frozenset({"s.", "ss."})
"""Signs for sections of an Act, which print no space before the number: 's.42'."""
URL = re.compile(r"(?:https?://|www\.)\S*$", re.IGNORECASE)
URL_PART = re.compile(r"^[\w.~:/?#\[\]@!$&'()*+,;=%-]*[./\-_=&%\d][\w./?#=&%-]*$|^[a-z0-9-]+$")
DATE_START = re.compile(r"\b\d{1,2}([./-])\d{1,2}\1\d{1,3}$")
MONTH = re.compile(r"(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)$", re.IGNORECASE)
HYPHENS = "-‐‑"


class Join(NamedTuple):
    """How two lines meet: what goes between them, characters to drop, and a doubt if any."""

    between: str
    drop: int = 0
    doubt: str = ""


class Measure(NamedTuple):
    """The stretch of a column that lines of text fill, in points."""

    left: float
    right: float


class CellLine(NamedTuple):
    """A line of a cell and the measure of its column there."""

    line: Line
    measure: Measure


def compose(lines: Sequence[CellLine], lexicon: Lexicon) -> tuple[str, tuple[str, ...]]:
    """The text of a cell, and a sentence for each join that is unsure.

    Joined from the last line to the first, so that what follows a cut is already whole.
    """
    if not lines:
        return "", ()
    pitch = _pitch(lines)
    in_url = _lines_ending_in_url([item.line for item in lines])
    text, doubts = lines[-1].line.text, []
    for at in range(len(lines) - 2, -1, -1):
        before, after = lines[at], lines[at + 1]
        head = text.split(None, 1)[0] if text.split() else ""
        join = join_of(before, after, head, lexicon, pitch, url=in_url[at])
        if join.doubt:
            doubts.append(join.doubt)
        kept = before.line.text[: -join.drop] if join.drop else before.line.text
        text = kept + join.between + text
    clean = text.replace("\u00ad", "").replace("‐", "-").translate(SYMBOLS)
    return clean, tuple(reversed(doubts))


def _lines_ending_in_url(lines: Sequence[Line]) -> list[bool]:
    """Whether each line ends inside of a web address, which may fill several lines."""
    flags: list[bool] = []
    for line in lines:
        starts = bool(URL.search(line.text))
        goes_on = bool(flags and flags[-1] and len(line.words) == 1 and URL_PART.match(line.text))
        flags.append(starts or goes_on)
    return flags


def _pitch(lines: Sequence[CellLine]) -> float:
    """The usual distance between the lines of a cell; 0 where there is none."""
    steps = sorted(
        b.line.words[0].baseline - a.line.words[0].baseline for a, b in itertools.pairwise(lines)
    )
    down = [s for s in steps if s > 0]
    return down[len(down) // 2] if down else 0.0


def join_of(
    before: CellLine,
    after: CellLine,
    head: str,
    lexicon: Lexicon,
    pitch: float = 0.0,
    *,
    url: bool = False,
) -> Join:
    """How a line goes on in the next, whose first token, itself made whole, is `head`."""
    last, first = before.line.words[-1], after.line.words[0]
    tail = before.line.text.rsplit(" ", 1)[-1]
    ended = _ends_paragraph(before, after, first, pitch)
    if tail.endswith("\u00ad"):
        return Join("", 1)
    if _is_item(after.line.text, ended=ended) and not _is_cut_date(tail, head):
        return Join("\n")
    if last.spaced:
        return Join("\n" if ended else " ")
    if url and _is_url_part(head, after):
        return Join("")
    if _is_cut_date(tail, head) or _is_tied(tail, head, lexicon) or head[:1] in ",.;:)!?":
        return Join("")
    if tail[-1:] in HYPHENS and len(tail) > 1 and head[:1].isalnum():
        return _at_hyphen(tail, head, lexicon)
    cut = _cut(before, after, tail, head, lexicon)
    return cut or Join("\n" if ended else " ")


def _is_item(text: str, *, ended: bool) -> bool:
    """Whether a line begins an item of a list; a dash or number may also stand in a sentence."""
    match = ITEM.match(text)
    if not match or match.end() == len(text.rstrip()):
        return False
    return ended or text[0] not in "-–—"


def _is_tied(tail: str, head: str, lexicon: Lexicon) -> bool:
    """Whether marks at a line's end part no words: 'May–|July', 'agency/|data', 'supplier|’s'."""
    if head[:1].isdigit() and tail.lower().lstrip("(") in lexicon.tied | SECTIONS:
        return True
    if re.search(r"\w[’']$", tail) and re.match(r"(?:s|re|ll|ve|d|t)\b", head):
        return True
    if len(tail) > 1 and tail[-1] in "/–—" and tail[-2].isalnum():
        return True
    return bool(re.match(r"[’'](?:s|re|ll|ve|d|t)\b", head))


def _is_cut_date(tail: str, head: str) -> bool:
    match = DATE_START.search(tail)
    if not match or not head[:1].isdigit():
        return False
    year = tail.rsplit(match.group(1), 1)[1] + re.match(r"\d+", head).group()  # type: ignore[union-attr]
    return len(year) == 4 and year[:2] in ("19", "20")


def _is_url_part(head: str, after: CellLine) -> bool:
    """Whether a token goes on with an address: it looks like one, or stands alone on its line."""
    bare = head.rstrip(".,;)")
    if head[:1].isupper() or not URL_PART.match(bare):
        return False
    return bool(re.search(r"[./_=&%\d-]", bare)) or len(after.line.words) == 1


def _at_hyphen(tail: str, head: str, lexicon: Lexicon) -> Join:
    """Whether a hyphen at a line's end belongs to the word or only to the line."""
    if tail.endswith("‐"):
        return Join("", 1)  # the typesetter's own hyphen, which no writer types
    left = re.split(r"[\s/(‘'\"“-]", tail[:-1])[-1].lower()
    right = _letters(head).lower()
    if not left or not right or not left[-1].isalpha() or head[:1].isupper():
        return Join("")
    whole, compound = left + right, f"{left}-{right}"
    if not lexicon.hyphenates:
        stub = not (lexicon.knows(left) and lexicon.knows(right))
        cut = stub and left not in PREFIXES | RARE_PREFIXES
        return Join("", int(cut and lexicon.knows(whole)))
    if lexicon.compounds[compound] != lexicon.words[whole]:
        return Join("", int(lexicon.words[whole] > lexicon.compounds[compound]))
    if left in PREFIXES:
        return Join("")
    halves = lexicon.knows(left) and lexicon.knows(right)
    if lexicon.knows(whole) and (not halves or lexicon.frequent(whole)):
        either = left in RARE_PREFIXES
        return Join("", 1, f"hyphen at a line's end: {tail}|{head}" if either else "")
    doubt = "" if halves or lexicon.knows(whole) else f"hyphen at a line's end: {tail}|{head}"
    return Join("", 0 if halves else 1, doubt)


def _letters(head: str) -> str:
    match = re.match(r"[^\W\d_]+", head)
    return match.group() if match else ""


def _cut(before: CellLine, after: CellLine, tail: str, head: str, lexicon: Lexicon) -> Join | None:
    """Whether a word was cut without a hyphen at the end of a full line."""
    last, first = before.line.words[-1], after.line.words[0]
    if not (tail[-1:].isalnum() and head[:1].isalnum()) and not _cut_marks(tail, head):
        return None
    left = re.split(r"[\s/(‘'\"“,;–—-]", tail)[-1]
    right = re.sub(r"[^\w]+$", "", head)
    if right[:1].isupper() and not left.isupper():
        return None
    if right[:1].isdigit() and not left.isupper() and (lexicon.knows(left) or MONTH.match(left)):
        return None  # 'programme|2020-21', 'Mar–May|2016': no word goes on with a number
    room = before.measure.right - last.x1
    if room > 0.75 * last.size:
        return None
    if (left + right).lower() in lexicon.codes and left.isupper():
        return Join("")
    whole = right.isalpha() and lexicon.knows(left + right)
    halves = lexicon.knows(left) and lexicon.knows(right)
    if whole and not halves:
        return Join("")
    width = (last.x1 - last.x0) + (first.x1 - first.x0)
    long = width > before.measure.right - before.measure.left - 0.1 * last.size
    alone = last.x0 - before.line.x0 < 0.5 * last.size
    if not (long and alone and _is_full(before, last, first)):
        return None
    if halves:
        return Join("") if whole and lexicon.words[(left + right).lower()] else None
    doubt = "" if whole or lexicon.prints_spaces else f"word cut at a line's end: {tail}|{head}"
    return Join("", 0, doubt)


def _cut_marks(tail: str, head: str) -> bool:
    """Whether marks at the cut are such as stand inside of words: 'data.|gov', '(28.03.201|9)'."""
    if tail.endswith(".") and not re.match(r"[a-z\d]", head):
        return False
    return bool(re.search(r"\w[.(/@_]?$", tail) and re.match(r"[.)/@_]?\w", head))


def _is_full(before: CellLine, last: Word, first: Word) -> bool:
    """Whether not one more letter of the next line would have fitted."""
    letter = (first.x1 - first.x0) / max(len(first.text), 1)
    return before.measure.right - last.x1 < 1.15 * letter + 0.06 * last.size


def _ends_paragraph(before: CellLine, after: CellLine, first: Word, pitch: float) -> bool:
    """Whether the writer, not the width of the column, ended a line."""
    step = after.line.words[0].baseline - before.line.words[-1].baseline
    if pitch and step > 1.35 * pitch:
        return True
    space = 0.28 * first.size
    room = before.measure.right - before.line.x1
    return room > (first.x1 - first.x0) + space + 0.15 * first.size
