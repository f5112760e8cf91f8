"""What takes long is made once a run, also where several processes share the tests (pytest -n): the first to ask makes
it."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

try:
    import fcntl
except ModuleNotFoundError:  # Windows: run the tests there in one process
    fcntl = None


def folder_of_run(factory: pytest.TempPathFactory) -> Path:
    """The temporary folder that all processes of this run have in common."""
    here = factory.getbasetemp()
    return here.parent if os.environ.get("PYTEST_XDIST_WORKER") else here


@contextmanager
def turn(factory: pytest.TempPathFactory, name: str) -> Iterator[None]:
    """One process at a time; the others wait."""
    with (folder_of_run(factory) / f"{name}.lock").open("w") as lock:
        if fcntl is not None:
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def made_once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], object]) -> Path:
    """The folder that `make` has filled. What failed is tried again by the next who asks."""
    folder = folder_of_run(factory) / name
    done = folder.with_name(f"{name}.made")
    with turn(factory, name):
        if not done.exists():
            folder.mkdir(exist_ok=True)
            make(folder)
            done.touch()
    return folder
