"""Confused letters are mended where one reading remains, and nowhere else."""

import pytest

from extract.ocr.repairs import repaired, with_dates_mended


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("l5/O3/2023", "15/03/2023"),
        ("O1.09.2O23", "01.09.2023"),
        ("Ist March 2023", "1st March 2023"),
        ("3Oth November 2O23", "30th November 2023"),
        ("l2 June 2023", "12 June 2023"),
        ("45/O3/2023", "45/O3/2023"),
        ("I March on", "I March on"),
        ("SO March", "SO March"),
        ("May 2023", "May 2023"),
        ("| April 2023", "1 April 2023"),
        ("QI 2024/25, Q4 2024/25", "Q1 2024/25, Q4 2024/25"),
        ("FAQI 2024", "FAQI 2024"),
    ],
)
def test_letters_in_dates_become_digits(read: str, meant: str) -> None:
    """Only where the digits make a day, a month or a year."""
    assert with_dates_mended(read) == meant


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("COMPLETFD", "COMPLETED"),
        ("C0mpleted", "Completed"),
        ("Completed", "Completed"),
        ("recornmendation", "recommendation"),
        ("uSual", "usual"),
        ("GCP2", "GCP2"),
        ("R1.a", "R1.a"),
        ("Eastholme", "Eastholme"),
    ],
)
def test_a_word_that_is_none_becomes_the_one_it_can_be(read: str, meant: str) -> None:
    """Names and codes, which no list of words knows, stay as they were read."""
    assert repaired(read, "status_text", {}) == meant


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("Wexcambe Council", "Wexcombe Council"),
        ("Wexcornbe Council", "Wexcornbe Council"),
        ("Wexcombes", "Wexcombes"),
        ("Wexton", "Wexton"),
    ],
)
def test_a_name_is_mended_after_the_same_name_elsewhere(read: str, meant: str) -> None:
    """Where it differs in one letter from what is printed again and again."""
    assert repaired(read, "agency", {"wexcombe": 5, "wextun": 1}) == meant


def test_a_word_of_the_document_stays() -> None:
    """What is printed more than once is no slip of the recogniser."""
    assert repaired("COMPLETFD", "status_text", {"completfd": 2}) == "COMPLETFD"


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("Ri.a", "R1.a"),
        ("la", "1a"),
        ("l", "1"),
        ("I", "I"),
        ("A(i)", "A(i)"),
        ("Bi", "Bi"),
        ("RS.b", "R5.b"),
        ("RS. b", "R5.b"),
        ("R6. a", "R6.a"),
        ("RB", "RB"),
        ("TS", "TS"),
    ],
)
def test_numbers_of_rows_are_mended_after_those_of_other_rows(read: str, meant: str) -> None:
    """Without any like them, 'Bi' may be what is printed."""
    assert repaired(read, "reference", {"r2.b": 1, "3b": 1, "r4.a": 1}) == meant


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("St Bride's Hospita!", "St Bride's Hospital"),
        ("ass=ssed twice", "assessed twice"),
        ("=> 80% of visits", "≥ 80% of visits"),
        ("cases that It finds", "cases that it finds"),
        ("done. It works, In all", "done. It works, In all"),
        ("Help! (n = 12)", "Help! (n = 12)"),
        ("the plan 1s never made", "the plan is never made"),
        ("Section 1s", "Section 1s"),
        ("a clear bed, anda working toilet", "a clear bed, and a working toilet"),
        ("go toa home; the fora met", "go to a home; the fora met"),
        ("an ISA. Asa Bell", "an ISA. Asa Bell"),
        ("1s and 2s", "1s and 2s"),
        ("la) Amend the form. 1b) Train. Ic) Audit", "1a) Amend the form. 1b) Train. 1c) Audit"),
        ("la) Amend the form", "la) Amend the form"),
    ],
)
def test_signs_that_no_word_holds_become_letters(read: str, meant: str) -> None:
    """Where one word can be meant; a sign that stands for itself stays."""
    assert repaired(read, "action", {}) == meant


def test_dates_are_mended_in_columns_of_dates_only() -> None:
    """A reference may well be 'O1/O2/10'."""
    assert repaired("O1/O2/2010", "reference", {}) == "O1/O2/2010"


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ('on 30" July 2022', "on 30th July 2022"),
        ("1° and 2*? May", "1° and 2nd May"),
        ("12'° March, 23\" June", "12th March, 23rd June"),
        ("by 5% in March", "by 5% in March"),
        ("45% May", "45% May"),
    ],
)
def test_a_raised_ending_of_a_day_is_mended_where_others_are_printed(read: str, meant: str) -> None:
    """In a document that writes no ordinals the signs stay."""
    assert repaired(read, "progress", {"14th": 1}) == meant
    assert repaired(read, "progress", {"14": 1}) == read
