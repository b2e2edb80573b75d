"""The board of questions: what waits for an answer, the longest first, what nobody knows, and what was answered.

One for the whole commons, and one for each theme and each network in which something is asked.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from gemeengoed.kinds import KIND_BY_NAME
from gemeengoed.kinds.question import Question, QuestionState
from gemeengoed.model import Item
from gemeengoed.rules.answers import answers_to, board
from gemeengoed.rules.networks import networks_of
from gemeengoed.rules.waiting import waiting
from gemeengoed.stage.entries import Entry
from gemeengoed.stage.feeds import QUESTIONS, follow
from gemeengoed.stage.listings import listing, theme_entries
from gemeengoed.stage.page import StagedPage
from gemeengoed.stage.site import Card, Site
from gemeengoed.stage.values import Shown

KIND = KIND_BY_NAME["question"]
FOLDER = KIND.folder


@dataclass(frozen=True)
class Asked:
    """A question as a board shows it. ``waits`` is empty when nobody waits any more."""

    card: Card
    state: QuestionState
    who: str
    when: str
    waits: str
    answers: int
    expert: str
    closed_by: Shown


def question_pages(site: Site) -> Iterator[StagedPage]:
    """The boards."""
    say, questions = site.words.say, site.index.by_kind.get(FOLDER, ())
    yield from _board(site, FOLDER, say(KIND.plural), questions, [])
    for theme in sorted({theme for item in questions for theme in item.fields.themes}):
        about = [item for item in questions if theme in item.fields.themes]
        if site.has_page("theme", theme):
            name = site.name_of("theme", theme)
            trail = [(say("Themes"), "themes"), (name, f"themes/{theme}"), (say(KIND.plural), FOLDER)]
            yield from _board(site, f"themes/{theme}/{FOLDER}", f"{say(KIND.plural)}: {name}", about, trail)
    for network, of_network in asked_in_networks(site).items():
        name = site.edition.items[network].title
        trail = [(say("Networks"), "networks"), (name, network), (say(KIND.plural), FOLDER)]
        yield from _board(site, f"{network}/{FOLDER}", f"{say(KIND.plural)}: {name}", of_network, trail)


def asked_in_networks(site: Site) -> dict[str, list[Item]]:
    """The questions of each network of the edition in which something is asked."""
    found: dict[str, list[Item]] = {}
    for item in site.index.by_kind.get(FOLDER, ()):
        for network in sorted(networks_of(item)):
            if network in site.edition.items:
                found.setdefault(network, []).append(item)
    return dict(sorted(found.items()))


def asked(site: Site, item: Item, here: str) -> Asked:
    """A question as a board on the page ``here`` shows it."""
    fields, link = item.fields, site.addresses.relative(here)
    assert isinstance(fields, Question)
    span = waiting(fields.asked_on, site.commons.today) if fields.state is not QuestionState.ANSWERED else None
    values = site.values(here)
    return Asked(
        card=site.card(item, link),
        state=fields.state,
        who=values.party(fields.asked_by).text if fields.asked_by else "",
        when=site.words.partial_date(fields.asked_on) if fields.asked_on else "",
        waits=site.words.span(span.number, span.unit) if span else "",
        answers=len(answers_to(item, site.index.backlinks.get(item.ref, ()))),
        expert=fields.expert_wanted or "" if fields.state is QuestionState.GAP else "",
        closed_by=values.item(fields.closed_by) if fields.closed_by else Shown(),
    )


def _board(
    site: Site, name: str, title: str, questions: Sequence[Item], trail: list[tuple[str, str]]
) -> Iterator[StagedPage]:
    states = board(questions)
    ordered = [item for found in states.values() for item in found]
    is_whole = name == FOLDER

    def group(site: Site, part: Sequence[Item], here: str) -> list[tuple[QuestionState, list[Asked]]]:
        rows = [asked(site, item, here) for item in part]
        return [(state, list(found)) for state, found in groupby(rows, key=lambda row: row.state)]

    def jumps(here: str) -> list[tuple[QuestionState, int, str]]:
        return [(state, len(found), _start(site, name, ordered, found, here)) for state, found in states.items()]

    return listing(
        site,
        name,
        title,
        site.words.say(KIND.about),
        ordered,
        "listing/questions.html.jinja",
        group,
        trail=trail,
        is_whole=is_whole,
        jumps=jumps,
        themes=lambda here: theme_entries(site, questions, here, f"/{FOLDER}") if is_whole else [],
        networks=lambda here: _network_entries(site, here) if is_whole else [],
        follow=lambda here: follow(site, QUESTIONS, here) if is_whole else [],
    )


def _start(site: Site, name: str, ordered: Sequence[Item], found: Sequence[Item], here: str) -> str:
    """Where the questions of a state start; empty when there are none."""
    if not found:
        return ""
    number = ordered.index(found[0]) // site.settings.limits.listing_page + 1
    state: Any = getattr(found[0].fields, "state", "")
    return f"{site.addresses.relative(here)(name, number)}#{state}"


def _network_entries(site: Site, here: str) -> Iterable[Entry]:
    link = site.addresses.relative(here)
    entries = [
        Entry(site.edition.items[network].title, link(f"{network}/{FOLDER}"), len(found))
        for network, found in asked_in_networks(site).items()
    ]
    return sorted(entries, key=lambda entry: (-entry.count, entry.name))
