"""The rooms of the house: their names are ours alone, and each leans only on those before it."""

import ast
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

HOUSE = Path(__file__).parent.parent
ROOMS = ("extract", "normalise", "export", "actionplans")
MODULES = [module for room in ROOMS for module in sorted((HOUSE / room).rglob("*.py"))]


@pytest.mark.parametrize("room", ROOMS)
def test_no_other_distribution_brings_a_package_of_that_name(room: str) -> None:
    """Top-level names as plain as these could collide with somebody else's."""
    assert set(packages_distributions()[room]) == {"actionplans"}


@pytest.mark.parametrize("module", MODULES, ids=lambda module: str(module.relative_to(HOUSE)))
def test_a_module_imports_only_its_own_room_and_those_before(module: Path) -> None:
    """Stages run from extract to actionplans; an import the other way would tie a knot."""
    room = module.relative_to(HOUSE).parts[0]
    later = set(ROOMS[ROOMS.index(room) + 1 :]) | {"tests", "samples"}
    assert not later & set(_imported(module))


def test_every_module_says_in_its_name_what_it_is_for() -> None:
    """A drawer for everything is where code gets lost."""
    drawers = {"utils", "util", "helpers", "helper", "common", "misc"}
    names = {path.stem for folder in (*ROOMS, "tests") for path in (HOUSE / folder).rglob("*")}
    assert not drawers & names


def _imported(module: Path) -> Iterator[str]:
    """Name the top-level package of every import, inside functions too."""
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports name their room"
            yield (node.module or "").split(".")[0]
