"""A commons in which there is much of everything, and all of it hangs together with one thing of each sort.

One practice that everybody used and refers to, one question that everybody answered, one network, one person, one
organisation, one skill, one theme, one region and one day. So whatever a page lists, it lists as many as there are.
"""

from __future__ import annotations

import json
from collections.abc import Iterable

import yaml

from commons import METHOD, SETTINGS, Files, page

HUB = "spil"
"""The name of the one thing of each sort."""

DAY = "2026-12-10"
CONSENT = {"on": 2026, "scope": ("name", "organisation", "skills"), "licences": ("CC-BY-NC-SA-4.0",)}


def crowded_commons(number: int, a_part: int = 6) -> Files:
    """So many of every kind and in every register, besides the one of each that they hang together with.

    A listing has ``a_part`` of them on a page.
    """
    names = [f"n{count}" for count in range(number)]
    return {
        "mkdocs.yml": SETTINGS.replace(_LANGUAGE, f"{_LANGUAGE}      limits: {{listing_page: {a_part}}}\n", 1),
        "contributors.yaml": _text(_contributors(names)),
        "commons/organisations.yaml": _text(_organisations(names)),
        "commons/vocabulary.yaml": _text(_vocabulary(names)),
        METHOD: None,
        **{f"commons/{ref}.md": text for ref, text in _items(names)},
    }


_LANGUAGE = "      language: nl\n"


def _text(data: object) -> str:
    """YAML, from JSON: what is said twice is written twice, since a commons takes no references."""
    return yaml.safe_dump(json.loads(json.dumps(data)), allow_unicode=True, sort_keys=False)


def _contributors(names: Iterable[str]) -> dict[str, object]:
    """All work for the one organisation and one of their own; they offer the one skill and seek another, or as well."""
    own = {
        f"bij-{name}": {
            "name": f"Bijdrager {name}",
            "organisations": [f"org-{HUB}", f"org-{name}"],
            "skills_offered": [HUB, name],
            "skills_sought": [HUB, "gezocht"],
            "consent": dict(CONSENT),
        }
        for name in names
    }
    return {f"bij-{HUB}": {"name": "Spil", "organisations": [f"org-{HUB}"], "consent": dict(CONSENT)}, **own}


def _organisations(names: Iterable[str]) -> dict[str, object]:
    types = ("subscriber", "contribution", "participant")
    own = {
        f"org-{name}": {
            "name": f"Organisatie {name}",
            "type": "municipality",
            "regions": [HUB, name],
            "membership": {"type": types[at % 3], "since": "2026-01", "activity": f"gatherings/{HUB}"},
        }
        for at, name in enumerate(names)
    }
    return {f"org-{HUB}": {"name": "Spilgemeente", "type": "municipality", "regions": [HUB]}, **own}


def _vocabulary(names: Iterable[str]) -> dict[str, object]:
    """Terms of every list, all under the one; roles apart, which are few in any commons."""

    def term(label: str) -> dict[str, object]:
        return {"label": {"nl": label, "en": label}, "about": {"nl": f"Wat {label} is.", "en": f"About {label}."}}

    def terms(label: str, *more: str) -> dict[str, object]:
        own = {name: {**term(f"{label} {name}"), "broader": HUB} for name in (*names, *more)}
        return {HUB: term(f"{label} spil"), **own}

    return {
        "themes": terms("Plan thema"),
        "skills": terms("Punt vaardigheid", "gezocht"),
        "roles": {"inhoud": term("Inhoud")},
        "regions": terms("Plek regio"),
    }


def _items(names: list[str]) -> Iterable[tuple[str, str]]:
    hubs = {
        "networks": "type: community",
        "practices": "maturity: trial\ncontext: {organisation: org-spil}",
        "questions": "state: open\nasked_by: bij-spil",
        "gatherings": f"network: networks/{HUB}\nstart: {DAY}",
    }
    for folder, own in hubs.items():
        yield f"{folder}/{HUB}", _page(own, "De spil", "")
    for at, name in enumerate(names):
        for folder, own in _own(name, at).items():
            yield f"{folder}/{name}", _page(f"{_common(name)}{own}", f"Pagina {folder} {name}", name)


def _page(own: str, title: str, name: str) -> str:
    authors, themes = (", ".join(filter(None, one)) for one in ((f"bij-{HUB}", name and f"bij-{name}"), (HUB, name)))
    text = page(own, title=title).replace("[redactie]", f"[{authors}]")
    return text.replace("[participatie]", f"[{themes}]")


def _common(name: str) -> str:
    return (
        f"skills: [spil, {name}]\nregions: [spil, {name}]\norganisations: [org-spil, org-{name}]\n"
        f"networks: [networks/spil, networks/{name}]\n"
    )


def _own(name: str, at: int) -> dict[str, str]:
    """The fields of each kind; what can refer to the one practice does."""
    related = f"related: [practices/{HUB}]\n"
    whole = f"part_of: networks/{HUB}\n" if at % 2 else ""
    roles = f"roles: {{coordinator: [bij-{name}], initiator: [bij-spil]}}\n"
    day = f"2025-01-{1 + at % 2:02}" if at % 3 == 0 else DAY
    state = "answered" if at % 6 == 0 else ("open", "gap")[at % 2]
    return {
        "networks": f"type: community\n{whole}{roles}steward: bij-{name}",
        "practices": f"{related}maturity: trial\ncontext: {{organisation: org-{name}}}\noutcome: Goed.",
        "methods": f"{related}maturity: proven\nduration: {{min: 60, max: 90}}\nreview_by: 2026-01-01",
        "tips": f"{related}applies_to: [vergaderen]",
        "questions": f"{related}state: {state}\nasked_by: bij-{name}\nasked_on: 2026-01-02",
        "answers": f"question: questions/{HUB}\nby: bij-{name}\non: 2026-02-03",
        "experiences": f"about: practices/{HUB}\norganisation: org-{name}\non: 2026-03-04\nresult: worked\ncost: {at}",
        "gatherings": f"network: networks/{name if at % 2 else HUB}\nstart: {day}\n"
        f"decisions: [{{text: Besluit {name}, about: practices/{HUB}}}]",
        "initiatives": f"network: networks/{HUB}\npromotor: org-{name}\nmotivation: Omdat.\nphase: running\n"
        f"open_roles: [Iemand {name}]\n{roles}start: 2026-01",
        "collections": f"type: learning-path\nparts:\n  - item: practices/{HUB}\n  - item: tips/{name}",
    }
