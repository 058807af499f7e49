"""What captions say of themselves by a label in front."""

import pytest

from extract.stitching.numbered import is_numbered, told_by_label


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Recommendation 1", "recommendation"),
        ("Recommendation No. 3: review the policy", "recommendation"),
        ("Recommendation One", "recommendation"),
        ("Action 4", "recommendation"),
        ("Priority 2: The Trust should review its policy now.", "recommendation"),
        ("Priority 1: Hearing the voice", "theme"),
        ("Theme 1 – Voice", "theme"),
        ("Finding 2", "theme"),
        ("Learning point 4 – Nobody visited", "theme"),
        ("Objective: Act sooner", "theme"),
        ("Aim: safer homes", "theme"),
    ],
)
def test_a_label_tells(text: str, kind: str) -> None:
    """A number, a colon or a dash parts it from what it names."""
    told = told_by_label(text)
    assert told is not None
    assert told.kind == kind


@pytest.mark.parametrize(
    "text",
    [
        "Kent Police: Adults",
        "Action plan",
        "Actions for Kent Police",
        "Adults and children",
        "Action 4 was split in May",
    ],
)
def test_other_words_tell_nothing(text: str) -> None:
    """Names and titles have no such label."""
    assert told_by_label(text) is None


def test_only_a_number_makes_a_run() -> None:
    """A label with a colon stands for itself."""
    assert is_numbered("Theme 2: Voice")
    assert not is_numbered("Theme: Voice")
