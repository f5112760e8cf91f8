"""One run at a time writes into a folder; a second one is told so, and changes nothing."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Protocol

from ..model.edition import BadInput

ON_WINDOWS = os.name == "nt"
if ON_WINDOWS:
    import msvcrt
else:
    import fcntl

READABLE = 0o022  # what is published may be read by all, a web server among them, whatever the user's own umask
LOCK = ".lock"  # on Windows, where a folder itself cannot be locked
READERS = 64  # runs that may read at once there: a reader locks one byte of the file, a writer all


class Held(Protocol):
    """What is held of a folder."""

    def take(self, reading: bool) -> None:
        """Raises BlockingIOError where another run has it."""

    def let_go(self) -> None: ...


@contextmanager
def one_run(folder: Path, reading: bool = False) -> Iterator[None]:
    """The folder belongs to this run until it ends, however it ends: the system takes the lock off.

    `reading`: others may read it, too, but nobody may change it meanwhile.
    """
    folder.mkdir(parents=True, exist_ok=True)
    held: Held = HeldFile(folder) if ON_WINDOWS else HeldFolder(folder)
    try:
        try:
            held.take(reading)
        except BlockingIOError:
            raise BadInput("another-run", place=str(folder)) from None
        yield
    finally:
        held.let_go()


class HeldFolder:
    """An open folder, of which no file is left. A process that is forked meanwhile lets go of it at once, or the lock
    would outlive this run; and only once, because the number is soon that of another file."""

    def __init__(self, folder: Path) -> None:
        self.handle = os.open(folder, os.O_RDONLY)
        os.register_at_fork(after_in_child=self.let_go)

    def take(self, reading: bool) -> None:
        fcntl.flock(self.handle, (fcntl.LOCK_SH if reading else fcntl.LOCK_EX) | fcntl.LOCK_NB)

    def let_go(self) -> None:
        handle, self.handle = self.handle, -1
        if handle >= 0:
            os.close(handle)


class HeldFile:
    """A file in the folder, gone when the last run that has it open lets go; after a run that was killed it stays,
    locked by nobody."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / LOCK
        self.handle = os.open(self.path, os.O_RDWR | os.O_CREAT)

    def take(self, reading: bool) -> None:
        if not reading:
            self.lock(0, READERS)
            return
        for byte in range(READERS - 1):
            with suppress(BlockingIOError):
                self.lock(byte, 1)
                return
        self.lock(READERS - 1, 1)

    def lock(self, start: int, length: int) -> None:
        os.lseek(self.handle, start, os.SEEK_SET)
        try:
            msvcrt.locking(self.handle, msvcrt.LK_NBLCK, length)  # type: ignore[attr-defined] # only there on Windows
        except OSError as error:
            raise BlockingIOError(error.errno, error.strerror) from None

    def let_go(self) -> None:
        os.close(self.handle)
        with suppress(OSError):  # another run has it open: that one takes it away
            self.path.unlink()


@contextmanager
def readable_by_all() -> Iterator[None]:
    """What is made in here may be read by all, even where the user's umask is 077."""
    before = os.umask(READABLE)
    try:
        yield
    finally:
        os.umask(before)
