"""The page with the form of a kind: its questions come from the declaration, its words from the catalogue."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from gemeengoed.i18n import message
from gemeengoed.intake.draft import asked_of
from gemeengoed.intake.issue import WITH_FORM
from gemeengoed.intake.person import AGREEMENTS, WITH_AN_ITEM
from gemeengoed.intake.questions import FILLED, OWN_WHEN_EMPTY, Question, Sort, parts_of, short
from gemeengoed.kinds import KINDS, Kind
from gemeengoed.licences import find_licence
from gemeengoed.stage.addresses import CONTRIBUTE, HOME, listing_path, relative
from gemeengoed.stage.contribute.names import names_path
from gemeengoed.stage.contribute.said import how_to_write, said
from gemeengoed.stage.named import form
from gemeengoed.stage.page import StagedPage
from gemeengoed.stage.site import Site

SCRIPT: Final = "form.js"


def form_address(site: Site, kind: Kind) -> str:
    """Where the form of a kind stands: ``bijdragen/praktijk/``."""
    return f"{site.addresses.page(CONTRIBUTE)}{form(kind, site.words.say)}/"


def forms_from(site: Site, here: str) -> list[tuple[Kind, str]]:
    """Every kind with the link to its form from the page with the address ``here``."""
    return [(kind, relative(here, form_address(site, kind))) for kind in KINDS]


def form_pages(site: Site) -> Iterator[StagedPage]:
    """The form of every kind."""
    for kind in KINDS:
        yield _form_page(site, kind)


def _form_page(site: Site, kind: Kind) -> StagedPage:
    here, say = form_address(site, kind), site.words.say
    title = site.words.message(message("Share: {kind}", kind=say(kind.label).lower()))
    licence_id = _licence(site, kind)
    html = site.render(
        "contribute/form.html.jinja",
        here,
        title=title,
        kind=kind,
        others=forms_from(site, here),
        asked=[question for question in short(asked_of(kind)) if question not in WITH_AN_ITEM],
        extra=[question for question in asked_of(kind) if question.is_extra],
        person=[question for question in WITH_AN_ITEM if question is not AGREEMENTS],
        agreements=AGREEMENTS,
        licence=find_licence(licence_id),
        licence_id=licence_id,
        how=lambda question: how_to_write(question, site.words),
        parts_of=parts_of,
        sorts=Sort,
        forge_form=_forge_form(site, kind),
        data=_data(site, kind, here, licence_id),
    )
    facts = {"layout": "form", "scripts": [SCRIPT]}
    return StagedPage(listing_path(here), title, say(kind.about), parts={"header": html}, facts=facts)


def _licence(site: Site, kind: Kind) -> str:
    licences = site.settings.licences
    return licences.folders.get(kind.folder, licences.default)


def _forge_form(site: Site, kind: Kind) -> str:
    """The forge's own form of a kind; empty where there is no forge, or it has none."""
    base = site.settings.repo_url.rstrip("/")
    if not base or kind.name not in WITH_FORM:
        return ""
    return f"{base}/issues/new?template={WITH_FORM.index(kind.name) + 1}-{kind.name}.yml"


def _data(site: Site, kind: Kind, here: str, licence_id: str) -> dict[str, Any]:
    """What the form's script needs to know: the questions, what is filled in by itself, where things are."""
    settings = site.settings
    return {
        "kind": kind.name,
        "label": site.words.say(kind.label),
        "folder": kind.folder,
        "order": list(kind.fields.model_fields),
        "questions": [_question(site, question) for question in asked_of(kind)],
        "filled": FILLED.get(kind.name, ()),
        "own_when_empty": OWN_WHEN_EMPTY.get(kind.name, ()),
        "licence": licence_id,
        "names": relative(here, names_path(site)),
        "root": relative(here, HOME),
        "folders": {site.addresses.folder(each.folder): each.folder for each in KINDS},
        "kinds": {each.name: each.folder for each in KINDS},
        "forge": {
            "url": settings.repo_url.rstrip("/"),
            "form": _forge_form(site, kind),
            "branch": settings.edit_uri.strip("/").removeprefix("edit/") or "main",
        },
        "mail": settings.editors_email,
        "say": said(site.words),
    }


def _question(site: Site, question: Question) -> dict[str, Any]:
    """A question as the script asks about it; what is not said is not so."""
    facts: dict[str, Any] = {
        "name": question.name,
        "sort": str(question.sort.value),
        "label": site.words.say(question.label),
        "required": question.is_required,
        "extra": question.is_extra,
        "longest": question.longest,
        "unit": question.unit,
        "choices": {str(choice): site.words.say(choice.label) for choice in question.choices},
        "parts": [_question(site, part) for part in parts_of(question.record)] if question.record else [],
        "fields": list(question.record.model_fields) if question.record else [],
    }
    return {name: value for name, value in facts.items() if value not in (False, "", {}, [])}
