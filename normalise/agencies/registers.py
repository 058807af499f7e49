"""Lists of bodies with their codes: our own reviewed table, and the register that a user brings."""

import re
import unicodedata
from collections.abc import Iterable
from pathlib import Path

from extract.records import Record
from normalise.users_tables import read_table

ALIASES = ";"
ENDING = "… "
"""A name that begins with this stands for every name that ends so."""


class Agency(Record):
    """A body as registered, the names it also goes by, and what became of it."""

    name: str
    code: str = ""
    kind: str = ""
    alias: tuple[str, ...] = ()
    successor: str = ""


class Register:
    """Bodies by each of their names, however these are capitalised or punctuated."""

    def __init__(self, agencies: Iterable[Agency]) -> None:
        self._by_name: dict[str, Agency] = {}
        self._endings: dict[str, Agency] = {}
        self.agencies = tuple(agencies)
        for agency in self.agencies:
            self._add(agency)

    def find(self, name: str) -> Agency | None:
        """Find the body of this name or alias."""
        return self._by_name.get(name_key(name))

    def find_ending(self, name: str) -> Agency | None:
        """Find the entry for all bodies whose names end as this one does."""
        key = f" {name_key(name)}"
        return next((a for end, a in self._endings.items() if key.endswith(f" {end}")), None)

    def _add(self, agency: Agency) -> None:
        for name in (agency.name, *agency.alias):
            names = self._endings if name.startswith(ENDING) else self._by_name
            known = names.setdefault(name_key(name), agency)
            if known.name != agency.name:
                raise ValueError(f"'{name}' stands for both {known.name} and {agency.name}")
            if (known.kind, known.code) != (agency.kind, agency.code):
                raise ValueError(f"'{name}' has two kinds or codes")


def load_register(path: str | Path) -> Register:
    """Read a CSV file with the columns name, code, kind and alias (several with ';' between).

    A file that cannot be used raises a ValueError of one line that says what is wrong, and where.
    """
    try:
        rows = read_table(path, ("name",))
        return Register([_agency(row, line) for line, row in rows])
    except ValueError as error:
        raise ValueError(f"{path}: {error}") from None


def _agency(row: dict[str, str], line: int) -> Agency:
    name = row["name"].strip()
    if not name:
        raise ValueError(f"line {line} has no name")
    aliases = (part.strip() for part in row.get("alias", "").split(ALIASES))
    return Agency(
        name=name,
        code=row.get("code", "").strip(),
        kind=row.get("kind", "").strip(),
        alias=tuple(alias for alias in aliases if alias),
        successor=row.get("successor", "").strip(),
    )


def name_key(name: str) -> str:
    """Reduce a name to what its printings share: no case, punctuation, '&' or leading 'the'."""
    plain = unicodedata.normalize("NFKC", name).casefold().replace("&", " and ")
    plain = re.sub(r"['’`.]", "", plain)
    return re.sub(r"\W+", " ", plain).strip().removeprefix("the ")
