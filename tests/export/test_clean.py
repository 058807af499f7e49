"""The same characters are replaced for every format."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from export.clean import clean, clean_json


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("a\x00b\x1bc\x0b", "a\ufffdb\ufffdc\ufffd"),
        ("tab\tand\nnewline", "tab\tand\nnewline"),
        ("one\r\ntwo\rthree", "one\ntwo\nthree"),
        ("\ud800", "\ufffd"),
        ("\ufffe\uffff\ufdd0\U0001fffe\U0010ffff", "\ufffd" * 5),
        ("é 😀 \u200d", "é 😀 \u200d"),
    ],
)
def test_what_cannot_be_written_everywhere_is_replaced(text: str, cleaned: str) -> None:
    """Controls, half surrogates and noncharacters; line ends become newlines."""
    assert clean(text) == cleaned


@given(st.text())
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    """What is clean stays as it is."""
    assert clean(clean(text)) == clean(text)


def test_escapes_hide_nothing_inside_json() -> None:
    """A NUL written as an escape is a NUL all the same once it is read."""
    assert json.loads(clean_json('{"a\\u0000": "b\\u001b", "c": "d"}')) == {
        "a\ufffd": "b\ufffd",
        "c": "d",
    }
    assert clean_json("") == clean_json("{}") == ""
