"""The way of a picture to a page: set upright, rules and fills found, the rest recognised."""

from extract.ocr_blocks import blocks_of, without_specks
from extract.ocr_engines import Engine
from extract.ocr_glyphs import glyphs_of, lines_read
from extract.ocr_ground import cleaned, fills_in, ground_of
from extract.ocr_picture import Picture, upright
from extract.ocr_rules import edges_of_bands, rules_in
from extract.page import PageContent, Recognition


def page_from_picture(
    content: PageContent, picture: Picture, engine: Engine, until: float
) -> PageContent:
    """The marks that a picture of a page shows, in points of the upright page."""
    picture, tilt = upright(picture)
    found = rules_in(picture.grey, picture.scale)
    ground = ground_of(picture.pixels, picture.scale)
    fills = tuple(fills_in(ground, (picture.width, picture.height)))
    rules = (*found.rules, *edges_of_bands(fills, found.rules, picture.width))
    clean = without_specks(cleaned(picture.pixels, ground, found.mask), picture.scale)
    blocks = blocks_of(clean, picture.scale, rules, fills)
    read = engine.read(blocks, until)
    lines = [
        line
        for block, words in zip(blocks, read, strict=True)
        for line in lines_read(words, (block.x, block.y), clean, picture)
    ]
    words = tuple(word for line in lines for word in line.words)
    return content._replace(
        glyphs=glyphs_of(lines),
        rules=rules,
        fills=fills,
        recognition=Recognition(engine.name, tilt, words),
    )
