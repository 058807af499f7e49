"""Colours are named as a person would name them."""

import pytest

from extract.stitching.colours import hue_named, hue_of
from extract.stitching.legend import legend_in, legend_of, told_in, with_new_hues
from tests.extract.drawn import drawn_line, drawn_table

KEY = [["Red", "Not started"], ["Amber", "Under way"], ["Green", "Completed"]]

pale = pytest.mark.xfail(strict=True, reason="the pale fills of a spreadsheet's styles have no hue")


@pytest.mark.parametrize(
    ("colour", "hue"),
    [
        ("#ff0000", "red"),
        ("#c00000", "red"),
        ("#ffc000", "amber"),
        ("#ffff00", "amber"),
        ("#ed7d31", "amber"),
        ("#00b050", "green"),
        ("#92d050", "green"),
        pytest.param("#c6efce", "green", marks=pale),
        pytest.param("#ffc7ce", "red", marks=pale),
        ("#ffeb9c", "amber"),
        ("#5b9bd5", "blue"),
        ("#0070c0", "blue"),
        ("#d9d9d9", ""),
        ("#ffffff", ""),
        ("#000000", ""),
        ("#f2f2f2", ""),
        ("#7030a0", ""),
        (None, ""),
        ("red", ""),
    ],
)
def test_a_fill_has_a_hue(colour: str | None, hue: str) -> None:
    """The shades that offices use; greys and purple are no rating."""
    assert hue_of(colour) == hue


@pytest.mark.parametrize(
    ("text", "hue"),
    [
        ("Amber", "amber"),
        ("GREEN – completed", "green"),
        ("Yellow", "amber"),
        ("Red to amber", ""),
        ("Reduced", ""),
        ("", ""),
        ("The panel met at Green Lane and agreed that the plan would be looked at again", ""),
    ],
)
def test_a_short_text_names_one_colour(text: str, hue: str) -> None:
    """As a word of its own."""
    assert hue_named(text) == hue


def test_a_key_of_colours_is_read() -> None:
    """A name and its meaning in each row."""
    entries = legend_of(drawn_table(KEY))
    assert [(entry.hue, entry.meaning) for entry in entries] == [
        ("red", "Not started"),
        ("amber", "Under way"),
        ("green", "Completed"),
    ]


def test_a_key_may_show_its_colours_instead_of_naming_them() -> None:
    """A filled cell beside its meaning."""
    fills = {(0, 0): "#ff0000", (1, 0): "#00b050"}
    entries = legend_of(drawn_table([["", "Late"], ["", "Done"]], fills=fills))
    assert [(entry.hue, entry.meaning) for entry in entries] == [("red", "Late"), ("green", "Done")]


@pytest.mark.parametrize(
    "texts",
    [
        [["Version", "Date"], ["1", "May 2021"], ["2", "June 2021"]],
        [["Action", "RAG"], ["Train the staff", "Green"], ["Write to all", "Green"]],
        [["Red", "Not started"]],
    ],
)
def test_another_table_is_no_key(texts: list[list[str]]) -> None:
    """One colour explains nothing, and a plan has its ratings last."""
    assert legend_of(drawn_table(texts)) == ()


@pytest.mark.parametrize(("sign", "hue"), [("🟢", "green"), ("🟠 Amber", "amber"), ("🔴 🟢", "")])
def test_coloured_signs_name_a_colour(sign: str, hue: str) -> None:
    """As words do, and two of them name none."""
    assert hue_named(sign) == hue


def test_a_key_may_name_colours_that_are_no_rating() -> None:
    """Grey and purple are left out of it, and make it no other table."""
    rows = [["Red", "Late"], ["Grey", "Not due"], ["Purple", "Closed"], ["White", "New"]]
    table = drawn_table([*rows, ["Blue", "On hold"]])
    assert [(e.hue, e.meaning) for e in legend_of(table)] == [("red", "Late"), ("blue", "On hold")]


@pytest.mark.parametrize(
    "texts",
    [
        [["Red", "Amber", "Blue"], ["Late", "Under way", "On hold"]],
        [["Key"], ["Red = Late"], ["Amber: Under way"], ["Blue – On hold"]],
        [["Red – Late; Amber – Under way; Blue – On hold"]],
    ],
)
def test_a_key_may_lie_flat_or_say_all_in_one(texts: list[list[str]]) -> None:
    """A row of colours over a row of meanings, or both in one cell."""
    found = [(e.hue, e.meaning) for e in legend_of(drawn_table(texts))]
    assert found == [("red", "Late"), ("amber", "Under way"), ("blue", "On hold")]


def test_coloured_cells_may_hold_their_meaning() -> None:
    """In one row; a single colour explains nothing."""
    texts = [["Late", "Done", "On hold"]]
    fills = {(0, 0): "#ff0000", (0, 1): "#00b050", (0, 2): "#0070c0"}
    found = [(e.hue, e.meaning) for e in legend_of(drawn_table(texts, fills=fills))]
    assert found == [("red", "Late"), ("green", "Done"), ("blue", "On hold")]
    assert legend_of(drawn_table(texts, fills=dict.fromkeys(fills, "#ff0000"))) == ()


def test_a_key_may_stand_in_running_text() -> None:
    """On one line or on several; one colour alone is a word like any other."""
    lines = [drawn_line(text) for text in ("Key", "Blue – on hold", "Green (G): completed.")]
    found = [(e.hue, e.meaning) for e in legend_in(1, lines)]
    assert found == [("blue", "on hold"), ("green", "completed")]
    assert legend_in(1, lines[:2]) == ()
    assert told_in("The blue light team has led this since May") == []


def test_a_table_of_colours_goes_before_words() -> None:
    """What it explains is not explained again."""
    first = legend_of(drawn_table([["Red", "Late"], ["Green", "Done"]]))
    more = legend_in(1, [drawn_line("Red = delayed; Blue = on hold")])
    assert [e.hue for e in with_new_hues(first, more)] == ["blue"]
