"""How many names of officers are found, and how many roles and bodies stay: all invented."""

import csv
from pathlib import Path

import pytest

from normalise.people.lexicon import is_common, is_given, is_initials
from normalise.redaction.names import names_in

CELLS = Path(__file__).with_name("invented_people.csv")
RECALL, PRECISION = 0.97, 0.97


def counted() -> tuple[int, int, int]:
    """Count names that were found, names that were missed, and other words that were taken."""
    found, missed, wrong = 0, 0, 0
    with CELLS.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            wanted = set(filter(None, row["names"].split(";")))
            got = {name.words for name in names_in(row["text"], row["of_people"] == "1")}
            found += len(got & wanted)
            missed += len(wanted - got)
            wrong += len(got - wanted)
    return found, missed, wrong


def test_names_are_found_and_other_words_stay() -> None:
    """Of some 90 names 97 of 100 are found; of 100 words that are taken 97 are names."""
    found, missed, wrong = counted()
    assert found >= RECALL * (found + missed)
    assert found >= PRECISION * (found + wrong)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("MARSH, Amelia", ["MARSH, Amelia"]),
        ("Marsh, Amelia; Bell, Tom", ["Marsh, Amelia", "Bell, Tom"]),
        ("Amelia Marsh\nTom Bell", ["Amelia Marsh", "Tom Bell"]),
        ("AZ / TB", ["AZ", "TB"]),
        ("GP / HR", []),
        ("AZ, Head of Service", []),
        ("Leeds, Bradford", []),
        ("Amelia", ["Amelia"]),
        ("Grace", []),
    ],
)
def test_a_cell_of_people_is_taken_to_pieces(text: str, names: list[str]) -> None:
    """Initials count only where every piece is a name; 'GP' is no one's."""
    assert [name.words for name in names_in(text, of_people=True)] == names


def test_strangers_are_left_where_bodies_stand() -> None:
    """No list holds them, and charities bear such names too."""
    assert [name.words for name in names_in("Zorka Vranjes", True)] == ["Zorka Vranjes"]
    assert list(names_in("Zorka Vranjes", True, of_bodies=True)) == []
    assert [n.words for n in names_in("Amelia Marsh", True, of_bodies=True)] == ["Amelia Marsh"]


@pytest.mark.parametrize(
    ("text", "local"),
    [
        ("write to a.marsh@leeds.example", ["a.marsh"]),
        ("amelia@leeds.example", ["amelia"]),
        ("amelia_marsh2@leeds.example", ["amelia_marsh2"]),
        ("housing.team@leeds.example", []),
        ("e.safety@leeds.example", []),
        ("grace@leeds.example", []),
    ],
)
def test_an_address_may_be_a_persons(text: str, local: list[str]) -> None:
    """What stands before the @ goes; whose domain it is stays."""
    assert [name.words for name in names_in(text, of_people=False)] == local


def test_words_are_told_by_lists() -> None:
    """Accents and hyphens do not matter; some given names are words, some initials are roles."""
    assert is_given("Siân")
    assert is_given("Mary-Ann")
    assert not is_given("sarah")
    assert is_common("Grace")
    assert not is_common("Sarah")
    assert is_initials("ZB")
    assert not is_initials("GP")
    assert not is_initials("DI")
