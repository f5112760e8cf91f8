"""Office files are zips: the same content gives the same bytes on any day."""

from __future__ import annotations

import io
import zipfile

FIXED = (2000, 1, 1, 0, 0, 0)


def same_bytes(data: bytes) -> bytes:
    """The zip again, its parts in the same order, each of the same day."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as after:
        for entry in before.infolist():
            part = zipfile.ZipInfo(entry.filename, FIXED)
            part.compress_type, part.external_attr = zipfile.ZIP_DEFLATED, 0o600 << 16
            after.writestr(part, before.read(entry))
    return out.getvalue()
