"""Tasks in processes, or one after the other: the same results, and the same errors."""

from __future__ import annotations

import threading

import pytest

from build_tools.model.edition import BadInput
from build_tools.processes import Here, workers


def half(number: int) -> int:
    if number % 2:
        raise BadInput("file-missing", number, "", place=f"{number}.txt")
    return number // 2


@pytest.mark.parametrize("tasks", [1, 4])
def test_results_and_errors(tasks: int) -> None:
    """What a task gives or raises comes back whole, also from another process."""
    with workers(tasks) as pool:
        waiting = [pool.submit(half, number) for number in (2, 3)]
        assert waiting[0].result() == waiting[0].result() == 1
        with pytest.raises(BadInput) as raised:
            waiting[1].result()
    assert [(refusal.code, refusal.place) for refusal in raised.value.refusals] == [("file-missing", "3.txt")]


def test_no_fork_beside_threads() -> None:
    """A fork keeps the locks that other threads hold, so beside threads all is done here."""
    stop = threading.Event()
    thread = threading.Thread(target=stop.wait)
    thread.start()
    try:
        assert isinstance(workers(4), Here)
    finally:
        stop.set()
        thread.join()
