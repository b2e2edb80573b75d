"""The declaration of the commons: ten kinds of items and six registers, each declared once.

A new kind is a module here and a line in ``KINDS``; a new field is a line in its kind.
"""

from gemeengoed.kinds import (
    answer,
    collection,
    experience,
    gathering,
    initiative,
    method,
    network,
    practice,
    question,
    tip,
)
from gemeengoed.kinds.common import Kind
from gemeengoed.kinds.registers import REGISTERS, Register

KINDS: tuple[Kind, ...] = (
    practice.KIND,
    method.KIND,
    tip.KIND,
    question.KIND,
    answer.KIND,
    experience.KIND,
    network.KIND,
    gathering.KIND,
    initiative.KIND,
    collection.KIND,
)

KIND_BY_NAME = {kind.name: kind for kind in KINDS}
KIND_BY_FOLDER = {kind.folder: kind for kind in KINDS}

REGISTER_BY_PLURAL = {register.plural: register for register in REGISTERS}

__all__ = ["KINDS", "KIND_BY_FOLDER", "KIND_BY_NAME", "REGISTERS", "REGISTER_BY_PLURAL", "Kind", "Register"]
