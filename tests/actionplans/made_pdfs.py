"""Small PDFs, made where a test needs one."""

from pathlib import Path

from reportlab.lib import colors
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import Paragraph, SimpleDocTemplate, Table, TableStyle

HEADINGS = ("Recommendation", "Action", "Lead Agency", "Target Date", "Progress")


def make_plan(
    target: Path, action: str = "Review the policy", rows: int = 2, lead: str = "Police"
) -> Path:
    """Make a plan of some rows under ruled headings; another action makes other bytes."""
    body = getSampleStyleSheet()["BodyText"]
    lines = [
        (
            f"{number}. Agencies work together",
            f"{action} {number}",
            lead,
            "June 2014",
            "Ongoing",
        )
        for number in range(1, rows + 1)
    ]
    cells = [[Paragraph(text, body) for text in line] for line in (HEADINGS, *lines)]
    table = Table(cells, colWidths=140, repeatRows=1)
    table.setStyle(TableStyle([("GRID", (0, 0), (-1, -1), 1, colors.black)]))
    title = Paragraph("Action Plan", getSampleStyleSheet()["Title"])
    target.parent.mkdir(parents=True, exist_ok=True)
    SimpleDocTemplate(str(target), pagesize=landscape(A4), invariant=1).build([title, table])
    return target


def make_letter(target: Path) -> Path:
    """Make a page of plain text, which holds no plan."""
    text = Paragraph("Dear reader, there is nothing to do.", getSampleStyleSheet()["BodyText"])
    target.parent.mkdir(parents=True, exist_ok=True)
    SimpleDocTemplate(str(target), pagesize=A4, invariant=1).build([text])
    return target
