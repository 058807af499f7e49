"""The letters that somebody's recogniser put behind a picture: used as far as they prove true.

Each word that was read in the picture is compared with the letters that lie behind it. Two readers
seldom err alike: where they agree on nearly all, what differs is read by the better of the two.
"""

import math
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from extract.ocr.glyphs import ReadLine
from extract.ocr.picture import Picture
from extract.page import PageContent, ReadWord
from extract.tables.upright import turned_box
from extract.text.lexicon import is_english
from extract.text.words import Word, words_of

TRUE = 0.985
"""Share of the words that were read surely from which the layer is as good as print."""
HELPFUL = 0.75
"""The same from which it may help where the picture is unclear."""
SURE, UNSURE = 0.9, 0.75
FEWEST = 20
"""Words that must have been compared."""
LETTERS = 3


class Pair(NamedTuple):
    """A word as read in the picture, and as it stands behind it."""

    read: ReadWord
    behind: str


def with_layer(
    lines: Sequence[ReadLine], content: PageContent, picture: Picture, quarters: int, tilt: float
) -> list[ReadLine]:
    """The lines read in a picture, with words from the layer where that is the better reader."""
    layer = list(_set_upright(words_of(content.glyphs), content, picture, quarters, tilt))
    pairs = [pair for line in lines for word in line.words if (pair := _pair(word, layer))]
    trust = _agreement(pairs)
    if trust < HELPFUL:
        return list(lines)
    better = {pair.read: _better(pair, trust) for pair in pairs if pair.read.text != pair.behind}
    return [
        line._replace(words=tuple(better.get(word, word) for word in line.words)) for line in lines
    ]


def _set_upright(
    words: Sequence[Word], content: PageContent, picture: Picture, quarters: int, tilt: float
) -> Iterator[tuple[str, float, float]]:
    """Each word of the layer and its middle, on the picture that was set upright."""
    angle = math.radians(-tilt)
    cos, sin = math.cos(angle), math.sin(angle)
    for word in words:
        box = (word.x0, word.top, word.x1, word.bottom)
        x0, top, x1, bottom = turned_box(box, quarters, content.width, content.height)
        x, y = (x0 + x1 - picture.width) / 2, (top + bottom - picture.height) / 2
        yield (
            word.text,
            x * cos - y * sin + picture.width / 2,
            x * sin + y * cos + (picture.height / 2),
        )


def _pair(word: ReadWord, layer: Sequence[tuple[str, float, float]]) -> Pair | None:
    """A word with the one word that lies behind it."""
    behind = [
        text
        for text, x, y in layer
        if word.x0 - 1 <= x <= word.x1 + 1 and word.top - 2 <= y <= word.bottom + 2
    ]
    return Pair(word, behind[0]) if len(behind) == 1 else None


def _agreement(pairs: Sequence[Pair]) -> float:
    """How often both readers agree where the one of the picture was sure."""
    sure = [p for p in pairs if p.read.confidence >= SURE and len(p.read.text) >= LETTERS]
    if len(sure) < FEWEST:
        return 0.0
    return sum(_plain(p.read.text) == _plain(p.behind) for p in sure) / len(sure)


def _better(pair: Pair, trust: float) -> ReadWord:
    """What to take of two readings; it stays as unsure as it was."""
    if trust >= TRUE:
        return pair.read._replace(text=pair.behind)
    known = is_english(_plain(pair.behind)) and not is_english(_plain(pair.read.text))
    if known and pair.read.confidence < UNSURE:
        return pair.read._replace(text=pair.behind)
    return pair.read


def _plain(text: str) -> str:
    signs = str.maketrans("‘’“”–—", "''\"\"--")
    return text.translate(signs).strip(".,;:()'\"•-").lower()
