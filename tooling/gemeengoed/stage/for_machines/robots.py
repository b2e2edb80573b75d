"""``robots.txt`` (RFC 9309): everybody may come and look; what may not be mined is said as far as that file can.

It has no word of its own for the reservation of text and data mining, so it is said in words, with where the protocol
that has one is (``/.well-known/tdmrep.json``), and as ``Content-Usage``, the preference that the IETF's AIPREF working
group drafts (draft-ietf-aipref-attach; vocabulary draft-ietf-aipref-vocab). Who knows no such line must pass over it.
"""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import quote, urlsplit

from gemeengoed.stage.for_machines.site_map import NAME
from gemeengoed.stage.open_data.addresses import here_address, whole
from gemeengoed.stage.reservation import WELL_KNOWN, reserved_patterns
from gemeengoed.stage.site import Site


def robots(site: Site, paths: Mapping[str, bool]) -> str:
    """The text of the file, or what a further language adds; ``paths`` says of each path whether it is reserved."""
    base = quote(urlsplit(site.settings.site_url).path.rstrip("/") + f"/{site.base}".rstrip("/"))
    patterns = reserved_patterns(paths)
    lines: list[str] = []
    if patterns and site.is_first:
        lines += [
            "# Text and data mining of what is reserved needs permission: Directive (EU) 2019/790, article 4(3).",
            f"# Which pages that are: {whole(site, WELL_KNOWN)} (TDM Reservation Protocol).",
        ]
        if site.settings.licences.tdm_policy:
            lines.append(f"# How to ask: {site.settings.licences.tdm_policy}")
    if site.is_first:
        lines += ["User-agent: *", "Allow: /"]
    lines += [f"Content-Usage: {base}{pattern.removesuffix('*')} train-ai=n" for pattern in patterns]
    if site.settings.site_url:
        lines += ["", f"Sitemap: {here_address(site, NAME)}"]
    return "\n".join(lines) + "\n"
