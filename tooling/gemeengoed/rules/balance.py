"""Giving and receiving, counted: to see who could be asked to share something, not to keep a score.

Rules. Given: a page that one is an author of or credited for (1 per page, and by role), an answer, an experience, a
review of a page of others, a gathering that one hosts. Received: a practice, tip or method of others that one used, a
question of one's own that others answered, a gathering of others that one attended. Each counts once per page. What a
contributor gives counts for each organisation that the contributor agreed to be shown with. A page is one's own when
one's organisation is its author, its author's, or the one it comes from; a review of such a page does not count, nor
does using it.

Of a contributor, what is received is a page that an experience they wrote is about, and a question they asked: who
came to a gathering is written down by organisation, not by person.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from gemeengoed.i18n import Message
from gemeengoed.kinds.answer import Answer
from gemeengoed.kinds.experience import Experience
from gemeengoed.kinds.gathering import Gathering
from gemeengoed.kinds.question import Question, QuestionState
from gemeengoed.kinds.registers import ConsentScope, Contributor
from gemeengoed.model import Item
from gemeengoed.rules.consent import employers, may_show
from gemeengoed.rules.maturity import own_organisations

USED = frozenset({"practice", "tip", "method"})
"""The kinds that one can use."""

RULES: Final = (
    Message(
        "Given: a page that you wrote or helped with (once per page), an answer, an experience, a review of a page of "
        "others, a gathering that you hosted."
    ),
    Message(
        "Received: a practice, tip or method of others that you used, a question of yours that others answered, a "
        "gathering of others that you came to."
    ),
    Message("What a person gives counts for their organisation too, when they agreed to be shown with it."),
    Message("Reviewing or using a page of your own organisation does not count."),
    Message("Who came to a gathering is written down by organisation, so it counts for no person."),
)
"""The rules in the words of the page that shows what they give."""

Role = str
Entry = tuple[str, str, Role]
"""What somebody did: its sort, who did it, and for a page in which role."""

AUTHOR: Final = ""
"""The role of an author, which is no term of the vocabulary."""


@dataclass(frozen=True)
class Balance:
    """What one gave and received, by sort; the pages that one gave also by role, an author's under ``""``."""

    given: Mapping[str, int] = field(default_factory=dict)
    received: Mapping[str, int] = field(default_factory=dict)
    roles: Mapping[Role, int] = field(default_factory=dict)

    @property
    def gives_less(self) -> bool:
        """Whether less was given than received."""
        return sum(self.given.values()) < sum(self.received.values())


def balances(items: Iterable[Item], contributors: Mapping[str, Contributor]) -> dict[str, Balance]:
    """The balance of every organisation that gave or received something, in order of identifier."""

    def organisations(party: str) -> tuple[str, ...]:
        return employers(contributors[party]) if party in contributors else (party,)

    return _tally(items, contributors, organisations)


def balances_of_people(items: Iterable[Item], contributors: Mapping[str, Contributor]) -> dict[str, Balance]:
    """The balance of every contributor who gave or received something and agreed to be named."""

    def people(party: str) -> tuple[str, ...]:
        known = contributors.get(party)
        return (party,) if known and may_show(known, ConsentScope.NAME) else ()

    return _tally(items, contributors, people)


def _tally(
    items: Iterable[Item], contributors: Mapping[str, Contributor], resolve: Callable[[str], tuple[str, ...]]
) -> dict[str, Balance]:
    listed = tuple(items)
    by_ref = {item.ref: item for item in listed}
    given, received, roles = (dict[str, Counter[str]]() for _ in range(3))
    for item in listed:
        done = list(_given(item, contributors))
        for name, sort in {(name, sort) for sort, party, _ in done for name in resolve(party)}:
            given.setdefault(name, Counter())[sort] += 1
        for name, role in {(name, role) for sort, party, role in done if sort == "page" for name in resolve(party)}:
            roles.setdefault(name, Counter())[role] += 1
        got = _received(item, by_ref, contributors)
        for name, sort in {(name, sort) for sort, party in got for name in resolve(party)}:
            received.setdefault(name, Counter())[sort] += 1
    counted = given, received, roles
    return {
        name: Balance(*(dict(sorted(counts.get(name, {}).items())) for counts in counted))
        for name in sorted({*given, *received})
    }


def _given(item: Item, contributors: Mapping[str, Contributor]) -> Iterator[Entry]:
    fields = item.fields
    helped = [(party, role) for role, parties in fields.credits.items() for party in parties]
    match fields:
        case Answer(by=by):
            yield from (("answer", party, "") for party in (by, *(party for party, _ in helped)) if party)
        case Experience(organisation=organisation):
            people = _writers(fields, contributors)
            yield from (("experience", party, "") for party in (organisation, *people) if party)
        case Gathering(hosts=hosts):
            yield from (("hosting", party, "") for party in hosts)
        case _:
            yield from (("page", party, AUTHOR) for party in fields.authors)
            yield from (("page", party, role) for party, role in helped)
    own = _own(item, contributors)
    yield from (
        ("review", review.by, "")
        for review in fields.reviews
        if review.by and own.isdisjoint(_sides(review.by, contributors))
    )


def _received(
    item: Item, by_ref: Mapping[str, Item], contributors: Mapping[str, Contributor]
) -> Iterator[tuple[str, str]]:
    match item.fields:
        case Experience(organisation=organisation, about=about) if organisation and about and about in by_ref:
            used = by_ref[about]
            if used.kind.name in USED and organisation not in _own(used, contributors):
                yield from (("used", party) for party in (organisation, *_writers(item.fields, contributors)))
        case Question(asked_by=asked_by, state=QuestionState.ANSWERED, accepted_answer=accepted) if asked_by:
            answer = by_ref[accepted].fields if accepted and accepted in by_ref else None
            by = answer.by if isinstance(answer, Answer) else None
            if by is None or _sides(by, contributors).isdisjoint(_sides(asked_by, contributors)):
                yield "answered", asked_by
        case Gathering(attended_by=attended_by, hosts=hosts):
            receiving = {side for host in hosts for side in _sides(host, contributors)}
            came = (entry.organisation for entry in attended_by if entry.organisation)
            yield from (("attended", name) for name in came if name not in receiving)


def _writers(experience: Experience, contributors: Mapping[str, Contributor]) -> list[str]:
    """The people of the organisation that used something who wrote down how it went."""
    known = [name for name in experience.authors if name in contributors]
    return [name for name in known if experience.organisation in contributors[name].organisations]


def _own(item: Item, contributors: Mapping[str, Contributor]) -> frozenset[str]:
    """The parties whose own page an item is: its authors, their organisations, and those that it comes from."""
    authors = (side for author in item.fields.authors for side in _sides(author, contributors))
    return frozenset({*authors, *own_organisations(item)})


def _sides(party: str, contributors: Mapping[str, Contributor]) -> frozenset[str]:
    """A party, and the organisations of a contributor: shown or not, nobody judges a colleague's page."""
    return frozenset({party, *(contributors[party].organisations if party in contributors else ())})
