"""What was decided: a page per network, and on the page of each item the decisions that touch it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from gemeengoed.kinds.declare import Ref
from gemeengoed.kinds.gathering import KIND, Gathering
from gemeengoed.model import Item
from gemeengoed.rules.decisions import Taken, decisions_by_network, decisions_of
from gemeengoed.stage.addresses import DECISIONS
from gemeengoed.stage.calendar.shown import when
from gemeengoed.stage.foreign import mixed
from gemeengoed.stage.page import StagedPage
from gemeengoed.stage.parts import ROWS, in_parts
from gemeengoed.stage.site import Link, Site
from gemeengoed.stage.values import Shown


@dataclass(frozen=True)
class Told:
    """A decision as a page shows it."""

    text: str
    about: Shown
    gathering: Shown
    when: str
    href: str


def decisions_about(site: Site, item: Item, here: str) -> list[Told]:
    """The decisions that touch an item, those of the latest gathering first.

    Only gatherings that refer to the item are looked at, so that its page depends on no others.
    """
    link = site.addresses.relative(here)
    gatherings = (other for other in site.index.backlinks.get(item.ref, ()) if other.kind is KIND)
    return [told(site, taken, link) for taken in decisions_of(gatherings) if taken.decision.about == item.ref]


def told(site: Site, taken: Taken, link: Link) -> Told:
    """A decision with where it was taken; ``href`` leads to it on the page of the gathering."""
    gathering, about = taken.gathering, taken.decision.about
    assert isinstance(gathering.fields, Gathering)
    return Told(
        text=site.said(taken.decision.text or "", site.language_of(gathering)),
        about=site.reference(about, Ref("item"), link) if about else Shown(),
        gathering=Shown(site.title(gathering), link(gathering.ref)),
        when=when(site.words, gathering.fields),
        href=f"{link(gathering.ref)}#{anchor(taken.number)}",
    )


def anchor(number: int) -> str:
    """The anchor of a decision on the page of its gathering."""
    return f"gg-decision-{number}"


def decisions_name(network: str) -> str:
    """The name of the page with the decisions of a network: ``decisions/locon-de-stek``."""
    return f"{DECISIONS}/{network.partition('/')[2]}"


def decision_pages(site: Site) -> Iterator[StagedPage]:
    """The overview by network, then the decisions of each network that took some."""
    by_network = {
        ref: taken for ref, taken in decisions_by_network(site.programme.taken).items() if ref in site.edition.items
    }
    yield from _overview(site, by_network)
    for ref, taken in by_network.items():
        yield from _of_network(site, site.edition.items[ref], taken)


def _overview(site: Site, by_network: Mapping[str, tuple[Taken, ...]]) -> Iterator[StagedPage]:
    about = site.words.say("What the networks decided at their gatherings.")

    def show(part: Sequence[str], here: str, number: int) -> dict[str, Any]:
        titles = [(site.title(site.edition.items[ref]), ref) for ref in part]
        return {"networks": [(title, decisions_name(ref), len(by_network[ref])) for title, ref in titles]}

    title, template = site.words.say("Decisions"), "calendar/decisions.html.jinja"
    return in_parts(site, DECISIONS, title, about, [*by_network], template, show, each=ROWS)


def _of_network(site: Site, network: Item, taken: Sequence[Taken]) -> Iterator[StagedPage]:
    title = mixed("{}: {}", site.words.say("Decisions"), site.title(network))

    def show(part: Sequence[Taken], here: str, number: int) -> dict[str, Any]:
        link = site.addresses.relative(here)
        shown = Shown(site.title(network), link(network.ref))
        return {"network": shown, "decisions": DECISIONS, "groups": _by_gathering(site, part, link)}

    template = "calendar/decisions_of.html.jinja"
    return in_parts(site, decisions_name(network.ref), title, "", taken, template, show)


def _by_gathering(site: Site, taken: Iterable[Taken], link: Link) -> list[list[Told]]:
    groups = groupby(taken, key=lambda entry: entry.gathering.ref)
    return [[told(site, entry, link) for entry in group] for _, group in groups]
