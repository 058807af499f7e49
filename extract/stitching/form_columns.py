"""Forms set as cards: labels that stand side by side, each with its value below it.

Their lines run over all columns of the card. They are cut into units of one column each, and put
in the order in which a card is read: a label, what stands below it, then the label beside it.
"""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from itertools import pairwise

from extract.headings.reading import is_plan, read_heading
from extract.stitching.form_labels import FARTHEST, GAP, part_of
from extract.stitching.form_numbers import without_number
from extract.stitching.form_units import Unit
from extract.text.words import Word

SURE = 0.85
"""Score of a wording that is a heading as a whole, and does not only begin as one."""
NEAR = 2.0
"""Points within which texts begin at one edge."""
MOST_WORDS = 5
"""Words of a label within a line."""
LEAST = 2
"""Times that a label must stand at one edge of a page before a column begins there.

The labels of cards come again on their page; the headings of a table come again on the next.
"""


def in_card_order(pages: Mapping[int, Sequence[Unit]]) -> dict[int, list[Unit]]:
    """The units of pages, those of cards cut into columns; nothing changes where there are none."""
    parted = {page: [p for u in units for p in _at_labels(u)] for page, units in pages.items()}
    lines = {page: [u for u in units if _is_of_labels(u)] for page, units in parted.items()}
    every = [u for found in lines.values() for u in found]
    edges: set[float] = set()
    for found in lines.values():
        cards = [u for u in found if not _heads_a_table(u, every)]
        times = Counter(label for u in cards for label in _labels_beside(u))
        edges |= {float(x) for (x, _), n in times.items() if n >= LEAST}
        # Each card may have widths of its own: then the same labels come again, elsewhere.
        again = Counter(u.text for u in cards)
        edges |= {x for u in cards if again[u.text] >= LEAST for x in _label_edges(u)}
    return {page: _cut(units, sorted(edges)) if edges else units for page, units in parted.items()}


def _at_labels(unit: Unit) -> list[Unit]:
    """A line that begins with a label and its value, cut before each further label with a colon.

    Such a label stands a gap apart, or is set in bold type behind a value that is not.
    """
    words = unit.words
    ends = [i for i, word in enumerate(words) if word.text.endswith(":")]
    if len(ends) < LEAST or unit.margin or not _is_label(_spelt(words[: ends[0] + 1])):
        return [unit]
    cuts = [0]
    for end in ends[1:]:
        found = (
            i
            for i in range(max(cuts[-1] + 1, end + 1 - MOST_WORDS), end + 1)
            if _is_apart(words[i - 1], words[i]) and _is_label(_spelt(words[i : end + 1]))
        )
        cuts += [i for i in (next(found, None),) if i is not None]
    bounds = pairwise([*cuts, len(words)])
    return [part_of(unit, a, b)._replace(heads=unit.heads or a > 0) for a, b in bounds]


def _is_apart(before: Word, after: Word) -> bool:
    return after.x0 - before.x1 > GAP * after.size or (after.bold and not before.bold)


def _spelt(words: Sequence[Word]) -> str:
    return " ".join(word.text for word in words)


def _label_edges(unit: Unit) -> list[float]:
    """Where the second and later labels of a line begin that holds nothing but labels."""
    return [unit.words[i].x0 for i in _starts(unit)] if _is_of_labels(unit) else []


def _labels_beside(unit: Unit) -> list[tuple[int, str]]:
    """The second and later labels of such a line, each with the edge where it begins."""
    return list(zip(map(round, _label_edges(unit)), _texts(unit)[1:], strict=False))


def _is_of_labels(unit: Unit) -> bool:
    """Whether a line holds nothing but labels, be it one; all are set alike."""
    if not unit.words or unit.margin or len({unit.words[i].bold for i in (0, *_starts(unit))}) > 1:
        return False
    return all(map(_is_label, _texts(unit)))


def _starts(unit: Unit) -> list[int]:
    """The words of a line, by number, before which there is a gap."""
    pairs = enumerate(pairwise(unit.words), 1)
    return [i for i, (a, b) in pairs if b.x0 - a.x1 > GAP * unit.size]


def _texts(unit: Unit) -> list[str]:
    """The texts of a line that gaps part."""
    starts = _starts(unit)
    parts = zip([0, *starts], [*starts, None], strict=True)
    return [" ".join(word.text for word in unit.words[a:b]) for a, b in parts]


def _heads_a_table(unit: Unit, lines: Sequence[Unit]) -> bool:
    """Whether a line holds all that a plan asks for, as the headings of columns do.

    A card asks for the rest on other lines, which come as often.
    """
    if not is_plan({read_heading(text).field for text in _texts(unit)}):
        return False
    times = Counter(without_number(u.text) for u in lines)
    return not any(t != unit.text and n >= LEAST for t, n in times.items())


def _is_label(text: str) -> bool:
    """Whether a text is a label and no more, as one with its value behind it is not."""
    reading = read_heading(without_number(text).rstrip(" :"))
    return ":" not in text[:-1] and reading.score >= SURE and reading.field != "extra"


def _cut(units: Sequence[Unit], edges: Collection[float]) -> list[Unit]:
    """The units of a page from top to bottom, those below a line of labels column by column."""
    found: list[Unit] = []
    columns: list[list[Unit]] = []
    at: list[float] = []
    for unit in units:
        here = [x for x in _label_edges(unit) if any(abs(x - e) <= NEAR for e in edges)]
        parts = _parts(unit, here or at)
        if here or not parts or not columns or _ends(unit, columns):
            found += [u for column in columns for u in column]
            columns, at = [[] for _ in range(len(here) + 1)] if here else [], here
        if not columns:
            found.append(unit)
            continue
        for column, part in zip(columns, parts, strict=True):
            column += [part] if part else []
    return found + [u for column in columns for u in column]


def _parts(unit: Unit, at: Sequence[float]) -> list[Unit | None]:
    """A line cut where columns begin; none where words run across such a place."""
    bounds = [0, *(sum(1 for w in unit.words if w.x0 < x - NEAR) for x in at), len(unit.words)]
    if any(_runs_across(unit, i, x) for i, x in zip(bounds[1:-1], at, strict=True)):
        return []
    # A label may stand far from where it stands in other cards.
    whole = unit._replace(heads=unit.heads or _is_of_labels(unit))
    return [part_of(whole, a, b) if a < b else None for a, b in pairwise(bounds)]


def _runs_across(unit: Unit, i: int, x: float) -> bool:
    """Whether the words before and from `i` on are of one text, which runs over the edge `x`."""
    if i == 0 or i == len(unit.words):
        return i > 0 and unit.words[i - 1].x1 > x
    before, after = unit.words[i - 1], unit.words[i]
    starts = abs(after.x0 - x) <= NEAR or after.x0 - before.x1 > GAP * unit.size
    return before.x1 > x or not starts


def _ends(unit: Unit, columns: Sequence[Sequence[Unit]]) -> bool:
    """Whether a line is none of the values below labels side by side."""
    above = [u for column in columns for u in column]
    label = next(iter(above))
    far = unit.box[1] - max(u.box[3] for u in above) > FARTHEST * unit.size
    return far or (unit.bold == label.bold and _is_label(unit.text))
