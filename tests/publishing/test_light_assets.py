"""What a reader is sent of our scripts and styles says the same as what people wrote, without their remarks."""

from __future__ import annotations

import pytest

from build_tools.publishing.light_assets import light


@pytest.mark.parametrize(
    ("suffix", "written", "sent"),
    [
        (
            ".js",
            '/* Why. */\n(function () {\n  // how\n  a("//x /* y */");  // z\n\n}());\n',
            '(function () {\na("//x /* y */");  // z\n}());\n',
        ),
        (".js", "/* One\n   * two */\nf();\n  /* three */ g();\n", "f();\n/* three */ g();\n"),
        (".css", "/* A */\n\na { b: url(//c); }\n  d { e: f; } /* g */\n", "a { b: url(//c); }\nd { e: f; } /* g */\n"),
    ],
)
def test_remarks_go_and_code_stays(suffix: str, written: str, sent: str) -> None:
    """Remarks and margins on lines of their own go; within a line nothing is touched."""
    assert light(written, suffix) == sent
