"""Where tasks that know nothing of each other are done: one after the other here, or side by side in processes."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from functools import partial
from multiprocessing import get_all_start_methods, get_context
from typing import ParamSpec, TypeVar

Given = ParamSpec("Given")
Result = TypeVar("Result")


class Later(Future[Result]):
    """A task that is done when its result is asked for."""

    def __init__(self, task: Callable[[], Result]) -> None:
        super().__init__()
        self.task = task

    def result(self, timeout: float | None = None) -> Result:
        if not self.done():
            self.set_result(self.task())
        return super().result(timeout)


class Here(Executor):
    """One task after the other, in this process."""

    def submit(self, task: Callable[Given, Result], /, *given: Given.args, **named: Given.kwargs) -> Future[Result]:
        return Later(partial(task, *given, **named))


def workers(tasks: int) -> Executor:
    """As many processes as there are processors and tasks.

    Only where a process can be forked, so that it need not load the program again, and never beside threads: a fork
    keeps the locks they hold.
    """
    count = min(tasks, os.cpu_count() or 1)
    if count < 2 or "fork" not in get_all_start_methods() or threading.active_count() > 1:
        return Here()
    return ProcessPoolExecutor(count, mp_context=get_context("fork"))
