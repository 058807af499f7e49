"""The trusts and integrated care boards of the English NHS with their public (ODS) codes."""

import csv
import re
from functools import cache
from importlib.resources import files

from normalise.agencies.registers import Agency, name_key

TRUST = re.compile(
    r" (?:(?:nhs )?(?:foundation )?trust|nhs ?ft|nhs|ft)$|^nhs (?=.*trust$)|^university "
)
BOARD = re.compile(r" (?:integrated care board|icb)$")
UNSAID = re.compile(r"\b(?:university|teaching|nhs|the)\b")
HEALTH = re.compile(
    r"\b(?:hospitals?|healthcare|health|care|cancer|mental|maudsley|orthopaedic)\b|^royal "
)
STYLES = {
    "trust": ("{} NHS Trust", "nhs_trust"),
    "foundation trust": ("{} NHS Foundation Trust", "nhs_trust"),
    "integrated care board": ("NHS {} Integrated Care Board", "icb"),
}


def nhs_body(name: str) -> Agency | None:
    """Find a trust or board however its name is styled: 'Pennine Care', 'Bolton NHS FT'.

    A bare name that could be that of a place, as 'Bolton' is, is none.
    """
    key = name_key(name)
    if area := BOARD.sub("", key).removeprefix("nhs ") if BOARD.search(key) else "":
        return _boards().get(area)
    core = TRUST.sub("", key)
    if core == key and not HEALTH.search(key):
        return None
    return _trusts().get(_core(core))


def is_board_area(area: str) -> bool:
    """Say whether an integrated care board is called by that area: 'Sussex', 'Kent and Medway'."""
    return name_key(area) in _boards()


def trust_of_core(name: str) -> Agency | None:
    """Find the trust whose name this is but for its 'NHS Foundation Trust'."""
    return _trusts().get(_core(name_key(name)))


def _core(key: str) -> str:
    """Reduce a name to what its printings share: 'Hospital' for 'Hospitals', no 'University'."""
    return " ".join(UNSAID.sub(" ", key).replace("hospitals", "hospital").split())


@cache
def _trusts() -> dict[str, Agency]:
    """Name trusts by their cores; one that two of them share stands for neither."""
    cores: dict[str, list[Agency]] = {}
    for name, agency in _bodies("nhs_trust"):
        cores.setdefault(_core(name_key(name)), []).append(agency)
    return {core: found[0] for core, found in cores.items() if len(found) == 1}


@cache
def _boards() -> dict[str, Agency]:
    return {name_key(name): agency for name, agency in _bodies("icb")}


def _bodies(wanted: str) -> list[tuple[str, Agency]]:
    table = files("normalise.agencies").joinpath("nhs_bodies.csv").read_text(encoding="utf-8")
    found = []
    for row in csv.DictReader(table.splitlines()):
        style, kind = STYLES[row["style"]]
        if kind == wanted:
            agency = Agency(name=style.format(row["name"]), code=row["code"], kind=kind)
            found.append((row["name"], agency))
    return found
