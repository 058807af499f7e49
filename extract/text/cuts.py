"""Whether a word was cut at a line's end, with a hyphen or without one."""

import re
from typing import NamedTuple

from extract.text.lexicon import MONTHS, PREFIXES, RARE_PREFIXES, Lexicon, frequency
from extract.text.words import Line, Word

HYPHENS = "-‐‑"
SURE = 20_000
"""How often a word must be used before a hyphen inside it is no writer's."""
MONTH = re.compile(r"(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)$", re.IGNORECASE)
LETTERS = re.compile(r"[^\W\d_]+")
BEFORE_HYPHEN, BEFORE_CUT = re.compile(r"[\s/(‘'\"“-]"), re.compile(r"[\s/(‘'\"“,;–—-]")
"""What a word may stand behind, in a token that is cut at a hyphen or elsewhere."""
MARKS_BEHIND = re.compile(r"[^\w]+$")
GOES_ON = re.compile(r"[\w’']|\.\w")
COMPOUND = re.compile(r"([^\W\d_]+)-([^\W\d_]+)$")
AFTER_DOT, CUT_TAIL = re.compile(r"[a-z\d]"), re.compile(r"\w[.(/@_]?$")
CUT_HEAD = re.compile(r"[.)/@_]?\w|-[a-z]{3}")
YEAR = re.compile(r"^(?:19|20)\d\d(?!\d)")
SCHEME = re.compile(r"(?:https?:|www\.)")
UNIT = re.compile(r"\w(?:['’]\w?|[^\w\s]+)?")
"""A letter, and the marks that no line parts from it."""
LETTER, WIDE_LETTER = 0.5, 0.8
"""Ems; few letters are wider than this, and those few than that."""
LONG_WORD = 8
"""Letters; two words that happen to make another one make no longer one."""
OWNER = re.compile(r"[^\W\d_]{2}['’]s$")
SECOND_PARTS = frozenset(
    [
        "based",
        "led",
        "related",
        "wide",
        "focused",
        "focussed",
        "specific",
        "level",
        "driven",
        "style",
        "type",
        "only",
        "making",
    ]
)
"""Second parts that make one word with any first part."""


class Join(NamedTuple):
    """How two lines meet: what goes between them, characters to drop, and a doubt if any."""

    between: str
    drop: int = 0
    doubt: str = ""


class Measure(NamedTuple):
    """The stretch of a column that lines of text fill, in points.

    `reach` is how far the longest of many lines runs, which may be short of `right`; 0 where there
    are too few lines to tell.
    """

    left: float
    right: float
    reach: float = 0.0


class CellLine(NamedTuple):
    """A line of a cell and the measure of its column there."""

    line: Line
    measure: Measure


def at_hyphen(tail: str, head: str, lexicon: Lexicon) -> Join:
    """Whether a hyphen at a line's end belongs to the word or only to the line."""
    if tail.endswith("‐"):
        return Join("", 1)  # the typesetter's own hyphen, which no writer types
    left = BEFORE_HYPHEN.split(tail[:-1])[-1].lower()
    right = _letters(head).lower()
    if not left or not right or not left[-1].isalpha() or head[:1].isupper():
        return Join("")
    whole, compound = left + right, f"{left}-{right}"
    if whole in MONTHS:
        return Join("", 1)
    if _is_dash(left, right, lexicon):
        return Join(" ", 0, f"hyphen at a line's end: {tail}|{head}")
    if not lexicon.hyphenates:
        prefix = left in PREFIXES | RARE_PREFIXES
        stub = not prefix and not (lexicon.knows(left) and lexicon.knows(right))
        sure = len(left) > 4 and not prefix and frequency(whole) > SURE
        return Join("", int((stub or sure) and lexicon.knows(whole)))
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


def _is_dash(left: str, right: str, lexicon: Lexicon) -> bool:
    """Whether a hyphen parts two clauses, with a space that a line's end does not print.

    Only in a document that prints such hyphens inside of lines: 'the audit- all teams'.
    """
    if not lexicon.dashes or lexicon.compounds[f"{left}-{right}"] or right in SECOND_PARTS:
        return False
    plural = left.endswith("s") and lexicon.knows(left[:-1])
    return (plural or left.endswith("ing")) and len(left) > 5 and lexicon.knows(right)


def _letters(head: str) -> str:
    match = LETTERS.match(head)
    return match.group() if match else ""


def cut_word(
    before: CellLine, after: CellLine, tail: str, head: str, lexicon: Lexicon, earlier: str = ""
) -> Join | None:
    """Whether a word was cut without a hyphen at the end of a full line.

    `earlier` is the end of the line before, where this one is a single token.
    """
    last = before.line.words[-1]
    if not (tail[-1:].isalnum() and head[:1].isalnum()) and not _cut_marks(tail, head):
        return None
    if lexicon.cuts_anywhere:
        return _cut_anywhere(before, after, tail, head, lexicon, earlier)
    parts = _Parts.of(tail, head)
    if _is_compound(tail, head, lexicon):
        return Join("")
    if parts.begin_anew(lexicon):
        return None
    if earlier and (join := _third_part(earlier, parts, lexicon)):
        return join
    if parts.makes_word(lexicon) and not parts.known(lexicon, "either"):
        return Join("")
    room = min(before.measure.right, before.measure.reach or before.measure.right) - last.x1
    if room > 0.75 * last.size:
        return None
    if (parts.left + parts.right).lower() in lexicon.codes and parts.left.isupper():
        return Join("")
    if parts.makes_word(lexicon) and not parts.known(lexicon, "both"):
        return Join("")
    return _cut_at_the_edge(before, after, parts, lexicon, f"{tail}|{head}")


def _cut_anywhere(
    before: CellLine, after: CellLine, tail: str, head: str, lexicon: Lexicon, earlier: str
) -> Join | None:
    """Whether a full line ends inside of a word, in a document whose lines end anywhere.

    What both parts are and make together tells; where that is no word either way, or both ways, it
    stays a doubt. `earlier` may be the start of the word on the line before.
    """
    parts = _Parts.of(tail, head)
    left, right = parts.left, re.sub(r"['’]s?$", "", parts.right)
    if not _ends_anywhere(before, after) or SCHEME.match(right):
        return None
    doubt = f"word cut at a line's end: {left}|{right}"
    if left[-1:].isdigit() and right[:1].isdigit():
        year = YEAR.search(left + right)
        return Join("", 0, "" if year and len(left) < year.end() else doubt)
    starts = [parts._replace(left=start + left, right=right) for start in ("", earlier) if left]
    whole = any(start.makes_word(lexicon) for start in starts)
    ended = OWNER.search(tail) or any(lexicon.knows(start.left) for start in starts)
    begun = lexicon.knows(parts.letters) and (parts.letters in "aAI" or len(parts.letters) > 1)
    if ended and begun:
        word = left + parts.letters
        likely = len(word) >= LONG_WORD or lexicon.frequent(word)
        return Join("" if likely else " ", 0, doubt) if whole else None
    if whole or (left + right).lower() in lexicon.codes:
        return Join("")
    if right[:1].isdigit() or (right[:1].isupper() and not left.isupper()):
        return None
    return Join("", 0, doubt)


def _ends_anywhere(before: CellLine, after: CellLine) -> bool:
    """Whether a line is so full that not a letter of what goes on, with its marks, would fit."""
    first = after.line.words[0]
    unit = UNIT.match(first.text)
    signs = len(unit.group()) if unit else 1
    usual = WIDE_LETTER if first.text[:1] in "mwMW" else LETTER
    letter = max((first.x1 - first.x0) / max(len(first.text), 1), usual * first.size)
    room = before.measure.right - before.line.words[-1].x1
    return room < 1.15 * signs * letter + 0.06 * first.size


def _cut_at_the_edge(
    before: CellLine, after: CellLine, parts: "_Parts", lexicon: Lexicon, printed: str
) -> Join | None:
    """Whether a token that is too long for its column was cut where the line was full."""
    last, first = before.line.words[-1], after.line.words[0]
    left, right, reach = before.measure
    both = parts.known(lexicon, "both")
    right = min(right, reach or right) if both else right
    width = (last.x1 - last.x0) + (first.x1 - first.x0)
    long = width > right - left - 0.1 * last.size
    if right - last.x1 > 0.75 * last.size or not long or not _is_full(right, last, first):
        return None
    if both:
        whole = (parts.left + parts.letters).lower()
        return Join("") if parts.letters and lexicon.words[whole] else None
    if last.x0 - before.line.x0 >= 0.5 * last.size:
        return None  # the token would have begun on a line of its own
    known = parts.makes_word(lexicon) or lexicon.prints_spaces
    return Join("", 0, "" if known else f"word cut at a line's end: {printed}")


def _third_part(earlier: str, parts: "_Parts", lexicon: Lexicon) -> Join | None:
    """Whether a line of one token is the middle of a word, 'c|onside|red', or the end of one."""
    start = _Parts.of(earlier, parts.left)
    if not start.letters or start.letters != parts.left:
        return None
    two = start.left + parts.left
    if parts.letters and lexicon.knows(two + parts.letters):
        return Join("")
    stub = len(parts.left) < 3 or not lexicon.knows(parts.left)
    if lexicon.knows(two) and stub and parts.left.islower():
        return Join(" ")
    return None


class _Parts(NamedTuple):
    """What stands at a cut: the letters before it, all that follows, and the letters of that."""

    left: str
    right: str
    letters: str

    @classmethod
    def of(cls, tail: str, head: str) -> "_Parts":
        left = tail if tail.isalpha() else BEFORE_CUT.split(tail)[-1]
        right = head if head[-1:].isalnum() else MARKS_BEHIND.sub("", head)
        return cls(left, right, _letters(head))

    def makes_word(self, lexicon: Lexicon) -> bool:
        """Whether both parts together are a word, and nothing of it is left out."""
        rest = self.right[len(self.letters) :]
        ends = not GOES_ON.match(rest)
        return bool(self.letters) and ends and lexicon.knows(self.left + self.letters)

    def begin_anew(self, lexicon: Lexicon) -> bool:
        """Whether a capital or a number begins a word of its own.

        No word goes on with a number: 'programme|2020-21', 'Mar–May|2016'.
        """
        if self.right[:1].isdigit() and not self.left.isupper():
            return lexicon.knows(self.left) or bool(MONTH.match(self.left))
        if not self.right[:1].isupper():
            return False
        whole = len(self.left) > 3 and lexicon.knows(self.left) and not self.makes_word(lexicon)
        return not self.left.isupper() or whole

    def known(self, lexicon: Lexicon, which: str) -> bool:
        """Whether both parts, or either, are words by themselves."""
        right = self.letters if self.makes_word(lexicon) else self.right
        found = lexicon.knows(self.left), lexicon.knows(right)
        return all(found) if which == "both" else any(found)


def _is_compound(tail: str, head: str, lexicon: Lexicon) -> bool:
    """Whether a word with a hyphen was cut inside its second part: 'Co-o|rdinator'."""
    match = COMPOUND.search(tail) if "-" in tail else None
    right = _letters(head)
    if match is None or not right or lexicon.knows(right):
        return False
    return lexicon.knows("".join(match.groups()) + right)


def _cut_marks(tail: str, head: str) -> bool:
    """Whether marks at the cut are such as stand inside of words: 'data.|gov', '(28.03.201|9)'."""
    if tail.endswith(".") and not AFTER_DOT.match(head):
        return False
    return bool(CUT_TAIL.search(tail) and CUT_HEAD.match(head))


def _is_full(right: float, last: Word, first: Word) -> bool:
    """Whether not one more letter of the next line would have fitted."""
    letter = (first.x1 - first.x0) / max(len(first.text), 1)
    return right - last.x1 < 1.15 * letter + 0.06 * last.size
