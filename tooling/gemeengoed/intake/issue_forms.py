"""The forms of the forge (GitHub issue forms, ``.github/ISSUE_TEMPLATE``), made from what the declaration asks.

Form: docs.github.com, "Syntax for issue forms". A choice of one is never marked as needed, since the forge then picks
the first; whether it was made is asked by ``gemeengoed intake``.
"""

from __future__ import annotations

from typing import Any, Final

import yaml

from gemeengoed.forge import forge_of
from gemeengoed.i18n import Message, Translate, address_word, message, translator
from gemeengoed.intake.issue import label_of
from gemeengoed.kinds import KIND_BY_NAME, Kind
from gemeengoed.model import Commons
from gemeengoed.questions.asked import Question, Sort, parts_of, short
from gemeengoed.questions.forms import WITH_FORM, asked_of, form_name

_HOW: Final[dict[Sort, Message]] = {
    Sort.LINES: message("One on each line."),
    Sort.DATE: message("For example 2026, 05/2026 or 10/12/2026."),
    Sort.PERIOD: message("For example 2026, 05/2026, or 2019 to 2020."),
    Sort.RANGE: message("For example 60 or 60 to 90."),
    Sort.REFERENCES: message("Separate them with commas."),
}
_ITEM: Final = message("The title of the page, or its address.")
FORMS: Final = ".github/ISSUE_TEMPLATE"
"""The folder where the forge looks for them."""

_MANY: Final = 100
"""A list to choose from is not longer; otherwise one types."""


def issue_forms(commons: Commons) -> dict[str, str]:
    """The text of every form by the name of its file, in the language of the commons; and ``config.yml``."""
    say = translator(commons.settings.language)
    kinds = [*(KIND_BY_NAME[name] for name in WITH_FORM), None]
    texts = {form_name(kind): _yaml(_form(kind, commons, say)) for kind in kinds}
    return texts | {"config.yml": _yaml(_config(commons, say))}


def _yaml(data: dict[str, Any]) -> str:
    head = "# Made from the declaration: gemeengoed forms\n"
    return head + yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=110)


def _config(commons: Commons, say: Translate) -> dict[str, Any]:
    forge = forge_of(commons.settings)
    link = {
        "name": say("How to contribute"),
        "url": forge.show(f"docs/{address_word('contribute', say)}.md") if forge else "",
        "about": say("All ways to share something or to improve a page, also without a form."),
    }
    return {"blank_issues_enabled": True, "contact_links": [link] if forge else []}


def _form(kind: Kind | None, commons: Commons, say: Translate) -> dict[str, Any]:
    label = say("Join") if kind is None else say(kind.label)
    about = say("Let others know who you are and what you can help with.") if kind is None else say(kind.about)
    intro = say(
        "You need not know anything technical. Fill in what you know, and send it in. A program makes a page of it, an "
        "editor reads it, and then it is published with your name. Everybody can read what you write here, so leave "
        "out e-mail addresses, telephone numbers and names of people who do not know of it."
    )
    return {
        "name": label,
        "description": about,
        "title": f"[{label}] ",
        "labels": [say("contribution"), label_of(kind, say)],
        "body": [
            {"type": "markdown", "attributes": {"value": intro}},
            *(_part(question, commons, say) for question in short(asked_of(kind))),
        ],
    }


def _part(question: Question, commons: Commons, say: Translate) -> dict[str, Any]:
    attributes: dict[str, Any] = {"label": say(question.label)}
    if described := _help(question, say):
        attributes["description"] = described
    part: dict[str, Any] = {"type": "input", "id": question.name.replace(".", "-"), "attributes": attributes}
    is_needed = question.is_required
    if question.sort is Sort.AGREEMENTS:
        part["type"] = "checkboxes"
        boxes = [{"label": say(choice.label)} for choice in question.choices]
        attributes["options"] = [{**boxes[0], "required": True}, *boxes[1:]]
        return part
    if options := _options(question, commons, say):
        part["type"], attributes["options"] = "dropdown", options
        if question.sort is Sort.REFERENCES:
            attributes["multiple"] = True
        else:
            is_needed = False
    elif question.sort in (Sort.TEXT, Sort.LINES, Sort.RECORDS):
        part["type"] = "textarea"
    elif question.example:
        attributes["placeholder"] = question.example
    if is_needed:
        part["validations"] = {"required": True}
    return part


def _help(question: Question, say: Translate) -> str:
    """What is said below a label: what is asked, in what unit, and how to write it."""
    parts = [say(question.help) if question.help else ""]
    if question.sort is Sort.RECORDS and question.record is not None:
        names = " | ".join(say(part.label) for part in parts_of(question.record)[:4])
        parts.append(message("One on each line: {parts}", parts=names).say(say))
    elif question.ref is not None and question.ref.register == "item":
        parts.append(_ITEM.say(say))
    if question.sort in _HOW and not (question.ref and question.ref.register in ("theme", "skill", "region")):
        parts.append(_HOW[question.sort].say(say))
    return " ".join(filter(None, parts))


def _options(question: Question, commons: Commons, say: Translate) -> list[str]:
    """What one chooses from: the choices, or the terms of a list of the vocabulary."""
    if question.sort is Sort.CHOICE:
        return [say(choice.label) for choice in question.choices]
    if question.ref is None or question.ref.register not in commons.terms:
        return []
    language = commons.settings.language
    labels = [
        getattr(term.label, language, None) or name
        for name, term in commons.terms[question.ref.register].items()
        if term.label
    ]
    return sorted(labels) if len(labels) <= _MANY else []
