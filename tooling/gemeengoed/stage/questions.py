"""The board of questions: what waits for an answer, the longest first, what nobody knows, and what was answered.

One for the whole commons, and one for each theme and each network in which something is asked.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
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
from gemeengoed.stage.foreign import mixed
from gemeengoed.stage.listings import listing, theme_entries
from gemeengoed.stage.page import StagedPage, Unit
from gemeengoed.stage.site import Card, Site
from gemeengoed.stage.trace import shared
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


def question_units(site: Site) -> Iterator[Unit]:
    """The boards, each by itself with its further parts."""
    yield FOLDER, partial(_whole_board, site)
    for theme in sorted(site.index.by_term.get("theme", ())):
        yield f"{FOLDER} themes/{theme}", partial(_board_of_theme, site, theme)
    for network in _networks(site):
        yield f"{FOLDER} {network}", partial(_board_of_network, site, network)


def _whole_board(site: Site) -> Iterator[StagedPage]:
    questions = site.index.by_kind.get(FOLDER, ())
    counts = Counter(network for item in questions for network in networks_of(item))
    known = [(network, counts[network]) for network in _networks(site) if counts[network]]
    yield from _board(site, FOLDER, site.words.say(KIND.plural), questions, [], known)


def _board_of_theme(site: Site, theme: str) -> Iterator[StagedPage]:
    if about := [site.edition.items[ref] for ref in _asked_of(site).get(theme, ())]:
        say, name = site.words.say, site.name_of("theme", theme)
        trail = [(say("Themes"), "themes"), (name, f"themes/{theme}"), (say(KIND.plural), FOLDER)]
        yield from _board(site, f"themes/{theme}/{FOLDER}", mixed("{}: {}", say(KIND.plural), name), about, trail)


@shared
def _asked_of(site: Site) -> Mapping[str, tuple[str, ...]]:
    """The questions of each theme, in order of title: references."""
    found: dict[str, list[str]] = {}
    for item in site.index.by_kind.get(FOLDER, ()):
        for theme in dict.fromkeys(item.fields.themes):
            found.setdefault(theme, []).append(item.ref)
    return {theme: tuple(refs) for theme, refs in found.items()}


def _board_of_network(site: Site, network: str) -> Iterator[StagedPage]:
    if of_network := asked_in(site, network):
        say, name = site.words.say, site.title(site.edition.items[network])
        trail = [(say("Networks"), "networks"), (name, network), (say(KIND.plural), FOLDER)]
        yield from _board(site, f"{network}/{FOLDER}", mixed("{}: {}", say(KIND.plural), name), of_network, trail)


def _networks(site: Site) -> list[str]:
    return sorted(ref for ref, item in site.edition.items.items() if item.kind.name == "network")


def asked_in(site: Site, network: str) -> list[Item]:
    """The questions that say that they are of a network."""
    under = site.index.backlinks.get(network, ())
    return [item for item in under if item.kind is KIND and network in networks_of(item)]


def asked(site: Site, item: Item, here: str) -> Asked:
    """A question as a board on the page ``here`` shows it."""
    fields, link = item.fields, site.addresses.relative(here)
    assert isinstance(fields, Question)
    span = waiting(fields.asked_on, site.commons.today) if fields.state is not QuestionState.ANSWERED else None
    values, is_gap = site.values(here), fields.state is QuestionState.GAP
    return Asked(
        card=site.card(item, link),
        state=fields.state,
        who=values.party(fields.asked_by).text if fields.asked_by else "",
        when=site.words.partial_date(fields.asked_on) if fields.asked_on else "",
        waits=site.words.span(span.number, span.unit) if span else "",
        answers=len(answers_to(item, site.index.backlinks.get(item.ref, ()))),
        expert=site.said(fields.expert_wanted or "", site.language_of(item)) if is_gap else "",
        closed_by=values.item(fields.closed_by) if fields.closed_by else Shown(),
    )


def _board(
    site: Site,
    name: str,
    title: str,
    questions: Sequence[Item],
    trail: list[tuple[str, str]],
    networks: Sequence[tuple[str, int]] = (),
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
        networks=lambda here: _network_entries(site, networks, here),
        follow=lambda here: follow(site, QUESTIONS, here) if is_whole else [],
    )


def _start(site: Site, name: str, ordered: Sequence[Item], found: Sequence[Item], here: str) -> str:
    """Where the questions of a state start; empty when there are none."""
    if not found:
        return ""
    number = ordered.index(found[0]) // site.settings.limits.listing_page + 1
    state: Any = getattr(found[0].fields, "state", "")
    return f"{site.addresses.relative(here)(name, number)}#{state}"


def _network_entries(site: Site, networks: Iterable[tuple[str, int]], here: str) -> Iterable[Entry]:
    link = site.addresses.relative(here)
    entries = [
        Entry(site.title(site.edition.items[network]), link(f"{network}/{FOLDER}"), count)
        for network, count in networks
    ]
    return sorted(entries, key=lambda entry: (-entry.count, entry.name))
