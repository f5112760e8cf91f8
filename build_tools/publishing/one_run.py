"""One run at a time writes into a folder; a second one is told so, and changes nothing."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

try:
    import fcntl
except ModuleNotFoundError:  # Windows, where an open file cannot be exchanged anyway
    fcntl = None  # type: ignore[assignment] # a module, or nothing where there is none

from ..model.edition import BadInput

READABLE = 0o022  # what is published may be read by all, a web server among them, whatever the user's own umask


@contextmanager
def one_run(folder: Path, reading: bool = False) -> Iterator[None]:
    """The folder belongs to this run until it ends, however it ends: the system takes the lock off, and no file is left
    of it.

    `reading`: others may read it, too, but nobody may change it meanwhile.
    """
    folder.mkdir(parents=True, exist_ok=True)
    if fcntl is None:
        yield
        return
    held = Held(folder)
    os.register_at_fork(after_in_child=held.let_go)
    try:
        try:
            fcntl.flock(held.handle, (fcntl.LOCK_SH if reading else fcntl.LOCK_EX) | fcntl.LOCK_NB)
        except BlockingIOError:
            raise BadInput("another-run", place=str(folder)) from None
        yield
    finally:
        held.let_go()


class Held:
    """An open folder. A process that is forked meanwhile lets go of it at once, or the lock would outlive this run; and
    only once, because the number is soon that of another file."""

    def __init__(self, folder: Path) -> None:
        self.handle = os.open(folder, os.O_RDONLY)

    def let_go(self) -> None:
        handle, self.handle = self.handle, -1
        if handle >= 0:
            os.close(handle)


@contextmanager
def readable_by_all() -> Iterator[None]:
    """What is made in here may be read by all, even where the user's umask is 077."""
    before = os.umask(READABLE)
    try:
        yield
    finally:
        os.umask(before)
