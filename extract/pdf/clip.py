"""The part of a page that something drawn on it is clipped to."""

from extract.pdf import calls
from extract.pdf.space import Box, Matrix, View, applied, point_of

MOST = 50
"""Paths of a clip, and points of a path, that are looked at."""


def shown_of(item: int, view: View, matrix: Matrix) -> Box:
    """The box of the page inside of which an object can be seen.

    Its clip is told in the space of the form that it is drawn in; `matrix` leads from there to the
    page.
    """
    x0, top, x1, bottom = 0.0, 0.0, view.width, view.height
    clip = calls.object_clip(item) if item else None
    count = calls.clip_paths(clip) if clip else 0
    for path in range(min(count, MOST)):
        segments = min(calls.clip_segments(clip, path), MOST)
        points = (point_of(calls.clip_segment(clip, path, i)) for i in range(segments))
        shown = [view.point(*applied(matrix, x, y)) for x, y in points]
        if shown:
            xs, ys = [x for x, _ in shown], [y for _, y in shown]
            x0, x1 = max(x0, min(xs)), min(x1, max(xs))
            top, bottom = max(top, min(ys)), min(bottom, max(ys))
    return x0, top, x1, bottom
