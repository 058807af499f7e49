"""Pages whose text runs up or down: turned to be read, and places turned back."""

from collections import Counter

from extract.page import Fill, Glyph, PageContent, Rule

MOST = 0.7
"""Share of the glyphs that must run sideways before the page is turned."""
Box = tuple[float, float, float, float]


def upright(content: PageContent) -> PageContent:
    """The page turned so that most of its text runs from left to right."""
    if not any(glyph.turn > 0 for glyph in content.glyphs):
        return content
    turns: Counter[int] = Counter()
    for glyph in content.glyphs:
        if not glyph.text.isspace():
            turns[glyph.turn] += len(glyph.text)
    if not turns:
        return content
    turn, count = turns.most_common(1)[0]
    if turn <= 0 or count < MOST * sum(turns.values()):
        return content
    quarters = (360 - turn) // 90 % 4
    return turned_page(content, quarters)


def turned_page(content: PageContent, quarters: int) -> PageContent:
    """A page turned clockwise by quarters."""
    width, height = content.width, content.height

    def at(box: Box) -> Box:
        return turned_box(box, quarters, width, height)

    glyphs = [
        _turned_glyph(g, at((g.x0, g.top, g.x1, g.bottom)), content, quarters)
        for g in content.glyphs
    ]
    rules = [Rule(*at((r.x0, r.top, r.x1, r.bottom))) for r in content.rules]
    fills = [Fill(*at((f.x0, f.top, f.x1, f.bottom)), f.colour) for f in content.fills]
    dots = [Fill(*at((d.x0, d.top, d.x1, d.bottom)), d.colour) for d in content.dots]
    return content._replace(
        width=width if quarters % 2 == 0 else height,
        height=height if quarters % 2 == 0 else width,
        glyphs=tuple(glyphs),
        rules=tuple(rules),
        fills=tuple(fills),
        dots=tuple(dots),
        quarters=quarters,
    )


def _turned_glyph(glyph: Glyph, box: Box, content: PageContent, quarters: int) -> Glyph:
    x0, top, x1, bottom = box
    turn = (glyph.turn + 90 * quarters) % 360 if glyph.turn >= 0 else -1
    sideways = glyph.turn in (90, 270)
    if quarters == 3 and sideways:
        baseline = content.width - glyph.baseline
    elif (quarters == 1 and not sideways) or (quarters == 2 and not sideways):
        baseline = content.height - glyph.baseline
    elif quarters == 2:
        baseline = content.width - glyph.baseline
    else:
        baseline = glyph.baseline
    if turn == 0:
        top, bottom = baseline - 0.8 * glyph.size, baseline + 0.2 * glyph.size
    return glyph._replace(x0=x0, top=top, x1=x1, bottom=bottom, baseline=baseline, turn=turn)


def turned_box(box: Box, quarters: int, width: float, height: float) -> Box:
    """A box on a page of this width and height after clockwise quarter turns of the page."""
    x0, top, x1, bottom = box
    if quarters == 1:
        return height - bottom, x0, height - top, x1
    if quarters == 2:
        return width - x1, height - bottom, width - x0, height - top
    if quarters == 3:
        return top, width - x1, bottom, width - x0
    return box


def turned_back(box: Box, content: PageContent) -> Box:
    """A box on a turned page as a box on the page as displayed."""
    return turned_box(box, (4 - content.quarters) % 4, content.width, content.height)
