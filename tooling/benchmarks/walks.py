"""The ten tasks of ``tasks.py``, and how each is walked on both sites.

Questions and words to click are Dutch, as the sites are.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple, Protocol


class Walker(Protocol):
    """What a person does at a browser."""

    def click(self, name: str, role: str = "link") -> None:
        """Find by its words something to click, and click it."""

    def choose(self, name: str) -> None:
        """Tick something."""

    def search(self, words: str, submit: bool = True) -> None:
        """Type into the field to search with."""

    def finds(self, words: str) -> None:
        """Read until the answer."""


Walk = Callable[[Walker], None]


class Task(NamedTuple):
    """What a reader wants to know, and the ways to it; None where a site does not have the answer."""

    question: str
    ours: Walk
    plain: Walk | None


def _method(person: Walker) -> None:
    person.click("Ontdekken")
    person.click("Methoden")
    person.click("Kies een methode volgens tijd en groep")
    person.click("methoden: Een uur, 16 tot 30 mensen")
    person.finds("Terugblik in drie kleuren")


def _budget(person: Walker) -> None:
    person.search("wijkbudget")
    person.click("Driehonderd euro per straat, zonder dossier")
    person.finds("Gemeente Voorbeeldegem")


def _small(person: Walker) -> None:
    person.search("wijkbudget")
    person.click("Driehonderd euro per straat, zonder dossier")
    person.finds("Drie handtekeningen")


def _meeting(person: Walker) -> None:
    person.finds("10 december 2026")


def _steps(person: Walker) -> None:
    person.search("vijf stoelen")
    person.click("Intervisie met vijf stoelen")
    person.finds("Vier kijken")


def _elsewhere(person: Walker) -> None:
    person.search("vijf stoelen")
    person.click("Intervisie met vijf stoelen")
    person.finds("Directeurs op vijf stoelen")


def _elsewhere_plain(person: Walker) -> None:
    person.search("vijf stoelen", submit=False)
    person.click("Directeurs op vijf stoelen")
    person.finds("Directeurs")


def _rights(person: Walker) -> None:
    person.search("terugbellen")
    person.click("Terugbellen op een uur dat de inwoner kiest")
    person.finds("Gebruiken om er geld mee te verdienen")


def _waiting(person: Walker) -> None:
    person.click("Vragen")
    person.finds("wacht al")


def _role(person: Walker) -> None:
    person.click("Netwerken")
    person.click("Doe mee")
    person.finds("Een communicatiemedewerker die in gewone taal schrijft")


def _decided(person: Walker) -> None:
    person.search("lichtjesroute")
    person.click("Een lichtjesroute langs de etalages")
    person.finds("De lichtjesroute zoekt tot december een elektricien")


def _in_plain(words: str, title: str, answer: str) -> Walk:
    """Search, open the page that is meant, and read until the answer."""

    def walk(person: Walker) -> None:
        person.search(words, submit=False)
        person.click(title)
        person.finds(answer)

    return walk


TASKS = (
    Task("Zoek een methode voor een groep van 20 die een uur duurt", _method, None),
    Task("Wie in de Proefstreek werkte met een wijkbudget?", _budget, None),
    Task("Wanneer komt de Locon Hypothesekwartier weer samen?", _meeting, None),
    Task("Mag ik een praktijk gebruiken in een betaalde opleiding?", _rights, None),
    Task("Welke vragen van collega's wachten op een antwoord?", _waiting, None),
    Task("Waar zoekt een initiatief nog mensen?", _role, None),
    Task("Wat besliste het netwerk over de lichtjesroute?", _decided, None),
    Task(
        "Hoe begin je klein met een wijkbudget?",
        _small,
        _in_plain("wijkbudget", "Driehonderd euro per straat, zonder dossier", "Drie handtekeningen"),
    ),
    Task(
        "Hoe verloopt een intervisie met vijf stoelen?",
        _steps,
        _in_plain("vijf stoelen", "Intervisie met vijf stoelen", "Vier kijken"),
    ),
    Task("Wie deed die intervisie ook, en hoe ging dat?", _elsewhere, _elsewhere_plain),
)
