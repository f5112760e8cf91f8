"""The website and its folder for a disk; the one package that knows MkDocs.

building.py starts the builds, hooks.py is what MkDocs calls while it builds, and the other modules are what the hooks use.
"""

from .building import SiteError, build_sites, serve

__all__ = ["SiteError", "build_sites", "serve"]
