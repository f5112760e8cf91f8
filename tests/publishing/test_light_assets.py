"""What a reader is sent of our scripts and styles says the same as what people wrote, without their remarks."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_tools.publishing.joined_styles import with_one_style
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


def test_a_page_asks_once_for_our_styles(tmp_path: Path) -> None:
    """Links to styles of ours that follow each other become one, to a file that holds them in their order; the theme's
    stay, and a page with other styles has another file."""
    styles = tmp_path / "assets/styles"
    styles.mkdir(parents=True)
    for name in ("a", "b", "c"):
        (styles / f"{name}.css").write_text(f"{name} {{}}\n", encoding="utf-8")
    link = '<link rel="stylesheet" href="../assets/{}.css">\n'.format
    page = with_one_style(link("stylesheets/main.1a2b.min") + link("styles/b") + link("styles/a") + "<body>", tmp_path)
    assert page.count("<link") == 2
    assert page.startswith(link("stylesheets/main.1a2b.min"))
    (joined,) = styles.glob("site-*.css")
    assert f'"../assets/styles/{joined.name}"' in page
    assert joined.read_text(encoding="utf-8") == "b {}\n\na {}\n"
    with_one_style(link("styles/b") + link("styles/c"), tmp_path)
    assert len(list(styles.glob("site-*.css"))) == 2
    assert with_one_style(link("styles/c"), tmp_path) == link("styles/c")
