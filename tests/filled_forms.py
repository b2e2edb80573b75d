"""Forms as people send them in: the body of an issue as the forge writes it, and the event around it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from gemeengoed.i18n import Translate, translator
from gemeengoed.intake.issue import label_of
from gemeengoed.kinds import KIND_BY_NAME
from gemeengoed.questions.asked import short
from gemeengoed.questions.forms import asked_of
from gemeengoed.questions.person import Agreement

SAY = translator("nl")
ALL = "licence\nname\norganisation\nskills"

TIP = {
    "title": "Neem een collega mee",
    "summary": "Met twee onthoud je meer. Voor wie een leerdag plant.",
    "body": "Ga met twee naar een leerdag.\n\nSpreek daarna een half uur af om te kiezen wat je gaat proberen.",
    "themes": "Participatie",
    "contributor.name": "An Voorbeeld",
    "contributor.organisation": "Gemeente A",
    "contributor.skills_offered": "Luisteren",
    "agreements": ALL,
}
"""Answers that make a tip, and its new contributor, in the commons of ``tests/commons.py``."""


def issue_body(kind: str | None, answers: Mapping[str, str], say: Translate = SAY) -> str:
    """The answers as the forge puts them in an issue."""
    parts = []
    for question in short(asked_of(KIND_BY_NAME[kind] if kind else None)):
        answer = answers.get(question.name) or "_No response_"
        if question.name == "agreements":
            ticked = answer.split("\n")
            answer = "\n".join(
                f"- [{'X' if str(agreement) in ticked else ' '}] {say(agreement.label)}" for agreement in Agreement
            )
        parts.append(f"### {say(question.label)}\n\n{answer}")
    return "\n\n".join(parts)


def event(kind: str | None, answers: Mapping[str, str], say: Translate = SAY, **changed: Any) -> dict[str, Any]:
    """The event of an issue that was made with a form, as the forge sends it."""
    issue = {
        "number": 12,
        "state": "open",
        "title": "[Tip] Neem een collega mee",
        "body": issue_body(kind, answers, say),
        "user": {"login": "an-voorbeeld", "id": 4321},
        "labels": [{"name": "bijdrage"}, {"name": label_of(KIND_BY_NAME[kind] if kind else None, say)}],
    }
    return {"action": "opened", "issue": {**issue, **changed}, "repository": {"full_name": "gemeengoed/gemeengoed"}}


def write_event(folder: Path, kind: str | None, answers: Mapping[str, str], **changed: Any) -> Path:
    """The event in a file; returns the file."""
    file = folder / "event.json"
    file.write_text(json.dumps(event(kind, answers, **changed)), "utf-8")
    return file
