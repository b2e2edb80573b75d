"""The board of questions: what waits for an answer, the longest first, what nobody knows, and what was answered.

One for the whole commons, and one for each theme and each network in which something is asked.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from gemeengoed.kinds import KIND_BY_NAME
from gemeengoed.kinds.question import Question, QuestionState
from gemeengoed.model import Item
from gemeengoed.rules.answers import answers_to, board
from gemeengoed.rules.networks import networks_of
from gemeengoed.rules.waiting import waiting
from gemeengoed.stage.entries import Entry
from gemeengoed.stage.feeds import QUESTIONS, follow
from gemeengoed.stage.foreign import mixed
from gemeengoed.stage.index import by_name
from gemeengoed.stage.listings import counted_themes, listing, part_of_listing
from gemeengoed.stage.page import StagedPage, Unit
from gemeengoed.stage.parts import Part, how_many, part_at, parts_of
from gemeengoed.stage.shared import kept
from gemeengoed.stage.site import Card, Site
from gemeengoed.stage.values import Shown

KIND = KIND_BY_NAME["question"]
FOLDER = KIND.folder
TEMPLATE = "listing/questions.html.jinja"


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
    """The boards: of that of all questions each part by itself, the others each with its further parts."""
    for number in range(1, how_many(len(site.index.by_kind.get(FOLDER, ())), _size(site)) + 1):
        yield f"{FOLDER} {number}", partial(_part_of_whole, site, number)
    for theme in sorted(site.index.by_term.get("theme", ())):
        yield f"{FOLDER} themes/{theme}", partial(_board_of_theme, site, theme)
    for network in _networks(site):
        yield f"{FOLDER} {network}", partial(_board_of_network, site, network)


def _part_of_whole(site: Site, number: int) -> Iterator[StagedPage]:
    counts, named = dict(states_of_questions(site)), _asked_under(site)
    total, size = sum(counts.values()), _size(site)
    items = [site.edition.items[ref] for ref in _on_board(site).get(str(number), ())]
    yield part_of_listing(
        site,
        FOLDER,
        site.words.say(KIND.plural),
        site.words.say(KIND.about),
        Part(items, number, how_many(total, size), total),
        TEMPLATE,
        _by_state,
        trail=[],
        is_whole=True,
        jumps=lambda here: _jumps(site, FOLDER, counts, here),
        themes=lambda here: counted_themes(site, named.get("themes", ()), here, f"/{FOLDER}"),
        networks=lambda here: _network_entries(site, named.get("networks", ()), here),
        follow=lambda here: follow(site, QUESTIONS, here),
    )


def _questions(site: Site) -> Sequence[Item]:
    return by_name(site.index.by_kind, FOLDER)


@kept(dict[str, tuple[str, ...]])
def _on_board(site: Site) -> Mapping[str, tuple[str, ...]]:
    """What stands in each part of the board of all questions: a page depends on its own part."""
    ordered = [item.ref for found in board(_questions(site)).values() for item in found]
    return {str(part.number): tuple(part.things) for part in parts_of(ordered, _size(site))}


@kept(tuple[tuple[QuestionState, int], ...])
def states_of_questions(site: Site) -> tuple[tuple[QuestionState, int], ...]:
    """How many of all questions are in each state."""
    return tuple((state, len(found)) for state, found in board(_questions(site)).items())


@kept(dict[str, tuple[tuple[str, int], ...]])
def _asked_under(site: Site) -> Mapping[str, tuple[tuple[str, int], ...]]:
    """How many of all questions stand under each theme, and are of each network that readers may know of."""
    questions = _questions(site)
    themes = Counter(theme for item in questions for theme in item.fields.themes)
    networks = Counter(network for item in questions for network in networks_of(item))
    known = tuple((network, networks[network]) for network in _networks(site) if networks[network])
    return {"themes": tuple(sorted(themes.items())), "networks": known}


def _board_of_theme(site: Site, theme: str) -> Iterator[StagedPage]:
    if about := [site.edition.items[ref] for ref in _asked_of(site).get(theme, ())]:
        say, name = site.words.say, site.name_of("theme", theme)
        trail = [(say("Themes"), "themes"), (name, f"themes/{theme}"), (say(KIND.plural), FOLDER)]
        yield from _board(site, f"themes/{theme}/{FOLDER}", mixed("{}: {}", say(KIND.plural), name), about, trail)


@kept(dict[str, tuple[str, ...]])
def _asked_of(site: Site) -> Mapping[str, tuple[str, ...]]:
    """The questions of each theme: references."""
    found: dict[str, list[str]] = {}
    for item in _questions(site):
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
    site: Site, name: str, title: str, questions: Sequence[Item], trail: list[tuple[str, str]]
) -> Iterator[StagedPage]:
    states = board(questions)
    counts = {state: len(found) for state, found in states.items()}
    return listing(
        site,
        name,
        title,
        site.words.say(KIND.about),
        [item for found in states.values() for item in found],
        TEMPLATE,
        _by_state,
        trail=trail,
        is_whole=False,
        jumps=lambda here: _jumps(site, name, counts, here),
        themes=[],
        networks=[],
        follow=[],
    )


def _by_state(site: Site, part: Sequence[Item], here: str) -> list[tuple[QuestionState, list[Asked]]]:
    rows = [asked(site, item, here) for item in part]
    return [(state, list(found)) for state, found in groupby(rows, key=lambda row: row.state)]


def _jumps(
    site: Site, name: str, counts: Mapping[QuestionState, int], here: str
) -> Iterator[tuple[QuestionState, int, str]]:
    """Every state, how many questions are in it, and where those start; no address where there are none."""
    link, before = site.addresses.relative(here), 0
    for state, count in counts.items():
        yield state, count, f"{link(name, part_at(site, before))}#{state}" if count else ""
        before += count


def _size(site: Site) -> int:
    return site.settings.limits.listing_page


def _network_entries(site: Site, networks: Iterable[tuple[str, int]], here: str) -> Iterable[Entry]:
    link = site.addresses.relative(here)
    entries = [
        Entry(site.title(site.edition.items[network]), link(f"{network}/{FOLDER}"), count)
        for network, count in networks
    ]
    return sorted(entries, key=lambda entry: (-entry.count, entry.name))
