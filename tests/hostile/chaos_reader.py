"""A reader that does what a broken or hijacked library would: the file says what.

The one thing that is mocked in all tests, for no real library misbehaves on demand.
"""

import ctypes
import os
import signal
import time
from collections.abc import Callable
from pathlib import Path

from extract.ocr.choice import Ocr
from extract.plan import read_plan as honest_reader
from extract.records import PrintedPlan
from extract.watch import NOBODY, Watch

MARK = b"%chaos "


def read_plan(path: Path, ocr: Ocr = "auto", watch: Watch = NOBODY) -> PrintedPlan:
    """Do what stands behind the mark at the end of the file, then read it as it should be read."""
    command = path.read_bytes().rpartition(MARK)[2].decode().strip()
    COMMANDS[command](path, watch)
    return honest_reader(path, ocr, watch)


def _nothing(path: Path, watch: Watch) -> None:
    """Go on."""


def _spin(path: Path, watch: Watch) -> None:
    while True:
        pass


def _sleep(path: Path, watch: Watch) -> None:
    time.sleep(3600)


def _spin_deaf(path: Path, watch: Watch) -> None:
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    _spin(path, watch)


def _eat(path: Path, watch: Watch) -> None:
    eaten = []
    while True:
        eaten.append(bytearray(16 * 1024**2))


def _eat_natively(path: Path, watch: Watch) -> None:
    """Do as a C++ library does that is handed no memory."""
    malloc = ctypes.CDLL(None).malloc
    malloc.restype, malloc.argtypes = ctypes.c_void_p, [ctypes.c_size_t]
    while malloc(64 * 1024**2):
        pass
    os.abort()


def _abort(path: Path, watch: Watch) -> None:
    os.abort()


def _segfault(path: Path, watch: Watch) -> None:
    ctypes.string_at(0)


def _leave(path: Path, watch: Watch) -> None:
    os._exit(0)


def _rubbish(path: Path, watch: Watch) -> None:
    _answer(path, b'{"document": "rubbish"')


def _other(path: Path, watch: Watch) -> None:
    """Answer for another document, in words that are right."""
    plan = (
        '{"document":{"document":"other.pdf","sha256":"00","bytes":1,"pages":1,'
        '"outcome":"no_action_plan_found","reason":"","actions":0,"agencies":0,'
        '"plan_pages":"","unplaced_characters":0,"seconds":0}}'
    )
    _answer(path, plan.encode())


def _twice(path: Path, watch: Watch) -> None:
    """Answer with rubbish, and again as it should be."""
    (path.parent / "answer.json").write_bytes(b'{"document": "rubbish"')


def _giant(path: Path, watch: Watch) -> None:
    _answer(path, b" " * (65 * 1024**2))


def _pipe(path: Path, watch: Watch) -> None:
    os.mkfifo(path.parent / "answer.json")
    os._exit(0)


def _link(path: Path, watch: Watch) -> None:
    ctypes.CDLL(None).symlink(b"/dev/zero", os.fsencode(path.parent / "answer.json"))
    os._exit(0)


def _write_outside(path: Path, watch: Watch) -> None:
    (path.parents[2] / "escaped.txt").write_text("here I am")


def _connect(path: Path, watch: Watch) -> None:
    import socket

    socket.create_connection(("127.0.0.1", 9))


def _run_program(path: Path, watch: Watch) -> None:
    os.system("true")  # noqa: S605, S607 - it must not come so far


def _fork(path: Path, watch: Watch) -> None:
    """Leave a process behind, past the interpreter, and go on."""
    if ctypes.CDLL(None).fork() == 0:
        time.sleep(3600)


def _flood(path: Path, watch: Watch) -> None:
    for number in range(5000):
        watch.page(number % 7)
        watch.pages(10**9)
    watch.page(0)


def _fail(path: Path, watch: Watch) -> None:
    raise KeyError("a fault of ours")


def _on_page_two(path: Path, watch: Watch, harm: Callable[[Path, Watch], None]) -> None:
    watch.pages(3)
    for number in (1, 2, 3):
        watch.page(number)
        if number == 2 and number not in watch.skip:
            harm(path, watch)


def _answer(path: Path, data: bytes) -> None:
    (path.parent / "answer.json").write_bytes(data)
    os._exit(0)


COMMANDS: dict[str, Callable[[Path, Watch], None]] = {
    "nothing": _nothing,
    "spin": _spin,
    "sleep": _sleep,
    "spin-deaf": _spin_deaf,
    "eat": _eat,
    "eat-natively": _eat_natively,
    "abort": _abort,
    "segfault": _segfault,
    "leave": _leave,
    "rubbish": _rubbish,
    "other": _other,
    "twice": _twice,
    "giant": _giant,
    "pipe": _pipe,
    "link": _link,
    "write-outside": _write_outside,
    "connect": _connect,
    "run-program": _run_program,
    "fork": _fork,
    "flood": _flood,
    "fail": _fail,
    "page-spin": lambda path, watch: _on_page_two(path, watch, _spin),
    "page-segfault": lambda path, watch: _on_page_two(path, watch, _segfault),
}
