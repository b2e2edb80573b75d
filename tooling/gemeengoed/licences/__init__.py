"""What the commons knows of licences: which exist, what they allow in plain words, and what may be made of what."""

from gemeengoed.licences.compatibility import (
    ANY,
    Allowed,
    allowed,
    clash,
    common,
    forbids_change,
    forbids_commerce,
    is_covered,
    permits,
)
from gemeengoed.licences.expressions import identifiers, is_known, spdx_identifiers
from gemeengoed.licences.known import LICENCES, MODEL_LICENCE, PUBLIC_DOMAIN, Licence, find_licence

__all__ = [
    "ANY",
    "LICENCES",
    "MODEL_LICENCE",
    "PUBLIC_DOMAIN",
    "Allowed",
    "Licence",
    "allowed",
    "clash",
    "common",
    "find_licence",
    "forbids_change",
    "forbids_commerce",
    "identifiers",
    "is_covered",
    "is_known",
    "permits",
    "spdx_identifiers",
]
