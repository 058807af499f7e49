"""Which body a printed agency is, of what kind, and under which public code."""

from pathlib import Path

import pytest

from normalise.agencies.councils import council_code
from normalise.agencies.reading import load_register, read_agency

SHARED = Path(__file__).parents[4] / "shared"
without_shared = pytest.mark.skipif(not SHARED.is_dir(), reason="the measuring data is absent")

READINGS = [
    # text, name, kind, code
    ("Warwickshire Police", "Warwickshire Police", "police", "warwickshire"),
    ("KENT POLICE", "Kent Police", "police", "kent"),
    ("The Met", "Metropolitan Police Service", "police", "metropolitan"),
    ("West Midlands Police (WMP)", "West Midlands Police", "police", "west-midlands"),
    ("Kent Police: Single agency recommendations", "Kent Police", "police", "kent"),
    ("Penharrow Police", "Penharrow Police", "police", ""),
    ("Coventry City Council", "Coventry City Council", "council", "E08000026"),
    (
        "Adult Social Care – Warwickshire County Council",
        "Warwickshire County Council: Adult Social Care",
        "council_department",
        "E10000031",
    ),
    (
        "Warwick District Council – Housing",
        "Warwick District Council: Housing",
        "council_department",
        "E07000222",
    ),
    (
        "Leeds City Council, Adult Social Care",
        "Leeds City Council: Adult Social Care",
        "council_department",
        "E08000035",
    ),
    ("Head of Safeguarding, Leeds City Council", "Leeds City Council", "council", "E08000035"),
    (
        "University Hospital Coventry and Warwickshire",
        "University Hospitals Coventry and Warwickshire NHS Trust",
        "nhs_trust",
        "RKB",
    ),
    ("Penharrow Council", "Penharrow Council", "council", ""),
    (
        "Bristol, North Somerset and South Gloucestershire ICB",
        "NHS Bristol, North Somerset and South Gloucestershire Integrated Care Board",
        "icb",
        "QUY",
    ),
    (
        "Health (CCG and NHS England)",
        "Clinical Commissioning Group; NHS England",
        "ccg; nhs_national",
        "",
    ),
    # a heading's words are no part of the name
    ("For Northshire Police", "Northshire Police", "police", ""),
    ("For Penharrow's Sake charity", "For Penharrow's Sake charity", "charity", ""),
    ("For the Met", "Metropolitan Police Service", "police", "metropolitan"),
    (
        "IMR recommendations: Westborough Borough Council",
        "Westborough Borough Council",
        "council",
        "",
    ),
    ("Owner: Westborough Borough Council", "Westborough Borough Council", "council", ""),
    ("Agency 1: Westborough Borough Council", "Westborough Borough Council", "council", ""),
    ("Agency 3. Medway Council", "Medway Council", "council", "E06000035"),
    ("Action plan for Kent Police", "Kent Police", "police", "kent"),
    # two bodies, one of them by its brand or by initials that nothing explains
    ("NHS Devon and Devon County Council", "NHS Devon; Devon County Council", "icb; council", ""),
    ("NHS Devon / Devon County Council", "NHS Devon; Devon County Council", "icb; council", ""),
    ("NHS Kent and Medway / Kent Police", "NHS Kent and Medway; Kent Police", "icb; police", ""),
    ("Kent Police / KCC", "Kent Police; KCC", "", ""),
    ("KCC / Kent Police", "KCC; Kent Police", "", ""),
    ("Kent Police and KCC", "Kent Police; KCC", "", ""),
    ("WMP / BCC", "West Midlands Police; BCC", "", ""),
    ("Kent Police / PPU", "Kent Police: PPU", "police", "kent"),
    # trusts, or departments and partnerships of these places: nobody can say
    ("Sheffield Health and Social Care", "Sheffield Health and Social Care", "", ""),
    ("Avon and Wiltshire Partnership", "Avon and Wiltshire Partnership", "", ""),
    # wordings that look like those of others
    (
        "Essex Police and Crime Commissioner",
        "Essex Police and Crime Commissioner",
        "police",
        "",
    ),
    (
        "Office of the Police and Crime Commissioner for Essex",
        "Office of the Police and Crime Commissioner for Essex",
        "police",
        "",
    ),
    ("NHS Sussex", "NHS Sussex", "icb", ""),
    ("NHS England", "NHS England", "nhs_national", ""),
    ("Nuffield Health Hospital", "Nuffield Health Hospital", "health_provider", ""),
    (
        "Sussex Partnership",
        "Sussex Partnership NHS Foundation Trust",
        "nhs_trust",
        "RX2",
    ),
    ("Lincolnshire Partnership", "Lincolnshire Partnership", "", ""),
    ("Safer Lincolnshire Partnership", "Safer Lincolnshire Partnership", "partnership", ""),
    ("Police, Health and Social Care", "", "police; council_department", ""),
    (
        "Kent Police Kent County Council",
        "Kent Police; Kent County Council",
        "police; council",
        "kent; E10000016",
    ),
    # ranks and offices without a name
    ("Det Supt, Kent Police", "Kent Police", "police", "kent"),
    ("DS Kent Police", "Kent Police", "police", "kent"),
    ("Women's Aid CEO", "Women's Aid", "charity", ""),
    # what a heading says beside the name
    ("Single agency: Kent Police", "Kent Police", "police", "kent"),
    ("Actions for Kent Police", "Kent Police", "police", "kent"),
    ("Action for Children", "Action for Children", "charity", ""),
    ("12 Kent Police", "Kent Police", "police", "kent"),
    ("111 service", "111 service", "health_provider", ""),
    ("Kent Police and Essex Police", "Kent Police; Essex Police", "police", "kent; essex"),
    (
        "Kent Police / Penharrow Council",
        "Kent Police; Penharrow Council",
        "police; council",
        "",
    ),
    ("Kent Police Domestic Abuse Team", "Kent Police: Domestic Abuse Team", "police", "kent"),
    (
        "London Borough of Tower Hamlets (LBTH)",
        "London Borough of Tower Hamlets",
        "council",
        "E09000030",
    ),
    (
        "West Mercia Police, West Midlands Ambulance Service and Penharrow Council",
        "West Mercia Police; West Midlands Ambulance Service; Penharrow Council",
        "police; ambulance; council",
        "",
    ),
    ("NHS Kent and Medway ICB", "NHS Kent and Medway Integrated Care Board", "icb", "QKS"),
    ("Penharrow Fire and Rescue Service", "Penharrow Fire and Rescue Service", "fire", ""),
    (
        "Haven Calderbrook (specialist domestic abuse service)",
        "Haven Calderbrook",
        "charity_service",
        "",
    ),
    ("NHS England – South of England", "NHS England", "nhs_national", ""),
    ("Citizens Advice Ingleford – Head of Nursing", "Citizens Advice Ingleford", "charity", ""),
    ("Bolton NHS FT", "Bolton NHS Foundation Trust", "nhs_trust", "RMC"),
    ("Royal Free London", "Royal Free London NHS Foundation Trust", "nhs_trust", "RAL"),
    ("Hants Police", "Hampshire and Isle of Wight Constabulary", "police", "hampshire"),
    ("S Yorks Police", "South Yorkshire Police", "police", "south-yorkshire"),
    ("Lincs CC", "Lincs CC", "council", "E10000019"),
    ("LAS", "London Ambulance Service NHS Trust", "ambulance", "RRU"),
    ("CCG Quality Team", "Clinical Commissioning Group: Quality Team", "ccg", ""),
    ("NHS England North West", "NHS England", "nhs_national", ""),
    (
        "Leeds City Council Housing Team",
        "Leeds City Council: Housing Team",
        "council_department",
        "E08000035",
    ),
    ("Review the policy by March", "", "", ""),
    ("", "", "", ""),
]
WITH_PERSONS = [
    "Norfolk Constabulary, DCI Amelia Marsh",
    "Norfolk Constabulary – Det Supt O'Dowd",
    "Norfolk Constabulary (T/DI Tom McBride)",
    "Norfolk Constabulary / A. Fairweather-Jones",
    "Norfolk Constabulary DS Green",
    "Norfolk Constabulary: Dr Priya Nair, Head of Safeguarding",
    "Amelia Marsh, Norfolk Constabulary",
    "Norfolk Constabulary (Zorka Blackwood, Head of Safeguarding)",
    "Norfolk Constabulary Amelia Marsh",
    "Head of Safeguarding, Norfolk Constabulary",
]
WITHOUT_A_NAME = {
    "police": "Police|The Police|Local police|Police Force",
    "council": "Council|Local Authority|LAs|District and Borough Councils|County Council",
    "group": "All|Health",
    "gp": "GP|GP practices|General Practice|Primary Care",
    "fire": "Fire Service|FRS",
    "ambulance": "Ambulance Trust",
    "housing": "Housing Associations|Social landlords",
    "nhs_trust": "Acute Trust|Hospitals|Mental Health Trust",
    "education": "Schools|Colleges",
    "partnership": "WSCB|NSAB",
    "police; council": "Police / Council",
}
SUCCESSORS = [
    ("Warwickshire Probation Trust", "Probation Service (2021)"),
    ("Northern Counties CRC", "Probation Service (2021)"),
    ("NHS Kent and Medway CCG", "integrated care board (2022)"),
    ("Leicester LSCB", "safeguarding children partnership (2019)"),
    ("Public Health England", "UK Health Security Agency"),
    ("Kent Police", ""),
]
BAD_REGISTERS = [
    ("name,kind\nHaven,charity\nHaven,council\n", "has two kinds or codes"),
    ('name,kind\n"Haven,charity\nKent Refuge,charity\n', "unexpected end of data"),
    ("name,name\nHaven,House\n", "two columns 'name'"),
    ("title,code\nKent Police,kent\n", "has no column 'name'"),
    ("name,code\n,kent\n", "line 2 has no name"),
    ("name,alias\nKent Police,KP\nKarst Police,KP\n", "'KP' stands for both"),
    ("", "has no column 'name'"),
]


@pytest.mark.parametrize(("text", "name", "kind", "code"), READINGS)
def test_an_agency_is_read(text: str, name: str, kind: str, code: str) -> None:
    """By the reviewed table where it is known there, by the pattern of its name elsewhere."""
    reading = read_agency(text)
    assert (reading.agency_name, reading.agency_kind, reading.agency_code) == (name, kind, code)
    assert reading.text == text


@pytest.mark.parametrize("text", WITH_PERSONS)
def test_an_officer_is_no_part_of_the_body(text: str) -> None:
    """Beside it, before it, behind it, with a rank, a title, a role or none of them."""
    reading = read_agency(text)
    assert (reading.agency_name, reading.agency_code) == ("Norfolk Constabulary", "norfolk")


@pytest.mark.parametrize("text", ["Marie Curie", "Sue Ryder", "George Eliot Hospital NHS Trust"])
def test_a_body_that_is_named_after_a_person_stays(text: str) -> None:
    """Its name is known, or goes on."""
    assert read_agency(text).agency_name == text


@pytest.mark.parametrize("text", ["Amelia Marsh", "DCI Marsh", "J. Nair"])
def test_a_person_alone_is_no_body(text: str) -> None:
    """Nobody can say whose officer that is."""
    assert read_agency(text).agency_kind == ""


@pytest.mark.parametrize(
    ("kind", "text"),
    [(kind, t) for kind, texts in WITHOUT_A_NAME.items() for t in texts.split("|")],
)
def test_words_for_a_sort_of_body_name_none(kind: str, text: str) -> None:
    """Their kind is sure; which force or council is meant is not."""
    reading = read_agency(text)
    assert (reading.agency_kind, reading.agency_name, reading.agency_code) == (kind, "", "")


@pytest.mark.parametrize(("text", "successor"), SUCCESSORS)
def test_a_successor_stands_beside_the_name_not_in_its_place(text: str, successor: str) -> None:
    """The published name holds for the time of the review."""
    reading = read_agency(text)
    assert successor in reading.successor
    assert bool(reading.successor) == bool(successor)
    assert successor not in reading.agency_name or not successor


@pytest.mark.parametrize("text", ["WCC", "WCC – Housing", "Housing (WCC)"])
def test_abbreviations_are_the_documents_own(text: str) -> None:
    """Elsewhere the same letters stand for Worcestershire or Wolverhampton."""
    reading = read_agency(text, {"WCC": "Warwickshire County Council"})
    assert reading.agency_name.startswith("Warwickshire County Council")
    assert reading.agency_code == "E10000031"
    assert not read_agency("WCC").agency_name


def test_a_users_register_comes_before_our_own(tmp_path: Path) -> None:
    """A user knows the local bodies and their codes."""
    path = tmp_path / "local.csv"
    path.write_text("name,code,kind,alias\nHaven House,H1,charity,TRP; HH\n", encoding="utf-8-sig")
    register = load_register(path)
    for text in ("Haven House", "HH", "TRP", "haven  house"):
        assert read_agency(text, register=register).agency_code == "H1"
    assert read_agency("Kent Police", register=register).agency_code == "kent"


@pytest.mark.parametrize(("content", "message"), BAD_REGISTERS)
def test_a_bad_register_is_refused_in_one_line(tmp_path: Path, content: str, message: str) -> None:
    """The user is told what to mend, and where."""
    path = tmp_path / "bad.csv"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(ValueError, match=message) as refusal:
        load_register(path)
    assert "\n" not in str(refusal.value)


def test_a_register_that_cannot_be_read_is_refused(tmp_path: Path) -> None:
    """A missing file, a folder and a file in another encoding."""
    (tmp_path / "latin.csv").write_bytes(b"name\nCaf\xe9\n")
    for name in ("missing.csv", ".", "latin.csv"):
        with pytest.raises(ValueError, match=r"cannot be read|not UTF-8"):
            load_register(tmp_path / name)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Buckinghamshire Council", "E06000060"),
        ("Buckinghamshire County Council", ""),
        ("Durham County Council", "E06000047"),
        ("Kent Borough Council", ""),
        ("LB Lambeth", "E09000022"),
        ("The City of Edinburgh Council", "S12000036"),
        ("Rhondda Cynon Taf County Borough Council", "W06000016"),
    ],
)
def test_a_councils_code_follows_area_and_style(text: str, code: str) -> None:
    """Counties and districts share names, and some counties are gone."""
    assert council_code(text) == code


@pytest.mark.shared
@without_shared
def test_the_vocabulary_is_read() -> None:
    """At least 97 of 100 kinds, and every code."""
    lines = (SHARED / "vocabulary/agencies.tsv").read_text(encoding="utf-8").splitlines()[1:]
    rows = [line.split("\t") for line in lines]
    readings = [read_agency(row[0]) for row in rows]
    pairs = list(zip(rows, readings, strict=True))
    wrong = [row[0] for row, got in pairs if got.agency_kind != row[1].replace("-", "_")]
    assert len(wrong) <= 0.03 * len(rows), wrong
    assert [row[0] for row, got in pairs if got.agency_code != row[3]] == []


@pytest.mark.shared
@without_shared
def test_council_codes_agree_with_the_register() -> None:
    """Every council of today is found, and no council of the past is mistaken for one."""
    lines = (SHARED / "registers/local_authorities.tsv").read_text(encoding="utf-8").splitlines()
    for name, code, _, _, _, end, replaced, *_ in (line.split("\t") for line in lines[1:]):
        if not (end or replaced) and code[:3] in {"E06", "E07", "E08", "E09", "E10", "W06", "S12"}:
            assert council_code(name) == code
        assert council_code(name) in {"", code}


@pytest.mark.shared
@without_shared
def test_codes_of_health_bodies_agree_with_the_register() -> None:
    """Most are found, however the name is written, and none under another's code."""
    lines = (SHARED / "registers/nhs_organisations.tsv").read_text(encoding="utf-8").splitlines()
    known = 0
    for name, code, _ in (line.split("\t") for line in lines[1:]):
        for style in (name, name.title(), name.replace("FOUNDATION TRUST", "FT")):
            found = read_agency(style).agency_code
            assert found in {"", code}, style
            known += bool(found)
    assert known >= 0.97 * 3 * len(lines[1:])


@pytest.mark.parametrize("sign", [",", ";", "\t"])
def test_a_register_may_be_saved_as_spreadsheets_of_other_countries_do(
    tmp_path: Path, sign: str
) -> None:
    """With another sign between columns, and headings as people write them."""
    cells = ("Northmere Hub", "NM1", "hub", '"The Hub; Hub of Northmere"')
    lines = (sign.join(line) for line in (("Name ", "CODE", "Kind", "Alias"), cells))
    path = tmp_path / "register.csv"
    path.write_bytes("\r\n".join(lines).encode("utf-8-sig"))
    (agency,) = load_register(path).agencies
    assert (agency.name, agency.code, agency.kind) == ("Northmere Hub", "NM1", "hub")
    assert agency.alias == ("The Hub", "Hub of Northmere")
