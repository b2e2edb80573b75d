"""A contribution: what somebody answered as files of the commons, and what must still be said about it.

Pure: nothing is read but the commons and the answers, nothing is written.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from gemeengoed.i18n import message
from gemeengoed.intake.front_matter import item_text
from gemeengoed.intake.names import Names
from gemeengoed.intake.people import Person, person_of
from gemeengoed.intake.read import Remark, read_answers
from gemeengoed.intake.waiting import Waiting
from gemeengoed.kinds import Kind
from gemeengoed.kinds.common import Audience, Status
from gemeengoed.load import COMMONS
from gemeengoed.model import Commons, Item
from gemeengoed.questions.asked import BODY, FILLED, OWN_WHEN_EMPTY, questions
from gemeengoed.questions.forms import asked_of
from gemeengoed.questions.person import AGREEMENTS, REMARK, Agreement
from gemeengoed.resemblance import resemblances, sketch
from gemeengoed.rules.similar import similar
from gemeengoed.slug import slug_of

ALIKE: Final = 0.8
"""From this part in common on, two texts are the same contribution sent twice."""


@dataclass(frozen=True)
class Draft:
    """What a contribution would add to the commons. ``files`` holds the new ones by path.

    ``person`` is who contributes it. ``double_of`` is the item that says the same already, ``waits_on`` the branch on
    which the same waits for an editor, ``similar`` public pages that are like it.
    """

    kind: Kind | None
    slug: str = ""
    title: str = ""
    files: Mapping[str, str] = field(default_factory=dict)
    person: Person | None = None
    remarks: tuple[Remark, ...] = ()
    double_of: Item | None = None
    waits_on: str = ""
    note: str = ""
    similar: tuple[Item, ...] = ()

    @property
    def asked(self) -> tuple[Remark, ...]:
        """What the person must still fill in before it can be taken in."""
        return tuple(remark for remark in self.remarks if remark.is_asked)

    @property
    def left(self) -> tuple[Remark, ...]:
        """What is left for the editors to look at."""
        return tuple(remark for remark in self.remarks if not remark.is_asked)


def draft(
    commons: Commons, kind: Kind | None, answers: Mapping[str, str], waiting: Mapping[str, Waiting] | None = None
) -> Draft:
    """The contribution that answers make, by the name of their question; without a kind, somebody who joins.

    ``waiting`` is what others proposed, by path: those names are no longer free though the commons has them not yet.
    """
    waiting = waiting or {}
    reading = read_answers(asked_of(kind), answers, Names(commons))
    values = reading.values
    agreed = values.get(AGREEMENTS.name, [])
    if str(Agreement.LICENCE) not in agreed and AGREEMENTS.name not in _asked(reading.remarks):
        what = message("Without your agreement to the licence we cannot take it in: tick the first box.")
        reading.remarks.append(Remark(AGREEMENTS, what, is_asked=True))
    person, about_person = person_of(commons, kind, values, reading.names)
    remarks = (*reading.remarks, *about_person)
    note = values.get(REMARK.name, "")
    if kind is None:
        return Draft(None, person=person, remarks=remarks, note=note)
    fields = _fields(commons, kind, values, person)
    title, text = fields.get("title", ""), values.get(BODY.name, "")
    slug, about_slug = _slug(commons, kind, title, waiting)
    files = {f"{COMMONS}/{kind.folder}/{slug}.md": item_text(kind, fields, text)} if slug else {}
    remarks = (*remarks, *about_slug)
    waits_on = next((other.branch for path, other in waiting.items() if _is_same(path, other, kind, text)), "")
    same = _same(commons, kind, text)
    alike = similar(title, text, _shown(commons)) if title and same is None else ()
    return Draft(kind, slug, title, files, person, remarks, same, waits_on, note, alike)


def _shown(commons: Commons) -> Iterator[Item]:
    """The items that everybody may read about."""
    for item in commons.items.values():
        if item.fields.audience is Audience.PUBLIC and item.status is Status.PUBLISHED:
            yield item


def _is_same(path: str, other: Waiting, kind: Kind, text: str) -> bool:
    return bool(text) and path.startswith(f"{COMMONS}/{kind.folder}/") and other.body.split() == text.split()


def _asked(remarks: list[Remark]) -> set[str]:
    return {remark.question.name for remark in remarks if remark.is_asked}


def _fields(commons: Commons, kind: Kind, values: Mapping[str, Any], person: Person | None) -> dict[str, Any]:
    """The front matter: the answers where they belong, and what follows from who contributes and when."""
    fields: dict[str, Any] = {}
    for question in questions(kind):
        if question is BODY or question.name not in values:
            continue
        *outer, last = (str(step) for step in question.loc)
        holder = fields
        for step in outer:
            holder = holder.setdefault(step, {})
        holder[last] = values[question.name]
    if person is not None:
        fields["authors"] = [person.credited]
        for name in FILLED.get(kind.name, ()):
            fields[name] = commons.today.isoformat() if name.endswith("on") else person.credited
        for name in OWN_WHEN_EMPTY.get(kind.name, ()):
            fields.setdefault(name, person.credited)
    return fields


def _slug(commons: Commons, kind: Kind, title: str, taken: Container[str]) -> tuple[str, tuple[Remark, ...]]:
    """A free name for the file: that of the title, with a number behind it where it is taken."""
    asked = questions(kind)[0]
    base = slug_of(title)
    if not base:
        what = message("The title needs at least one letter or digit.")
        return "", (Remark(asked, what, title, is_asked=True),) if title else ()
    used = {item.path for item in commons.items.values()} | {stray.path for stray in commons.strays}
    for number in range(1, 1000):
        end = "" if number == 1 else f"-{number}"
        slug = f"{base[: 80 - len(end)].rstrip('-')}{end}"
        path = f"{COMMONS}/{kind.folder}/{slug}.md"
        if path not in used and path not in taken:
            break
    else:
        return "", (Remark(asked, message("There are too many pages with this title."), title, is_asked=True),)
    if number == 1:
        return slug, ()
    what = message("The name '{name}' is taken by another page, so this one is called '{slug}'.", name=base, slug=slug)
    return slug, (Remark(asked, what, title),)


def _same(commons: Commons, kind: Kind, text: str) -> Item | None:
    """The item of the same kind that says the same already: with the same text, or nearly, under any title."""
    plain = " ".join(text.split())
    for item in commons.of_kind(kind.name):
        if plain and plain == " ".join(item.text.body.split()):
            return item
    others = {item.ref: item for item in commons.of_kind(kind.name)}
    new = "\0"
    sketches = [*((ref, item.text.sketch) for ref, item in others.items()), (new, sketch(text))]
    found = resemblances(sketches, lambda ref: text if ref == new else others[ref].text.body, ALIKE, 30)
    return next((others[alike.other] for alike in found if alike.text == new), None)
