"""Words in fields of forms, boxes of text and stamps are read as every viewer shows them."""

from pathlib import Path

import pytest

from extract.plan import read_plan
from extract.records import PrintedPlan
from tests.hostile.made_by_hand import LETTER, Objects, page, pdf, stream, table

BLANK = ("Do this", "Train the staff", "Police", "June 2014", "")
CELL = b"[612 434 748 458]"
"""Around the last cell of the second row of a table."""
FORM = b"/Type/XObject/Subtype/Form/BBox[0 0 %d %d]/Resources<</Font<</F 5 0 R>>>>"


def with_annotation(kind: bytes, look: bytes = b"", content: bytes = b"") -> Objects:
    """A plan with one annotation; `look` is what it shows."""
    objects = page(content or table(3, BLANK), extra=b"/Annots[6 0 R]")
    objects[6] = b"<</Type/Annot/F 4/Rect%s%s%s>>" % (CELL, kind, b"/AP<</N 7 0 R>>" * bool(look))
    objects[7] = stream(look, FORM % (136, 24))
    return objects


def read(tmp_path: Path, data: bytes) -> PrintedPlan:
    """Read a file of these bytes."""
    path = tmp_path / "plan.pdf"
    path.write_bytes(data)
    return read_plan(path)


def last_cells(plan: PrintedPlan) -> list[str]:
    """The words of the last cell of each row."""
    cells = [row.cells[-1] for section in plan.sections for row in section.rows]
    return [cell.text if cell else "" for cell in cells]


@pytest.mark.parametrize(
    "kind", [b"/Subtype/Widget/FT/Tx/T(a)/V(Ongoing)", b"/Subtype/FreeText", b"/Subtype/Stamp"]
)
def test_words_of_annotations_stand_in_their_cells(tmp_path: Path, kind: bytes) -> None:
    """A frame around them is no rule of the table."""
    look = b"0 0 136 24 re S BT /F 10 Tf 3 8 Td (Ongoing) Tj ET"
    plan = read(tmp_path, pdf(with_annotation(kind, look)))
    assert last_cells(plan) == ["", "Ongoing"]
    assert not plan.doubts


def test_fields_without_an_appearance_are_given_one(tmp_path: Path) -> None:
    """As the file asks of every viewer."""
    objects = with_annotation(b"/Subtype/Widget/FT/Tx/T(a)/V(Ongoing)/DA(/F 10 Tf 0 g)")
    form = b"/AcroForm<</Fields[6 0 R]/NeedAppearances true/DR<</Font<</F 5 0 R>>>>>>"
    objects[1] = b"<</Type/Catalog/Pages 2 0 R%s>>" % form
    assert last_cells(read(tmp_path, pdf(objects))) == ["", "Ongoing"]


def test_what_an_annotation_covers_is_not_read(tmp_path: Path) -> None:
    """No viewer shows it."""
    look = b"1 g 0 0 136 24 re f 0 g BT /F 10 Tf 3 8 Td (Superseded) Tj ET"
    objects = with_annotation(b"/Subtype/FreeText", look, table(3))
    assert last_cells(read(tmp_path, pdf(objects))) == ["Ongoing", "Superseded"]


@pytest.mark.parametrize("flag", [b"2", b"32"])
def test_hidden_annotations_are_not_read(tmp_path: Path, flag: bytes) -> None:
    """Nor are those that are only printed on paper."""
    objects = with_annotation(b"/Subtype/FreeText", b"BT /F 10 Tf 3 8 Td (Ongoing) Tj ET")
    objects[6] = objects[6].replace(b"/F 4", b"/F " + flag)
    assert last_cells(read(tmp_path, pdf(objects))) == ["", ""]


def test_a_plan_in_a_stamp_is_read_with_its_rules(tmp_path: Path) -> None:
    """It may be all that a page shows."""
    objects = with_annotation(b"/Subtype/Stamp", table(3), LETTER)
    objects[6] = objects[6].replace(CELL, b"[0 0 842 595]")
    objects[7] = stream(table(3), FORM % (842, 595))
    assert last_cells(read(tmp_path, pdf(objects))) == ["Ongoing", "Ongoing"]


def test_words_that_somebody_struck_are_named(tmp_path: Path) -> None:
    """They are kept, for a person to judge."""
    quads = b"/QuadPoints[612 458 748 458 612 434 748 434]"
    plan = read(tmp_path, pdf(with_annotation(b"/Subtype/StrikeOut" + quads, b"", table(3))))
    assert last_cells(plan) == ["Ongoing", "Ongoing"]
    assert [(d.kind, d.printed, d.row) for d in plan.doubts] == [("overlapping_text", "Ongoing", 2)]


def test_what_has_words_but_shows_none_is_said(tmp_path: Path) -> None:
    """Some programs would show it, and draw it in their own way."""
    plan = read(tmp_path, pdf(with_annotation(b"/Subtype/FreeText/Contents(Ongoing)")))
    assert last_cells(plan) == ["", ""]
    assert [(doubt.kind, doubt.page) for doubt in plan.doubts] == [("left_out", 1)]


def test_a_comment_longer_than_the_page_is_no_disagreement(tmp_path: Path) -> None:
    """The second reader knows no annotations; nothing was found all the same."""
    look = b"BT /F 2 Tf " + b"1 0 0 1 3 8 Tm (A long remark on the letter.) Tj " * 9 + b"ET"
    plan = read(tmp_path, pdf(with_annotation(b"/Subtype/FreeText", look, LETTER)))
    assert not plan.sections
