"""Writes page numbers as people do."""

from collections.abc import Iterable


def page_ranges(pages: Iterable[int]) -> str:
    """Pages as people write them.

    >>> page_ranges([3, 4, 5, 9])
    '3-5, 9'
    """
    runs: list[list[int]] = []
    for page in sorted(pages):
        if runs and page == runs[-1][-1] + 1:
            runs[-1].append(page)
        else:
            runs.append([page])
    return ", ".join(f"{r[0]}-{r[-1]}" if len(r) > 1 else str(r[0]) for r in runs)
