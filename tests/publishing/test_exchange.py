"""Folders are exchanged so that a run stopped at any step loses nothing: the next run finds all that people wrote, and
leaves nothing behind."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from build_tools.model.edition import BadInput
from build_tools.publishing import content_folder
from build_tools.publishing.exchange import exchange, new_of, old_of, recover
from build_tools.publishing.one_run import one_run, readable_by_all

STEPS = {  # every way in which a file or folder is changed
    Path: ("mkdir", "rename", "unlink", "write_bytes"),
    os: ("replace",),
    shutil: ("rmtree",),
}
BEFORE = {
    "pages/zh/index.md": "---\ngenerated: true\n---\nalt\n",
    "pages/zh/navigation.json": "[]\n",
    "data/a.csv": "alt\n",
}
AFTER = {
    "pages/zh/index.md": "---\ngenerated: true\n---\nneu\n",
    "pages/zh/navigation.json": "[]\n",
    "data/b.csv": "neu\n",
}
BY_HAND = {"pages/zh/about.md": "# 关于\n", "pages/zh/images/map.svg": "<svg/>"}


class Stopped(BaseException):
    """Like a signal that nobody catches: no `except` of the program sees it as an error."""


class Steps:
    """Counts the steps, and stops before or after one of them."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.count, self.stop_at, self.done = 0, -1, True
        for place, names in STEPS.items():
            for name in names:
                monkeypatch.setattr(place, name, self.counted(getattr(place, name)))

    def counted(self, step: Callable) -> Callable:
        def run(*arguments: object, **options: object) -> object:
            self.count += 1
            if self.count == self.stop_at and not self.done:
                self.stop()
            value = step(*arguments, **options)
            if self.count == self.stop_at and self.done:
                self.stop()
            return value

        return run

    def stop(self) -> None:
        """From here on nothing is changed any more, as when a process has been killed: not even by what would clean
        up."""
        self.stop_at = self.count + 1
        self.done = False
        raise Stopped


def fill(out: Path) -> None:
    for path, text in (BEFORE | BY_HAND).items():
        (out / path).parent.mkdir(parents=True, exist_ok=True)
        (out / path).write_text(text, encoding="utf-8")


def texts(out: Path) -> dict[str, str]:
    return {
        path.relative_to(out).as_posix(): path.read_text(encoding="utf-8") for path in out.rglob("*") if path.is_file()
    }


def convert(out: Path, nowhere: Path) -> None:
    with content_folder.to_be_changed(out):
        content_folder.replace(out, AFTER, nowhere)


def steps_of_a_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> int:
    with monkeypatch.context() as patch:
        out = tmp_path / "counted"
        fill(out)
        steps = Steps(patch)
        convert(out, tmp_path / "nowhere")
        return steps.count


@pytest.mark.parametrize("done", [False, True], ids=["before", "after"])
def test_stopped_at_every_step(done: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whichever step a conversion is stopped at: nobody's page is lost, not even one edited meanwhile, and the next run
    makes all whole."""
    count = steps_of_a_run(tmp_path, monkeypatch)
    assert count > 10
    for step in range(1, count + 1):
        out = tmp_path / f"out{step}"
        fill(out)
        with monkeypatch.context() as patch:
            steps = Steps(patch)
            steps.stop_at, steps.done = step, done
            with pytest.raises(Stopped):
                convert(out, tmp_path / "nowhere")
        edited = "# 关于，改过\n" if (out / "pages/zh/about.md").is_file() else BY_HAND["pages/zh/about.md"]
        if (out / "pages/zh/about.md").is_file():
            (out / "pages/zh/about.md").write_text(edited, encoding="utf-8")
        convert(out, tmp_path / "nowhere")
        assert texts(out) == AFTER | BY_HAND | {"pages/zh/about.md": edited}, step


def test_stopped_twice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A run that mends what an earlier one left may itself be stopped at any step."""
    count = steps_of_a_run(tmp_path, monkeypatch)
    seen = 0
    for step in range(count - 8, count + 1):
        for second in range(1, count + 8):
            out = tmp_path / f"out{step}-{second}"
            fill(out)
            finished = False
            for stop_at in (step, second):
                with monkeypatch.context() as patch:
                    steps = Steps(patch)
                    steps.stop_at = stop_at
                    try:
                        convert(out, tmp_path / "nowhere")
                        finished = stop_at == second
                    except Stopped:
                        seen += 1
            convert(out, tmp_path / "nowhere")
            assert texts(out) == AFTER | BY_HAND, (step, second)
            shutil.rmtree(out)
            if finished:
                break
    assert seen > count


def test_a_step_that_the_machine_refuses_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A full disk, a write-protected folder: all is as before, and nothing half written stays."""
    count = steps_of_a_run(tmp_path, monkeypatch)
    writing = 0
    for step in range(1, count + 1):
        out = tmp_path / f"out{step}"
        fill(out)
        with monkeypatch.context() as patch:
            steps = Steps(patch)
            steps.stop_at, steps.done = step, False
            steps.stop = lambda: (_ for _ in ()).throw(OSError(28, "No space left on device"))
            try:
                convert(out, tmp_path / "nowhere")
            except OSError:
                writing += 1
        whole = {path: text for path, text in texts(out).items() if not path.startswith(".")}
        assert whole in (BEFORE | BY_HAND, AFTER | BY_HAND), step
        convert(out, tmp_path / "nowhere")
        assert texts(out) == AFTER | BY_HAND, step
    assert writing > 5


def test_all_parts_or_none(tmp_path: Path) -> None:
    """Folders and files take their places together; what stood there before goes, and no list is left."""
    for name, kind in (("site", "alt"), ("offline", "alt")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a").write_text(kind, encoding="utf-8")
    (tmp_path / "x.zip").write_text("alt", encoding="utf-8")
    for name in ("site", "offline"):
        new_of(tmp_path / name).mkdir()
        (new_of(tmp_path / name) / "b").write_text("neu", encoding="utf-8")
    new_of(tmp_path / "x.zip").write_text("neu", encoding="utf-8")
    parts = [(new_of(tmp_path / name), tmp_path / name) for name in ("site", "offline", "x.zip")]
    exchange(tmp_path, parts)
    assert texts(tmp_path) == {"site/b": "neu", "offline/b": "neu", "x.zip": "neu"}


def test_site_and_zip_are_of_one_build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Stopped at any step, the next run finds site and zip both old or both new, never one of each, and nothing beside
    them."""
    whole = ({"site/a": "alt", "x.zip": "alt"}, {"site/b": "neu", "x.zip": "neu"})
    seen = set()
    for step in range(1, 30):
        build = tmp_path / f"build{step}"
        parts = [(new_of(build / name), build / name) for name in ("site", "x.zip")]
        for folder, name, text in ((build / "site", "a", "alt"), (new_of(build / "site"), "b", "neu")):
            folder.mkdir(parents=True)
            (folder / name).write_text(text, encoding="utf-8")
        (build / "x.zip").write_text("alt", encoding="utf-8")
        new_of(build / "x.zip").write_text("neu", encoding="utf-8")
        stopped = False
        with monkeypatch.context() as patch:
            steps = Steps(patch)
            steps.stop_at = step
            try:
                exchange(build, parts)
            except Stopped:
                stopped = True
        recover(build, [place for _new, place in parts])
        assert texts(build) in whole, step
        seen.add(whole.index(texts(build)))
        if not stopped:
            break
    assert seen == {0, 1}
    assert not stopped
    assert step > 4


def test_what_older_versions_left_comes_back(tmp_path: Path) -> None:
    """A folder that stepped aside, and no list that says why: it returns to its place."""
    old_of(tmp_path / "pages").mkdir()
    (old_of(tmp_path / "pages") / "a").write_text("alt", encoding="utf-8")
    new_of(tmp_path / "pages").mkdir()
    recover(tmp_path, [tmp_path / "pages"])
    assert texts(tmp_path) == {"pages/a": "alt"}
    assert [path.name for path in tmp_path.iterdir()] == ["pages"]


def test_a_second_run_is_told(tmp_path: Path) -> None:
    """While one run writes into a folder another is refused with a sentence, and nothing is left when both are done;
    readers do not stop readers."""
    script = (
        "import sys; from pathlib import Path; from build_tools.publishing.one_run import one_run\nwith "
        "one_run(Path(sys.argv[1])): pass"
    )
    command = [sys.executable, "-c", script, str(tmp_path)]
    with one_run(tmp_path):
        other = subprocess.run(command, capture_output=True, text=True, check=False)
        assert "another run of build_tools is writing here. Wait" in other.stderr
        assert other.returncode
        with pytest.raises(BadInput, match="another run"), one_run(tmp_path):
            pass
    assert subprocess.run(command, check=False).returncode == 0
    with one_run(tmp_path, reading=True), one_run(tmp_path, reading=True):
        pass
    assert not list(tmp_path.iterdir())


WINDOWS = """\
import sys, types
from pathlib import Path
from build_tools.publishing import one_run
if not one_run.ON_WINDOWS:  # what Windows does there, said with the locks of this system
    import fcntl, os
    def locking(handle, mode, length):
        fcntl.lockf(handle, fcntl.LOCK_EX | fcntl.LOCK_NB, length, os.lseek(handle, 0, os.SEEK_CUR))
    one_run.msvcrt = types.SimpleNamespace(locking=locking, LK_NBLCK=0)
    one_run.ON_WINDOWS = True
with one_run.one_run(Path(sys.argv[1]), reading=sys.argv[2] == "reads"):
    print("held", flush=True)
    sys.stdin.read()
"""


@pytest.mark.parametrize(
    ("first", "second", "both"), [("writes", "writes", False), ("reads", "writes", False), ("reads", "reads", True)]
)
def test_a_second_run_is_told_on_windows(tmp_path: Path, first: str, second: str, both: bool) -> None:
    """Where a folder cannot be locked, a file in it is, and nothing is left of it; a run that was killed locks
    nobody out."""
    command = [sys.executable, "-c", WINDOWS, str(tmp_path)]
    with subprocess.Popen([*command, first], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout
        assert holder.stdout.readline() == "held\n"
        other = subprocess.run([*command, second], input="", capture_output=True, text=True, check=False)
        assert ("another run" in other.stderr) != both
        holder.kill()
    again = subprocess.run([*command, "writes"], input="", capture_output=True, text=True, check=False)
    assert (again.returncode, again.stderr) == (0, "")
    assert not list(tmp_path.iterdir())


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no umask")
def test_what_is_published_may_be_read(tmp_path: Path) -> None:
    """A user whose own files nobody may read publishes pages that a web server can; afterwards the umask is the user's
    again."""
    before = os.umask(0o077)
    try:
        with readable_by_all():
            (tmp_path / "site").mkdir()
            (tmp_path / "site/a").write_text("", encoding="utf-8")
        (tmp_path / "own").mkdir()
    finally:
        os.umask(before)
    modes = {path.name: path.stat().st_mode & 0o777 for path in tmp_path.rglob("*")}
    assert modes == {"site": 0o755, "a": 0o644, "own": 0o700}


@pytest.mark.skipif(not hasattr(os, "fork"), reason="processes are not forked here")
def test_a_process_that_is_forked_lets_go_once(tmp_path: Path) -> None:
    """A worker holds no lock, so that none outlives the run; and what it opens afterwards is not closed by workers of
    its own."""
    script = """\
import os, sys
from pathlib import Path
from build_tools.publishing.one_run import one_run
with one_run(Path(sys.argv[1])):
    if os.fork() == 0:
        opened = os.open("/dev/null", os.O_RDONLY)
        if os.fork() == 0:
            os.fstat(opened)
            os._exit(0)
        os._exit(os.waitstatus_to_exitcode(os.wait()[1]))
    sys.exit(os.waitstatus_to_exitcode(os.wait()[1]))
"""
    done = subprocess.run([sys.executable, "-c", script, str(tmp_path)], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
