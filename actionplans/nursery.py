"""The process that is copied for each document: it loads the libraries and reads none itself.

It has one thread, so that copies of it are sound. It obeys a wire, and when that ends, the program
that wanted the documents is gone: it ends all copies, removes their files, and goes too.
"""

import gc
import importlib
import os
import pickle
import shutil
import signal
import socket
import sys
from contextlib import suppress
from multiprocessing import connection
from pathlib import Path
from typing import NoReturn

_LOADED_ONCE = (
    "actionplans.worker",
    "extract.pictures",
    "extract.plan",
    "extract.readings",
    "normalise.plan",
    "normalise.redaction.redactor",
    "normalise.agencies.registers",
)
_DIES_WITH_PARENT = 1  # PR_SET_PDEATHSIG of Linux


def serve(wire: int, parent: int, folder: Path, many: bool) -> NoReturn:
    """Make copies as told, and say how each ended, until told to go or the parent is gone."""
    _keep_only(wire)
    _ignore_terminal()
    _die_with(parent)  # loading takes too long to look at the wire meanwhile
    load(many)
    _die_with(None)
    nursery = Nursery(socket.socket(fileno=wire))
    while nursery.wait():
        pass
    nursery.end_all()
    if not nursery.dismissed:
        shutil.rmtree(folder, ignore_errors=True)  # nobody else is left to do so
    os._exit(0)


class Nursery:
    """The copies that live, each by the wire on which its end is wanted and told."""

    def __init__(self, wire: socket.socket) -> None:
        self._wire = wire
        self.dismissed = False
        self._copies: dict[socket.socket, int] = {}
        self._bell, ringing = os.pipe()
        for end in (self._bell, ringing):
            os.set_blocking(end, False)
        signal.set_wakeup_fd(ringing, warn_on_full_buffer=False)
        signal.signal(signal.SIGCHLD, lambda *_: None)

    def wait(self) -> bool:
        """Do what is next: copy, end a copy, or tell of an end. Nothing is next: the wire ended."""
        ready = connection.wait([self._wire, self._bell, *self._copies])
        if self._bell in ready:
            with suppress(BlockingIOError):
                os.read(self._bell, 4096)
            self._tell_ends()
        for copy in self._copies.keys() & set(ready):
            _end(self._copies[copy])  # nobody waits for it any more
        return self._wire not in ready or self._obey()

    def end_all(self) -> None:
        """End all copies and what they began."""
        for pid in self._copies.values():
            _end(pid)

    def _obey(self) -> bool:
        """Make a copy that reads a document, unless told to go."""
        head, lines, _, _ = socket.recv_fds(self._wire, 8, 2)
        wanted = int.from_bytes(head, "big")
        if not wanted:
            self.dismissed = len(head) == 8
            return False
        letter = bytearray()
        while len(letter) < wanted and (part := self._wire.recv(wanted - len(letter))):
            letter += part
        copy, line = socket.socket(fileno=lines[0]), lines[1]
        with suppress(OSError):  # no more processes: the wire of this one ends at once
            self._copies[copy] = _copied(bytes(letter), line)
        os.close(line)
        return True

    def _tell_ends(self) -> None:
        """Say of each copy that has ended how it did, once nothing is left that it began."""
        for copy, pid in list(self._copies.items()):
            ended = os.waitid(os.P_PID, pid, os.WEXITED | os.WNOHANG | os.WNOWAIT)
            if ended is None:
                continue
            _end(pid)  # before its number is free for another process
            _, status = os.waitpid(pid, 0)
            with suppress(OSError):
                copy.send(str(os.waitstatus_to_exitcode(status)).encode())
            copy.close()
            del self._copies[copy]


def _copied(letter: bytes, line: int) -> int:
    """Copy this process, and give the number of the copy, which reads a document and ends."""
    parent = os.getpid()
    if pid := os.fork():
        return pid
    code = 1
    try:
        signal.set_wakeup_fd(-1)
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        _keep_only(line)
        _die_with(parent)
        from actionplans.worker import work

        taken, order = pickle.loads(letter)  # noqa: S301 - from our own program
        work(taken, order, line)
        code = 0
    finally:
        os._exit(code)


def _end(pid: int) -> None:
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(pid, signal.SIGKILL)
    with suppress(ProcessLookupError):
        os.kill(pid, signal.SIGKILL)  # where it has not come so far as to lead a group


def _keep_only(wire: int) -> None:
    """Close all that this process has inherited open beside one wire."""
    for path in list(Path("/proc/self/fd").iterdir()):
        if int(path.name) not in (0, 1, 2, wire):
            with suppress(OSError):  # the list itself is closed already
                os.close(int(path.name))


def _ignore_terminal() -> None:
    """Leave Ctrl-C and a terminal that closes to the program; whoever ends this one ends it."""
    for sign in (signal.SIGINT, signal.SIGHUP):
        signal.signal(sign, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT, signal.SIGTERM})


def _die_with(parent: int | None) -> None:
    """Have the system end this process when that which started it ends, or no longer so."""
    import ctypes

    how = 0 if parent is None else signal.SIGKILL
    ctypes.CDLL(None).prctl(_DIES_WITH_PARENT, how, 0, 0, 0)
    if parent is not None and os.getppid() != parent:
        os._exit(1)


def load(many: bool) -> None:
    """Load the libraries, and for many documents the tables that nearly each of them needs."""
    for name in _LOADED_ONCE:
        importlib.import_module(name)
    sys.dont_write_bytecode = True  # by copies that read what others made
    if many:
        from actionplans.interpreters import INTERPRETERS, interpret
        from extract.text.lexicon import is_english

        is_english("plan")
        for kind in INTERPRETERS:
            interpret(kind, "Completed by Surrey Police in June 2014")
    gc.collect()
    gc.freeze()  # what is never touched stays one for all copies
