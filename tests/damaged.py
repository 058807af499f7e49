"""Plans as they should not be printed: rules missing, words moved, the paper cut at its edge.

What they say is still known, so that rows read wrongly can be told from rows read rightly.
"""

import random
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import pikepdf

Instruction = Any
PAINTS = frozenset(["S", "s", "f", "F", "f*", "B", "B*", "b", "b*"])
PATHS = frozenset(["m", "l", "re", "h"])


def damaged(source: Path, target: Path, kind: str, seed: int) -> Path:
    """Write a damaged copy of a PDF; the same seed does the same damage."""
    chance = random.Random(seed)  # noqa: S311 - damage that can be done again
    with pikepdf.open(source) as pdf:
        for page in pdf.pages:
            DAMAGE[kind](pdf, page, chance)
        pdf.save(target, deterministic_id=True)
    return target


def _rewritten(pdf: pikepdf.Pdf, page: pikepdf.Page, instructions: Sequence[Instruction]) -> None:
    page.Contents = pdf.make_stream(pikepdf.unparse_content_stream(instructions))


def _without_rules(share: float, *, upright: bool) -> Callable[..., None]:
    """Leave out a share of the rules, or of the upright ones alone."""

    def damage(pdf: pikepdf.Pdf, page: pikepdf.Page, chance: random.Random) -> None:
        kept: list[Instruction] = []
        path: list[Instruction] = []
        for instruction in pikepdf.parse_content_stream(page):
            name = str(instruction.operator)
            path.append(instruction)
            if name in PATHS:
                continue
            if name in PAINTS and _is_rule(path, upright=upright) and chance.random() < share:
                path = [pikepdf.ContentStreamInstruction([], pikepdf.Operator("n"))]
            kept += path
            path = []
        _rewritten(pdf, page, kept + path)

    return damage


def _is_rule(path: Sequence[Instruction], *, upright: bool) -> bool:
    """Whether a path is one straight line."""
    points = [[float(v) for v in i.operands] for i in path if str(i.operator) in ("m", "l")]
    if len(points) != 2:
        return False
    (x0, y0), (x1, y1) = points
    return abs(x1 - x0) < 1 if upright else abs(x1 - x0) < 1 or abs(y1 - y0) < 1


def _moved(across: float, down: float) -> Callable[..., None]:
    """Move each text by up to so many points."""

    def damage(pdf: pikepdf.Pdf, page: pikepdf.Page, chance: random.Random) -> None:
        moved: list[Instruction] = []
        for instruction in pikepdf.parse_content_stream(page):
            if str(instruction.operator) == "Tm":
                *turn, x, y = (float(v) for v in instruction.operands)
                place = [x + chance.uniform(-across, across), y + chance.uniform(-down, down)]
                operator = pikepdf.Operator("Tm")
                moved.append(pikepdf.ContentStreamInstruction([*turn, *place], operator))
            else:
                moved.append(instruction)
        _rewritten(pdf, page, moved)

    return damage


def _cut(share: float) -> Callable[..., None]:
    """Cut a strip from the right edge of the paper."""

    def damage(_: pikepdf.Pdf, page: pikepdf.Page, __: random.Random) -> None:
        x0, y0, x1, y1 = (float(v) for v in page.mediabox)
        page.mediabox = pikepdf.Array([x0, y0, x1 - share * (x1 - x0), y1])

    return damage


DAMAGE: Mapping[str, Callable[..., None]] = {
    "some rules missing": _without_rules(0.3, upright=False),
    "upright rules missing": _without_rules(1.0, upright=True),
    "words out of place": _moved(4.0, 3.0),
    "paper cut": _cut(0.12),
}
