"""Which printed words are the name of a body, and of which kind."""

import csv
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.headings.agency_names import agency_kind_of
from extract.text.abbreviations import abbreviations_in

SHARED = Path(__file__).parents[4] / "shared"
without_shared = pytest.mark.skipif(not SHARED.is_dir(), reason="the measuring data is absent")

NAMES = {
    "police": "Kent Police|DEVON AND CORNWALL POLICE|PCC for Kent|"
    "Calderbrook Constabulary|Police Scotland|"
    "Metropolitan Police Service (MPS)|Office of the Police and Crime Commissioner|1. Kent Police|"
    "West Midlands Police Recommendations|Recommendations for Kent Police",
    "council": "Kent County Council|London Borough of Lambeth|Sandwell MBC|Local Authority|"
    "Rhondda Cynon Taf County Borough Council|Bexley Council and South East London ICB",
    "council_department": "Adult Social Care|Children’s Services|Public Health|Housing|"
    "Adult Social Care – Warwickshire County Council|Leicester City Council: Adult Social Care|"
    "Leicester City Council (Adult Social Care)|Adult Social Care, Leicester City Council|"
    "Calderbrook Council – Adult Social Care and Housing|Leicester City Council Housing|"
    "Early Years|"
    "Children’s Social Work Team|Adult Care and Commissioning|ASC Operations|"
    "Trading Standards Unit|Local Authority Housing",
    "nhs_trust": "Barts Health NHS Trust|HDUHB|CMHTs|Midwifery Services|Health visitors|"
    "Penharrow Healthcare NHS FT|NHS Lothian|"
    "Aneurin Bevan University Health Board|Coventry and Warwickshire NHS Partnership Trust",
    "health_provider": "Ingleford Community Healthcare CIC",
    "icb": "NHS Kent and Medway ICB|Eastholme & Marsh Integrated Care Board",
    "ccg": "Bassetlaw CCG|NHS Calderbrook Clinical Commissioning Group|"
    "Health (CCG and NHS England)",
    "nhs_national": "NHS England|NHS England – South of England",
    "gp": "GP|General Practice|Riverside Surgery",
    "ambulance": "London Ambulance Service NHS Trust|East of England Ambulance Service",
    "probation": "Warwickshire Probation Trust|CRC|National Probation Service – North West|"
    "Northern Counties Community Rehabilitation Company|Netherby Probation Delivery Unit",
    "fire": "Staffordshire Fire and Rescue Service|Northmere Fire & Rescue Service",
    "housing": "Hollin Vale Housing Association|Ingleford Homes Ltd|RSL|Wakefield and District "
    "Housing",
    "charity": "Sale Women’s Aid|Citizens Advice Ingleford|Victim Support|Barnardo’s|Mind|Refuge",
    "charity_service": "Ingleford Recovery Service|The Recovery Partnership|"
    "Haven Calderbrook (specialist domestic abuse service)",
    "partnership": "Leeds Safeguarding Adults Board|WSCB|NSAB|"
    "Calderbrook Community Safety Partnership|"
    "MARAC|Norfolk Safeguarding Children Partnership|Health and Wellbeing Board|Safer Leeds",
    "national_body": "Crown Prosecution Service|HM Courts & Tribunals Service|ADASS",
    "national_department": "Home Office|Department for Work and Pensions|DfE",
    "regulator": "Care Quality Commission|HMICFRS",
    "education": "Bright Futures Primary School|School B|"
    "Further Education Colleges|University of Leeds|Schools",
    "supplier": "Oak Lodge Care Home|Nursing homes|Sunrise Homecare Ltd",
    "team": "Domestic Abuse Unit|PVP|Training Sub-Group|Policy and Procedures Group",
    "group": "Multi-Agency|All agencies|ALL PARTNERS|All relevant agencies|Both trusts|"
    "All services involved|"
    "Board partners|"
    "All GP practices|Each partner organisation",
}
NO_NAMES = [
    "The Trust should ensure that all staff are trained",
    "Warwickshire Police to review its policy",
    "Write to the Home Office.",
    "Launch a Federal Chief Data Officer Council",
    "Domestic Homicide Review – Overview Report – Action Plan",
    "Calderbrook Community Safety Partnership Action Plan",
    "Appendix B – Action plan",
    "Single Agency Action Plans",
    "Version control",
    "Recommendations",
    "Single agency recommendations",
    "Multi-agency recommendations",
    "Recommendation 3: The CCG should commission",
    "Leeds Safeguarding Adults Board recommendations",
    "ACTION 4 Improve data skills",
    "Self-neglect and mental capacity",
    "Information sharing",
    "Multi-agency working",
    "Role of the GP",
    "Police response to domestic abuse",
    "Housing and homelessness pathways",
    "Safeguarding adults",
    "Children’s lived experience",
    "Education and awareness",
    "DRAFT",
    "Health and wellbeing",
    "Safer Sleeping",
    "Head of Safeguarding",
    "Chair, Quality & Performance Sub-Group",
    "Completed",
    "31 March 2015",
    "OFFICIAL SENSITIVE",
    "",
]
SPELT_OUT = {
    "Warwickshire County Council (WCC)": "WCC",
    "South Warwickshire NHS Foundation Trust (SWFT)": "SWFT",
    "Multi-Agency Risk Assessment Conference (MARAC)": "MARAC",
    "Department for Education (DfE)": "DfE",
    "Independent Domestic Violence Advisors (IDVAs)": "IDVA",
    "National Institute for Health and Care Excellence (NICE)": "NICE",
    "Nuneaton and Bedworth Safer Communities Partnership (NABSCOP)": "NABSCOP",
    "Northmere Safeguarding Adults Board (NSAB, ‘the Board’)": "NSAB",
}


@pytest.mark.parametrize(
    ("text", "kind"), [(t, kind) for kind, texts in NAMES.items() for t in texts.split("|")]
)
def test_a_name_tells_its_kind(text: str, kind: str) -> None:
    """Names are read by how such names are built, whoever bears them."""
    assert agency_kind_of(text) == kind


@pytest.mark.parametrize("text", NO_NAMES)
def test_other_words_name_no_body(text: str) -> None:
    """Sentences, titles, themes, commands and roles head no section of an agency."""
    assert agency_kind_of(text) == ""


@given(st.text(max_size=200))
def test_any_text_is_taken(text: str) -> None:
    """Nothing that a page may hold upsets the reader."""
    assert agency_kind_of(text).islower() or agency_kind_of(text) == ""


@pytest.mark.parametrize(("text", "short"), SPELT_OUT.items())
def test_an_abbreviation_is_read_where_it_is_spelt_out(text: str, short: str) -> None:
    """The initials have to agree; link words and what goes unsaid may be passed over."""
    name = text.split(" (")[0]
    assert abbreviations_in(f"On 3 May the chair met {text}, and others.") == {short: name}
    assert abbreviations_in(f"{short} ({name}) was told.") == {short: name}


@pytest.mark.parametrize("text", ["Housing was told (see below)", "A woman (Anna)", "The (DHR)"])
def test_other_brackets_are_no_abbreviations(text: str) -> None:
    """Asides stand in brackets too."""
    assert abbreviations_in(text) == {}


@pytest.mark.shared
@without_shared
def test_every_agency_of_the_corpus_is_known_as_one() -> None:
    """No section of any plan goes unnoticed."""
    names = {
        action["agency"]
        for path in SHARED.glob("**/*.truth.json")
        for action in json.loads(path.read_text(encoding="utf-8"))["actions"]
        if action.get("agency")
    }
    assert [name for name in names if not agency_kind_of(name)] == []


@pytest.mark.shared
@without_shared
@pytest.mark.parametrize(
    ("register", "kinds"),
    [
        ("local_authorities", {"council"}),
        ("nhs_organisations", {"nhs_trust", "ambulance", "icb", "national_body"}),
    ],
)
def test_registered_names_have_their_kind(register: str, kinds: set[str]) -> None:
    """Hundreds of names that no pattern was written for."""
    table = (SHARED / f"registers/{register}.tsv").read_text(encoding="utf-8")
    names = [row["name"] for row in csv.DictReader(table.splitlines(), delimiter="\t")]
    wrong = [name for name in names if agency_kind_of(name) not in kinds]
    assert len(wrong) <= 0.01 * len(names), wrong
