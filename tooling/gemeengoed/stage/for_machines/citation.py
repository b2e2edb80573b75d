"""``CITATION.cff`` (Citation File Format 1.2.0): how to cite the commons as a whole. Each page says it of itself."""

from __future__ import annotations

from typing import Any

import yaml

from gemeengoed.stage.index import last_change
from gemeengoed.stage.open_data.addresses import whole
from gemeengoed.stage.site import Site


def citation(site: Site) -> str:
    """The text of the file."""
    settings = site.settings
    day = last_change(site.edition)
    about: dict[str, Any] = {
        "cff-version": "1.2.0",
        "message": site.words.say("To cite one page, see what that page says under its licence."),
        "title": settings.site_name,
        "type": "dataset",
        "authors": [{"name": settings.site_name}],
        "license": settings.licences.default,
    }
    if settings.site_description:
        about["abstract"] = settings.site_description
    if settings.site_url:
        about["url"] = whole(site, "")
    if settings.repo_url:
        about["repository-code"] = settings.repo_url
    if day:
        about["date-released"] = day.isoformat()
    return yaml.safe_dump(about, allow_unicode=True, sort_keys=False, width=1000)
