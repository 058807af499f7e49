"""What of a path can be seen: sheets are often drawn wider than the page or its clip shows."""

from collections.abc import Sequence

PageBox = tuple[float, float, float, float]
Point = tuple[float, float]
EDGE = 1.0
"""Points; a rule along the edge of what is shown may lie this far beyond it."""


def within(points: Sequence[Point], shown: PageBox) -> Sequence[Point]:
    """The points of a path drawn into the box that shows it; none where it lies outside."""
    x0, top, x1, bottom = shown
    xs, ys = [p[0] for p in points], [p[1] for p in points]
    if min(xs) >= x0 and max(xs) <= x1 and min(ys) >= top and max(ys) <= bottom:
        return points
    across = max(xs) < x0 - EDGE or min(xs) > x1 + EDGE
    if across or max(ys) < top - EDGE or min(ys) > bottom + EDGE:
        return ()
    return [(min(max(x, x0), x1), min(max(y, top), bottom)) for x, y in points]
