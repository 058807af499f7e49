"""A document is read as any viewer shows it: all of its pages, and nothing from layers off."""

from pathlib import Path

import pytest

from extract.errors import DrawsItself
from extract.pdf.looked_over import look_over
from extract.pdf.opened import opened
from extract.plan import read_plan
from tests.extract.pdf.test_annotations import BLANK, last_cells, read
from tests.hostile.made_by_hand import (
    LETTER,
    Objects,
    chain,
    packed,
    page,
    pdf,
    stream,
    table,
    text,
)

DONE = b"BT /F 10 Tf 620 440 Td (Completed) Tj ET "
ON_LAYER = b"/OC /L BDC " + DONE + b" EMC"
OFF = b"/OCGs[8 0 R 9 0 R]/D<</OFF[8 0 R]>>"
LAYER = b"/Properties<</L %s>>"


def with_layers(properties: bytes, content: bytes, layers: bytes = b"8 0 R") -> Objects:
    """A plan whose last cell is filled in on a layer; 8 and 9 are layers."""
    objects = page(table(3, BLANK) + content, resources=LAYER % layers)
    objects[1] = b"<</Type/Catalog/Pages 2 0 R/OCProperties<<%s>>>>" % properties
    return {**objects, 8: b"<</Type/OCG/Name(a)>>", 9: b"<</Type/OCG/Name(b)>>"}


@pytest.mark.parametrize(
    ("properties", "layers", "shown"),
    [
        (OFF, b"8 0 R", False),
        (OFF, b"9 0 R", True),
        (b"/OCGs[8 0 R 9 0 R]/D<</BaseState/OFF>>", b"8 0 R", False),
        (b"/OCGs[8 0 R 9 0 R]/D<</BaseState/OFF/ON[8 0 R]>>", b"8 0 R", True),
        (b"/OCGs[8 0 R 9 0 R]/D<<>>", b"8 0 R", True),
        (OFF, b"<</Type/OCMD/OCGs 8 0 R>>", False),
        (OFF, b"<</Type/OCMD/OCGs[8 0 R 9 0 R]>>", True),
        (OFF, b"<</Type/OCMD/OCGs[8 0 R 9 0 R]/P/AllOn>>", False),
        (OFF, b"<</Type/OCMD/OCGs[8 0 R 9 0 R]/P/AnyOff>>", True),
        (OFF, b"<</Type/OCMD/OCGs[8 0 R 9 0 R]/P/AllOff>>", False),
        (OFF, b"<</Type/OCMD/VE[/Not 8 0 R]>>", True),
        (OFF, b"<</Type/OCMD/VE[/And 9 0 R [/Or 8 0 R]]>>", False),
        (b"/OCGs[8 0 R]/D<</AS[<</Event/View/OCGs[8 0 R]>>]>>", b"8 0 R", True),
    ],
)
def test_what_lies_on_a_layer_that_is_off_is_not_read(
    tmp_path: Path, properties: bytes, layers: bytes, shown: bool
) -> None:
    """And that something was left out is said."""
    plan = read(tmp_path, pdf(with_layers(properties, ON_LAYER, layers)))
    assert last_cells(plan) == ["", "Completed" if shown else ""]
    assert [doubt.kind for doubt in plan.doubts] == ([] if shown else ["left_out"])


@pytest.mark.parametrize(
    "content",
    [
        b"/OC /L BDC /Span <</MCID 0>> BDC " + DONE + b"EMC EMC",
        b"/X Do",
        b"/OC /L BDC /Y Do EMC",
    ],
)
def test_nor_what_is_nested_there_or_in_a_form(tmp_path: Path, content: bytes) -> None:
    """A layer may be named by the form, by its content, or by what draws it."""
    objects = with_layers(OFF, content)
    forms = b"/XObject<</X 10 0 R/Y 11 0 R>>/Properties"
    form = b"/Type/XObject/Subtype/Form/BBox[0 0 842 595]/Resources<</Font<</F 5 0 R>>>>"
    objects[3] = objects[3].replace(b"/Properties", forms)
    objects |= {10: packed(DONE, form + b"/OC 8 0 R"), 11: packed(DONE, form)}
    plan = read(tmp_path, pdf(objects))
    assert last_cells(plan) == ["", ""]
    assert [doubt.kind for doubt in plan.doubts] == ["left_out"]


def test_layers_in_a_packed_list_of_objects_are_seen(tmp_path: Path) -> None:
    """As most programs write it."""
    import pikepdf

    path = tmp_path / "plain.pdf"
    path.write_bytes(pdf(with_layers(OFF, ON_LAYER)))
    with pikepdf.open(path) as document:
        document.save(tmp_path / "packed.pdf", object_stream_mode=pikepdf.ObjectStreamMode.generate)
    assert b"/OCProperties" not in (tmp_path / "packed.pdf").read_bytes()
    assert last_cells(read_plan(tmp_path / "packed.pdf")) == ["", ""]


def test_nobody_disagrees_on_what_was_hidden(tmp_path: Path) -> None:
    """The second reader sees layers that are off, too."""
    lines = [text("There is nothing at all to do here.", 50, 400 - 20 * i) for i in range(9)]
    words = b"/OC /L BDC " + b"".join(lines) + b" EMC"
    objects = {**with_layers(OFF, b""), 4: stream(LETTER + words)}
    assert not read(tmp_path, pdf(objects)).sections


@pytest.mark.parametrize("count", [b"1", b"2", b"2.5"])
def test_all_pages_are_read_however_many_a_file_says_that_it_has(
    tmp_path: Path, count: bytes
) -> None:
    """And the lie is said."""
    whole = chain([table(2), table(2), table(2)])
    plan = read(tmp_path, whole.replace(b"/Count 3", b"/Count " + count))
    assert plan.pages == 3
    assert len(last_cells(plan)) == 3
    assert [(d.kind, d.page) for d in plan.doubts if d.kind == "data_damaged"] == [
        ("data_damaged", 0)
    ]


def test_nothing_found_on_all_pages_is_known(tmp_path: Path) -> None:
    """The pages were read, whatever their number was said to be."""
    plan = read(tmp_path, chain([LETTER, LETTER]).replace(b"/Count 2", b"/Count 1"))
    assert plan.pages == 2
    assert not plan.sections


def test_what_is_as_it_says_is_opened_as_it_is(tmp_path: Path) -> None:
    """A copy would cost time."""
    path = tmp_path / "plain.pdf"
    path.write_bytes(chain([table(2), LETTER]))
    found = look_over(path)
    assert (found.pages, found.layers, found.asked) == (2, False, False)
    with opened(path, found) as (document, layers, damage, *_):
        assert (len(document), layers, damage) == (2, False, "")


def test_words_without_ink_are_not_read(tmp_path: Path) -> None:
    """Unless they stand for those in a picture."""
    plan = read(tmp_path, pdf(page(table(3, BLANK) + b" 3 Tr " + DONE)))
    assert last_cells(plan) == ["", ""]
    assert [doubt.kind for doubt in plan.doubts] == ["left_out"]


@pytest.mark.parametrize("content", [LETTER, table(3)])
def test_files_within_a_file_are_said(tmp_path: Path, content: bytes) -> None:
    """Whether a plan was found or not: one of them may hold it."""
    objects = page(content)
    names = b"/Names<</EmbeddedFiles<</Names[(plan.pdf) 8 0 R]>>>>"
    objects[1] = b"<</Type/Catalog/Pages 2 0 R%s>>" % names
    objects[8] = b"<</Type/Filespec/F(plan.pdf)/EF<</F 9 0 R>>>>"
    objects[9] = packed(pdf(page(table(3))), b"/Type/EmbeddedFile")
    doubts = read(tmp_path, pdf(objects)).doubts
    assert [(d.kind, d.page, d.message) for d in doubts] == [
        ("left_out", 0, "a file is attached to it and was not read")
    ]


def test_a_form_that_draws_itself_is_refused(tmp_path: Path) -> None:
    """Its one page says that it should be opened in another program."""
    objects = page(text("Please wait until the contents of this document are shown."))
    form = b"/NeedsRendering true/AcroForm<</Fields[]/XFA 8 0 R>>"
    objects[1] = b"<</Type/Catalog/Pages 2 0 R%s>>" % form
    objects[8] = packed(b"<xdp:xdp/>")
    with pytest.raises(DrawsItself):
        read(tmp_path, pdf(objects))
