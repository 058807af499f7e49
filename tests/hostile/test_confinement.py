"""A process that reads a document uses no network, starts nothing and writes in its own folder."""

import ctypes
import os
import platform
import re
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from actionplans import tripwire
from actionplans.confinement import confine
from samples.source import all_samples
from tests.hostile.generator import FILES, make_files

SAMPLES = Path(__file__).parents[2] / "samples"
CALLS = "network,execve,execveat,setsid,openat,open,creat,unlink,unlinkat,rename,renameat,renameat2"

FORBIDDEN: dict[str, Callable[[Path], object]] = {
    "a socket": lambda own: socket.socket(),
    "a look-up": lambda own: socket.getaddrinfo("localhost", 80),
    "a program": lambda own: subprocess.run(["true"], check=False),  # noqa: S607 - not found, not run
    "a shell": lambda own: os.system("true"),  # noqa: S605, S607 - it does not come so far
    "another program": lambda own: os.execv("/bin/true", ["true"]),  # noqa: S606 - the same
    "a copy of itself": lambda own: os.fork(),
    "a file elsewhere": lambda own: (own.parent / "x").write_text("x"),
    "a file by a detour": lambda own: (own / ".." / "x").write_text("x"),
    "a file by number": lambda own: os.open(own.parent / "x", os.O_CREAT | os.O_WRONLY),
    "removal elsewhere": lambda own: (own.parent / "there").unlink(),
    "a move out": lambda own: (own / "mine").rename(own.parent / "yours"),
    "a link": lambda own: (own / "link").symlink_to("/etc"),
    "a stranger's end": lambda own: os.kill(1, 0),
}
ALLOWED: dict[str, Callable[[Path], object]] = {
    "reading": lambda own: Path(__file__).read_bytes(),
    "writing": lambda own: (own / "x").write_text("x"),
    "moving": lambda own: (own / "mine").rename(own / "still mine"),
    "a folder": lambda own: (own / "folder").mkdir(),
    "sweeping": lambda own: shutil.rmtree(own / "deep"),
}


def tried(own: Path, what: Callable[[Path], object]) -> bool:
    """Try something in a process that has the tripwire laid, and say whether it was let."""
    child = os.fork()
    if child == 0:
        os.setsid()
        tripwire.lay(own)
        try:
            what(own)
        except tripwire.Forbidden:
            os._exit(9)
        except BaseException:
            os._exit(1)
        os._exit(0)
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    assert code in (0, 9), code
    return code == 0


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """Make a folder for a process, with something in it and something beside it."""
    folder = tmp_path / "own"
    (folder / "deep" / "deeper").mkdir(parents=True)
    (folder / "deep" / "deeper" / "file").touch()
    (folder / "mine").touch()
    (tmp_path / "there").touch()
    return folder


@pytest.mark.parametrize("what", FORBIDDEN)
def test_what_no_reading_needs_is_forbidden(own: Path, what: str) -> None:
    """Before it happens, and whoever tries it."""
    assert not tried(own, FORBIDDEN[what])
    assert (own.parent / "there").exists()
    assert not (own.parent / "x").exists()


@pytest.mark.parametrize("what", ALLOWED)
def test_what_a_reading_needs_is_let(own: Path, what: str) -> None:
    """In its own folder."""
    assert tried(own, ALLOWED[what])


NATIVE: dict[str, Callable[[ctypes.CDLL, Path], int]] = {
    "a file elsewhere": lambda c, own: c.creat(os.fsencode(own.parent / "x"), 0o600),
    "a file that is there": lambda c, own: c.open(os.fsencode(own.parent / "there"), os.O_WRONLY),
    "removal elsewhere": lambda c, own: c.unlink(os.fsencode(own.parent / "there")),
    "a move out": lambda c, own: c.rename(os.fsencode(own / "mine"), os.fsencode(own.parent / "x")),
    "a link to elsewhere": lambda c, own: c.link(
        os.fsencode(own.parent / "there"), os.fsencode(own / "link")
    ),
    "a folder elsewhere": lambda c, own: c.mkdir(os.fsencode(own.parent / "x"), 0o700),
}
NATIVE_ALLOWED: dict[str, Callable[[ctypes.CDLL, Path], int]] = {
    "a file": lambda c, own: c.creat(os.fsencode(own / "x"), 0o600),
    "removal": lambda c, own: c.unlink(os.fsencode(own / "mine")),
    "nowhere": lambda c, own: c.open(os.fsencode(os.devnull), os.O_WRONLY),
    "reading": lambda c, own: c.open(b"/etc/hostname", os.O_RDONLY),
}


def tried_natively(own: Path, what: Callable[[ctypes.CDLL, Path], int]) -> bool:
    """Try something past the interpreter in a process that the system confines."""
    child = os.fork()
    if child == 0:
        if not confine(own):
            os._exit(7)
        os._exit(0 if what(ctypes.CDLL(None), own) >= 0 else 9)
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    if code == 7:
        pytest.skip("the system confines no process here")
    return code == 0


@pytest.mark.parametrize("what", NATIVE)
def test_native_code_is_confined_by_the_system(own: Path, what: str) -> None:
    """It asks no interpreter."""
    assert not tried_natively(own, NATIVE[what])
    assert (own.parent / "there").exists()
    assert not (own.parent / "x").exists()


@pytest.mark.parametrize("what", NATIVE_ALLOWED)
def test_native_code_works_in_its_own_folder(own: Path, what: str) -> None:
    """As recognisers do."""
    assert tried_natively(own, NATIVE_ALLOWED[what])


def test_native_code_reaches_no_other_process_and_no_host(own: Path) -> None:
    """Neither by a signal nor by TCP, where the system knows how to forbid these."""
    if tuple(map(int, platform.release().split(".")[:2])) < (6, 12):
        pytest.skip("the system is older than that")
    with socket.create_server(("127.0.0.1", 0)) as listening:
        address = listening.getsockname()

        def connect(c: ctypes.CDLL, own: Path) -> int:
            with socket.socket() as calling:
                return -calling.connect_ex(address)

        assert not tried_natively(own, connect)
    parent = os.getpid()
    assert not tried_natively(own, lambda c, own: c.kill(parent, 0))


@pytest.fixture
def scratch() -> Iterator[Path]:
    """Give a folder for temporary files whose name is short enough for a socket."""
    with tempfile.TemporaryDirectory(prefix="ap-") as folder:
        yield Path(folder)


@pytest.mark.skipif(not shutil.which("strace"), reason="strace is not installed")
def test_native_code_keeps_to_itself_too(tmp_path: Path, scratch: Path) -> None:
    """Every system call of the processes that read hostile files and samples is looked at."""
    make_files(tmp_path / "in")
    for name in sorted(FILES)[::2]:
        (tmp_path / "in" / f"{name}.pdf").unlink()  # being watched takes time
    for sample in all_samples()[:4]:
        shutil.copy(SAMPLES / f"{sample.name}.pdf", tmp_path / "in")
    trace = tmp_path / "trace"
    command = ["strace", "-f", "-qq", "-e", f"trace={CALLS}", "-o", str(trace), sys.executable]
    command += ["-m", "actionplans", "extract", str(tmp_path / "in")]
    command += ["--out", str(tmp_path / "out"), "--jobs", "2", "--format", "csv"]
    environment = {**os.environ, "TMPDIR": str(scratch)}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)  # noqa: S603 - ours
    if "ptrace" in done.stderr.lower() and not trace.exists():
        pytest.skip("no process may be watched here")
    calls = readers_calls(trace.read_text(encoding="utf-8", errors="replace").splitlines())
    assert len(calls) > 30
    said = [call for of_one in calls.values() for call in of_one]
    assert [call for call in said if re.match(r"(socket|connect|bind|sendto|execve)", call)] == []
    writing = r"(open|creat).*(O_WRONLY|O_RDWR|O_CREAT)|unlink|rename|creat"
    outside = [
        call
        for call in said
        if re.match(writing, call)
        and f'"{scratch}' not in call
        and "/dev/null" not in call
        and not re.match(r'unlinkat\(\d+, "[^/"]+"', call)  # relative to a folder that was open
    ]
    assert outside == []


def readers_calls(lines: list[str]) -> dict[str, list[str]]:
    """Sort the calls by process, of those that made themselves leaders of a session."""
    calls: dict[str, list[str]] = {}
    for line in lines:
        pid, _, call = line.partition(" ")
        call = call.strip()
        if call.startswith("setsid("):
            calls[pid] = []
        elif pid in calls:
            calls[pid].append(call)
    return calls
