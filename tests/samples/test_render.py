"""The renderer prints all of a plan, whatever the options."""

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from samples.plan import ActionRow, Column, RenderOptions, SamplePlan, Section
from samples.render import render
from tests.samples.printed import missing_words

LONG = " ".join(f"word{n} and so on, multi-agency;" for n in range(90))
SHARED = "Partners should agree how " + " ".join(f"reason{n}" for n in range(60)) + "."

PLAN = SamplePlan(
    title="Plan",
    columns=(
        Column("No.", "reference", 0.5),
        Column("Theme", "theme", 1.0, "Finding"),
        Column("Recommendation", "recommendation", 2.0, "Finding"),
        Column("Action to take", "action", 3.0, "Response"),
        Column("Target date", "target_date_text", 1.0, "Response"),
        Column("RAG", "rag", 0.6),
    ),
    sections=tuple(
        Section(
            agency,
            tuple(
                ActionRow(
                    {
                        "reference": f"{agency[:1]}{n}",
                        "theme": f"{agency} theme",
                        "recommendation": SHARED if n != 4 else "Another recommendation",
                        "action": f"• Begin{n}\n• Unbreakablyextendedwordsare{n}\n"
                        + LONG * (n == 3),
                        "target_date_text": f"{n}/11/2021" if n != 2 else "",
                        "rag": ("red", "amber", "green", "blue", "")[n % 5],
                    }
                )
                for n in range(1, 6)
            ),
        )
        for agency in ("Quarrymoor Council", "Vale Police")
    ),
    key=(("red", "Late"), ("green", "Done")),
)

flags = st.booleans()
options = st.builds(
    RenderOptions,
    page=st.sampled_from(["A4", "A3", "Letter"]),
    landscape=flags,
    margin=st.sampled_from([24.0, 50.0]),
    font=st.sampled_from(["Helvetica", "Times"]),
    font_size=st.sampled_from([7.0, 9.0, 11.0]),
    vertical_rules=flags,
    horizontal_rules=st.sampled_from(["all", "heading", "none"]),
    rules_as_rectangles=flags,
    banded=flags,
    closed_at_break=flags,
    heading_style=st.sampled_from(["grey", "dark", "plain"]),
    repeat_headings=flags,
    repeat_agency_title=flags,
    grouped_headings=flags,
    vertical_headings=flags,
    agency=st.sampled_from(["heading", "title_row", "band", "merged_column", "column", "none"]),
    recommendation=st.sampled_from(["repeated", "merged", "band"]),
    theme=st.sampled_from(["repeated", "merged", "band"]),
    forms=flags,
    page_per_section=flags,
    break_rows=flags,
    rag=st.sampled_from(["word", "fill", "both"]),
    rag_key=st.sampled_from(["above", "below", "none"]),
    column_breaks=st.sampled_from([(), (3,), (2, 4)]),
    page_order=st.sampled_from(["down_then_over", "over_then_down"]),
    quarter_turn=st.sampled_from(["no", "with_rotate", "without_rotate"]),
    page_numbers=st.sampled_from(["none", "plain", "of"]),
    break_at_hyphens=flags,
    hyphenate_cut_words=flags,
    superscript_ordinals=flags,
)


@settings(max_examples=60, deadline=None)
@given(options)
def test_every_word_is_printed_whatever_the_options(chosen: RenderOptions) -> None:
    """Options change the layout and never the words."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "plan.pdf"
        printed = render(PLAN, chosen, path)
        assert missing_words(PLAN, chosen, path) == []
    assert len(printed.action_pages) == 10


def test_equal_input_gives_equal_bytes(tmp_path: Path) -> None:
    """Nothing but the plan and the options goes into the file."""
    first, second = tmp_path / "a.pdf", tmp_path / "b.pdf"
    render(PLAN, RenderOptions(), first)
    render(PLAN, RenderOptions(), second)
    assert first.read_bytes() == second.read_bytes()
