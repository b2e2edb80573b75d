"""What is new, what is much improved, and whom to thank for it.

Rules. A page is new when readers could not read it before a day and can now; a draft that is published is new too. It
is much improved when more than a third of the words of its text are new or gone: of the longer of the old and the new
text, so many words do not stand in the other in the same order. Thanked are the authors of those pages, those credited
on them, and who reviewed any page since; a contributor only by a name that he or she agreed to show, and nobody who
withdrew. Something is of a network when its page names the network, or when what it answers or is about does.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from gemeengoed.kinds.answer import Answer
from gemeengoed.kinds.experience import Experience
from gemeengoed.kinds.gathering import Gathering
from gemeengoed.kinds.initiative import Initiative, Phase
from gemeengoed.kinds.network import Network
from gemeengoed.kinds.registers import ConsentScope, Contributor, Organisation
from gemeengoed.model import Item
from gemeengoed.rules.consent import may_show
from gemeengoed.rules.gatherings import programme
from gemeengoed.rules.networks import networks_of

MUCH = 1 / 3
"""The part of a text that must be another one for a page to be much improved."""

ENDED = frozenset({Phase.HANDED_OVER, Phase.STOPPED})


@dataclass(frozen=True)
class News:
    """The new pages and those that were much improved, each in the order given."""

    new: tuple[Item, ...]
    improved: tuple[Item, ...]


def news(now: Iterable[Item], before: Mapping[str, str], after: Mapping[str, str]) -> News:
    """What came between two moments, of the items that readers see ``now``.

    ``before`` and ``after`` are the texts that they could read at those moments, by the reference of today.
    """
    there = [item for item in now if item.ref in after]
    new = tuple(item for item in there if item.ref not in before)
    improved = tuple(item for item in there if item.ref in before and changed(before[item.ref], after[item.ref]) > MUCH)
    return News(new, improved)


def changed(old: str, new: str) -> float:
    """Which part of a text is another one, from 0 to 1."""
    from rapidfuzz.distance import LCSseq  # takes 10 ms, and a build asks nothing of it

    return 0.0 if old == new else LCSseq.normalized_distance(old.split(), new.split())


def of_network(network: str, items: Iterable[Item]) -> tuple[Item, ...]:
    """The network itself, those nested in it, and everything that is of one of them."""
    known = {item.ref: item for item in items}
    inside, size = {network}, 0
    while size < len(inside):
        size = len(inside)
        inside |= {item.ref for item in known.values() if isinstance(item.fields, Network) and _around(item) in inside}
    return tuple(item for item in known.values() if _belongs(item, inside, known))


def _around(item: Item) -> str:
    return (item.fields.part_of or "") if isinstance(item.fields, Network) else ""


def _belongs(item: Item, networks: set[str], known: Mapping[str, Item]) -> bool:
    if {item.ref, *networks_of(item)} & networks:
        return True
    match item.fields:
        case Answer(question=about) | Experience(about=about):
            other = known.get(about or "")
            return other is not None and bool(networks_of(other) & networks)
        case _:
            return False


def to_come(items: Iterable[Item], today: date) -> tuple[Item, ...]:
    """The gatherings that may still be or begin, the first to come first; none that was called off."""
    return tuple(
        item
        for item in programme(items, today).to_come
        if isinstance(item.fields, Gathering) and not item.fields.cancelled
    )


def open_roles(items: Iterable[Item]) -> tuple[Item, ...]:
    """The initiatives, not ended, that still seek somebody, in order of title."""
    found = [item for item in items if isinstance(item.fields, Initiative) and item.fields.open_roles]
    running = [item for item in found if isinstance(item.fields, Initiative) and item.fields.phase not in ENDED]
    return tuple(sorted(running, key=lambda item: item.title.casefold()))


def thanked(
    told: News,
    now: Iterable[Item],
    since: date,
    until: date,
    contributors: Mapping[str, Contributor],
    organisations: Mapping[str, Organisation],
) -> tuple[tuple[str, str], ...]:
    """Whom to thank: pairs of a register and an identifier, in order of name."""
    parties = {party for item in (*told.new, *told.improved) for party in _makers(item)}
    for item in now:
        parties |= {
            review.by for review in item.fields.reviews if review.by and review.on and since <= review.on.last <= until
        }
    people = [
        ("contributor", name)
        for name in parties
        if name in contributors and may_show(contributors[name], ConsentScope.NAME)
    ]
    bodies = [("organisation", name) for name in parties if name in organisations and name not in contributors]
    names = {
        **{name: entry.name for name, entry in organisations.items()},
        **{n: c.name for n, c in contributors.items()},
    }
    return tuple(sorted((*people, *bodies), key=lambda entry: ((names[entry[1]] or "").casefold(), entry)))


def _makers(item: Item) -> set[str]:
    credited = {party for parties in item.fields.credits.values() for party in parties}
    by = {item.fields.by} if isinstance(item.fields, Answer) and item.fields.by else set()
    return {*item.fields.authors, *credited, *by}
