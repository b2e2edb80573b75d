"""What pages of one kind add, and the things that pages are about: events, organisations, projects, questions."""

from __future__ import annotations

from decimal import Decimal

from gemeengoed.kinds.answer import Answer
from gemeengoed.kinds.collection import Collection
from gemeengoed.kinds.dates import PartialDate
from gemeengoed.kinds.experience import Experience
from gemeengoed.kinds.gathering import Fee, Format, Gathering
from gemeengoed.kinds.initiative import Initiative
from gemeengoed.kinds.method import Method
from gemeengoed.kinds.network import FourRoles, Network
from gemeengoed.kinds.question import Question
from gemeengoed.markdown.words import plain_words, steps
from gemeengoed.model import Item
from gemeengoed.rules.gatherings import YEARS
from gemeengoed.stage.calendar.brussels import in_calendar
from gemeengoed.stage.groups import day_of
from gemeengoed.stage.linked_data.nodes import Node, identifier, node, thing
from gemeengoed.stage.linked_data.parties import parties
from gemeengoed.stage.open_data.addresses import page_address
from gemeengoed.stage.open_data.items import body_of
from gemeengoed.stage.site import Site
from gemeengoed.stage.used import MOST_ANSWERS, answers

LONGEST = 800
"""How many characters of a text stand in the data of a page, which has the text itself."""


def as_term(site: Site, register: str, name: str) -> bool:
    """Whether a term may be named to the readers of this edition."""
    return name in site.commons.terms[register] and (register, name) not in site.edition.unnamed


def maturity(site: Site, item: Item) -> Node:
    """How far it has proven itself."""
    level = getattr(item.fields, "maturity", None)
    return {"creativeWorkStatus": str(level)} if level else {}


def method(site: Site, item: Item) -> Node:
    """How long a method takes, what one needs, and its steps."""
    assert isinstance(item.fields, Method)
    lasts = item.fields.duration
    minutes = (lasts.max or lasts.min) if lasts else None
    found = [
        node("HowToStep", position=number, name=step.name, text=step.text if step.text != step.name else None)
        for number, step in enumerate(steps(body_of(site, item)), start=1)
    ]
    needs = [node("HowToSupply", name=name) for name in item.fields.materials]
    added = {"totalTime": f"PT{minutes}M" if minutes else None, "supply": needs, "step": found}
    return {**maturity(site, item), **{name: value for name, value in added.items() if value}}


def experience(site: Site, item: Item) -> Node:
    """What was used: the article is about that as well."""
    assert isinstance(item.fields, Experience)
    used = site.edition.items.get(item.fields.about or "")
    return {"mentions": _brief(site, used)} if used else {}


def collection(site: Site, item: Item) -> Node:
    """The parts in order, as a list."""
    assert isinstance(item.fields, Collection)
    named = (site.edition.items.get(part.item or "") for part in item.fields.parts)
    found = [part for part in named if part]
    entries = [node("ListItem", position=number, item=_brief(site, part)) for number, part in enumerate(found, start=1)]
    return {"hasPart": node("ItemList", numberOfItems=len(entries), itemListElement=entries)} if entries else {}


def _brief(site: Site, item: Item) -> Node:
    return node("CreativeWork", id=identifier(site, item.ref), name=item.title, url=page_address(site, item.ref))


def question(site: Site, item: Item) -> Node:
    """The question with its answers, as search engines read it."""
    assert isinstance(item.fields, Question)
    every = answers(site, item)
    given = every[:MOST_ANSWERS]
    accepted = [_answer(site, answer) for answer, is_accepted in given if is_accepted]
    asker = [item.fields.asked_by] if item.fields.asked_by else [*item.fields.authors]
    return node(
        "Question",
        id=thing(site, item.ref),
        name=item.title,
        text=plain_words(body_of(site, item), LONGEST) or item.fields.summary,
        author=parties(site, asker),
        datePublished=_day(item.fields.asked_on) or _added(site, item),
        answerCount=len(every),
        acceptedAnswer=accepted[0] if accepted else None,
        suggestedAnswer=[_answer(site, answer) for answer, is_accepted in given if not is_accepted],
    )


def answer_page(site: Site, item: Item) -> Node:
    """The answer that the page of one is about, and the question that it answers."""
    assert isinstance(item.fields, Answer)
    asked = site.edition.items.get(item.fields.question or "")
    about = (
        node("Question", id=thing(site, asked.ref), name=asked.title, url=page_address(site, asked.ref))
        if asked
        else None
    )
    given = _answer(site, item)
    return {"mainEntity": {**given, "parentItem": about} if about else given}


def _answer(site: Site, item: Item) -> Node:
    assert isinstance(item.fields, Answer)
    giver = [item.fields.by] if item.fields.by else [*item.fields.authors]
    return node(
        "Answer",
        id=thing(site, item.ref),
        text=plain_words(body_of(site, item), LONGEST) or item.fields.summary,
        url=page_address(site, item.ref),
        author=parties(site, giver),
        datePublished=_day(item.fields.on) or _added(site, item),
    )


def network(site: Site, item: Item) -> Node:
    """The network as an organisation: what it is part of, who belongs to it, and where it works."""
    assert isinstance(item.fields, Network)
    above = site.edition.items.get(item.fields.part_of or "")
    roles = item.fields.roles or FourRoles()
    members = [*item.fields.members, *roles.initiator, *roles.manager, *roles.process_facilitator, *roles.coordinator]
    return node(
        "Organization",
        id=thing(site, item.ref),
        name=item.title,
        description=item.fields.summary,
        url=page_address(site, item.ref),
        parentOrganization=_organisation(site, above) if above else None,
        member=parties(site, dict.fromkeys(members)),
        areaServed=[site.name_of("region", name) for name in item.fields.regions if as_term(site, "region", name)],
        foundingDate=_known(item.fields.period.start) if item.fields.period else None,
    )


def initiative(site: Site, item: Item) -> Node:
    """The initiative as a project: whose it is, and who takes part."""
    assert isinstance(item.fields, Initiative)
    of = site.edition.items.get(item.fields.network or "")
    engaged = [engagement.party for engagement in item.fields.engagements if engagement.party]
    return node(
        "Project",
        id=thing(site, item.ref),
        name=item.title,
        description=item.fields.summary,
        url=page_address(site, item.ref),
        parentOrganization=_organisation(site, of) if of else None,
        member=parties(site, dict.fromkeys([*filter(None, [item.fields.promotor]), *engaged])),
        foundingDate=_known(item.fields.start),
    )


def _organisation(site: Site, item: Item) -> Node:
    return node("Organization", id=thing(site, item.ref), name=item.title, url=page_address(site, item.ref))


ATTENDANCE = {
    Format.ON_SITE: "OfflineEventAttendanceMode",
    Format.ONLINE: "OnlineEventAttendanceMode",
    Format.HYBRID: "MixedEventAttendanceMode",
}


def gathering(site: Site, item: Item) -> Node | None:
    """The gathering as an event; none where the day is not known."""
    fields = item.fields
    assert isinstance(fields, Gathering)
    start = moment(fields.start)
    if start is None:
        return None
    of = site.edition.items.get(fields.network or "")
    hosts = [*([_organisation(site, of)] if of else []), *parties(site, fields.hosts)]
    status = "EventCancelled" if fields.cancelled else "EventScheduled"
    return node(
        "Event",
        id=thing(site, item.ref),
        name=item.title,
        description=fields.summary,
        url=page_address(site, item.ref),
        startDate=start,
        endDate=moment(fields.end),
        eventStatus=f"https://schema.org/{status}",
        eventAttendanceMode=f"https://schema.org/{ATTENDANCE[fields.format]}" if fields.format else None,
        location=_places(site, item, fields),
        organizer=hosts,
        offers=_offers(fields.fee) if fields.fee else None,
        inLanguage=site.language_of(item),
    )


def _places(site: Site, item: Item, fields: Gathering) -> list[Node]:
    place = node("Place", name=fields.place, address=fields.place) if fields.place else None
    online = fields.format in (Format.ONLINE, Format.HYBRID)
    screen = node("VirtualLocation", url=page_address(site, item.ref)) if online else None
    return [where for where in (place if fields.format is not Format.ONLINE else None, screen) if where]


def _offers(fee: Fee) -> list[Node]:
    prices: dict[str, Decimal | None] = {"subscriber": fee.subscriber, "other": fee.other, "colleague": fee.colleague}
    return [
        node("Offer", category=name, price=format(price.normalize(), "f"), priceCurrency="EUR")
        for name, price in prices.items()
        if price is not None
    ]


def moment(when: PartialDate | None) -> str | None:
    """A whole day (ISO 8601), or a time with how far Brussels then is from UTC; nothing where the day is not known."""
    if when is None or not when.is_whole or when.first.year not in YEARS:
        return None
    return in_calendar(when.first, when.time).isoformat() if when.time else when.first.isoformat()


def _day(when: PartialDate | None) -> str | None:
    return when.first.isoformat() if when and when.is_whole else None


def _known(when: PartialDate | None) -> str | None:
    """A date as exactly as it is known, without a time; ISO 8601 has years, months and days, and no quarters."""
    return str(when.first.year) if when and "Q" in when.text else when.text.partition("T")[0] if when else None


def _added(site: Site, item: Item) -> str | None:
    day = day_of(site.edition, item)
    return day.isoformat() if day else None
