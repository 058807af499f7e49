"""What the printed words say of how far an action has come."""

import csv
import re
import time
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from normalise.records import Status
from normalise.statuses.lexicon import lexicon
from normalise.statuses.reading import read_status
from normalise.statuses.signals import PLAIN
from normalise.statuses.tokens import mend

SHARED = Path(__file__).parents[4] / "shared"
without_shared = pytest.mark.skipif(not SHARED.is_dir(), reason="the measuring data is absent")

WORDINGS: list[tuple[str, Status]] = [
    # plain words
    ("Completed", "completed"),
    ("Approved for closure", "completed"),
    ("Recommended for closure", "in_progress"),
    ("Fully compliant", "completed"),
    ("Partially compliant", "partially_completed"),
    ("Partial completion", "partially_completed"),
    ("Standard met", "completed"),
    ("Draft", "in_progress"),
    ("Draft in circulation", "in_progress"),
    ("Final stages", "in_progress"),
    ("Pending", "not_started"),
    ("The policy is being reviewed", "in_progress"),
    ("The policy is currently under review", "in_progress"),
    ("COMPLETE.", "completed"),
    ("Signed off by Board May 2016", "completed"),
    ("Actioned", "completed"),
    ("Fully implemented", "completed"),
    ("31.3.2015 Complete", "completed"),
    ("Complete – business as usual", "completed"),
    ("Business as usual", "in_progress"),
    ("Work has begun on this action", "in_progress"),
    ("On track", "in_progress"),
    ("Awaiting sign-off by DHR panel", "in_progress"),
    ("Slipped to September", "delayed"),
    ("Deadline extended to March 2016", "delayed"),
    ("Suspended pending review", "on_hold"),
    ("Update to be provided", "awaiting_update"),
    ("The agency has not provided an update.", "awaiting_update"),
    ("Duplicate of action 7", "superseded"),
    ("n / a", "superseded"),
    ("Recommendation not accepted", "rejected"),
    ("Will not be implemented", "rejected"),
    # a date that will be missed is no refusal
    ("Will not be completed by March", "delayed"),
    ("Will not be delivered this year", "delayed"),
    ("This will not be completed in time", "delayed"),
    ("Not going to be completed on time", "delayed"),
    ("Won't be completed until May", "delayed"),
    ("Will not be implemented until 2025", "delayed"),
    ("Will not be completed in full by the end of the financial year", "delayed"),
    ("Will not now be completed until May", "delayed"),
    ("Will not be progressed until funding agreed", "unknown"),
    ("Will not be taken forward at this time", "unknown"),
    ("Not accepted until May", "unknown"),
    ("Will not be delivered as planned", "delayed"),
    ("Declined in March", "rejected"),
    ("Decision not to proceed in May 2024", "rejected"),
    ("Not taken forward in March 2024", "rejected"),
    ("Not to be progressed until 2025", "delayed"),
    ("Rejected on 12 May 2024", "rejected"),
    ("Abandoned by March", "rejected"),
    ("Will not be completed", "rejected"),
    ("Will not be completed by the Trust", "rejected"),
    ("Will not be completed by the Mayor", "rejected"),
    ("Will not be implemented due to funding", "rejected"),
    # whose it is may stand behind, in brackets
    ("Completed (Police); in progress (Health)", "partially_completed"),
    ("Complete (Adults). Ongoing (Children)", "partially_completed"),
    ("Complete [Kent]; Outstanding [Medway]", "partially_completed"),
    ("Completed (KCC), not started (Police)", "partially_completed"),
    ("In progress (Health); completed (Police)", "partially_completed"),
    ("Not started (Police); in progress (Health)", "in_progress"),
    ("Completed (Police); completed (Health)", "completed"),
    ("Completed (Police)", "completed"),
    ("Completed (May 2024); ongoing (June)", "completed"),
    # completed, to be confirmed; a date to be confirmed leaves it completed
    ("Completed TBC", "unknown"),
    ("Completed - TBC", "unknown"),
    ("Completed (tbc)", "unknown"),
    ("Completed - to be confirmed", "unknown"),
    ("Completed – awaiting confirmation", "in_progress"),
    ("Complete (draft)", "in_progress"),
    ("Completed N", "in_progress"),
    ("Completed - date to be confirmed", "completed"),
    ("Completed (date TBC)", "completed"),
    ("Completed – draft shared", "completed"),
    # nothing is left over
    ("Completed – new policy not required", "completed"),
    ("Completed with no outstanding issues", "completed"),
    ("Completed with nothing outstanding", "completed"),
    ("Completed – new policy not needed, training outstanding", "partially_completed"),
    ("Completed, policy not required but training outstanding", "partially_completed"),
    ("Completed - further training not needed", "completed"),
    ("Completed – additional funding not required", "completed"),
    ("Completed - partly funded by OPCC", "completed"),
    ("Completed – however will continue to be monitored", "completed"),
    ("Completed - further training needed", "partially_completed"),
    ("Completed but policy not yet written", "partially_completed"),
    ("Completed with training outstanding", "partially_completed"),
    ("Completed – partly", "partially_completed"),
    ("-5% of cases", "unknown"),
    ("5% of cases", "in_progress"),
    # the first words count
    ("COMPLETED Recommendations continue to be cascaded.", "completed"),
    ("In progress – Scoping has been completed and a project lead identified.", "in_progress"),
    ("Not yet complete. Delayed due to Covid-19 restrictions", "delayed"),
    ("Delayed but now complete", "completed"),
    ("Closed – no longer required", "superseded"),
    ("Closed – not completed", "unknown"),
    # negation
    ("Not yet completed", "in_progress"),
    ("This hasn’t been completed", "in_progress"),
    ("None of the actions have been completed", "in_progress"),
    ("Not implemented", "not_started"),
    ("Yet to commence", "not_started"),
    ("No delays", "unknown"),
    ("No longer on hold", "unknown"),
    # the future
    ("To be completed by March", "not_started"),
    ("Will commence in September", "not_started"),
    ("scheduled to be completed by 31st August 2016", "in_progress"),
    ("Expected completion June 2016", "in_progress"),
    ("Must be completed by June 2015", "unknown"),
    ("Complete by June 2016", "unknown"),
    ("The training may be delayed if funding is not found.", "unknown"),
    # a part
    ("ACTION 1 & 2 COMPLETED", "partially_completed"),
    ("1-3 Complete", "partially_completed"),
    ("2 of 3 actions complete", "partially_completed"),
    ("3 of 3 actions complete", "completed"),
    ("1) Completed 2) Ongoing", "partially_completed"),
    ("Action 1: Complete. Action 2: Ongoing", "partially_completed"),
    ("Not fully implemented", "partially_completed"),
    ("Completed in part", "partially_completed"),
    ("80 % complete", "in_progress"),
    ("60 per cent complete", "in_progress"),
    ("Training has been completed by 80% of staff.", "in_progress"),
    ("Nearing completion", "in_progress"),
    ("Draft completed, awaiting sign-off", "in_progress"),
    ("2a done; 2b in hand", "partially_completed"),
    ("3 – closed; 4 – to be completed", "partially_completed"),
    ("a achieved, b outstanding", "partially_completed"),
    ("A policy has been agreed, a launch is underway", "in_progress"),
    ("Task 1 is complete; task 2 is complete", "completed"),
    ("85% of GPs trained", "in_progress"),
    ("70% – two teams remain", "in_progress"),
    ("Not achieved in full", "partially_completed"),
    # done, and yet something is left
    ("Completed and on-going", "completed"),
    ("Completed subject to approval by the Executive", "in_progress"),
    ("Report completed, pending sign off", "in_progress"),
    ("Complete, but the leaflet is still outstanding", "partially_completed"),
    ("Guidance completed but not yet circulated", "partially_completed"),
    ("Protocol complete, briefing to follow", "partially_completed"),
    ("Completed with the exception of the audit", "partially_completed"),
    ("Completed but continues as business as usual", "completed"),
    ("Closed but not completed", "unknown"),
    ("Delayed by the move but completed in May 2019", "completed"),
    ("Not completed by the due date", "delayed"),
    ("4.1 Complete 4.2 Underway", "partially_completed"),
    ("Completed – phase 1 only", "partially_completed"),
    ("To be redrafted", "not_started"),
    ("Drafted", "in_progress"),
    ("Awaiting a new rota", "in_progress"),
    ("Awaiting the Police and Crime Commissioner response", "awaiting_update"),
    ("Starting in May 2019", "not_started"),
    ("Starting point agreed", "unknown"),
    ("Moved to November 2019", "delayed"),
    ("Moved to a new building", "unknown"),
    ("Files completed by trainees are checked monthly", "unknown"),
    ("% complete", "unknown"),
    ("This will supersede the old form", "unknown"),
    ("Actions a) and b) complete", "partially_completed"),
    ("Actions 1-2: Complete. Action 3: Not started.", "partially_completed"),
    ("1 completed 2 completed 3 outstanding", "partially_completed"),
    ("i. Done ii. Under way", "partially_completed"),
    ("Stage 2 of 4 complete", "partially_completed"),
    ("Half of staff have completed the module", "partially_completed"),
    ("Was on hold, now under way", "in_progress"),
    ("Initially delayed. Completed in July", "completed"),
    ("Started (May 2019). Done (Sept 2019)", "completed"),
    ("Now part of action 9", "superseded"),
    ("Not going to be implemented", "rejected"),
    ("Not progressing at present", "on_hold"),
    ("Overdue update", "awaiting_update"),
    ("Feedback to be given once complete", "unknown"),
    ("a. Done b. Outstanding c. Not started", "partially_completed"),
    ("1) Achieved 2) N/A", "completed"),
    ("First three actions complete", "partially_completed"),
    ("☐ Achieved", "not_started"),
    ("☑ Yes", "completed"),
    ("☑ No", "unknown"),
    ("☐ Delayed", "unknown"),
    ("Completed by whom?", "unknown"),
    ("Assurance given, action closed", "completed"),
    # whose work it now is
    ("Handed over to the operational team", "completed"),
    ("Not yet handed over", "in_progress"),
    ("Moved to the Children’s Services business plan", "superseded"),
    ("Not being progressed at this time", "on_hold"),
    ("Decision not to proceed with the pilot", "rejected"),
    # what stands before the word is its subject
    ("All leaflets delivered", "completed"),
    ("Leaflets delivered", "unknown"),
    ("Guidance being rewritten", "in_progress"),
    ("A new pathway will be agreed with partners in May", "unknown"),
    ("A new pathway will be launched in May", "not_started"),
    ("Draft protocol circulated to partners", "in_progress"),
    ("Submitted for approval", "in_progress"),
    ("Risk plans are completed monthly", "in_progress"),
    ("Reported as complete but no evidence provided", "unknown"),
    ("No assurance that this has been completed", "unknown"),
    ("The Trust confirmed that this has been completed", "completed"),
    ("Completed checklists are filed by the ward", "unknown"),
    ("Reviews completed within ten days rose to 85", "unknown"),
    ("Cases closed without a visit are sampled", "unknown"),
    # conditions, nouns, adjectives, orders
    ("Complete refresher training", "unknown"),
    ("Complete review of files by May 2019", "unknown"),
    ("Complete Files reviewed by the team", "completed"),
    ("Completed by:", "unknown"),
    ("Once completed this will be circulated", "unknown"),
    ("On completion of the review", "unknown"),
    ("completion date of 2016", "unknown"),
    ("Closed cases are audited.", "unknown"),
    ("Overdue assessments are reported weekly.", "unknown"),
    ("OVERDUE\nThe provider has withdrawn.", "delayed"),
    ("A completed form should be returned", "unknown"),
    ("Complete the audit by March", "unknown"),
    ("COMPLETE The Head of Custody has addressed this issue.", "completed"),
    ("Met with the CCG to discuss the pathway.", "unknown"),
    ("The learning has been incorporated into the training programme.", "unknown"),
    # dated updates: the latest counts
    ("Jan 2015: In progress. May 2015: Completed", "completed"),
    ("May 2015: Completed. Jan 2015: Ongoing", "completed"),
    ("Completed June 2014. Ongoing monitoring", "completed"),
    # marks, colours, boxes
    ("✔", "completed"),
    ("Blue", "completed"),
    ("Green", "unknown"),
    ("Green – on track", "in_progress"),
    ("Amber/Green", "unknown"),
    ("50%", "in_progress"),
    ("☐ Not started ☑ Completed", "completed"),
    ("Not started / In progress / Completed", "unknown"),
    ("Completed: No", "in_progress"),
    ("Completed Y/N", "unknown"),
    ("Met / not met", "unknown"),
    ("Yes / No / Partly", "unknown"),
    ("Done, ongoing, delayed", "unknown"),
    ("Ahead of plan", "in_progress"),
    ("Unable to start", "not_started"),
    ("For closure", "in_progress"),
    ("Completed?", "unknown"),
    # some of it is not all of it
    ("Not all nurses have completed the module", "partially_completed"),
    ("Not everybody has completed it", "partially_completed"),
    ("All except one team have completed this", "partially_completed"),
    ("All but two completed", "partially_completed"),
    ("All but complete", "in_progress"),
    ("Very few wards have completed this", "partially_completed"),
    ("Over the last few weeks this has been completed", "completed"),
    ("Only the two hospitals have completed", "partially_completed"),
    ("Only recently completed", "completed"),
    ("The only open action has been completed", "completed"),
    ("Black and minority ethnic training completed", "completed"),
    ("Delivered to 20 of 30 volunteers", "partially_completed"),
    ("Completed by 6 of 6 wards", "completed"),
    ("Implemented in most schools", "partially_completed"),
    ("COMPLETED Several briefings were held", "completed"),
    ("Completed several months ago", "completed"),
    ("Completed by Housing only", "partially_completed"),
    ("Completed thus far: 3", "partially_completed"),
    ("All actions completed to date", "completed"),
    ("Complete save for the leaflet", "partially_completed"),
    ("Complete with one exception", "partially_completed"),
    ("Completed without exception", "completed"),
    ("One done, one to do", "partially_completed"),
    ("Done by the Trust. Still to be done by the Council.", "partially_completed"),
    ("Completed for older people; carers in progress", "partially_completed"),
    ("Completed at the east site. Not at the west.", "partially_completed"),
    ("Completed by both boards. Monitoring ongoing.", "completed"),
    ("Housing – complete. Probation – not started.", "partially_completed"),
    ("Previously: in progress. Now: completed", "completed"),
    ("Step a closed; step b open", "partially_completed"),
    ("Completed to draft stage", "in_progress"),
    ("Completed initial draft of the leaflet", "in_progress"),
    ("COMPLETED Initial training has been rolled out", "completed"),
    ("Completed first aid training", "completed"),
    # what is claimed, and what is so
    ("Far from complete", "in_progress"),
    ("By no means complete", "in_progress"),
    ("Not sufficiently complete", "in_progress"),
    ("Cannot be marked complete", "in_progress"),
    ("Insufficient evidence to mark as complete", "unknown"),
    ("Marked as complete", "completed"),
    ("Wrongly recorded as complete", "unknown"),
    ("Closed in error", "unknown"),
    ("Perhaps complete", "unknown"),
    ("Considered to be complete", "completed"),
    ("Before completed", "unknown"),
    ("Completed before the deadline", "completed"),
    ("Completed??", "unknown"),
    ("Completed Y/N: Y", "completed"),
    ("Completed Y/N: N", "in_progress"),
    ("Complete / Incomplete (delete as appropriate)", "unknown"),
    ("Completed – but reopened in June", "in_progress"),
    ("Reopened and now complete", "completed"),
    ("COMPLETED The ward was shut, then reopened", "completed"),
    ("Was complete but has lapsed", "unknown"),
    ("Completed. The pilot stopped in May.", "completed"),
    ("Complete however further work is required", "partially_completed"),
    ("Complete, no further work required", "completed"),
    ("Completed but not to standard", "partially_completed"),
    ("Completed yet not signed off", "partially_completed"),
    ("Complete – nothing outstanding", "completed"),
    ("Complete – exact date not known", "completed"),
    ("Closed without action", "unknown"),
    ("Closed due to lack of funding", "unknown"),
    ("Closed because completed", "completed"),
    ("Closed – business as usual", "completed"),
    ("All outstanding work completed", "completed"),
    ("Open – not started", "not_started"),
    ("Started late but complete", "completed"),
    ("Rejected, then accepted and completed", "completed"),
    ("Completed referrals should be sent to the hub", "unknown"),
    ("All completed forms go to the hub", "unknown"),
    ("All completed within timescale", "completed"),
    ("Live since May", "completed"),
    ("Not yet gone live", "not_started"),
    ("√", "completed"),
    # dates before the word
    ("12/01/2023 Completed", "completed"),
    ("31/03/24 complete", "completed"),
    ("Update 05/06/24 Closed", "completed"),
    ("04/2023 Done", "completed"),
    ("2023/24 complete", "completed"),
    ("6 May completed", "completed"),
    ("Spring 2024 done", "completed"),
    ("3/5 complete", "partially_completed"),
    ("12/23 actions complete", "partially_completed"),
    ("12/23 complete", "unknown"),
    ("May complete", "unknown"),
    # what later words make of the first
    ("Drafted. Completed 3 May 2024", "completed"),
    ("Awaiting sign off. Signed off 4/6/24", "completed"),
    ("In progress. Training completed May 2024", "in_progress"),
    ("In progress. Completed by May 2025", "in_progress"),
    ("Not started. Completed 3 May 2024", "not_started"),
    ("Initially completed in May 2024, however the action remains open", "unknown"),
    ("N/A – complete", "completed"),
    ("The audit (completed Nov 2023) shows gaps", "unknown"),
    ("Training (completed)", "completed"),
    ("The form has been designed but is not yet in use", "in_progress"),
    ("Update Jan 2024: Drafted. Update May 2024: Sent. Completed", "completed"),
    ("Update May 2024: Sent. Completed. Update Jan 2024: Drafted.", "completed"),
    ("Jan 2024: Completed. May 2024: Reopened", "in_progress"),
    ("Completed actions: leaflets. Outstanding actions: website.", "partially_completed"),
    ("Training complete. Policy outstanding.", "partially_completed"),
    ("Completed. Evidence outstanding.", "completed"),
    ("Completed in partnership with the college", "completed"),
    ("?Complete", "unknown"),
    ("Please complete", "unknown"),
    ("Please note that this has been completed", "completed"),
    ("Recommend completed", "unknown"),
    ("Closed: cannot be delivered", "unknown"),
    # said of something else
    ("The form superseded the old one", "unknown"),
    ("Merged the two teams", "unknown"),
    ("Incorporated into the strategy", "superseded"),
    ("Unmet need identified", "unknown"),
    ("No real progress", "in_progress"),
    ("No progress", "not_started"),
    ("Embedded? Audit to test", "unknown"),
    # misprints
    ("Compelted", "completed"),
    ("Not strated", "not_started"),
    ("Awiating update", "awaiting_update"),
    ("C O M P L E T E D", "completed"),
    # nothing said
    ("", "unknown"),
    ("–", "unknown"),
    ("March 2015", "unknown"),
    ("Chief Officer", "unknown"),
    ("Noted", "unknown"),
]


@pytest.mark.parametrize(("text", "status"), WORDINGS)
def test_a_wording_is_read_as_what_it_says(text: str, status: Status) -> None:
    """Each wording has one right reading, and unknown is one of them."""
    assert read_status(text).status == status


@pytest.mark.parametrize(
    ("text", "words", "rule"),
    [
        ("COMPLETED\nLocal CSGG  06/03/14", "COMPLETED", "word"),
        ("This has  not yet been completed", "not yet been completed", "negation"),
        ("80 % complete", "80 % complete", "percent"),
        ("Letter sent", "", "none"),
    ],
)
def test_a_reading_names_its_words_and_rule(text: str, words: str, rule: str) -> None:
    """The words are those printed, with white space collapsed."""
    reading = read_status(text)
    assert (reading.text, reading.words, reading.rule) == (text, words, rule)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        *(("(b)", "unknown"), ("[b]", "unknown"), ("(y)", "unknown"), ("B", "completed")),
        *(("RAG (B)", "completed"), ("RAG: B", "completed"), ("(Blue)", "completed")),
    ],
)
def test_a_letter_in_brackets_numbers_a_part(text: str, status: Status) -> None:
    """It rates only where the cell says so."""
    assert read_status(text, "status_text").status == status


@pytest.mark.parametrize(
    ("text", "column", "status"),
    [
        ("B", "rag", "completed"),
        ("b", "status_text", "completed"),
        ("B", "completed_date_text", "unknown"),
        ("b", "", "unknown"),
        ("b)", "", "unknown"),
        ("b)", "rag", "unknown"),
    ],
)
def test_a_letter_is_a_colour_in_a_column_of_ratings_only(
    text: str, column: str, status: Status
) -> None:
    """Elsewhere it numbers a part."""
    assert read_status(text, column).status == status


@pytest.mark.parametrize("column", ["evidence", "action", "recommendation", "milestones"])
def test_what_ought_to_be_done_is_no_status(column: str) -> None:
    """'Audit completed' as evidence is what would show success, not that it came."""
    assert read_status("Audit completed", column).status == "unknown"


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Completed Feb 2019", "completed"),
        ("November 2018 (complete)", "completed"),
        ("Sept 2019 – ongoing", "in_progress"),
        ("To be completed by March 2015", "unknown"),
        ("Completed by March 2015", "unknown"),
        ("Extended to September 2015", "unknown"),
        ("N/A", "unknown"),
        ("Late June 2015", "unknown"),
    ],
)
def test_a_target_date_is_not_taken_for_a_status(text: str, status: Status) -> None:
    """In the target-date column only words about the action count."""
    assert read_status(text, "target_date_text").status == status


@pytest.mark.parametrize("column", ["progress", "completed_date_text", "target_date_text"])
def test_a_column_without_entry_is_not_superseded(column: str) -> None:
    """'N/A' means that the action fell away only where a status is asked for."""
    assert read_status("N/A", column).status == "unknown"
    assert read_status("N/A", "status_text").status == "superseded"


def test_every_phrase_of_the_table_has_a_known_meaning_and_reach() -> None:
    """A misspelt meaning in the table would silence its phrases."""
    silent = {"silent", "noun", "begin", "shift"}
    phrases = [phrase for phrases in lexicon().values() for phrase in phrases.values()]
    assert {phrase.meaning for phrase in phrases} <= PLAIN.keys() | silent
    assert {phrase.reach for phrase in phrases} <= {"anywhere", "head", "near", "alone", "only"}


@pytest.mark.parametrize("word", ["competed", "stated", "relayed", "containing", "outgoing"])
def test_a_real_word_is_not_mended_into_a_status(word: str) -> None:
    """Words that merely look like status words stay as they are."""
    assert mend(word) == word


# Whatever is printed

known = st.sampled_from([text for text, _ in WORDINGS if text])


@given(known, st.sampled_from([str.upper, str.lower, str.title]))
def test_case_does_not_matter(text: str, change: object) -> None:
    """Capitals are a matter of taste."""
    assert callable(change)
    assert read_status(change(text)).status == read_status(text).status


@given(known, st.sampled_from(["  ", "\t", "\u00a0", " \n"]))
def test_white_space_does_not_matter(text: str, space: str) -> None:
    """Lines break where the column ends."""
    changed = re.sub(" ", space, text)
    assert read_status(changed).status == read_status(text).status


@given(known, st.sampled_from([".", ",", ";", "!", " .", " –"]))
def test_trailing_punctuation_does_not_matter(text: str, mark: str) -> None:
    """A full stop adds nothing."""
    assert read_status(text + mark).status == read_status(text).status


fragments = "completed not yet to be once 80% 1) / – . , : in progress delayed ☑ ☐ action of 3"
pieces = st.sampled_from(fragments.split())


@given(st.one_of(st.text(), st.lists(pieces).map(" ".join)), st.sampled_from(["", "progress"]))
def test_no_text_breaks_the_reading(text: str, column: str) -> None:
    """Every text has a reading, quoted from itself."""
    reading = read_status(text, column)
    assert reading.status in get_args(Status)
    assert reading.words in " ".join(text.split())
    assert (reading.words == "") == (reading.status == "unknown")


@pytest.mark.parametrize("piece", ["completed ", "1) ", "not yet ", "/", "☐", "to be ", "x", "9."])
def test_a_huge_cell_is_read_at_once(piece: str) -> None:
    """A broken document must not hold up the rest; the bound is loose, for busy machines."""
    text = piece * (100_000 // len(piece))
    start = time.process_time()
    read_status(text)
    assert time.process_time() - start < 0.5


# Against the measuring data


def _vocabulary() -> list[tuple[str, str, str]]:
    path = SHARED / "vocabulary" / "statuses.tsv"
    if not path.exists():
        return []
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [(row["text"], row["status"], row["column"]) for row in rows]


@pytest.mark.shared
@without_shared
def test_the_vocabulary_is_read() -> None:
    """At least 99 in 100 wordings are right, with and without their column."""
    rows = _vocabulary()
    wrong = [
        row for row in rows if {read_status(row[0], c).status for c in ("", row[2])} != {row[1]}
    ]
    assert len(wrong) <= len(rows) / 100, wrong
