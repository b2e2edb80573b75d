"""The editor's page and what it is told: a page by itself, without the theme, that no search engine keeps."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from gemeengoed.i18n import Message
from gemeengoed.kinds import KINDS, Kind
from gemeengoed.settings import Settings
from gemeengoed.stage.addresses import CONTRIBUTE, EDITOR, HOME, relative
from gemeengoed.stage.contribute.names import names_path
from gemeengoed.stage.editor.bundle import MISSING, bundle_of, program_files
from gemeengoed.stage.editor.connection import Connection, connection
from gemeengoed.stage.editor.fields import item_fields
from gemeengoed.stage.policy import in_the_editor
from gemeengoed.stage.site import Site
from gemeengoed.stage.write import ROOT_FILES

_SLUG: Final = "{{title | truncate(75, '')}}"
_COMMITS: Final = {
    "create": Message("Add “{{slug}}” to {{collection}}"),
    "update": Message("Change “{{slug}}” in {{collection}}"),
    "delete": Message("Take “{{slug}}” out of {{collection}}"),
    "uploadMedia": Message("Add the file “{{path}}”"),
    "deleteMedia": Message("Take away the file “{{path}}”"),
}


def editor_files(site: Site) -> Iterator[tuple[str, str]]:
    """The page, and what it is told; nothing where there is nothing to connect to, or the program is missing."""
    found = connection(site.settings) if site.is_first else None  # one editor for all languages of a site
    if found is None or (found.is_ready and bundle_of(site.commons.root) is None):
        return
    here = site.addresses.page(EDITOR)
    yield f"{ROOT_FILES}{site.base}{here}index.html", _page(site, here, found)
    if found.is_ready:
        yield (
            f"{ROOT_FILES}{site.base}{here}editor.json",
            json.dumps(_told(site, here, found), ensure_ascii=False) + "\n",
        )


def editor_link(site: Site, here: str) -> str:
    """The link to the editor from the address ``here``; empty where nobody can work in one."""
    return relative(here, site.addresses.page(EDITOR)) if editor_copies(site) else ""


def editor_copies(site: Site) -> dict[str, Path]:
    """The program's files, by where they go; none where nobody can sign in."""
    found, bundle = connection(site.settings), bundle_of(site.commons.root)
    if found is None or not found.is_ready or bundle is None or not site.is_first:
        return {}
    return {f"{site.addresses.page(EDITOR)}{name}": path for name, path in program_files(bundle).items()}


def what_is_left_out(settings: Settings, root: Path) -> Message | None:
    """What must be said of an editor that is wanted and not there."""
    found = connection(settings)
    return MISSING if found and found.is_ready and bundle_of(root) is None else None


def _page(site: Site, here: str, found: Connection) -> str:
    return site.render(
        "editor/page.html.jinja",
        here,
        title=site.words.say("Editor"),
        language=site.words.language,
        root=relative(here, HOME),
        contribute=relative(here, site.addresses.page(CONTRIBUTE)),
        is_ready=found.is_ready,
        policy=in_the_editor(found.origins),
    )


def _told(site: Site, here: str, found: Connection) -> dict[str, Any]:
    """What the script of the page needs: Decap's configuration, and where names and pages are found."""
    say = site.words.say
    return {
        "config": {
            "load_config_file": False,
            "backend": {**found.backend, "commit_messages": {name: say(text.text) for name, text in _COMMITS.items()}},
            "publish_mode": "editorial_workflow",
            "locale": site.words.language,
            "site_url": site.settings.site_url or None,
            "show_preview_links": False,
            "logo": {"src": f"{relative(here, HOME)}assets/gemeengoed/icon.svg"},
            "media_folder": "commons",
            "slug": {"encoding": "ascii", "clean_accents": True, "sanitize_replacement": "-"},
            "collections": [_collection(site, kind) for kind in KINDS],
        },
        "names": relative(here, names_path(site)),
        "root": relative(here, HOME),
        "folders": {site.addresses.folder(each.folder): each.folder for each in KINDS},
        "kinds": {each.name: each.folder for each in KINDS},
        "say": {
            "remove": say("Remove {name}"),
            "unknown": say("There is no '{typed}' here yet."),
            "add": say("Add one"),
        },
    }


def _collection(site: Site, kind: Kind) -> dict[str, Any]:
    """The items of a kind: a folder, a file for each."""
    say = site.words.say
    return {
        "name": kind.folder,
        "label": say(kind.plural),
        "label_singular": say(kind.label),
        "description": say(kind.about),
        "folder": f"commons/{kind.folder}",
        "create": True,
        "extension": "md",
        "format": "yaml-frontmatter",
        "identifier_field": "title",
        "slug": _SLUG,
        "summary": "{{title}}",
        "media_folder": "",
        "public_folder": "",
        "sortable_fields": ["title"],
        "fields": item_fields(kind, site.words),
    }
