"""The way of a picture to a page: set upright, rules and fills found, the rest recognised."""

from collections.abc import Sequence

from extract.ocr.again import cut_off, missed, read_again
from extract.ocr.bands import band_edges, ended_at_rules, made_whole
from extract.ocr.blocks import Block, BlockWord, blocks_of, without_specks
from extract.ocr.capitals import with_case_seen
from extract.ocr.choice import is_legible
from extract.ocr.columns import columns_through
from extract.ocr.engines import Engine
from extract.ocr.glyphs import glyphs_of, lines_read
from extract.ocr.ground import cleaned, evened, fills_in, ground_of
from extract.ocr.layer import with_layer
from extract.ocr.leftovers import leftovers_of, with_leftovers
from extract.ocr.light import light_rules
from extract.ocr.picture import Picture, upright
from extract.ocr.rules import rules_in
from extract.ocr.stops import with_stops_seen
from extract.ocr.turn import Turned, best_turned, set_level
from extract.ocr.turned import best_read, turned_variants
from extract.page import PageContent, Recognition


def page_from_picture(
    content: PageContent, picture: Picture, engine: Engine, until: float
) -> PageContent:
    """The marks that a picture of a page shows, in points of the upright page."""
    turned = set_level(picture, engine, until)
    page = read_level(content, turned, engine, until)
    if is_legible(page):
        return page
    other = best_turned(picture, engine, until)
    return page if other.quarters == turned.quarters else read_level(content, other, engine, until)


def read_level(content: PageContent, turned: Turned, engine: Engine, until: float) -> PageContent:
    """The same for a picture whose lines run about level."""
    quarters = turned.quarters
    picture, tilt = upright(turned.picture)
    ground = ground_of(picture.pixels, picture.scale)
    size = (picture.width, picture.height)
    filled = made_whole(fills_in(ground, size))
    found = rules_in(picture.pixels, picture.scale, filled)
    fills = tuple(ended_at_rules(filled, found.rules))
    rules = (*found.rules, *band_edges(fills, found.rules, picture.width))
    ground = evened(ground, picture, fills)
    clean = without_specks(cleaned(picture.pixels, ground, found.mask), picture.scale)
    rules = (*rules, *light_rules(picture, ground, clean, fills))
    rules = (*rules, *columns_through(fills, rules, clean, picture.scale))
    blocks = blocks_of(clean, picture.scale, rules, fills)
    read = _words_in(blocks, picture.scale, engine, until)
    lines = [
        line
        for block, words in zip(blocks, read, strict=True)
        for line in lines_read(words, (block.x, block.y), clean, picture)
    ]
    lines = with_stops_seen(with_case_seen(lines, clean, picture.scale), clean, picture.scale)
    if content.unseen:
        lines = with_layer(lines, content, picture, quarters, tilt)
    words = tuple(word for line in lines for word in line.words)
    return content._replace(
        width=picture.width,
        height=picture.height,
        quarters=quarters,
        glyphs=glyphs_of(lines),
        rules=rules,
        fills=fills,
        recognition=Recognition(
            engine.name, tilt, words, missed=missed(blocks, read, picture.scale)
        ),
        unseen=0,
        mute=False,
    )


def _words_in(
    blocks: Sequence[Block], scale: float, engine: Engine, until: float
) -> list[list[BlockWord]]:
    """The words of each block, cells also turned, and once more what was passed over."""
    variants = turned_variants(blocks)
    all_read = engine.read([*blocks, *(block for _, block in variants)], until)
    read = best_read(blocks, all_read[: len(blocks)], variants, all_read[len(blocks) :])
    read = read_again(blocks, read, engine, until)
    read = [cut_off(block, words) for block, words in zip(blocks, read, strict=True)]
    for number, block in enumerate(blocks):
        if block.loose and (pieces := leftovers_of(block, read[number], scale)):
            read[number] = with_leftovers(read[number], pieces, engine.read(pieces, until))
    return read
