"""What words are printed on: the paper and the filled boxes of a picture, and their removal."""

from collections.abc import Iterator, Sequence

import cv2
import numpy as np

from extract.ocr.picture import POINTS, Picture, Pixels, brightest, grey_of
from extract.page import Fill

GROUND_DPI = 100
STROKES, WORDS = 9, 25
"""Pixels at that resolution, more than small print is high, and more than it runs without gaps."""
AROUND = 21
"""Pixels over which most of a text is ground, and neither ink nor, on a dark ground, light."""
TINT = 14
"""Levels by which a fill differs from the paper in some colour."""
FLAT = 8
"""Levels by which a fill differs from pixel to pixel; at its edges it differs by more."""
FLAT_OF_DEEP = 24
"""The same of a dark fill, in which light words, bold ones above all, leave a lighter shadow."""
BORDER = 70
"""What is darker and reaches the edge of the picture is the lid of the scanner."""
SOLID = 0.82
"""Share of its box that a fill covers; a stamp or a picture covers less."""
DARK = 190
"""Lightness of a ground below which words may stand light on dark."""
DEEP = 130
"""Lightness of a fill below which its words are light."""
STANDS_OUT = 40
"""Levels by which they do."""
BESIDE = 12
"""Pixels about a dark box in which it may seem to go on."""
STRONG = 60
"""Levels between the strongest and the weakest channel of a strong colour."""
GRAIN = 6
"""Levels by which paper darkens and lightens of its own."""
BLACK, WHITE = 0, 215
"""Levels of a page on white below which all is ink and above which all is paper."""
PAPER_WINDOW = 21
"""Pixels at an eighth of that resolution about which some of the page is plain paper."""
DIMMEST = 120
"""Lightness of the dimmest paper; anything darker is print."""
NARROWEST = 10.0
SMALLEST = 400.0
"""Points, and their square, of the least box that counts as filled."""


def ground_of(pixels: Pixels, scale: float) -> Pixels:
    """The picture without its print: small, coloured, each pixel as what lies below the words."""
    small = _small(pixels, scale)
    about = cv2.medianBlur(small, AROUND)
    below_dark, below_light = _below_dark(small), 255 - _below_dark(255 - small)
    in_light = _in_light_words(*map(grey_of, (small, about, below_dark, below_light)))
    below: Pixels = cv2.medianBlur(np.where(in_light[:, :, None], below_light, below_dark), 3)
    return below


def _small(pixels: Pixels, scale: float) -> Pixels:
    shrink = GROUND_DPI / POINTS / scale
    small = cv2.resize(pixels, None, fx=shrink, fy=shrink, interpolation=cv2.INTER_AREA)
    return cv2.medianBlur(small, 5)  # also grain, by which fills would seem uneven


def _in_light_words(grey: Pixels, about: Pixels, below_dark: Pixels, below_light: Pixels) -> Pixels:
    """Where a ground is dark and its words are light: words, also bold ones, cover less of it."""
    from_dark, from_light = cv2.absdiff(grey, below_dark), cv2.absdiff(grey, below_light)
    votes = np.where((from_light < from_dark) & (about < DARK), 1, -1)
    unsure = cv2.absdiff(below_dark, below_light)
    brush = np.ones((3, 3), np.uint8)
    edges = [cv2.morphologyEx(p, cv2.MORPH_GRADIENT, brush) for p in (below_dark, below_light)]
    parts = ((unsure > TINT) & (cv2.max(*edges) < STANDS_OUT)).astype(np.uint8)
    # Along rules and edges nothing is said.
    wide = cv2.morphologyEx(parts, cv2.MORPH_OPEN, brush)
    count, labels = cv2.connectedComponents(wide, connectivity=4)
    totals = np.bincount(labels.ravel(), votes.ravel(), count)
    totals[0] = 0
    lighter = (totals[labels] > 0).astype(np.uint8)
    words = cv2.dilate(lighter, np.ones((STROKES, STROKES), np.uint8)) > 0
    found: Pixels = words & (unsure > TINT) & (about < DARK)
    return found


def _below_dark(pixels: Pixels) -> Pixels:
    """The pixels without dark strokes: what is left is as large as a box, one way or the other."""
    across, down = (
        cv2.morphologyEx(pixels, cv2.MORPH_CLOSE, np.ones(brush, np.uint8))
        for brush in ((STROKES, WORDS), (WORDS, STROKES))
    )
    boxes = cv2.min(across, down)
    return cv2.morphologyEx(boxes, cv2.MORPH_OPEN, np.ones((STROKES, STROKES), np.uint8))


def evened(ground: Pixels, picture: Picture, fills: Sequence[Fill]) -> Pixels:
    """The ground with each box as flat as it was printed, and what is beside dark ones as paper.

    Light words had left shadows in a dark box, bold ones in a light box, and dark words beside a
    dark box had been taken for light ones in it.
    """
    small = _small(picture.pixels, picture.scale)
    paper = cv2.medianBlur(_below_dark(small), 3)
    across, down = ground.shape[1] / picture.width, ground.shape[0] / picture.height
    boxes = []
    even = ground.copy()
    for fill in fills:
        top, bottom = max(0, round(fill.top * down)), round(fill.bottom * down)
        x0, x1 = max(0, round(fill.x0 * across)), round(fill.x1 * across)
        inside = ground[top:bottom, x0:x1]
        if inside.size:
            boxes.append((slice(top, bottom), slice(x0, x1), _flat(inside)))
            if inside.mean() < DEEP:
                rows = slice(max(0, top - BESIDE), bottom + BESIDE)
                columns = slice(max(0, x0 - BESIDE), x1 + BESIDE)
                even[rows, columns] = paper[rows, columns]
    for rows, columns, flat in sorted(boxes, key=lambda box: -box[2].size):
        even[rows, columns] = flat
    return even


def _flat(box: Pixels) -> Pixels:
    """A box without what words left in it: in one colour if it is dark, else as light as nearby."""
    colour = np.median(box, axis=(0, 1))
    if colour.mean() < DEEP:
        return np.full_like(box, colour)
    around = cv2.copyMakeBorder(box, WORDS, WORDS, WORDS, WORDS, cv2.BORDER_REPLICATE)
    closed = cv2.morphologyEx(around, cv2.MORPH_CLOSE, np.ones((WORDS, WORDS), np.uint8))
    flat: Pixels = closed[WORDS:-WORDS, WORDS:-WORDS]
    return flat


def cleaned(pixels: Pixels, ground: Pixels, rules: Pixels) -> Pixels:
    """Black words on white paper: fills levelled, light words on dark turned over, rules gone."""
    size = pixels.shape[1], pixels.shape[0]
    grey = grey_of(pixels)
    light = grey_of(ground)
    level = cv2.resize(light, size)
    clean = _levelled(grey, level)
    bright = brightest(ground)
    # On a strong colour dark words show best in the channel in which that colour is bright.
    strong = _inside(bright.astype(int) - ground.min(axis=2) > STRONG, size)
    if strong.any():
        cv2.copyTo(_levelled(brightest(pixels), cv2.resize(bright, size)), strong, clean)
    turned = _inside(_under_light_words(grey, light), size)
    if turned.any():
        cv2.copyTo(cv2.min(clean, _levelled(255 - grey, 255 - level)), turned, clean)
    clean[rules > 0] = 255
    shown: Pixels = cv2.LUT(clean, _tones())
    return shown


def _under_light_words(grey: Pixels, light: Pixels) -> Pixels:
    """The dark parts of a ground on which what stands out is mostly lighter than they are."""
    small = cv2.resize(grey, (light.shape[1], light.shape[0]), interpolation=cv2.INTER_AREA)
    lighter, darker = cv2.subtract(small, light), cv2.subtract(light, small)
    votes = (lighter > STANDS_OUT).astype(int) - (darker > STANDS_OUT)
    under: Pixels = np.zeros(light.shape, bool)
    # A grey band below a dark heading has words of its own.
    for part in (light < DEEP, (light >= DEEP) & (light < DARK)):
        count, labels = cv2.connectedComponents(part.astype(np.uint8))
        totals = np.bincount(labels.ravel(), votes.ravel(), count)
        totals[0] = 0
        under |= totals[labels] > 0
    return under


def _tones() -> Pixels:
    """Stretches what lies between ink and paper; specks of grain would be tried as letters."""
    tones = (np.arange(256) - BLACK) * (255 / (WHITE - BLACK))
    stretched: Pixels = np.clip(tones, 0, 255).astype(np.uint8)
    return stretched


def _levelled(shown: Pixels, level: Pixels) -> Pixels:
    """Print as if on white; a little below the level itself, so that grain becomes white."""
    below = np.maximum(level, GRAIN) - np.uint8(GRAIN)
    return cv2.divide(shown, below.astype(np.uint8), scale=255)


def _inside(mask: Pixels, size: tuple[int, int]) -> Pixels:
    """An area without its edges, where the ground is neither one colour nor the other."""
    core = cv2.erode(mask.astype(np.uint8), np.ones((5, 5), np.uint8))
    return cv2.resize(core, size, interpolation=cv2.INTER_NEAREST)


def fills_in(ground: Pixels, size: tuple[float, float]) -> list[Fill]:
    """Filled boxes of an upright picture of a page of that size, as if on white paper."""
    shown = _on_white(ground)
    left = shown.min(axis=2) < 255 - TINT
    flat = _spread(shown) <= np.where(shown.max(axis=2) < DEEP, FLAT_OF_DEEP, FLAT)
    count, labels, stats, _ = cv2.connectedComponentsWithStats((left & flat).astype(np.uint8))
    scale = (ground.shape[1] / size[0], ground.shape[0] / size[1])
    fills: list[Fill] = []
    for index in range(1, count):
        x, y, width, height, area = stats[index]
        if area * SOLID >= SMALLEST * scale[0] * scale[1] / 2:
            box = slice(y, y + height), slice(x, x + width)
            there = labels[box] == index
            colour = np.median(shown[box][there], axis=0).astype(int)
            edge = not (x and y and x + width < left.shape[1] and y + height < left.shape[0])
            if not (edge and colour.max() < BORDER):
                fills += _boxes(there, (int(x), int(y)), _hex(colour), scale)
    return sorted(fills)


def _on_white(ground: Pixels) -> Pixels:
    """The ground as if its paper were white everywhere, however unevenly it was lit."""
    shrunk = cv2.resize(ground, None, fx=0.125, fy=0.125, interpolation=cv2.INTER_AREA)
    window = np.ones((PAPER_WINDOW, PAPER_WINDOW), np.uint8)
    paper = cv2.morphologyEx(shrunk, cv2.MORPH_CLOSE, window)
    paper = np.maximum(cv2.blur(paper, (PAPER_WINDOW, PAPER_WINDOW)), DIMMEST)
    level = cv2.resize(paper, (ground.shape[1], ground.shape[0]))
    return cv2.divide(ground, level, scale=255)


def _spread(shown: Pixels) -> Pixels:
    """By how much the colours about each place differ."""
    brush = np.ones((3, 3), np.uint8)
    spread: Pixels = cv2.morphologyEx(shown, cv2.MORPH_GRADIENT, brush).max(axis=2)
    return spread


def _boxes(
    mask: Pixels, at: tuple[int, int], colour: str, scale: tuple[float, float]
) -> Iterator[Fill]:
    """The boxes among the parts of one flat area, whose edges are its outermost pixels but one."""
    padded = cv2.copyMakeBorder(mask.astype(np.uint8), 2, 2, 2, 2, cv2.BORDER_CONSTANT, value=(0,))
    outlines = _outlines(padded)
    whole = cv2.drawContours(np.zeros(padded.shape, np.uint8), outlines, -1, 1, cv2.FILLED)
    side = max(2, round(NARROWEST * scale[0]) - 3)
    for outline in _outlines(cv2.morphologyEx(whole, cv2.MORPH_OPEN, np.ones((side, side)))):
        x, y, width, height = cv2.boundingRect(outline)
        left, upper = at[0] + x - 3, at[1] + y - 3
        x0, x1 = float(left / scale[0]), float((left + width + 2) / scale[0])
        top, bottom = float(upper / scale[1]), float((upper + height + 2) / scale[1])
        large = min(x1 - x0, bottom - top) >= NARROWEST and (x1 - x0) * (bottom - top) >= SMALLEST
        if large and cv2.contourArea(outline) >= SOLID * (width - 1) * (height - 1):
            yield Fill(x0, top, x1, bottom, colour)


def _outlines(mask: Pixels) -> Sequence[Pixels]:
    """Outer edges only: what words leave of a fill has holes."""
    return cv2.findContours(mask, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)[0]


def _hex(colour: Pixels) -> str:
    blue, green, red = (int(part) for part in colour)
    return f"#{red:02x}{green:02x}{blue:02x}"
