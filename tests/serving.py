"""A built site on this machine, served with its own security policy, as a web server would."""

from __future__ import annotations

import re
import threading
from functools import partial
from pathlib import Path

from conftest import Quiet, QuietServer


def policy_of(site: Path) -> str:
    return re.search(r"Content-Security-Policy: (.*)", (site / "_headers").read_text(encoding="utf-8")).group(1)


def serve(folder: Path, headers: dict[str, str]) -> QuietServer:
    class WithHeaders(Quiet):
        def end_headers(self) -> None:
            for name, value in headers.items():
                self.send_header(name, value)
            super().end_headers()

    server = QuietServer(("127.0.0.1", 0), partial(WithHeaders, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server
