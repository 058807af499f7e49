"""Starts each process as a copy of one that has loaded the libraries and has seen no document."""

import os
import pickle
import signal
import socket
import sys
import threading
import traceback
from contextlib import suppress
from pathlib import Path

from actionplans.inputs import Taken
from actionplans.nursery import serve
from actionplans.orders import Order
from actionplans.processes import interrupts_held

_LONGEST_DYING = 10.0
"""Seconds to wait for a process that was told to end: only a broken disk holds one up so long."""


class Forking:
    """The wire to the process that is copied. It is begun with the first document."""

    def __init__(self, folder: Path, *, many: bool) -> None:
        self._folder, self._many = folder, many
        self._wire: socket.socket | None = None
        self._pid = 0

    def start(self, taken: Taken, order: Order, line: int) -> "Forked":
        """Have a copy made that reads one document."""
        letter = pickle.dumps((taken, order))
        ours, theirs = socket.socketpair()
        with interrupts_held(), theirs:
            try:
                self._send(letter, theirs.fileno(), line)
            except OSError:  # somebody ended what is copied: begin it anew
                self.close()
                self._send(letter, theirs.fileno(), line)
        return Forked(ours)

    def close(self) -> None:
        """Let the process that is copied end; it ends all copies."""
        if self._wire is not None:
            with suppress(OSError):
                self._wire.sendall(bytes(8))
            self._wire.close()
            os.waitpid(self._pid, 0)
            self._wire = None

    def _send(self, letter: bytes, *lines: int) -> None:
        if self._wire is None:
            self._wire, theirs = socket.socketpair()
            with theirs:
                self._pid = _begin(theirs, self._folder, self._many)
        size = len(letter).to_bytes(8, "big")
        socket.send_fds(self._wire, [size], lines)
        self._wire.sendall(letter)


class Forked:
    """A copy that reads one document, and the wire by which it is ended and its end is told."""

    def __init__(self, wire: socket.socket) -> None:
        self._wire = wire
        self._code: int | None = None

    @property
    def sentinel(self) -> int:
        """What becomes readable when the process ends."""
        return self._wire.fileno()

    def code(self) -> int | None:
        """Give the exit code, or None while the process runs."""
        if self._code is None:
            self._wire.setblocking(False)
            try:
                self._code = self._told()
            except BlockingIOError:
                return None
        return self._code

    def end(self) -> None:
        """End the process and all that it began, and wait until it is gone."""
        if self._wire.fileno() < 0:
            return
        if self._code is None:
            self._wire.settimeout(_LONGEST_DYING)
            try:
                self._wire.shutdown(socket.SHUT_WR)
                self._code = self._told()
            except OSError:
                self._code = -signal.SIGKILL
        self._wire.close()

    def _told(self) -> int:
        """Read the exit code; nothing comes where what is copied was killed, and all with it."""
        try:
            return int(self._wire.recv(16) or -signal.SIGKILL)
        except ConnectionResetError:
            return -signal.SIGKILL


def _begin(wire: socket.socket, folder: Path, many: bool) -> int:
    """Begin the process that is copied: by a copy of this one, which has loaded half of it."""
    if threading.active_count() > 1:
        return _begin_apart(wire, folder, many)  # a copy of a program with threads may stand still
    parent = os.getpid()
    if pid := os.fork():
        return pid
    try:
        serve(wire.detach(), parent, folder, many)
    except BaseException:
        traceback.print_exc()
    finally:
        os._exit(1)


def _begin_apart(wire: socket.socket, folder: Path, many: bool) -> int:
    wanted = f"3, {os.getpid()}, Path({str(folder)!r}), {many!r}"
    code = (
        f"import sys; sys.path[:] = {sys.path!r}; from pathlib import Path; "
        f"from actionplans.nursery import serve; serve({wanted})"
    )
    moves = [(os.POSIX_SPAWN_DUP2, wire.fileno(), 3)]
    command = [sys.executable, "-c", code]
    return os.posix_spawn(sys.executable, command, os.environ, file_actions=moves)
