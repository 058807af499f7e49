"""Where the fills of a ruled table part its rows: a heading is often shaded and has no rule."""

from collections.abc import Iterable, Sequence

from extract.page import Fill
from extract.tables.rules import Network, Span, clustered, joined

NEAR = 3.0
"""Points; fills that end this near to a rule tell nothing new."""
WHOLE = 0.95
"""Share of a table's width over which fills must end at one height to part rows."""


def with_shaded_rows(network: Network, fills: Iterable[Fill]) -> Network:
    """The rules of a table, and the heights at which fills over its whole width begin or end."""
    x0, top, x1, bottom = network.box
    edges = [
        Span(y, max(f.x0, x0), min(f.x1, x1))
        for f in fills
        if f.colour != "#ffffff" and f.x0 < x1 and f.x1 > x0 and f.bottom - f.top > 2 * NEAR
        for y in (f.top, f.bottom)
        if top + NEAR < y < bottom - NEAR
    ]
    known = [s.at for s in network.across]
    free = [e for e in edges if all(abs(e.at - y) > NEAR for y in known)]
    found = [s for group in clustered(sorted(free), 1.0) for s in _whole(group, x1 - x0)]
    return network._replace(across=network.across + tuple(found)) if found else network


def _whole(group: Sequence[Span], width: float) -> list[Span]:
    """The edges of fills at one height as a rule, if they run over the whole width together."""
    return [s for s in joined(group) if s.end - s.start >= WHOLE * width]
