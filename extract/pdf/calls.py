"""PDFium's functions that are called for every mark of a page, with plain addresses.

ctypes makes an object of each pointer that crosses it, which costs more than most of these calls.
Here every pointer is a number, and results go into buffers that are made once.
"""

import ctypes
from collections.abc import Callable
from typing import Any

import pypdfium2.raw as raw

Call = Callable[..., Any]


def address_of(pointer: Any) -> int:
    """Where a pointer points to; 0 for none."""
    return ctypes.cast(pointer, ctypes.c_void_p).value or 0


def _plain(function: Any) -> Call:
    kinds = (function.restype, *function.argtypes)
    # So short a call is over before another thread could run: the interpreter keeps its lock.
    return ctypes.PYFUNCTYPE(*(_number(kind) for kind in kinds))(address_of(function))


def _number(kind: Any) -> Any:
    """The type of a number as it is; for that of a pointer, the type of an address."""
    return kind if isinstance(kind._type_, str) else ctypes.c_void_p


char_code = _plain(raw.FPDFText_GetUnicode)
char_is_generated = _plain(raw.FPDFText_IsGenerated)
char_object = _plain(raw.FPDFText_GetTextObject)
char_box = _plain(raw.FPDFText_GetLooseCharBox)
char_origin = _plain(raw.FPDFText_GetCharOrigin)
char_matrix = _plain(raw.FPDFText_GetMatrix)
char_colour = _plain(raw.FPDFText_GetFillColor)
char_font_size = _plain(raw.FPDFText_GetFontSize)
char_font_weight = _plain(raw.FPDFText_GetFontWeight)
char_font_info = _plain(raw.FPDFText_GetFontInfo)
text_of_page = _plain(raw.FPDFText_GetText)

objects_of_page = _plain(raw.FPDFPage_CountObjects)
object_of_page = _plain(raw.FPDFPage_GetObject)
object_of_form = _plain(raw.FPDFFormObj_GetObject)
objects_in_form = _plain(raw.FPDFFormObj_CountObjects)
object_marks = _plain(raw.FPDFPageObj_CountMarks)
object_mark = _plain(raw.FPDFPageObj_GetMark)
mark_number = _plain(raw.FPDFPageObjMark_GetParamIntValue)
object_type = _plain(raw.FPDFPageObj_GetType)
object_matrix = _plain(raw.FPDFPageObj_GetMatrix)
object_bounds = _plain(raw.FPDFPageObj_GetBounds)
object_is_sheer = _plain(raw.FPDFPageObj_HasTransparency)
text_mode = _plain(raw.FPDFTextObj_GetTextRenderMode)
object_font = _plain(raw.FPDFTextObj_GetFont)
object_clip = _plain(raw.FPDFPageObj_GetClipPath)
fill_colour = _plain(raw.FPDFPageObj_GetFillColor)
stroke_colour = _plain(raw.FPDFPageObj_GetStrokeColor)

clip_paths = _plain(raw.FPDFClipPath_CountPaths)
clip_segments = _plain(raw.FPDFClipPath_CountPathSegments)
clip_segment = _plain(raw.FPDFClipPath_GetPathSegment)
path_mode = _plain(raw.FPDFPath_GetDrawMode)
path_segments = _plain(raw.FPDFPath_CountSegments)
path_segment = _plain(raw.FPDFPath_GetPathSegment)
segment_type = _plain(raw.FPDFPathSegment_GetType)
segment_point = _plain(raw.FPDFPathSegment_GetPoint)
segment_closes = _plain(raw.FPDFPathSegment_GetClose)
