"""What the printed heading of a column stands for, and which tables are plans."""

import json
import random
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.headings.reading import is_plan, read_heading, read_headings
from extract.records import Field

SHARED = Path(__file__).parents[4] / "shared"
without_shared = pytest.mark.skipif(not SHARED.is_dir(), reason="the measuring data is absent")

WORDINGS: dict[Field, str] = {
    "agency": "Agency|Organisation|Name of agency|Agency / Organisation",
    "reference": "No.|#|Rec No|Ref:|Recommendation number|Action ID|Para ref|Serial no|Rec."
    "|Page no",
    "theme": "Learning points|Key finding|Area of practice|Issues identified|Root cause|"
    "What did we learn?|Lessons to be learned|Coroner's concern|Gap identified|Objective|KLOE|"
    "Issue to be addressed|No. and finding",
    "recommendation": "Recommendations|SAR Recommendation|Recommendation from Overview Report|"
    "Recomendation|Recomm endation|RECOMMENDATION(S):|What was recommended?|"
    "Rec no & recommendation|Reccs",
    "scope": "Scope of recommendation i.e. local or regional|Local/Regional/National|"
    "Scope of recomme ndation i.e. local or regional|Level of recommendation|"
    "Should this be done locally or nationally?",
    "action": "Action to take|Actions required|What will we do?|How will this be achieved?|"
    "Description of action|SMART actions|What needs to be done?|Areas for priority action|"
    "What we have committed to|Action to be taken by the Trust|Steps we will take|Action/s|"
    "Action item|Steps we need to take|Task / by whom / by when|Ref and action|"
    "Tasks to be carried out|Follow-up actions|Proposed improvements|"
    "Explain what actions are planned|"
    "Change we will make|Changes to be made|Improvements planned|We are going to|Things to do|"
    "Our pledge|Agreed way forward|Measures to be put in place|What we aim to do",
    "lead": "Lead agency|Lead organisatio n|Agencies|Relevant agencies|Responsible body|Led by|"
    "Lead agency and responsible officer|Which agency?|Agency responsible|RESPONSIBLE PARTY|"
    "Lead and deadline|Recommendation for|"
    "Recommendation addressed to|Directed to|Responsible authority|Delivery agency|"
    "Implementing agency",
    "officer": "By whom|Who?|Named lead (role)|Responsible Officer(s)|Action owner|Lead officer|"
    "Head of Service responsible|Who is going to do it?|Responsibility|Service lead|Action by|"
    "To be actioned by|Step to be taken by|Lead panel member|Delegated to|Task led by (whom)",
    "milestones": "Key milestones|Key milestones achieved in enacting recommendation|"
    "Milestones to be achieved|Milestone and target date|"
    "Have there been any key steps?",
    "evidence": "Evidence|Evidence of acheivement|How will we know it has worked?|KPI|Outcome/s|"
    "Success criteria|What difference will it make?|Expected outcomes and success measures|"
    "Evidence that action has been completed|Objectively Verifiable Indicators|Impact measure|"
    "Outcomes to be achieved|How will partners be assured?|"
    "The change we want to see|Difference this will make|How will we show it?|"
    "We will know this has worked when|Measure of improvement",
    "target_date_text": "Target completion date|To be completed by|Deadline|By when?|Date|late|"
    "get date|Targetdate|Time- scale|When will this be done by|Agreed implementation date|"
    "Date action to be completed|Estimated date|Timescale (by when)|Action by when|"
    "Action due|To be in place by|Delivery date (planned)|Likely date of completion|"
    "Deadline and review|Expected to be done by|Completion (target date)|Date to be actioned by",
    "revised_target_date_text": "Revised target date|New deadline|Extended date|Date extended to|"
    "Updated target date|Target date (revised)|Revised timescale (if required)|"
    "Latest target date|Changes to target date|Deadline (if revised)|"
    "Revision to deadline|Deadline - revised",
    "completed_date_text": "Date of completion and outcome|Completed (date)|Date achieved|"
    "Actual completion date|Date closed by Board|When was it completed?|Closure date|"
    "Achieved and outcome|Implemented (date)|Task completed on",
    "progress": "Progress at Q2 2016/17|Update May 2016|Action taken|Actions taken to date|"
    "What have we done so far?|Update (May 2023)|Critical Friend comments|How is it going?|"
    "Outcomes to date|6 month update|Latest position (Sept 2023)|Update on actions taken|"
    "Response and update|Delivered to date|Work carried out|Tasks so far|"
    "What has changed since?|Benefits so far|What has been delivered to date?|"
    "Changes we have made|Response received|Improvements achieved|What changed?|We did|"
    "Measures taken|Reply from agency",
    "status_text": "Status|Action status|% complete|Completed? Y/N|Open/closed|Is it done?|"
    "% progress|Tick if done|Action achieved|Completion (%)",
    "rag": "RAG|BRAG rating|RAG status update|Status (RAG)|Traffic light|Red/Amber/Green|Q1 RAG|"
    "Delivery rating|RAG indicator|RYG|BRAG score|Status (red, amber or green)|RAG progress rating",
    "resources": "Resource i mplication s|Cost (£)|Funding source|What will it cost?|"
    "Budget required",
    "extra": "Priority|Management response|Date of next review|Signed off by|Shared outcome|"
    "Date raised|Governance|Version|Barriers to progress|Who will monitor?|Date of birth|"
    "The moon|Accepted/Rejected|Risk rating|Start date|Assurance level|"
    "Reporting group|Date entered|Review due|Date allocated|Agency decision|"
    "Date recommendation made|Origin|Reporting line|"
    "Changes|Summary of changes|Risks to delivery|What got in the way?|"
    "Updated on|Delivery mechanism",
}
PAIRS = [(text, field) for field, texts in WORDINGS.items() for text in texts.split("|")]

BODY = [
    "Complete the action plan by March and report progress to the Board.",
    "The Trust should ensure that all staff know who the lead officer is",
    "Ensure evidence of completion is kept",
    "Update the policy",
    "Completed",
    "In progress",
    "Local",
    "Amber",
    "ACTION 4",
    "Service Manager",
    "All agencies",
    "31 March 2015",
    "• Set up a task-and-finish group.",
    "Post-holder in post.",
    "To be agreed",
]

PLANS = [
    "Recommendation|Scope|Action to take|Lead Agency|Key milestones|Target Date|Outcome",
    "No|Action|Who|When",
    "Recommendation|Status",
    "Areas for priority action|Responsible body",
    "MILESTONE|MEASUREMENT|TARGET DATE|RESPONSIBLE PARTY",
    "What we have committed to|Led by|Timescale|Measure",
    "Objectively Verifiable Indicators|Timescale|Progress",
    "Key actions|Evidence|Key outcomes|Named officer|Date",
    "Date|Action|Owner|Status",
    "Action|Target|Progress",
    "Recommendation|Target|Actual",
    "Recommendation|Evidence",
    "Theme|Recommendation|Evidence|Outcome",
    "Finding|Evidence|Recommendation|Lead",
    "KPI|Action|Target",
    "Recommendation|Action taken|Date|Outcome",
    "Stage|Action|Lead|Target date|Progress",
    "Protected characteristic|Action|Lead|Target date",
    "What are we worried about|What needs to happen|Who|By when",
    "Date|Action|Lead|Outcome",
    "Action|Impact|Evidence",
    "Service|Action|Timescale|Outcome",
]
OTHERS = [
    "Version|Date|Author|Summary of changes",
    "Version|Date|Actions taken|Author",
    "Name|Role|Agency",
    "Date|Event",
    "Date|Agency|Event|Action taken",
    "Year|Budget|Spend",
    "RAG|Meaning",
    "Term|Definition",
    "Section|Page",
    "No|Recommendation",
    "Recommendations",
    "Theme|2023/24 £000|2024/25 £000",
    "Finding|Evidence|Recommendation",
    "Ref|Proposal|Directorate|2023/24 £000|Risk",
    "Member|Organisation|Apr|Jul|Oct|Jan",
    "Agency|Meetings attended|Percentage|RAG",
    "No.|Key line of enquiry|Source of information",
    "Risk ID|Risk description|Likelihood|Impact|Score|Owner",
    "Course|Audience|Frequency|Provider|Duration",
    "Organisation|Contact|Telephone|Email",
    "Item|Subject|Presenter|Time",
    "Respondent|Comment|Our response",
    "Theme|Good practice|Areas of concern",
    "Item|Description|Quantity|Unit price|Total",
    "Policy|Date approved|Review date|Owner",
    "Protected characteristic|Impact|Positive or negative|Evidence",
    "Ref|Date received|Nature of complaint|Outcome|Date closed",
    "Contract|Supplier|Start date|End date|Contract manager",
    "Date of meeting|Report title|Lead officer|Purpose",
    "Standard|Met / partly met / not met|Evidence",
    "Case|Date considered|Decision|Lead agency",
    "Question|Score|Evidence|Comments",
    "Risk|Mitigation|Owner|RAG",
    "Indicator|Target|Comments|RAG",
    "Activity|Baseline|Target|Progress",
    "Date|Activity|Lead|Venue",
    "Session|Activity|Trainer|Staff lead",
    "Task|Responsible|Accountable|Consulted|Informed",
    "Step|Who|What happens|Timescale",
    "If you are worried about|What to do|Who to contact",
    "Characteristic|Impact|Evidence|Mitigating action",
    "Risk|What we are worried about|What is working well|Next steps",
    "Date|Service|Action|Outcome",
    "Visit date|Worker|Purpose|Outcome|Next steps",
    "Agency|Action taken|Date|Outcome",
    "Stage|Task|Responsible|Date",
    "Phase|Activity|Lead|Date",
    "Issue|Impact|Recommendation",
]


@pytest.mark.parametrize(("text", "field"), PAIRS)
def test_a_heading_is_read(text: str, field: Field) -> None:
    """Wordings of many plans, most of them in no table of ours."""
    assert read_heading(text).field == field


@pytest.mark.parametrize(("text", "field"), PAIRS)
def test_case_and_line_breaks_do_not_matter(text: str, field: Field) -> None:
    """Narrow columns break a heading after every word."""
    assert read_heading(text.upper().replace(" ", "\n")).field == field


@pytest.mark.parametrize("text", BODY)
def test_a_cell_of_the_body_is_no_sure_heading(text: str) -> None:
    """The score tells the heading row from the rows below it."""
    assert read_heading(text).score < 0.75


def test_known_wordings_are_surer_than_near_misses() -> None:
    """One where the wording is known exactly, nothing where nobody knows."""
    scores = [read_heading(text).score for text in ("Target date", "Tarqet dale", "Moon")]
    assert scores[0] == 1
    assert 1 > scores[1] > scores[2] == 0


@pytest.mark.parametrize("headings", PLANS)
def test_a_plan_is_known_by_its_headings(headings: str) -> None:
    """What is to be done, and one of who, when, how shown and how far."""
    assert is_plan([reading.field for reading in read_headings(headings.split("|"))])


@pytest.mark.parametrize("headings", OTHERS)
def test_another_table_is_no_plan(headings: str) -> None:
    """Versions, members, events, money, colours, words, contents, lists."""
    assert not is_plan([reading.field for reading in read_headings(headings.split("|"))])


def test_the_target_on_another_sheet_is_a_date() -> None:
    """Only a column of figures beside it makes it one of them."""
    assert read_headings(["Evidence", "Target", "Progress"])[1].field == "target_date_text"
    assert read_headings(["KPI", "Target 2022/23", "Progress"])[1].field == "extra"


def test_milestones_of_an_action_in_the_banner_above_are_the_actions() -> None:
    """A table that names neither action nor recommendation lists its milestones as such."""
    assert read_headings(["Milestone", "Target date"])[0].field == "action"
    assert read_headings(["Action", "Milestone"])[1].field == "milestones"


def test_a_need_is_the_recommendation_beside_its_means() -> None:
    """'What do we need to do?' alone, or beside a recommendation, asks for the action."""
    need, means, other = "What do we need to do?", "How will we do it?", "Recommendation"
    fields = {
        headings: tuple(reading.field for reading in read_headings(headings))
        for headings in ((need, means), (need, "Who?"), (other, need, means))
    }
    assert fields[need, means] == ("recommendation", "action")
    assert fields[need, "Who?"] == ("action", "officer")
    assert fields[other, need, means] == ("recommendation", "action", "action")


def test_a_word_cut_anywhere_is_still_read() -> None:
    """Columns narrower than a word cut it where the space ends."""
    chance = random.Random(3)  # noqa: S311 -- no secret, only repeatable
    wrong = []
    for text, field in PAIRS:
        longest = max(text.split(), key=len)
        at = chance.randint(1, len(longest) - 1) if len(longest) > 6 else 0
        cut = text.replace(longest, f"{longest[:at]} {longest[at:]}") if at else text
        if read_heading(cut).field != field:
            wrong.append(cut)
    assert len(wrong) <= 0.05 * len(PAIRS), wrong


@given(st.text(max_size=300))
def test_any_text_has_a_reading(text: str) -> None:
    """Nothing that a page may hold upsets the reader."""
    reading = read_heading(text)
    assert reading.text == text
    assert 0 <= reading.score <= 1


def test_reading_is_quick() -> None:
    """Every cell of every table is asked whether it is a heading."""
    start = time.perf_counter()
    for number in range(200):
        read_heading(f"Evidence of {number} completed actions in the target month")
    assert time.perf_counter() - start < 0.5


@pytest.mark.shared
@without_shared
def test_the_vocabulary_is_read() -> None:
    """At least 98 of 100 printed wordings."""
    lines = (SHARED / "vocabulary/headings.tsv").read_text(encoding="utf-8").splitlines()[1:]
    pairs = [line.split("\t")[:2] for line in lines]
    wrong = [text for text, field in pairs if read_heading(text).field != field]
    assert len(wrong) <= 0.02 * len(pairs), wrong


@pytest.mark.shared
@without_shared
def test_the_columns_of_the_corpus_are_read() -> None:
    """Every column of every plan whose reading is known, read beside its neighbours."""
    wrong = []
    for path in sorted(SHARED.glob("*/*.truth.json")):
        columns = json.loads(path.read_text(encoding="utf-8")).get("columns") or []
        readings = read_headings([column["header"] for column in columns])
        wrong += [
            (path.name, reading.text)
            for column, reading in zip(columns, readings, strict=True)
            if reading.field != column["field"]
        ]
    assert not wrong
