"""Makes what lies in wait among files: pipes, links, sockets, hollow files and odd names."""

import os
import socket
from pathlib import Path

from tests.hostile.made_by_hand import page, pdf, table

ODD_NAMES = (
    b"=cmd|calc.pdf",
    b"-rf.pdf",
    b"a\nb.pdf",
    b"\xff\xfe.pdf",
    b"http:a.pdf",
    b"<img src=x onerror=alert(1)>.pdf",
    b"..pdf.pdf",
    b"a;b'c\"d`e$f.pdf",
    "\u202egnp.pdf".encode(),
    b"\x1b]0;x\x07.pdf",
    b"n" * 251 + b".pdf",
    b"CON.pdf",
)


def make_traps(folder: Path) -> int:
    """Make what is no plain file, all of it `unsafe_path`, and say how many there are."""
    folder.mkdir(parents=True, exist_ok=True)
    os.mkfifo(folder / "pipe.pdf")
    links = {
        "device": "/dev/zero",
        "secret": "/etc/passwd",
        "nowhere": "/no/such",
        "loop": "loop.pdf",
    }
    for name, target in links.items():
        (folder / f"{name}.pdf").symlink_to(target)
    # Bound by a number, for the name of a socket has to be short.
    handle = os.open(folder, os.O_RDONLY)
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(f"/proc/self/fd/{handle}/socket.pdf")
    os.close(handle)
    return 2 + len(links)


def make_large(folder: Path) -> str:
    """Make a file of 10 GiB that takes no room, and give its name."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "hollow.pdf").open("wb") as file:
        file.truncate(10 * 1024**3)
    return "hollow.pdf"


def make_odd_names(folder: Path) -> int:
    """Make plans with names that would be something else elsewhere, and say how many there are."""
    folder.mkdir(parents=True, exist_ok=True)
    for number, name in enumerate(ODD_NAMES):
        content = pdf(page(table(3, [f"Do {number}", "x", "Police", "June 2014", "Ongoing"])))
        (folder / os.fsdecode(name)).write_bytes(content)
    # A folder may bear such a name, too; one without anything in it is no input.
    (folder / "empty folder.pdf").mkdir()
    (folder / "folder.pdf").mkdir()
    content = pdf(page(table(3, ["Do it here", "x", "Police", "June 2014", "Ongoing"])))
    (folder / "folder.pdf" / "inside.pdf").write_bytes(content)
    return len(ODD_NAMES) + 1
