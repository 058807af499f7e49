"""The rooms of the house: their names are ours alone, and each leans only on those before it."""

import ast
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

HOUSE = Path(__file__).parent.parent
ROOMS = ("extract", "normalise", "export", "actionplans")
# The rooms within a room, in the order in which they build upon each other.
WITHIN = {
    "extract": ("text", "headings", "tables", "pdf", "ocr", "stitching"),
    "normalise": ("people", "agencies", "dates", "statuses", "rows", "redaction"),
}
MODULES = [module for room in ROOMS for module in sorted((HOUSE / room).rglob("*.py"))]


@pytest.mark.parametrize("room", ROOMS)
def test_no_other_distribution_brings_a_package_of_that_name(room: str) -> None:
    """Top-level names as plain as these could collide with somebody else's."""
    assert set(packages_distributions()[room]) == {"actionplans"}


@pytest.mark.parametrize("module", MODULES, ids=lambda module: str(module.relative_to(HOUSE)))
def test_a_module_imports_only_its_own_room_and_those_before(module: Path) -> None:
    """Stages run from extract to actionplans; an import the other way would tie a knot."""
    room = module.relative_to(HOUSE).parts[0]
    later = {*ROOMS[ROOMS.index(room) + 1 :], "tests", "samples"}
    assert not later & {name for (name,) in _imported(module)}


@pytest.mark.parametrize("module", MODULES, ids=lambda module: str(module.relative_to(HOUSE)))
def test_a_smaller_room_leans_only_on_those_before_it(module: Path) -> None:
    """Within a stage too: letters before tables, tables before plans."""
    room, *inner = module.relative_to(HOUSE).parts[:-1]
    order = WITHIN.get(room, ())
    later = order[order.index(inner[0]) + 1 :] if inner and inner[0] in order else ()
    assert not {(room, other) for other in later} & set(_imported(module, depth=2))


def test_every_smaller_room_has_its_place_in_the_order() -> None:
    """A room that no order names would escape the test above."""
    for room, order in WITHIN.items():
        assert {path.parent.name for path in (HOUSE / room).glob("*/__init__.py")} == set(order)


def test_every_module_says_in_its_name_what_it_is_for() -> None:
    """A drawer for everything is where code gets lost."""
    drawers = {"utils", "util", "helpers", "helper", "common", "misc"}
    names = {path.stem for folder in (*ROOMS, "tests") for path in (HOUSE / folder).rglob("*")}
    assert not drawers & names


def _imported(module: Path, depth: int = 1) -> Iterator[tuple[str, ...]]:
    """Name the packages of every import, from the outermost to `depth`, inside functions too."""
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (tuple(alias.name.split(".")[:depth]) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports name their room"
            for alias in node.names:
                yield tuple(f"{node.module}.{alias.name}".split(".")[:depth])
