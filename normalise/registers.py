"""Lists of bodies with their codes: our own reviewed table, and the register that a user brings."""

import csv
import re
import unicodedata
from collections.abc import Iterable
from io import StringIO
from pathlib import Path

from extract.records import Record

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
        text = Path(path).read_text(encoding="utf-8-sig")
    except OSError as error:
        raise ValueError(f"{path}: cannot be read ({error.strerror})") from None
    except UnicodeDecodeError:
        raise ValueError(f"{path}: is not UTF-8; save it as 'CSV UTF-8'") from None
    try:
        return Register(_agencies(text))
    except (ValueError, csv.Error) as error:
        raise ValueError(f"{path}: {error}") from None


def _agencies(text: str) -> list[Agency]:
    # Strict, or a quote that is never closed would swallow the rest of the file.
    rows = csv.DictReader(StringIO(text, newline=""), strict=True)
    columns = [column.strip() for column in rows.fieldnames or ()]
    if "name" not in columns:
        raise ValueError("has no column 'name'")
    if twice := [column for column in dict.fromkeys(columns) if columns.count(column) > 1]:
        raise ValueError(f"has two columns '{twice[0]}'")
    rows.fieldnames = columns
    return [_agency(row, rows.line_num) for row in rows]


def _agency(row: dict[str, str | None], line: int) -> Agency:
    name = (row.get("name") or "").strip()
    if not name:
        raise ValueError(f"line {line} has no name")
    aliases = (part.strip() for part in (row.get("alias") or "").split(ALIASES))
    return Agency(
        name=name,
        code=(row.get("code") or "").strip(),
        kind=(row.get("kind") or "").strip(),
        alias=tuple(alias for alias in aliases if alias),
        successor=(row.get("successor") or "").strip(),
    )


def name_key(name: str) -> str:
    """Reduce a name to what its printings share: no case, punctuation, '&' or leading 'the'."""
    plain = unicodedata.normalize("NFKC", name).casefold().replace("&", " and ")
    plain = re.sub(r"['’`.]", "", plain)
    return re.sub(r"\W+", " ", plain).strip().removeprefix("the ")
