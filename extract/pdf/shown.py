"""Which objects of a page lie on layers that no viewer shows, in a copy where these are marked."""

import ctypes
from collections.abc import Iterator

import pypdfium2.raw as raw

from extract.pdf import calls

MARK = b"ActionplansUnseen"
"""The entry of a layer that is off, in the copy."""
DEEPEST, MOST = 8, 100_000
_NUMBER = ctypes.c_int()


def is_unshown(item: int) -> bool:
    """Whether an object, or what holds it on its page, is marked."""
    for index in range(calls.object_marks(item)):
        mark = calls.object_mark(item, index)
        if mark and calls.mark_number(mark, MARK, ctypes.addressof(_NUMBER)):
            return True
    return False


def texts_in(item: int) -> set[int]:
    """The texts that an object is, or holds."""
    return set(_texts(item, 0))


def _texts(item: int, depth: int) -> Iterator[int]:
    kind = calls.object_type(item)
    if kind == raw.FPDF_PAGEOBJ_TEXT:
        yield item
    elif kind == raw.FPDF_PAGEOBJ_FORM and depth < DEEPEST:
        for index in range(min(calls.objects_in_form(item), MOST)):
            yield from _texts(calls.object_of_form(item, index), depth + 1)
