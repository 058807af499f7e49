"""A recognised word is doubted for what it is as well as for its confidence."""

import pytest

from extract.ocr.doubt import unsure_of, used_in
from extract.page import ReadWord


def read(text: str, confidence: float = 0.96) -> list[ReadWord]:
    """The words of a cell, all of one confidence."""
    return [ReadWord(word, 0, 0, 0, 0, confidence) for word in text.split()]


def doubted(text: str, confidence: float = 0.96, elsewhere: str = "") -> str:
    """The words that are unsure, in a document that prints others elsewhere."""
    words = read(text, confidence)
    return " ".join(w.text for w in unsure_of(words, used_in([*words, *read(elsewhere)])))


@pytest.mark.parametrize(
    ("text", "unsure"),
    [
        ("where no crime ts disclosed", "ts"),
        ("a rep1y is awaited", "rep1y"),
        (r"\84 of 112 trained", r"\84"),
        ("Awaiting | September", "|"),
        ("the sum of £14.000 was found", "£14.000"),
        ("show what was Offered by staff", "Offered"),
        ("what she says about It.", "It."),
        ("staff trained: confidence improved", "trained:"),
        ("The Council was asked on 1st March 2021 (see 1a, 2b) by 3pm.", ""),
        ("the 'Delayed list", "'Delayed"),
        ("the 'Delayed' list", ""),
        ("opened 1,204 times,", "times,"),
        ("due Septembe2020", "Septembe2020"),
        ("a multi-agency pre-birth plan", ""),
        ("Actions: Board to meet; 95% seen", ""),
    ],
)
def test_a_sure_word_is_doubted_for_what_it_is(text: str, unsure: str) -> None:
    """Signs, short strings and capitals that no writer would put there."""
    assert doubted(text, elsewhere="the Council met") == unsure


@pytest.mark.parametrize(
    ("text", "confidence", "unsure"),
    [
        ("Completed", 0.55, "Completed"),
        ("Completed", 0.7, ""),
        ("Wexcombe", 0.8, "Wexcombe"),
        ("Wexcombe", 0.93, ""),
        ("2021", 0.8, "2021"),
        ("4", 0.75, "4"),
        ("supplier's", 0.1, ""),
        ("•", 0.3, ""),
    ],
)
def test_how_sure_a_word_must_be_depends_on_what_it_is(
    text: str, confidence: float, unsure: str
) -> None:
    """A word that English knows least, a number more, a name most; apostrophes lower it."""
    assert doubted(text, confidence) == unsure


def test_what_the_document_prints_elsewhere_is_known() -> None:
    """Two recognitions seldom err alike."""
    assert doubted("Wexcombe", 0.8, elsewhere="Wexcombe Council") == ""
    assert doubted("met the Wardens at work", elsewhere="the Wardens came") == ""
