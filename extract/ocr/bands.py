"""Where fills and rules meet: fills end at the rules along them, or bound rows by themselves."""

from collections.abc import Iterable, Sequence

from extract.page import Fill, Rule

NEAR = 4.0
"""Points from the edge of a fill, blurred by the scanner, within which a rule is its true edge."""
SHADOW = 14.0
"""Points between two halves of one fill that a dense word has parted."""
SAME_COLOUR = 12
"""Levels by which the halves may differ."""
DARK, SHADE = 130, 40
"""Lightness of a fill in which words are light, and levels by which their shadow differs."""
ALONG = 0.5
"""Share of a fill's side that such a rule runs along."""
BAND = 0.4
"""Share of the page's width from which a fill is a row of its own."""


def made_whole(fills: Iterable[Fill]) -> list[Fill]:
    """The fills, those of one row and colour with next to nothing between them as one."""
    whole: list[Fill] = []
    for fill in sorted(fills, key=lambda f: (f.x0, f.top)):
        home = next((i for i, other in enumerate(whole) if _goes_on(other, fill)), None)
        if home is None:
            whole.append(fill)
        else:
            whole[home] = whole[home]._replace(x1=max(whole[home].x1, fill.x1))
    return [fill for fill in whole if not any(_is_left_in(fill, other) for other in whole)]


def _is_left_in(fill: Fill, other: Fill) -> bool:
    """Whether a fill is but the shadow that light words left in a dark one."""
    inside = other.x0 <= fill.x0 and fill.x1 <= other.x1
    level = other.top - NEAR <= fill.top and fill.bottom <= other.bottom + NEAR
    smaller = fill.x1 - fill.x0 < other.x1 - other.x0
    if not (inside and level and smaller) or sum(_parts(other.colour)) > 3 * DARK:
        return False
    pairs = zip(_parts(fill.colour), _parts(other.colour), strict=True)
    return all(abs(one - another) <= SHADE for one, another in pairs)


def _goes_on(fill: Fill, after: Fill) -> bool:
    level = abs(fill.top - after.top) <= NEAR and abs(fill.bottom - after.bottom) <= NEAR
    if not level or not -NEAR <= after.x0 - fill.x1 <= SHADOW:
        return False
    pairs = zip(_parts(fill.colour), _parts(after.colour), strict=True)
    return all(abs(one - other) <= SAME_COLOUR for one, other in pairs)


def _parts(colour: str) -> bytes:
    return bytes.fromhex(colour[1:])


def ended_at_rules(fills: Iterable[Fill], rules: Sequence[Rule]) -> list[Fill]:
    """The fills, each side moved to the rule along it, if there is one."""
    return [
        fill._replace(
            x0=_at(fill, fill.x0, rules, down=True),
            x1=_at(fill, fill.x1, rules, down=True),
            top=_at(fill, fill.top, rules, down=False),
            bottom=_at(fill, fill.bottom, rules, down=False),
        )
        for fill in fills
    ]


def band_edges(fills: Iterable[Fill], rules: Sequence[Rule], width: float) -> list[Rule]:
    """The upper and lower edges of wide fills as rules, where none is drawn along them."""
    found: list[Rule] = []
    for fill in fills:
        if fill.x1 - fill.x0 >= BAND * width:
            for y in (fill.top, fill.bottom):
                if not any(_runs_along(rule, fill, y, down=False) for rule in (*rules, *found)):
                    found.append(Rule(fill.x0, y, fill.x1, y))
    return found


def _at(fill: Fill, side: float, rules: Sequence[Rule], *, down: bool) -> float:
    along = [r.x0 if down else r.top for r in rules if _runs_along(r, fill, side, down=down)]
    return min(along, key=lambda at: abs(at - side), default=side)


def _runs_along(rule: Rule, fill: Fill, side: float, *, down: bool) -> bool:
    if rule.vertical != down or abs((rule.x0 if down else rule.top) - side) > NEAR:
        return False
    if down:
        shared = min(rule.bottom, fill.bottom) - max(rule.top, fill.top)
        return shared >= ALONG * (fill.bottom - fill.top)
    return min(rule.x1, fill.x1) - max(rule.x0, fill.x0) >= ALONG * (fill.x1 - fill.x0)
