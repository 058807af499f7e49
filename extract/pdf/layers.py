"""Layers of a file that no viewer shows when it opens the file, and marks on what lies on them.

A file may hold drafts, other languages or answers on layers that are off. PDFium draws none of
that, but lists it among the marks of a page; in a copy, each is marked so that it can be told.
"""

from collections.abc import Iterator
from typing import Any

import pikepdf

from extract.pdf.shown import MARK

_MARK = "/" + MARK.decode()
_HIDDEN = 2
"""Flag of an annotation that is not shown."""
_DEEPEST = 20
_MOST_REACHED = 100_000
Place = tuple[int, int]


def hidden_layers(document: pikepdf.Pdf) -> frozenset[Place]:
    """The layers that are off by default, by the places of their objects."""
    told = document.Root.get("/OCProperties")
    if not isinstance(told, pikepdf.Dictionary):
        return frozenset()
    how = told.get("/D", pikepdf.Dictionary())
    layers = set(_places(told.get("/OCGs")))
    off = layers if how.get("/BaseState") == "/OFF" else set()
    off = (off | set(_places(how.get("/OFF")))) - set(_places(how.get("/ON")) if off else ())
    for usage in _items(how.get("/AS")):
        if usage.get("/Event") == "/View":
            off |= {layer.objgen for layer in _items(usage.get("/OCGs")) if _is_off_to_view(layer)}
    return frozenset(off)


def mark_hidden(document: pikepdf.Pdf, off: frozenset[Place]) -> None:
    """Mark all that lies on layers that are off."""
    unseen = document.make_indirect(pikepdf.Dictionary({"/Type": pikepdf.Name.OCG, _MARK: 1}))
    seen: set[Place] = set()
    for page in document.pages:
        for annotation in _items(page.obj.get("/Annots")):
            if is_hidden(annotation.get("/OC"), off):
                annotation["/F"] = int(annotation.get("/F", 0)) | _HIDDEN
        resources = _inherited(page.obj)
        if resources is not None:
            _mark_in(resources, off, unseen, seen, 0)


def is_hidden(layer: Any, off: frozenset[Place], depth: int = 0) -> bool:
    """Whether what lies on a layer, or depends on several, is not shown."""
    if not isinstance(layer, pikepdf.Dictionary) or depth > _DEEPEST:
        return False
    if layer.get("/Type") != "/OCMD":
        return layer.objgen in off
    if "/VE" in layer:
        return not _holds(layer["/VE"], off, depth + 1)
    named = layer.get("/OCGs")
    states = [is_hidden(one, off, depth + 1) for one in _items(named)]
    if isinstance(named, pikepdf.Dictionary):
        states = [is_hidden(named, off, depth + 1)]
    rule = str(layer.get("/P"))
    hidden = any(states) if rule in ("/AllOn", "/AnyOff") else all(states)
    return bool(states) and hidden is (rule not in ("/AnyOff", "/AllOff"))


def _holds(expression: Any, off: frozenset[Place], depth: int) -> bool:
    """Whether an expression over layers says that something is shown."""
    if not isinstance(expression, pikepdf.Array):
        return not is_hidden(expression, off, depth)
    if depth > _DEEPEST or not len(expression):
        return True
    operator, *parts = list(expression)  # type: ignore[call-overload, unused-ignore]
    found = [_holds(part, off, depth + 1) for part in parts]
    if operator == "/Not":
        return not all(found)
    return any(found) if operator == "/Or" else all(found)


def _mark_in(resources: Any, off: frozenset[Place], unseen: Any, seen: set[Place], at: int) -> None:
    """Mark what content draws on layers that are off, by what it draws with."""
    if at > _DEEPEST or len(seen) > _MOST_REACHED:
        return
    properties = resources.get("/Properties")
    for name, layer in _entries(properties):
        if is_hidden(layer, off):
            properties[name] = unseen
    drawn = resources.get("/XObject")
    for _, item in _entries(drawn):
        if not isinstance(item, pikepdf.Stream) or item.objgen in seen:
            continue
        seen.add(item.objgen)
        if is_hidden(item.get("/OC"), off):
            _hide(item, resources, unseen)
        inner = item.get("/Resources")
        if isinstance(inner, pikepdf.Dictionary):
            _mark_in(inner, off, unseen, seen, at + 1)


def _hide(item: pikepdf.Stream, resources: Any, unseen: Any) -> None:
    """Put the content of a form under a mark; of a picture, nothing is left."""
    content = b""
    if item.get("/Subtype") == "/Form":
        content = item.read_bytes()
        own = pikepdf.Dictionary(dict(_entries(item.get("/Resources", resources))))
        properties = dict(_entries(own.get("/Properties")))
        own["/Properties"] = pikepdf.Dictionary({**properties, _MARK: unseen})
        item["/Resources"] = own
    else:
        for name in list(item.keys()):
            del item[name]
        item["/Subtype"], item["/BBox"] = pikepdf.Name.Form, pikepdf.Array([0, 0, 0, 0])
    item.write(b"/OC %s BDC\n%s\nEMC" % (_MARK.encode(), content))


def _inherited(node: Any) -> Any:
    """What a page draws with, its own or that of a branch above it."""
    for _ in range(_DEEPEST):
        if not isinstance(node, pikepdf.Dictionary):
            return None
        if isinstance(found := node.get("/Resources"), pikepdf.Dictionary):
            return found
        node = node.get("/Parent")
    return None


def _is_off_to_view(layer: Any) -> bool:
    usage = layer.get("/Usage", pikepdf.Dictionary())
    view = usage.get("/View") if isinstance(usage, pikepdf.Dictionary) else None
    return isinstance(view, pikepdf.Dictionary) and bool(view.get("/ViewState") == "/OFF")


def _items(array: Any) -> Iterator[Any]:
    """The dictionaries in an array; anything else may stand there too."""
    if isinstance(array, pikepdf.Array):
        yield from (item for item in array if isinstance(item, pikepdf.Dictionary))  # type: ignore[attr-defined, unused-ignore]


def _places(array: Any) -> Iterator[Place]:
    return (item.objgen for item in _items(array))


def _entries(found: Any) -> list[tuple[str, Any]]:
    return list(found.items()) if isinstance(found, pikepdf.Dictionary) else []
