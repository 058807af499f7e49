"""The labels of forms that stand outside of grids: which texts are labels, and where they end."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from extract.headings.reading import is_plan, read_heading
from extract.records import Field
from extract.stitching.form_numbers import without_number
from extract.stitching.form_units import KNOWN, LEAST, Unit
from extract.text.words import Word

LONGEST = 70
"""Characters of a label."""
GAP = 1.0
"""Ems between a label and a value on one line; words of prose stand closer."""
FARTHEST = 2.4
"""Ems between a value's line and the next; what stands farther off is another text."""


class Label(NamedTuple):
    """A label of the document's forms: where it begins, and whether values stand behind it."""

    field: Field
    x0: float
    beside: bool


Found = list[tuple[Unit, bool]]
"""The lines that begin with a text, and whether more stands behind it."""


def labels_of(units: Sequence[Unit]) -> dict[str, Label]:
    """The texts that come again and read as the headings of a plan; none where they make none."""
    starts = _counted_together(_starts(units, margin=False))
    again = {key: found for key, found in starts.items() if len(found) > 1}
    known = {k: f for k, f in again.items() if read_heading(k).score >= KNOWN}
    known = {k: f for k, f in known.items() if not _goes_beyond(k, f, known)}
    if 3 * sum(_is_bold(f) for f in known.values()) >= 2 * len(known):
        # Where labels are bold, what is not is a value, though it reads as a label would.
        known = {k: f for k, f in known.items() if _is_bold(f)}
    fields = {read_heading(key).field for key in known}
    if len(fields) < LEAST or not is_plan(fields) or not _in_turn(known, units):
        return {}
    labels = {key: found for key, found in again.items() if _is_one(key, found, known)}
    first = [found[0][0] for found in known.values()]
    for key, found in _starts(units, margin=True).items():
        if read_heading(key).score >= KNOWN and any(_alike(found[0][0], u) for u in first):
            labels.setdefault(key, found)
    return {key: _label(key, found) for key, found in labels.items()}


def _starts(units: Sequence[Unit], *, margin: bool) -> dict[str, Found]:
    """Each text that a line begins with and that could be a label, with its lines."""
    seen: dict[str, Found] = {}
    for unit in (u for u in units if u.margin == margin):
        for count in _ends(unit.words):
            text = _text(unit.words[:count])
            if text:
                seen.setdefault(_key(text), []).append((unit, count < len(unit.words)))
    return seen


def _counted_together(starts: Mapping[str, Found]) -> dict[str, Found]:
    """The texts, those that differ by the number of their form alone under one key.

    Each number comes once then: 'Action 1' in every form is a label of its own.
    """
    alike: dict[str, list[str]] = {}
    for key in starts:
        alike.setdefault(without_number(key), []).append(key)
    found = dict(starts)
    for bare, keys in alike.items():
        if len(keys) > 1 and bare not in keys and all(len(starts[k]) == 1 for k in keys):
            found[bare] = [f for k in keys for f in found.pop(k)]
    return found


def _goes_beyond(key: str, found: Found, known: Collection[str]) -> bool:
    """Whether a text is a known label together with its value, as 'Status: complete' is."""
    words = found[0][0].words
    shorter = (_key(_text(words[:count])) for count in _ends(words))
    return any(other != key and other in known and key.startswith(other) for other in shorter)


def value_edge(pages: Iterable[Sequence[Unit]], labels: Mapping[str, Label]) -> float:
    """Where values begin that stand beside their labels; 0 where they stand below."""
    starts: Counter[int] = Counter()
    whole = 0
    for unit in (unit for page in pages for unit in page):
        ends = [n for n in _ends(unit.words) if _key_in(unit.words[:n], labels)]
        if ends and ends[0] < len(unit.words) and _gap(unit.words, ends[0]) > GAP * unit.size:
            starts[round(unit.words[ends[0]].x0)] += 1
        else:
            whole += bool(ends)
    if not starts or sum(starts.values()) <= whole:
        return 0.0
    return float(starts.most_common(1)[0][0])


def label_of(
    unit: Unit, labels: Mapping[str, Label], edge: float
) -> tuple[str, Unit, Unit | None] | None:
    """The label that a line begins with, and what stands behind it on the line."""
    for count in _ends(unit.words):
        key = _key_in(unit.words[:count], labels)
        label = labels.get(key)
        if label is None or (not unit.heads and abs(unit.box[0] - label.x0) > 2 * unit.size):
            continue
        if count == len(unit.words) or label.beside or edge:
            return key, part_of(unit, 0, count), _rest(unit, count)
    return None


def pieces_of(unit: Unit, edge: float) -> tuple[Unit | None, Unit | None]:
    """The words of a line that stand in the column of labels, and those in that of values."""
    if not edge or not unit.words:
        return None, unit
    count = sum(1 for w in unit.words if w.x0 < edge - 3)
    return (part_of(unit, 0, count) if count else None), _rest(unit, count)


def _ends(words: Sequence[Word]) -> list[int]:
    """How many words of a line could be its label: up to a colon, a gap, the end of bold type."""
    found = [
        i + 1
        for i, (word, after) in enumerate(pairwise(words))
        if word.text.endswith(":")
        or after.x0 - word.x1 > GAP * word.size
        or (word.bold and not after.bold and all(w.bold for w in words[: i + 1]))
    ]
    return [n for n in [*found[:2], len(words)] if len(_text(words[:n])) <= LONGEST]


def _in_turn(known: Collection[str], units: Sequence[Unit]) -> bool:
    """Whether the known labels come one after the other and then again, as forms have them."""
    order = [key for unit in units if (key := _key_of(unit, known))]
    rounds: list[set[str]] = [set()]
    for key in order:
        if key in rounds[-1]:
            rounds.append(set())
        rounds[-1].add(key)
    full = [r for r in rounds if len(r) >= max(LEAST, 0.6 * len(known))]
    return len(full) >= 2 and 2 * len(full) >= len(rounds)


def _key_of(unit: Unit, known: Collection[str]) -> str:
    """The known label that a line begins with, or ''."""
    keys = (_key_in(unit.words[:count], known) for count in _ends(unit.words))
    return next((key for key in keys if key), "")


def _is_one(key: str, found: Found, known: Mapping[str, Found]) -> bool:
    """Whether a text that comes again is a label: known, or set as the known ones and as often."""
    if key in known:
        return True
    first = found[0][0]
    usual = median(len(f) for f in known.values())
    alike = [f[0][0] for f in known.values()]
    return (
        len(found) >= 0.8 * usual and first.words[0].bold and any(_alike(first, u) for u in alike)
    )


def _is_bold(found: Found) -> bool:
    """Whether most lines that begin with a text begin in bold type."""
    return 2 * sum(unit.words[0].bold for unit, _ in found) > len(found)


def _alike(unit: Unit, other: Unit) -> bool:
    """Whether two lines begin at one place across the page, in type of one size and weight."""
    a, b = unit.words[0], other.words[0]
    return abs(a.x0 - b.x0) < 2 and abs(a.size - b.size) < 0.6 and a.bold == b.bold


def _label(key: str, found: Found) -> Label:
    left = median(unit.box[0] for unit, _ in found)
    return Label(read_heading(key).field, left, any(more for _, more in found))


def _key(text: str) -> str:
    return " ".join(text.lower().split())


def _key_in(words: Sequence[Word], labels: Collection[str]) -> str:
    """The label that words are, with the number of their form or without, or ''."""
    key = _key(_text(words))
    return next((k for k in (key, without_number(key)) if k in labels), "")


def _text(words: Sequence[Word]) -> str:
    text = " ".join(w.text for w in words).strip().rstrip(":").strip()
    return text if any(c.isalpha() for c in text) else ""


def _gap(words: Sequence[Word], count: int) -> float:
    return words[count].x0 - words[count - 1].x1


def part_of(unit: Unit, start: int, end: int) -> Unit:
    """The words `start` to `end` of a line, without the last, as a unit of their own."""
    words = unit.words[start:end]
    box = (words[0].x0, unit.box[1], max(w.x1 for w in words), unit.box[3])
    return unit._replace(words=words, box=box)


def _rest(unit: Unit, count: int) -> Unit | None:
    return part_of(unit, count, len(unit.words)) if count < len(unit.words) else None
