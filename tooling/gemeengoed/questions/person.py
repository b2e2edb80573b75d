"""What a form asks of the person: who it is, and what that person agrees to."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from gemeengoed.kinds.declare import Choice, Ref
from gemeengoed.questions.asked import Question, Sort


class Agreement(Choice):
    """What somebody agrees to, in the words that stand beside the box to tick."""

    LICENCE = (
        "licence",
        "Others may use and change this, as long as they name me, do not earn money with it, and share it in the same "
        "way. It is mine to share, or I say where it comes from.",
    )
    NAME = "name", "My name may stand with it."
    ORGANISATION = "organisation", "It may be shown where I work."
    SKILLS = "skills", "It may be shown what others can ask me about, and what I want to learn."


NAME: Final = Question(
    "contributor.name",
    Sort.LINE,
    "Your name",
    "As it may be shown. Have you shared something here before? Then write the same name as then.",
    is_required=True,
)
ORGANISATION: Final = Question(
    "contributor.organisation",
    Sort.REFERENCE,
    "Where you work",
    "The name of your municipality or organisation.",
    ref=Ref("organisation"),
)
OFFERED: Final = Question(
    "contributor.skills_offered",
    Sort.REFERENCES,
    "What others may ask you about",
    "Only when you share something here for the first time.",
    ref=Ref("skill"),
)
SOUGHT: Final = Question(
    "contributor.skills_sought",
    Sort.REFERENCES,
    "What you want to learn",
    "Only when you share something here for the first time.",
    ref=Ref("skill"),
)
WEBSITE: Final = Question(
    "contributor.website", Sort.LINE, "A web page of yours", "Never an e-mail address.", longest=2000, is_address=True
)
ABOUT: Final = Question("contributor.about", Sort.TEXT, "Who you are", "In a few words.", longest=5000)
AGREEMENTS: Final = Question(
    "agreements",
    Sort.AGREEMENTS,
    "What you agree to",
    "Without the first one we cannot take it in. Without your name we name your organisation as the maker.",
    is_required=True,
    choices=tuple(Agreement),
)
REMARK: Final = Question(
    "remark",
    Sort.TEXT,
    "Anything else for the editors",
    "It is not put on the page. It can be read here by everybody.",
    longest=5000,
)

WITH_AN_ITEM: Final = (NAME, ORGANISATION, OFFERED, SOUGHT, AGREEMENTS, REMARK)
"""What is asked of the person who shares an item."""

TO_JOIN: Final = (
    NAME,
    ORGANISATION,
    replace(OFFERED, help=""),
    replace(SOUGHT, help=""),
    WEBSITE,
    ABOUT,
    replace(AGREEMENTS, help="Without the first two we cannot add you. The others are as you like."),
    REMARK,
)
"""What is asked of somebody who only wants to be known here."""
