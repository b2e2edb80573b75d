"""``llms.txt`` (llmstxt.org): for programs that read for somebody, what is reserved, and what there is and where."""

from __future__ import annotations

from gemeengoed.kinds import KINDS
from gemeengoed.licences import find_licence
from gemeengoed.provenance import reserves_mining
from gemeengoed.stage.addresses import DATA, FEEDS
from gemeengoed.stage.open_data.addresses import api_address, page_address, whole
from gemeengoed.stage.reservation import WELL_KNOWN
from gemeengoed.stage.site import Site


def guide(site: Site) -> str:
    """The text of the file, in the language of the site."""
    say, settings = site.words.say, site.settings
    parts = [f"# {_line(settings.site_name)}"]
    if settings.site_description:
        parts.append(f"> {_line(settings.site_description)}")
    parts += _rights(site)
    kinds = [
        f"- [{say(kind.plural)}]({page_address(site, kind.folder)}): {say(kind.about)} "
        f"{say('As data')}: {api_address(site, kind.folder)}"
        for kind in KINDS
        if site.index.by_kind.get(kind.folder)
    ]
    data = [
        (say("Everything as data, with its description (OpenAPI)"), api_address(site, "index")),
        (say("The catalogue (DCAT)"), whole(site, "catalog.jsonld")),
        (say("What there is for other programs"), page_address(site, DATA)),
        (say("Follow what is new"), page_address(site, FEEDS)),
        (say("Themes"), page_address(site, "themes")),
    ]
    parts += [f"## {say('What there is')}", "\n".join(kinds)] if kinds else []
    parts += [f"## {say('For other programs')}", "\n".join(f"- [{label}]({address})" for label, address in data)]
    return "\n\n".join(parts) + "\n"


def _rights(site: Site) -> list[str]:
    say, default = site.words.say, site.settings.licences.default
    licence = find_licence(default)
    badge = f"[{licence.badge}]({licence.url})" if licence else default
    parts = [say("Licence: {licence}, unless a page says otherwise.").format(licence=badge)]
    if not reserves_mining(default):
        return parts
    reserved = say(
        "Reserved: nobody may mine these pages for text and data, nor train a model on them, without permission "
        "(Directive (EU) 2019/790, article 4(3)). Whoever answers with something from a page names its makers, links "
        "to the page, and keeps to its licence. Which pages are reserved stands in {address}."
    )
    parts.append(reserved.format(address=whole(site, WELL_KNOWN)))
    if site.settings.licences.tdm_policy:
        parts.append(say("How to ask for permission: {address}").format(address=site.settings.licences.tdm_policy))
    return parts


def _line(text: str) -> str:
    return " ".join(text.split())
