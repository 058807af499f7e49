"""The words of a cell from its lines: wrapped lines joined, cut words mended, paragraphs kept.

A word is cut without a hyphen only where it was too long for the column, so the width of the column
is the first evidence; the document's own words and English are the second.
"""

import itertools
import re
from collections.abc import Sequence

from extract.text.cuts import HYPHENS, CellLine, Join, at_hyphen, cut_word
from extract.text.lexicon import Lexicon
from extract.text.unspaced import is_cut, is_scheme
from extract.text.words import SYMBOLS, Line, Word

ITEM = re.compile(
    r"^(?:[•‣◦∙·●○■□▪▫►▶➢➤✓✔❖→✗]|[-–—o](?= )"
    r"|\(?(?:\d{1,2}[a-z]?|[a-z]|[ivx]{1,4})[.)](?= |[A-Z]|$))"
)
"""How an item of a list begins."""
DASHES = frozenset("-–—")
SECTIONS = frozenset({"s.", "ss."})
"""Signs for sections of an Act, which print no space before the number: 's.42'."""
APOSTROPHES = frozenset("’'")
SHORTENED = re.compile(r"(?:s|re|ll|ve|d|t)\b")
"""What stands behind an apostrophe inside of a word."""
REFERENCE = re.compile(r"[A-Z]{1,3}\.?\d{1,3}(?:\.\d{1,2})*(?:\.?[a-z])?\.?")
URL = re.compile(r"(?:https?://|www\.)\S*$", re.IGNORECASE)
URL_PART = re.compile(r"^[\w.~:/?#\[\]@!$&'()*+,;=%-]*[./\-_=&%\d][\w./?#=&%-]*$|^[a-z0-9-]+$")


def compose(lines: Sequence[CellLine], lexicon: Lexicon) -> tuple[str, tuple[str, ...]]:
    """The text of a cell, and a sentence for each join that is unsure.

    Joined from the last line to the first, so that what follows a cut is already whole.
    """
    if not lines:
        return "", ()
    if _is_stacked(lines):
        return "".join(item.line.text for item in lines), ()
    pitch = _pitch(lines)
    in_url = _lines_ending_in_url([item.line for item in lines])
    listed = sum(1 for item in lines if item.line.words[0].text in DASHES) > 1
    text, doubts = lines[-1].line.text, []
    for at in range(len(lines) - 2, -1, -1):
        before, after = lines[at], lines[at + 1]
        head = next(iter(text.split(None, 1)), "")
        earlier = _earlier(lines, at)
        join = join_of(
            before, after, head, lexicon, pitch, url=in_url[at], listed=listed, earlier=earlier
        )
        if join.doubt:
            doubts.append(join.doubt)
        kept = before.line.text[: -join.drop] if join.drop else before.line.text
        text = kept + join.between + text
    if not text.isascii():
        text = text.replace("\u00ad", "").replace("‐", "-").translate(SYMBOLS)
    return text, tuple(reversed(doubts))


def _is_stacked(lines: Sequence[CellLine]) -> bool:
    """Whether a reference was cut letter by letter, in a column too narrow for it: 'R|1|0'."""
    texts = [item.line.text for item in lines]
    if len(texts) < 2 or max(map(len, texts)) > 3 or not REFERENCE.fullmatch("".join(texts)):
        return False
    left, right, reach = lines[0].measure
    return min(right, reach or right) - left < 2.5 * lines[0].line.size


def _earlier(lines: Sequence[CellLine], at: int) -> str:
    """The last token before a line of one word, if that may be a part of it."""
    if at == 0 or len(lines[at].line.words) > 1 or lines[at - 1].line.words[-1].spaced:
        return ""
    return lines[at - 1].line.text.rsplit(" ", 1)[-1]


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
    listed: bool = True,
    earlier: str = "",
) -> Join:
    """How a line goes on in the next, whose first token, itself made whole, is `head`.

    `earlier` is what may be cut at the start of this line: the end of the one before it; `listed`
    says whether dashes begin items of a list in this cell.
    """
    last, first = before.line.words[-1], after.line.words[0]
    tail = before.line.text.rsplit(" ", 1)[-1]
    ended = _ends_paragraph(before, after, first, pitch, listed=listed)
    if tail.endswith("\u00ad"):
        return Join("", 1)
    if lexicon.cuts_anywhere and not ended and not last.spaced:
        sure = cut_word(before, after, tail, head, lexicon, earlier)
        if sure and not sure.doubt:
            return sure
    if _is_item(after.line.text, ended=ended) and not is_cut(tail, head):
        return Join("\n")
    if last.spaced:
        return Join("\n" if ended else " ")
    if (url and _is_url_part(head, after)) or is_scheme(tail, head):
        return Join("")
    if is_cut(tail, head) or _is_tied(tail, head, lexicon) or head[:1] in ",.;:)!?":
        return Join("")
    if tail[-1:] in HYPHENS and len(tail) > 1 and head[:1].isalnum():
        return at_hyphen(tail, head, lexicon)
    cut = cut_word(before, after, tail, head, lexicon, earlier)
    return cut or Join("\n" if ended else " ")


def _is_item(text: str, *, ended: bool) -> bool:
    """Whether a line begins an item of a list; a dash or number may also stand in a sentence."""
    match = ITEM.match(text)
    if not match or match.end() == len(text.rstrip()):
        return False
    return ended or text[0] not in DASHES


def _is_tied(tail: str, head: str, lexicon: Lexicon) -> bool:
    """Whether marks at a line's end part no words: 'May–|July', 'agency/|data', 'supplier|’s'."""
    if head[:1].isdigit() and tail.lower().lstrip("(") in lexicon.tied | SECTIONS:
        return True
    if tail[-1:] in APOSTROPHES and tail[-2:-1].isalnum() and SHORTENED.match(head):
        return True
    if len(tail) > 1 and tail[-1] in "/–—" and tail[-2].isalnum():
        return True
    return head[:1] in APOSTROPHES and bool(SHORTENED.match(head, 1))


def _is_url_part(head: str, after: CellLine) -> bool:
    """Whether a token goes on with an address: it looks like one, or stands alone on its line."""
    bare = head.rstrip(".,;)")
    if head[:1].isupper() or not URL_PART.match(bare):
        return False
    return bool(re.search(r"[./_=&%\d-]", bare)) or len(after.line.words) == 1


def _ends_paragraph(
    before: CellLine, after: CellLine, first: Word, pitch: float, *, listed: bool
) -> bool:
    """Whether the writer, not the width of the column, ended a line."""
    step = after.line.words[0].baseline - before.line.words[-1].baseline
    if pitch and step > 1.35 * pitch:
        return True
    space = 0.28 * first.size
    room = before.measure.right - before.line.x1
    # A lone dash is too short to say that there was room: it goes with the word behind it.
    words = after.line.words
    last = words[1] if not listed and first.text in DASHES and len(words) > 1 else first
    return room > (last.x1 - first.x0) + space + 0.15 * first.size
