"""Who looks at what on the forge: ``CODEOWNERS``, out of a file that says it by theme and by network.

Form: docs.github.com, "About code owners": the last line that fits a file counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Annotated, Final

import yaml
from pydantic import BaseModel, ConfigDict, StringConstraints, ValidationError

from gemeengoed.expected import ExpectedError
from gemeengoed.model import Commons, Item

REVIEWERS: Final = ".github/reviewers.yaml"
CODEOWNERS: Final = ".github/CODEOWNERS"
_ACCOUNT: Final = r"^@[A-Za-z0-9][A-Za-z0-9-]{0,38}(/[A-Za-z0-9._-]{1,100})?$"
_Account = Annotated[str, StringConstraints(pattern=_ACCOUNT)]


class ReviewersError(ExpectedError):
    """The file with reviewers cannot be used; the message says where and why."""


class Reviewers(BaseModel):
    """Accounts and teams of the forge: of those who look at everything, at a theme, at what comes from a network."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    everything: list[_Account] = []
    themes: dict[str, list[_Account]] = {}
    networks: dict[str, list[_Account]] = {}


def read_reviewers(commons: Commons) -> Reviewers:
    """The reviewers of a commons. Raises ReviewersError for a wrong file, or a theme or network that is not there."""
    file = commons.root / REVIEWERS
    try:
        data = yaml.safe_load(file.read_text("utf-8")) if file.is_file() else None
        reviewers = Reviewers.model_validate({name: value or {} for name, value in (data or {}).items() if value})
    except (OSError, ValueError, AttributeError, RecursionError, yaml.YAMLError, ValidationError) as error:
        raise ReviewersError(f"{file}: {error}") from error
    known = {"themes": set(commons.themes), "networks": {item.slug for item in commons.of_kind("network")}}
    for name, names in known.items():
        if unknown := sorted({*getattr(reviewers, name)} - names):
            raise ReviewersError(f"{file}, {name}: there is no '{unknown[0]}'.")
    return reviewers


def code_owners(commons: Commons, reviewers: Reviewers) -> str:
    """The text of ``CODEOWNERS``: everybody's line first, then one for each page that a theme or network claims."""
    lines = ["# Made from .github/reviewers.yaml: gemeengoed owners"]
    if reviewers.everything:
        lines.append(f"* {' '.join(reviewers.everything)}")
    for item in commons.items.values():
        owners = list(dict.fromkeys(_owners(item, reviewers)))
        if owners and re.fullmatch(r"[a-z0-9/.-]+", item.path):
            lines.append(f"/{item.path} {' '.join(owners)}")
    return "\n".join(lines) + "\n"


def _owners(item: Item, reviewers: Reviewers) -> Iterator[str]:
    """Those of its networks, then those of its themes."""
    named = [*item.fields.networks, getattr(item.fields, "network", None), item.ref]
    for network in filter(None, named):
        yield from reviewers.networks.get(network.removeprefix("networks/"), []) if "networks/" in network else ()
    for theme in item.fields.themes:
        yield from reviewers.themes.get(theme, [])
