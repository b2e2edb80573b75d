"""What the network adds to an item: who used it too and how it went, and the answers to a question."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from gemeengoed.kinds.answer import Answer
from gemeengoed.kinds.collection import Collection
from gemeengoed.kinds.common import Maturity
from gemeengoed.kinds.declare import Ref
from gemeengoed.kinds.experience import Experience, Result
from gemeengoed.kinds.question import Question
from gemeengoed.markdown.headings import find_headings
from gemeengoed.model import Item
from gemeengoed.rules.answers import answers_to
from gemeengoed.rules.maturity import Standing, is_claimed_too_far, standing
from gemeengoed.rules.usage import USABLE, Facet, Size, Usage, experiences_with, facets, usage
from gemeengoed.stage.site import Site
from gemeengoed.stage.values import Shown

DEEPEST = 6
MOST_TOLD, MOST_ANSWERS = 12, 8
"""How many experiences the page of an item tells, and how many answers that of a question: the others are in a list."""

_SIGNS = re.compile(r"([\\`*_{}\[\]<>#|!])")


@dataclass(frozen=True)
class Told:
    """One experience as a page shows it: who, how large, where, when, with what result, and what they add."""

    organisation: Shown
    size: str
    regions: str
    on: str
    result: str
    is_success: bool
    is_replaced: bool
    page: Shown
    facts: list[tuple[str, Shown]]


@dataclass(frozen=True)
class Used:
    """What the experiences with an item say: of the last ones each by itself, of all ``count`` together."""

    sum: Usage
    told: list[Told]
    count: int
    standing: Standing | None
    too_far: bool
    search: list[tuple[str, str]]


def used(site: Site, item: Item, here: str) -> Used | None:
    """Who used an item too; None for a kind that cannot be used."""
    if item.kind.name not in USABLE:
        return None
    found = experiences_with(item.ref, site.index.backlinks.get(item.ref, ()))
    now = standing(item, found) if "maturity" in type(item.fields).model_fields else None
    return Used(
        usage(found, site.commons.organisations),
        list(islice(_all_told(site, found, here), MOST_TOLD)),
        len(found),
        now,
        now is not None and is_claimed_too_far(item, now),
        search_values(site, facets(found, site.commons.organisations)),
    )


def search_values(site: Site, found: frozenset[Facet]) -> list[tuple[str, str]]:
    """What the search can be narrowed by: the sizes for which it worked, and every result.

    Size and result are not two filters side by side: a page that worked in a city and failed in a village would then
    be found as what worked in a village.
    """
    say = site.words.say
    sizes = {size for size, result in found if result is Result.WORKED}
    results = {result for _, result in found}
    return [
        *(("worked", say(size.label)) for size in Size if size in sizes),
        *(("result", say(result.label)) for result in Result if result in results),
    ]


def own_search_values(site: Site, item: Item) -> list[tuple[str, str]]:
    """The same for the page of an experience itself."""
    return search_values(site, facets([item], site.commons.organisations))


def is_shown_with(other: Item, item: Item) -> bool:
    """Whether the page of an item shows another in its own way: answer, experience, or collection that it is in."""
    match other.fields:
        case Answer(question=about) | Experience(about=about):
            return about == item.ref
        case Collection(parts=parts):
            return any(part.item == item.ref for part in parts)
        case _:
            return False


def next_step(standing: Standing) -> Maturity | None:
    """The step that an item has still to take; None when there is none."""
    return {Maturity.IDEA: Maturity.TRIAL, Maturity.TRIAL: Maturity.PROVEN}.get(standing.borne_out)


def _all_told(site: Site, experiences: Iterable[Item], here: str) -> Iterator[Told]:
    """The experiences, the latest first; of each organisation those before its last are replaced by that."""
    seen: set[str] = set()
    for item in experiences:
        organisation = getattr(item.fields, "organisation", None) or ""
        yield _told(site, item, here, organisation in seen)
        seen.add(organisation)


def _told(site: Site, item: Item, here: str, is_replaced: bool) -> Told:
    fields, link = item.fields, site.addresses.relative(here)
    assert isinstance(fields, Experience)
    organisation = site.commons.organisations.get(fields.organisation or "")
    band = organisation.population_band if organisation else None
    return Told(
        organisation=site.reference(fields.organisation or "", Ref("organisation"), link) if organisation else Shown(),
        size=site.words.say(band.label) if band else "",
        regions=", ".join(site.name_of("region", region) for region in (organisation.regions if organisation else ())),
        on=site.words.partial_date(fields.on) if fields.on else "",
        result=site.words.say(fields.result.label) if fields.result else "",
        is_success=fields.result is Result.WORKED,
        is_replaced=is_replaced,
        page=Shown(site.title(item), link(item.ref)),
        facts=site.values(here).fields(site.fields(item), ["cost", "staff_time", "changed", "advice"]),
    )


def answers(site: Site, question: Item) -> list[tuple[Item, bool]]:
    """The answers to a question, and whether each is the accepted one; none for an item of another kind."""
    if not isinstance(question.fields, Question):
        return []
    found = answers_to(question, site.index.backlinks.get(question.ref, ()))
    return [(answer, answer.ref == question.fields.accepted_answer) for answer in found]


def answer_heading(site: Site, answer: Item, accepted: bool, around: str) -> str:
    """The Markdown above an answer on the page of its question, which is in the language ``around``.

    Its title, who gave it and when.
    """
    fields = answer.fields
    assert isinstance(fields, Answer)
    who = site.reference(fields.by, Ref("party"), lambda name, number=1: "").text if fields.by else ""
    when = site.words.partial_date(fields.on) if fields.on else ""
    say = site.words.say
    label = say("The answer that helped") if accepted else say("Answer")
    byline = ", ".join(part for part in (who, when) if part)
    title = _marked(literal(answer.title), site.language_of(answer), around)
    label, byline = (_marked(text, site.language, around) for text in (f"{label}:", literal(byline)))
    return f"## {label} {title}\n\n*{byline}*"


def _marked(text: str, language: str, around: str) -> str:
    return text if language == around else f'<span lang="{language}">{text}</span>'


def demoted(body: str) -> str:
    """A text with its headings one level lower, to stand below a heading of its own."""
    for heading in reversed(list(find_headings(body))):
        if heading.level < DEEPEST and body[heading.offset] == "#":
            body = f"{body[: heading.offset]}#{body[heading.offset :]}"
    return body


def literal(text: str) -> str:
    """A text in which Markdown sees no marks."""
    return _SIGNS.sub(r"\\\1", " ".join(text.split()))
