"""The review page as a file: what it holds, and what it cannot be made to do."""

import base64
import hashlib
import json
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from export import report
from export.arranged import arranged
from export.formats import export
from export.options import PICTURES
from export.report_data import as_json, pictures, report_data
from extract.records import PagePicture
from normalise.records import ActionPlan
from tests.export.made_plans import BATCHES, THREE, UNTIMED, made

HOSTILE = "</script><script>alert(1)</script><img src=x onerror=alert(1)> <!-- \u2028 \"'&"


class Elements(HTMLParser):
    """Lists the elements of a page as a browser would see them, and the text in each script."""

    def __init__(self) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.scripts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take note of an element."""
        self.elements.append((tag, dict(attrs)))
        if tag in ("script", "style"):
            self.scripts.append("")

    def handle_data(self, data: str) -> None:
        """Take note of a text within a script or style."""
        if self.cdata_elem in ("script", "style"):
            self.scripts[-1] += data


def page(plans: list[ActionPlan], folder: Path) -> tuple[Elements, str]:
    """Write the page and take it apart."""
    (file,) = export(plans, folder, ["report"])
    text = file.read_text(encoding="utf-8")
    elements = Elements()
    elements.feed(text)
    return elements, text


def data(elements: Elements) -> Any:
    """Read the data that the page's script reads."""
    kinds = [tag for tag in elements.elements if tag[0] in ("script", "style")]
    at = next(i for i, (_, attributes) in enumerate(kinds) if attributes.get("id") == "data")
    return json.loads(elements.scripts[at])


def with_picture(plan: ActionPlan, folder: Path, content: bytes = b"picture") -> ActionPlan:
    """Give a plan a picture of its page."""
    file = f"{plan.document.sha256}-1.webp"
    (folder / PICTURES).mkdir(parents=True, exist_ok=True)
    (folder / PICTURES / file).write_bytes(content)
    picture = PagePicture(page=1, width=842, height=595, file=file)
    return plan.model_copy(update={"pictures": (picture,)})


def test_text_of_documents_stays_data(tmp_path: Path) -> None:
    """What would end the script, or start another, is a text like any other."""
    harmless, _ = page([made("a.pdf", "a" * 64)], tmp_path)
    hostile, _ = page([made(HOSTILE, "a" * 64, HOSTILE)], tmp_path)
    assert [tag for tag, _ in hostile.elements] == [tag for tag, _ in harmless.elements]
    (action,) = data(hostile)["actions"]
    assert action["v"][list(data(hostile)["columns"]).index("action")] == HOSTILE


def test_only_the_pages_own_script_and_style_are_let_through(tmp_path: Path) -> None:
    """The policy names each by its hash, allows pictures in the page and nothing else."""
    elements, text = page(THREE, tmp_path)
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', text)
    assert policy is not None
    assert policy[1].startswith("default-src 'none'; img-src data:; base-uri 'none';")
    own = re.findall(r"<(?:script|style)>(.*?)</(?:script|style)>", text, re.DOTALL)
    hashes = [base64.b64encode(hashlib.sha256(part.encode()).digest()).decode() for part in own]
    assert sorted(re.findall(r"'sha256-([^']+)'", policy[1])) == sorted(hashes)
    assert not any(name.startswith("on") for _, attrs in elements.elements for name in attrs)
    assert not any({"src", "style"} & attrs.keys() for _, attrs in elements.elements)


def test_no_address_of_another_place_is_in_the_page(tmp_path: Path) -> None:
    """But for the name of SVG, which no browser fetches."""
    _, text = page([], tmp_path)
    assert set(re.findall(r"https?://[^\"'\s]+", text)) == {"http://www.w3.org/2000/svg"}


def test_pictures_are_in_the_page_once_for_each_content(tmp_path: Path) -> None:
    """A copy of a document under another name shows those of the first."""
    first = with_picture(made("a.pdf", "a" * 64), tmp_path)
    copy = with_picture(made("b.pdf", "a" * 64), tmp_path)
    elements, text = page([copy, first], tmp_path)
    assert re.findall(r'id="(picture-[^"]+)">([^<]+)', text) == [
        ("picture-0-1", base64.b64encode(b"picture").decode())
    ]
    assert data(elements)["sizes"] == {"0-1": [842, 595]}


def test_pictures_for_which_a_page_has_no_room_are_left_out_and_counted(tmp_path: Path) -> None:
    """Those of the first documents stay."""
    plans = [with_picture(made(f"{name}.pdf", name * 64), tmp_path) for name in "abc"]
    with arranged(plans, tmp_path) as found:
        drawn = list(pictures(found, tmp_path / PICTURES))
        size = len(b"picture")
        assert [len(report.fitting(drawn, most)) for most in (0, size, 2 * size + 1)] == [0, 1, 2]
        assert report.fitting(drawn) == drawn
        text = "".join(report_data(found, drawn[:1], 2))
    assert json.loads(text)["left_out"] == 2
    assert json.loads(text)["sizes"] == {"0-1": [842, 595]}


def test_a_lost_picture_is_left_out(tmp_path: Path) -> None:
    """The row still stands beside an empty page."""
    plan = with_picture(made("a.pdf", "a" * 64), tmp_path)
    (tmp_path / PICTURES / plan.pictures[0].file).unlink()
    elements, _ = page([plan], tmp_path)
    assert data(elements)["sizes"] == {}


def test_no_other_file_than_a_picture_gets_into_the_page(tmp_path: Path) -> None:
    """Wherever a record may point."""
    plan = with_picture(made("a.pdf", "a" * 64), tmp_path)
    secret = tmp_path / "secret.txt"
    secret.write_bytes(b"secret")
    for file in ("../../secret.txt", str(secret)):
        astray = plan.pictures[0].model_copy(update={"file": file})
        _, text = page([plan.model_copy(update={"pictures": (astray,)})], tmp_path)
        assert base64.b64encode(b"secret").decode() not in text


@pytest.mark.parametrize("name", ["style.css", *(f"{name}.js" for name in report.SCRIPTS)])
def test_no_part_of_the_page_can_end_its_own_element(name: str) -> None:
    """Script and style are put between their tags as they are."""
    part = Path(report.__file__).with_name("report_page") / name
    assert not re.search("</(?:script|style)|<!--", part.read_text(encoding="utf-8"))


@UNTIMED
@given(BATCHES)
def test_any_batch_gives_a_page_whose_data_can_be_read(
    tmp_path_factory: pytest.TempPathFactory, batch: list[ActionPlan]
) -> None:
    """Every action once, with the texts that every format has."""
    elements, _ = page(batch, tmp_path_factory.mktemp("page"))
    found = data(elements)
    ids = {action.action_id for plan in batch for action in plan.actions}
    at = list(found["columns"]).index("action_id")
    assert {action["v"][at] for action in found["actions"]} == ids
    assert "<" not in as_json(found)


def test_what_differs_between_runs_is_not_in_the_page(tmp_path: Path) -> None:
    """The time that a document took."""
    plan = made("a.pdf", "a" * 64)
    slower = plan.document.model_copy(update={"seconds": 99.125})
    _, first = page([plan], tmp_path)
    _, second = page([plan.model_copy(update={"document": slower})], tmp_path)
    assert first == second
