"""The page with the form of a kind, or to join: questions from the declaration, words from the catalogue."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from gemeengoed.forge import Asked, forge_of
from gemeengoed.i18n import Message, message
from gemeengoed.kinds import KINDS, Kind
from gemeengoed.licences import find_licence
from gemeengoed.questions.asked import FILLED, OWN_WHEN_EMPTY, Question, Sort, parts_of, short
from gemeengoed.questions.forms import asked_of, form_name
from gemeengoed.questions.person import AGREEMENTS, TO_JOIN, WITH_AN_ITEM
from gemeengoed.stage.addresses import CONTRIBUTE, HOME, listing_path, relative
from gemeengoed.stage.contribute.names import names_path
from gemeengoed.stage.contribute.said import how_to_write, said
from gemeengoed.stage.named import form
from gemeengoed.stage.page import StagedPage
from gemeengoed.stage.site import Site

SCRIPT: Final = "form.js"
REGISTER: Final = "contributors.yaml"
FORMS: Final = (*KINDS, None)
"""Every form: of a kind, and the one of who shares nothing yet but wants to be known."""

_JOIN_TITLE: Final = Message("Join: let others know who you are")
_JOIN_ABOUT: Final = Message("Let others know who you are and what you can help with.")


def form_address(site: Site, kind: Kind | None) -> str:
    """Where the form of a kind stands: ``bijdragen/praktijk/``; of who joins, ``bijdragen/meedoen/``."""
    return f"{site.addresses.page(CONTRIBUTE)}{form(kind, site.words.say)}/"


def forms_from(site: Site, here: str) -> list[tuple[Kind, str]]:
    """Every kind with the link to its form from the page with the address ``here``."""
    return [(kind, relative(here, form_address(site, kind))) for kind in KINDS]


def joining_from(site: Site, here: str) -> str:
    """The link to the form of who joins."""
    return relative(here, form_address(site, None))


def form_pages(site: Site) -> Iterator[StagedPage]:
    """Every form."""
    for kind in FORMS:
        yield _form_page(site, kind)


def _label(site: Site, kind: Kind | None) -> str:
    return site.words.say(kind.label) if kind else site.words.say("Join")


def _form_page(site: Site, kind: Kind | None) -> StagedPage:
    here, say = form_address(site, kind), site.words.say
    title = site.words.message(message("Share: {kind}", kind=say(kind.label).lower()) if kind else _JOIN_TITLE)
    about = say(kind.about) if kind else site.words.message(_JOIN_ABOUT)
    licence_id = _licence(site, kind)
    of_person = {question.name: question for question in (WITH_AN_ITEM if kind else TO_JOIN)}
    agreements = of_person.pop(AGREEMENTS.name)
    html = site.render(
        "contribute/form.html.jinja",
        here,
        title=title,
        about=about,
        kind=kind,
        others=forms_from(site, here),
        joining=joining_from(site, here),
        asked=[question for question in short(asked_of(kind)) if question not in WITH_AN_ITEM] if kind else [],
        extra=[question for question in asked_of(kind) if question.is_extra],
        person=list(of_person.values()),
        agreements=agreements,
        licence=find_licence(licence_id),
        licence_id=licence_id,
        how=lambda question: how_to_write(question, site.words),
        parts_of=parts_of,
        sorts=Sort,
        forge_form=_forge_form(site, kind),
        data=_data(site, kind, here, licence_id),
    )
    facts = {"layout": "form", "scripts": [SCRIPT]}
    return StagedPage(listing_path(here), title, about, parts={"header": html}, facts=facts)


def _licence(site: Site, kind: Kind | None) -> str:
    licences = site.settings.licences
    return licences.folders.get(kind.folder, licences.default) if kind else licences.default


def _forge_form(site: Site, kind: Kind | None) -> str:
    """The forge's own form of a kind; empty where there is no forge, or it has none."""
    forge = forge_of(site.settings)
    return forge.issue_form(form_name(kind)) if forge else ""


def _data(site: Site, kind: Kind | None, here: str, licence_id: str) -> dict[str, Any]:
    """What the form's script needs to know: the questions, what is filled in by itself, where things are."""
    name = kind.name if kind else ""
    return {
        "kind": name,
        "label": _label(site, kind),
        "folder": kind.folder if kind else "",
        "order": list(kind.fields.model_fields) if kind else [],
        "questions": [_question(site, question) for question in asked_of(kind)],
        "filled": FILLED.get(name, ()),
        "own_when_empty": OWN_WHEN_EMPTY.get(name, ()),
        "licence": licence_id,
        "names": relative(here, names_path(site)),
        "root": relative(here, HOME),
        "folders": {site.addresses.folder(each.folder): each.folder for each in KINDS},
        "kinds": {each.name: each.folder for each in KINDS},
        "forge": _forge(site, kind),
        "mail": site.settings.editors_email.split("@") if site.settings.editors_email else [],
        "say": said(site.words),
    }


def _forge(site: Site, kind: Kind | None) -> dict[str, Any]:
    """Where the forge takes a contribution: its form, a new issue, and a new file or, to join, the register."""
    forge = forge_of(site.settings)
    if forge is None:
        return {}
    file = forge.new_file(f"commons/{kind.folder}") if kind else Asked(forge.edit(REGISTER), "", "")
    issue = forge.new_issue()
    return {
        "form": _forge_form(site, kind),
        "issue": {"address": issue.address, "title": issue.title, "text": issue.text},
        "file": {"address": file.address, "name": file.title, "text": file.text},
    }


def _question(site: Site, question: Question) -> dict[str, Any]:
    """A question as the script asks about it; what is not said is not so."""
    facts: dict[str, Any] = {
        "name": question.name,
        "sort": str(question.sort.value),
        "label": site.words.say(question.label),
        "required": question.is_required,
        "extra": question.is_extra,
        "address": question.is_address,
        "longest": question.longest,
        "unit": question.unit,
        "choices": {str(choice): site.words.say(choice.label) for choice in question.choices},
        "parts": [_question(site, part) for part in parts_of(question.record)] if question.record else [],
        "fields": list(question.record.model_fields) if question.record else [],
    }
    return {name: value for name, value in facts.items() if value not in (False, "", {}, [])}
