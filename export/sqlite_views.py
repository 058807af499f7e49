"""The questions that analysts ask first, as views of actions.sqlite, each with what it answers.

An agency is called as registered where that is sure, else as printed. `overdue` is empty where no
action could be judged, for nothing overdue and nothing known are different answers.
"""

from typing import NamedTuple


class View(NamedTuple):
    """A view: its name, what it is called in a browser of databases, and what it selects."""

    name: str
    title: str
    about: str
    select: str


VIEWS = (
    View(
        "by_agency",
        "By agency",
        "How many actions each agency has, how they stand, how many have no date that could be "
        "read, and how many are overdue (empty where none could be judged)",
        """
SELECT coalesce(nullif(agency_name, ''), nullif(agency, ''), '(none printed)') AS agency,
  count(*) AS actions,
  sum(status = 'completed') AS completed,
  sum(status = 'partially_completed') AS partially_completed,
  sum(status = 'in_progress') AS in_progress,
  sum(status = 'not_started') AS not_started,
  sum(status = 'delayed') AS delayed,
  sum(status = 'on_hold') AS on_hold,
  sum(status = 'awaiting_update') AS awaiting_update,
  sum(status = 'superseded') AS superseded,
  sum(status = 'rejected') AS rejected,
  sum(status = 'unknown') AS unknown,
  sum(target_date = '' AND revised_target_date = '') AS without_target,
  CASE WHEN max(overdue) <> '' THEN sum(overdue = 'true') END AS overdue,
  count(DISTINCT document_id) AS documents
FROM actions GROUP BY 1 ORDER BY actions DESC, 1""",
    ),
    View(
        "by_status",
        "By status",
        "How many actions stand at each status, and of how many agencies",
        """
SELECT status,
  count(*) AS actions,
  count(DISTINCT coalesce(nullif(agency_name, ''), agency)) AS agencies,
  sum(target_date = '' AND revised_target_date = '') AS without_target,
  CASE WHEN max(overdue) <> '' THEN sum(overdue = 'true') END AS overdue
FROM actions GROUP BY status ORDER BY actions DESC, status""",
    ),
    View(
        "overdue",
        "Overdue",
        "Open actions whose last day had passed on the as-at date, the longest overdue first",
        """
SELECT action_id, document, coalesce(nullif(agency_name, ''), agency) AS agency, reference,
  recommendation, action, status, rag, target_date_text, revised_target_date_text,
  target_date_latest, first_page
FROM actions WHERE overdue = 'true' ORDER BY target_date_latest, action_id""",
    ),
    View(
        "without_target",
        "Without a target date",
        "Actions of which no target date could be read: none is printed, or words such as ongoing",
        """
SELECT action_id, document, coalesce(nullif(agency_name, ''), agency) AS agency, reference,
  recommendation, action, status, rag, target_date_text, revised_target_date_text, first_page
FROM actions WHERE target_date = '' AND revised_target_date = ''
ORDER BY document_id, action_id""",
    ),
    View(
        "contradictions",
        "Contradictions",
        "Rows whose own columns disagree on how far the action has come",
        """
SELECT action_id, actions.document, page,
  coalesce(nullif(agency_name, ''), agency) AS agency,
  recommendation, action, status, status_source, status_text, rag, printed, message
FROM issues JOIN actions USING (action_id)
WHERE kind = 'status_contradiction' ORDER BY actions.document_id, action_id, issue_id""",
    ),
    View(
        "quality",
        "Quality",
        "What to check in each document: rows with issues, issues by severity, and characters on "
        "plan pages that stand in no row",
        """
WITH
  of_rows AS (
    SELECT document_id, sum(issues <> '') AS actions_with_issues,
      sum(status = 'unknown') AS status_unknown
    FROM actions GROUP BY document_id),
  of_issues AS (
    SELECT document_id, count(*) AS issues, sum(severity = 'error') AS errors,
      sum(severity = 'check') AS to_check
    FROM issues GROUP BY document_id)
SELECT document, outcome, reason, pages, actions,
  coalesce(actions_with_issues, 0) AS actions_with_issues,
  coalesce(status_unknown, 0) AS status_unknown,
  coalesce(issues, 0) AS issues,
  coalesce(errors, 0) AS errors,
  coalesce(to_check, 0) AS to_check,
  unplaced_characters
FROM documents LEFT JOIN of_rows USING (document_id) LEFT JOIN of_issues USING (document_id)
ORDER BY document_id""",
    ),
)

SEARCHED = (
    *("review", "agency", "agency_name", "theme", "recommendation", "action", "lead", "officer"),
    *("milestones", "evidence", "progress", "status_text", "resources", "extra"),
)
"""The columns that full-text search looks in."""

SEARCH = (
    f'CREATE VIRTUAL TABLE actions_fts USING fts5({", ".join(SEARCHED)}, content="actions",'
    " tokenize='porter unicode61 remove_diacritics 2')",
    "INSERT INTO actions_fts (actions_fts) VALUES ('rebuild')",
)
"""An index over the texts of the actions; it finds a word in its other forms too."""
