"""The website and its folder for a disk; the one package that knows MkDocs.

building.py starts the builds, hooks.py is what MkDocs calls while it builds, the other modules are what the hooks use.
"""

import os

os.environ.setdefault("SOURCE_DATE_EPOCH", "0")  # the same pages give the same bytes on any day
os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")  # Material's notice about a later MkDocs is not for our readers

from .building import SiteFolder, build_sites

__all__ = ["SiteFolder", "build_sites"]
