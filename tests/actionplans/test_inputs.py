"""What is taken for a document, and what is left well alone."""

import os
import threading
from pathlib import Path

import pytest

from actionplans.inputs import LONGEST_NAME, MOST_BYTES, Taken, check_kind, find_documents, take
from extract.errors import CannotRead, ChangedDuringRead, Empty, NotAPdf, TooLarge, UnsafePath


def test_folders_are_searched_to_the_bottom(tmp_path: Path) -> None:
    """For names that end in .pdf in capitals or not, in order, each once."""
    for name in ("b.pdf", "deep/er/A.PDF", "a.pdf", "notes.txt", "deep/.pdf.swp"):
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch()
    found = find_documents([tmp_path, tmp_path / "a.pdf"])
    names = ["a.pdf", "b.pdf", "deep/er/A.PDF"]
    assert found == [str(tmp_path / name) for name in names]


def test_a_file_that_is_named_is_taken_whatever_its_ending(tmp_path: Path) -> None:
    """It is for the reader to say what it is."""
    file = tmp_path / "review.bin"
    file.touch()
    assert find_documents([file]) == [str(file)]


def test_a_copy_is_taken_and_told_by_its_content(tmp_path: Path) -> None:
    """The copy lies in the folder given, under the same name."""
    source, folder = tmp_path / "plan.pdf", tmp_path / "copies"
    source.write_bytes(b"abc")
    folder.mkdir()
    taken = take(source, folder)
    assert (taken.name, taken.path, taken.bytes) == ("plan.pdf", folder / "plan.pdf", 3)
    assert taken.sha256.startswith("ba7816bf8f01cfea")
    assert taken.path.read_bytes() == b"abc"


@pytest.mark.parametrize(
    ("name", "printed"),
    [
        (b"line\nbreak.pdf", "line\ufffdbreak.pdf"),
        (b"\x1b[31mred.pdf", "\ufffd[31mred.pdf"),
        (b"caf\xe9.pdf", "caf\ufffd.pdf"),
        ("\u202efdp.exe.pdf".encode(), "\ufffdfdp.exe.pdf"),
        ("é 😀 =cmd.pdf".encode(), "é 😀 =cmd.pdf"),
    ],
)
def test_a_name_is_made_printable(tmp_path: Path, name: bytes, printed: str) -> None:
    """A name from a stranger's disk can be put in a file and on a terminal."""
    source = tmp_path / "in" / os.fsdecode(name)
    source.parent.mkdir()
    source.write_bytes(b"x")
    assert take(source, tmp_path).name == printed


def test_a_name_of_many_strange_bytes_still_names_a_file(tmp_path: Path) -> None:
    """A replaced byte takes three; what is cut off is the start."""
    source = tmp_path / os.fsdecode(b"\xe9" * 200 + b".pdf")
    source.write_bytes(b"x")
    (tmp_path / "copies").mkdir()
    name = take(source, tmp_path / "copies").name
    assert name.endswith("\ufffd.pdf")
    assert len(name.encode()) <= LONGEST_NAME


def test_only_plain_files_are_opened(tmp_path: Path) -> None:
    """A pipe or a device would hold up the whole batch."""
    os.mkfifo(tmp_path / "pipe.pdf")
    (tmp_path / "plan.pdf").write_bytes(b"x")
    (tmp_path / "link.pdf").symlink_to("plan.pdf")
    (tmp_path / "nowhere.pdf").symlink_to("nothing")
    paths = [tmp_path / name for name in ("pipe.pdf", "link.pdf", "nowhere.pdf")]
    for path in (*paths, Path("/dev/null")):
        with pytest.raises(UnsafePath):
            take(path, tmp_path)


@pytest.mark.parametrize("head", [b"%PDF-1.4", b"\xef\xbb\xbf\r\n%PDF-2.0", b"x" * 1019 + b"%PDF-"])
def test_a_pdf_is_told_by_its_header(tmp_path: Path, head: bytes) -> None:
    """Which may stand a little way in."""
    (tmp_path / "plan.pdf").write_bytes(head)
    check_kind(Taken("plan.pdf", tmp_path / "plan.pdf"))


@pytest.mark.parametrize(
    "head",
    [
        b"just words",
        b"PK\x03\x04",
        b"PK\x03\x04" + bytes(26) + b"a.pdf%PDF-1.4",
        b"x" * 1020 + b"%PDF-",
        b"%!PS-Adobe",
    ],
)
def test_what_only_bears_the_name_is_refused(tmp_path: Path, head: bytes) -> None:
    """A web page or a Word file saved as .pdf is not worth a reader's time."""
    (tmp_path / "plan.pdf").write_bytes(head)
    with pytest.raises(NotAPdf):
        check_kind(Taken("plan.pdf", tmp_path / "plan.pdf"))


def test_a_file_without_bytes_is_refused(tmp_path: Path) -> None:
    """There is nothing to read."""
    (tmp_path / "plan.pdf").touch()
    with pytest.raises(Empty):
        take(tmp_path / "plan.pdf", tmp_path)


def test_a_huge_file_is_refused_before_it_is_copied(tmp_path: Path) -> None:
    """With its size and the limit."""
    source = tmp_path / "plan.pdf"
    source.touch()
    os.truncate(source, MOST_BYTES + 1024**2)
    with pytest.raises(TooLarge, match="101 MiB, at most 100"):
        take(source, tmp_path / "copies")


def test_a_file_that_changes_while_it_is_copied_is_refused(tmp_path: Path) -> None:
    """What was copied would be half of one thing and half of another."""
    source, over = tmp_path / "plan.pdf", threading.Event()
    source.write_bytes(bytes(20 * 1024**2))

    def write() -> None:
        with source.open("ab", buffering=0) as file:
            while not over.is_set():
                file.write(b"more")

    writing = threading.Thread(target=write)
    writing.start()
    try:
        with pytest.raises(ChangedDuringRead):
            take(source, made(tmp_path, "copies"))
    finally:
        over.set()
        writing.join()


@pytest.mark.skipif(not hasattr(os, "setuid"), reason="nobody is nobody here")
def test_a_file_that_may_not_be_read_is_refused(tmp_path: Path) -> None:
    """Also where who runs the tests may read everything: then, nobody asks."""
    source = tmp_path / "plan.pdf"
    source.write_bytes(b"x")
    source.chmod(0)
    child = os.fork()
    if child == 0:
        try:
            if os.geteuid() == 0:
                os.setuid(65534)
            take(source, tmp_path)
        except CannotRead:
            os._exit(9)
        finally:
            os._exit(1)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 9


def made(folder: Path, name: str) -> Path:
    """Make a folder in a folder."""
    (folder / name).mkdir()
    return folder / name


def test_what_cannot_be_opened_is_refused(tmp_path: Path) -> None:
    """A file that is gone, and a folder that could not be listed."""
    with pytest.raises(CannotRead, match="No such file"):
        take(tmp_path / "gone.pdf", tmp_path)
    with pytest.raises(CannotRead, match="folder cannot be listed"):
        take(tmp_path, tmp_path)


def test_a_link_to_a_folder_is_not_passed_over(tmp_path: Path) -> None:
    """It is refused as a link to a file is: what lies there may be what was meant."""
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "plan.pdf").write_bytes(b"x")
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "linked").symlink_to(tmp_path / "elsewhere")
    assert find_documents([tmp_path / "in"]) == [str(tmp_path / "in" / "linked")]
    with pytest.raises(UnsafePath):
        take(tmp_path / "in" / "linked", tmp_path)


def test_a_file_that_is_named_in_two_ways_counts_once(tmp_path: Path) -> None:
    """Up and down again leads to the same place."""
    (tmp_path / "sub").mkdir()
    (tmp_path / "plan.pdf").write_bytes(b"x")
    ways = [tmp_path / "plan.pdf", tmp_path / "sub" / ".." / "plan.pdf"]
    assert find_documents(ways) == [str(tmp_path / "plan.pdf")]
