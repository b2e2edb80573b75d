"""The draft of a next gathering: a file of the commons with the agenda, and why each point is on it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import jinja2
import yaml

from gemeengoed.i18n import message, translations
from gemeengoed.kinds.common import Audience, Status
from gemeengoed.kinds.gathering import Gathering, GatheringType
from gemeengoed.kinds.initiative import Initiative
from gemeengoed.model import Item
from gemeengoed.rules.agenda import Plan
from gemeengoed.stage.used import literal
from gemeengoed.stage.words import Words

MOST = 5
"""How many initiatives, proposals or questions go on the agenda; the text says how many more there are."""

LONGEST_LINE, LONGEST_TITLE = 300, 90
"""How long a line of front matter may be, and a title that looks well in a list, in characters."""

Point = dict[str, str]


def draft_name(plan: Plan) -> str:
    """The name of the file: that of the network and the day."""
    return f"{plan.network.slug[:60].rstrip('-')}-{plan.on.first.isoformat()}"


def draft(plan: Plan, language: str) -> str:
    """The file of a new gathering, in the language of the commons."""
    words = Words(language)
    front = yaml.safe_dump(_fields(plan, words), allow_unicode=True, sort_keys=False, width=10_000)
    note = words.say("A draft: complete it, then take the line 'status: draft' away to publish it.")
    text = _environment(language).get_template("agenda.md.jinja").render(plan=plan, more=_more(plan))
    return f"---\n# {note}\n{front}---\n{text.strip()}\n"


def _fields(plan: Plan, words: Words) -> dict[str, Any]:
    network, last = plan.network, plan.last.fields if plan.last else None
    day, name = words.day(plan.on.first), network.title
    title = words.message(message("{network} on {day}", network=name, day=day))
    fields: dict[str, Any] = {
        "title": title if len(title) <= LONGEST_TITLE else words.message(message("Gathering on {day}", day=day)),
        "summary": words.message(message("What the network talks about on {day}. For whoever wants to come.", day=day)),
        "status": str(Status.DRAFT),
        "audience": str(Audience.MEMBERS) if network.fields.audience is Audience.MEMBERS else None,
        "authors": list(network.fields.authors),
        "themes": list(network.fields.themes),
        "organisations": list(network.fields.organisations),
        "regions": list(network.fields.regions),
        "network": network.ref,
        "start": plan.on.text,
        "type": str(GatheringType.MEETING),
        "series": plan.series.model_dump(exclude_none=True) if plan.series else None,
        "agenda": [*_points(plan, words)],
    }
    if isinstance(last, Gathering) and last.type:
        fields["type"] = str(last.type)
    return {key: value for key, value in fields.items() if value}


def _points(plan: Plan, words: Words) -> Iterator[Point]:
    if plan.last:
        yield _point(words.say("Back to the last time"), plan.last)
    if plan.cycle and (about := plan.cycle.title):
        yield _point(words.message(message("The theme of this period: {theme}", theme=about)))
    for point in plan.carried_over:
        yield {"topic": point.topic or "", **({"about": point.about} if point.about else {})}
    for item in plan.evaluations[:MOST]:
        yield _point(_evaluation(item, words), item)
    for item in plan.proposals[:MOST]:
        yield _point(words.message(message("New proposal: {title}", title=item.title)), item)
    for item in plan.questions[:MOST]:
        yield _point(words.message(message("Question: {title}", title=item.title)), item)
    yield _point(words.say("Room for what is new"))
    yield _point(words.say("When we meet next, and about what"))


def _evaluation(item: Item, words: Words) -> str:
    when = item.fields.next_evaluation if isinstance(item.fields, Initiative) else None
    day = words.partial_date(when) if when else ""
    return words.message(message("Evaluate: {title} ({day})", title=item.title, day=day))


def _more(plan: Plan) -> dict[str, int]:
    """How many of each do not fit on the agenda."""
    found = {"evaluations": plan.evaluations, "proposals": plan.proposals, "questions": plan.questions}
    return {name: max(len(items) - MOST, 0) for name, items in found.items()}


def _point(topic: str, about: Item | None = None) -> Point:
    line = topic if len(topic) <= LONGEST_LINE else f"{topic[: LONGEST_LINE - 1]}…"
    return {"topic": line, **({"about": about.ref} if about else {})}


def _environment(language: str) -> jinja2.Environment:
    """Templates of Markdown: nothing is escaped for HTML; ``link`` and ``plain`` leave no mark of Markdown."""
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("gemeengoed.drafts"),
        autoescape=False,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
    )
    environment.install_gettext_translations(translations(language), newstyle=True)  # type: ignore[attr-defined]
    environment.filters |= {"link": _link, "plain": literal}
    return environment


def _link(item: Item) -> str:
    return f"[{literal(item.title)}]({item.ref})"
