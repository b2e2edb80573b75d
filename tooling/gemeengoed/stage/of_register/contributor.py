"""The page of a contributor: skills with who could be asked or helped, the balance, and the picture."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from gemeengoed.kinds.declare import Ref
from gemeengoed.kinds.registers import Contributor
from gemeengoed.rules.consent import employers, skills_offered, skills_sought
from gemeengoed.stage.of_register.part import Part
from gemeengoed.stage.of_register.picture import own_picture, picture
from gemeengoed.stage.page import StagedPage
from gemeengoed.stage.persons import wish
from gemeengoed.stage.site import Site
from gemeengoed.stage.sums import sums


def values(site: Site, name: str, here: str) -> Mapping[str, Any]:
    """What the contributor offers and seeks, and what they gave and received, as far as they agreed to showing it."""
    skills, link = site.people.skills, site.addresses.relative(here)
    contributor = site.people.commons.contributors.get(name, Contributor())
    offers = [skill for skill in skills_offered(contributor) if skill in skills.offered]
    seeks = [skill for skill in skills_sought(contributor) if skill in skills.sought]
    return {
        "offers": [(site.reference(skill, Ref("skill"), link), len(skills.sought.get(skill, ()))) for skill in offers],
        "wishes": [wish(site, skill, name, here) for skill in seeks],
        "sums": sums(site, site.people.balances_of_people.get(name)),
        **picture(site, ("contributor", name), here),
    }


def hides(contributor: Contributor) -> tuple[str, ...]:
    """Skills stand in a part of their own; organisations stay away where the contributor did not agree to them."""
    return ("skills_offered", "skills_sought", *(() if employers(contributor) else ("organisations",)))


def pages(site: Site, name: str) -> Iterator[StagedPage]:
    """The picture, where it has a page of its own."""
    return own_picture(site, ("contributor", name))


PART = Part(values, hides, pages)
