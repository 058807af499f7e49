"""From glyphs to words, and from words to lines.

Words are built in drawing order, which keeps the text of one cell together where it runs over into
the next; lines are then built by position.
"""

import itertools
import sys
from collections.abc import Iterable, Sequence
from functools import cached_property
from operator import itemgetter
from typing import NamedTuple

from extract.page import Glyph

GAP_WITH_SPACES = 0.35
"""Ems between glyphs that part two words in text that also prints space characters."""
GAP_WITHOUT_SPACES = 0.17
"""The same in text whose writer placed words without printing spaces."""
GAP_BETWEEN_RUNS = 0.15
"""The same between two drawing operations, such as the texts of two cells that touch."""

SYMBOLS = str.maketrans(
    {
        "\uf0b7": "•", "\uf0a7": "•", "\uf0d8": "•", "\uf076": "•", "\uf06e": "•", "\uf0a8": "•",
        "\uf071": "•", "\uf06c": "•", "\uf0be": "•", "\uf0e0": "→", "\uf0fc": "✓", "\uf0fb": "✗",
        "\uf02d": "–", "\uf020": " ", "\uf0d7": "•", "\uf0a2": "•", "\uf09f": "•",
        "\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl",
        "\ufb05": "st", "\ufb06": "st", "\u00a0": " ", "\u2007": " ", "\u202f": " ", "\u200b": None,
        "\u200c": None, "\u200d": None, "\ufeff": None, "\u2060": None,
    }
)  # fmt: skip
"""Private codes of Symbol and Wingdings, ligatures and invisible characters, as what they show."""


class Word(NamedTuple):
    """Glyphs without a gap. `spaced` says that a space was printed behind it."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    baseline: float
    size: float
    bold: bool
    colour: str
    turn: int
    run: int
    spaced: bool
    letters: int

    @property
    def middle(self) -> tuple[float, float]:
        """Centre of the word's box."""
        return (self.x0 + self.x1) / 2, (self.top + self.bottom) / 2


class LineParts(NamedTuple):
    """What a line is made of."""

    words: tuple[Word, ...]
    text: str
    x0: float
    top: float
    x1: float
    bottom: float


class Line(LineParts):
    """Words on one baseline, left to right. Its looks are asked for often and worked out once."""

    @cached_property
    def size(self) -> float:
        """Size of most of its type."""
        return self._longest.size

    @cached_property
    def bold(self) -> bool:
        """Whether most of its characters are bold."""
        heavy = sum(len(w.text) for w in self.words if w.bold)
        return 2 * heavy > sum(len(w.text) for w in self.words)

    @property
    def colour(self) -> str:
        """Colour of most of its type."""
        return self._longest.colour

    @property
    def _longest(self) -> Word:
        return max(self.words, key=lambda w: len(w.text))


def words_of(glyphs: Sequence[Glyph]) -> list[Word]:
    """The words of a page in drawing order."""
    glyphs = _facing_their_way(glyphs)
    spaces = sum([glyph.text.isspace() for glyph in glyphs])
    gap = GAP_WITH_SPACES if 20 * spaces > count_letters(glyphs) else GAP_WITHOUT_SPACES
    words: list[Word] = []
    pending: list[Glyph] = []
    for glyph in glyphs:
        text = glyph.text
        if text != " ":
            shown = _shown(text)
            if not shown:
                continue
            if not shown.isspace():
                if pending and _parted(pending[-1], glyph, gap):
                    _flush(pending, words, spaced=False)
                pending.append(glyph)
                continue
        _flush(pending, words, spaced=True)
    _flush(pending, words, spaced=False)
    return words


def _facing_their_way(glyphs: Sequence[Glyph]) -> Sequence[Glyph]:
    """The glyphs, those of a text that runs up though its letters claim to face down turned so.

    Some programs turn the sheet under a text that is turned itself; where the letters stand tells.
    """
    if not any(glyph.turn in (90, 270) for glyph in glyphs):
        return glyphs
    found: list[Glyph] = []
    for (turn, _), group in itertools.groupby(glyphs, key=lambda g: (g.turn, g.run)):
        run = list(group)
        steps = [b.top - a.top for a, b in itertools.pairwise(run) if b.top != a.top]
        against = sum(1 for step in steps if (step < 0) == (turn == 90))
        if turn in (90, 270) and steps and against > 0.8 * len(steps):
            run = [glyph._replace(turn=360 - turn) for glyph in run]
        found += run
    return found


def count_letters(glyphs: Sequence[Glyph]) -> int:
    """How many characters were printed."""
    return sum([len(glyph.text) for glyph in glyphs])


def _shown(text: str) -> str:
    """What characters look like on the page."""
    return text if text.isascii() else text.translate(SYMBOLS)


def _flush(pending: list[Glyph], words: list[Word], *, spaced: bool) -> None:
    if pending:
        words.append(_word(pending, spaced))
        pending.clear()
    elif spaced and words and not words[-1].spaced:
        words[-1] = words[-1]._replace(spaced=True)


def _word(glyphs: Sequence[Glyph], spaced: bool) -> Word:
    if len(glyphs) == 1:
        text = sys.intern(_shown(glyphs[0].text))  # most words of a document come again
        return Word(text, *glyphs[0][1:], spaced, len(glyphs[0].text))
    main = max(glyphs, key=lambda g: g.size)
    letters = count_letters(glyphs)
    return Word(
        "".join([_shown(g.text) for g in glyphs]),
        min([g.x0 for g in glyphs]),
        min([g.top for g in glyphs]),
        max([g.x1 for g in glyphs]),
        max([g.bottom for g in glyphs]),
        main.baseline,
        main.size,
        2 * count_letters([g for g in glyphs if g.bold]) > letters,
        main.colour,
        main.turn,
        glyphs[0].run,
        spaced,
        letters,
    )


def _parted(before: Glyph, after: Glyph, gap: float) -> bool:
    """Whether two glyphs drawn one after the other belong to different words."""
    if before.turn != after.turn:
        return True
    if before.run == after.run and (before.x0, before.top) == (after.x0, after.top):
        return False  # the letters of one ligature share its box
    size = max(before.size, after.size)
    gap = gap if before.turn == 0 else GAP_WITHOUT_SPACES
    if before.turn == 0:
        along, across = after.x0 - before.x1, abs(after.baseline - before.baseline)
    elif before.turn == 270:
        along, across = before.top - after.bottom, abs(after.x0 - before.x0)
    elif before.turn == 90:
        along, across = after.top - before.bottom, abs(after.x0 - before.x0)
    else:
        along, across = before.x0 - after.x1, abs(after.baseline - before.baseline)
    if across > 0.2 * size:
        # A superscript stands higher, is smaller and follows without a gap.
        raised = across < 0.6 * size and abs(before.size - after.size) > 0.15 * size
        return not (raised and abs(along) < 0.15 * size)
    if before.run != after.run and along > GAP_BETWEEN_RUNS * size:
        return True
    return along > gap * size or along < -0.5 * size


def lines_of(words: Iterable[Word]) -> list[Line]:
    """Words, all written left to right, as lines from top to bottom."""
    rows: list[list[Word]] = []
    for word in sorted(words, key=_BASELINE_THEN_LEFT):
        home = _row_of(word, rows)
        if home is None:
            rows.append([word])
        elif word.size > home[0].size:
            home.insert(0, word)
        else:
            home.append(word)
    lines = [_line(sorted(row, key=_LEFT_THEN_RIGHT)) for row in rows]
    return sorted(lines, key=lambda line: (line.words[0].baseline, line.x0))


def _row_of(word: Word, rows: Sequence[list[Word]]) -> list[Word] | None:
    """The row that a word stands level with. The tallest word of each says how high it is."""
    _, _, top, _, bottom, *_ = word
    for row in rows[:-4:-1]:
        _, _, upper, _, lower, *_ = row[0]
        if (upper == top and lower == bottom and top < bottom) or _level(row[0], word):
            return row
    return None


_X0, _X1, _BASELINE = (Word._fields.index(name) for name in ("x0", "x1", "baseline"))
_BASELINE_THEN_LEFT = itemgetter(_BASELINE, _X0)
_LEFT_THEN_RIGHT = itemgetter(_X0, _X1)


def _level(anchor: Word, word: Word) -> bool:
    shared = min(anchor.bottom, word.bottom) - max(anchor.top, word.top)
    return shared > 0.5 * min(anchor.bottom - anchor.top, word.bottom - word.top)


def _line(words: list[Word]) -> Line:
    text, x0, top, x1, bottom, *_ = before = words[0]
    for word in words[1:]:
        glued = not before.spaced and word.x0 - before.x1 < 0.1 * word.size
        text += word.text if glued else " " + word.text
        top, x1, bottom = min(top, word.top), max(x1, word.x1), max(bottom, word.bottom)
        before = word
    return Line(tuple(words), text, x0, top, x1, bottom)


def turned(word: Word) -> Word:
    """A word written up or down the page, as if written left to right in a turned page."""
    if word.turn == 270:
        x0, x1, top, bottom, baseline = -word.bottom, -word.top, word.x0, word.x1, word.baseline
    elif word.turn == 90:
        x0, x1, top, bottom, baseline = word.top, word.bottom, -word.x1, -word.x0, -word.baseline
    else:
        x0, x1, top, bottom, baseline = -word.x1, -word.x0, -word.bottom, -word.top, -word.baseline
    return word._replace(x0=x0, x1=x1, top=top, bottom=bottom, baseline=baseline, turn=0)
