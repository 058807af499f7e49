"""Where fills and rules meet: fills end at the rules along them, or bound rows by themselves."""

from collections.abc import Iterable, Sequence

from extract.page import Fill, Rule

NEAR = 12.0
"""Points from the edge of a fill, blurred by words, within which a rule is its true edge."""
ALONG = 0.5
"""Share of a fill's side that such a rule runs along."""
BAND = 0.4
"""Share of the page's width from which a fill is a row of its own."""


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
    return [
        Rule(fill.x0, y, fill.x1, y)
        for fill in fills
        if fill.x1 - fill.x0 >= BAND * width
        for y in (fill.top, fill.bottom)
        if not any(_runs_along(rule, fill, y, down=False) for rule in rules)
    ]


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
