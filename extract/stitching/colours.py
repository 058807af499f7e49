"""Names colours by their hue, as a person would, and never by an exact value."""

import colorsys
import re

SIGNS = {
    **dict.fromkeys("🔴🟥", "red"),
    **dict.fromkeys("🟠🟡🟧🟨", "amber"),
    **dict.fromkeys("🟢🟩", "green"),
    **dict.fromkeys("🔵🟦", "blue"),
}
"""Coloured discs and squares, as newer plans print them."""
WORDS = re.compile(rf"\b(?:red|amber|orange|yellow|green|blue)\b|[{''.join(SIGNS)}]", re.IGNORECASE)
MARK = re.compile(r"[\u2022\u25a0-\u25ff\u2b00-\u2bff\ue000-\uf8ff\s]*")
"""Discs, squares and the like, whose colour says all; fonts of signs have numbers of their own."""
SAME = {"orange": "amber", "yellow": "amber", **SIGNS}


def hue_of(colour: str | None) -> str:
    """`red`, `amber`, `green` or `blue` for `#rrggbb`; '' for greys, pale tints and the rest."""
    if not colour or not re.fullmatch(r"#[0-9a-f]{6}", colour):
        return ""
    red, green, blue = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    hue, light, strength = colorsys.rgb_to_hls(red, green, blue)
    degrees = 360 * hue
    if strength < 0.25 or not 0.15 <= light <= 0.88:
        return ""
    if light > 0.8 and strength < 0.6:
        return ""
    if degrees < 18 or degrees >= 335:
        return "red"
    if degrees < 68:
        return "amber"
    if degrees < 170:
        return "green"
    return "blue" if degrees < 262 else ""


def hue_named(text: str) -> str:
    """The one colour of a rating that a short text names, or ''."""
    found = {word.lower() for word in WORDS.findall(text)}
    hues = {SAME.get(word, word) for word in found}
    return hues.pop() if len(hues) == 1 and len(text) <= 60 else ""
