"""content/curated → Decisions, once a run."""

from __future__ import annotations

from pathlib import Path

from ..model.curated import ChangedName
from ..model.decisions import Decisions
from .abstracts import load_abstracts
from .changed_names import load_changed_names
from .changes import load_changes
from .corrections import load_corrections, load_site
from .finding_rulings import load_finding_rulings
from .folder import check_folder
from .glossary import load_glossary
from .indicator_rulings import load_indicator_rulings
from .places import load_places
from .project_rulings import load_project_rulings
from .search_words import load_search_words
from .subjects import load_links, load_phrases, load_topics


def load(folder: Path, general: Path | None = None) -> Decisions:
    """All decisions in `folder`; a missing or empty file means none of its kind.

    Topics, phrases and everyday words of the search hold for any plan: where the folder says none, those
    in `general` do, without what is said there of single plans. Raises BadInput for the first file that is wrong.
    """
    check_folder(folder)
    topics_file = own_or_general("topics.yml", folder, general)
    topics, rulings = load_topics(topics_file)
    phrases = load_phrases(own_or_general("phrases.yml", folder, general))
    links, none = load_links(folder / "links.yml", {topic.id for topic in topics})
    glossary, places = load_glossary(folder / "glossary.yml"), load_places(folder / "places.yml")
    words = own_or_general("search.yml", folder, general)
    return Decisions(
        corrections=load_corrections(folder / "corrections.yml"),
        site=load_site(folder / "site.yml"),
        glossary=glossary,
        places=places,
        changes=load_changes(folder / "changes.yml"),
        abstracts=load_abstracts(folder / "abstracts.yml"),
        projects=load_project_rulings(folder / "projects.yml"),
        findings=load_finding_rulings(folder / "findings.yml"),
        names=changed_names(folder, general),
        topics=topics,
        rulings=rulings if topics_file.parent == folder else (),
        phrases=phrases,
        links=links,
        none=none,
        indicators=load_indicator_rulings(folder / "indicators.yml"),
        search=load_search_words(words, glossary, phrases, places),
    )


def changed_names(folder: Path, general: Path | None) -> tuple[ChangedName, ...]:
    """What `folder` says of a name holds; the others of `general` are known, too: a name of its own takes none away."""
    own = load_changed_names(folder / "names.yml")
    said = {name.old for name in own}
    others = load_changed_names(general / "names.yml") if general and general != folder else ()
    return (*own, *(name for name in others if name.old not in said))


def own_or_general(name: str, folder: Path, general: Path | None) -> Path:
    """The file in `folder`, where it says anything; else the one in `general`."""
    own = folder / name
    return own if general is None or says_anything(own) else general / name


def says_anything(path: Path) -> bool:
    """A file of comments and blank lines says nothing; one that cannot be read is for its loader to refuse."""
    lines = path.read_bytes().splitlines() if path.is_file() else []
    return any(line.strip() and not line.lstrip().startswith(b"#") for line in lines)
