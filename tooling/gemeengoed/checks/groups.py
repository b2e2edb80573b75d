"""The checks by what they are about, for a list that people read: a code goes where its longest beginning stands."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from gemeengoed.checks.declared import Check
from gemeengoed.i18n import Message

GROUPS: Final[dict[Message, tuple[str, ...]]] = {
    Message("Structure"): ("body", "field", "file", "front-matter", "heading", "list", "switch", "trailing"),
    Message("References"): (
        "alias", "answer", "collection", "cycle", "link", "media", "reference", "series", "translation",
    ),
    Message("Licences"): ("attribution", "contributor-licence", "file-reuse", "licence"),
    Message("People and privacy"): (
        "consent", "contributor", "domain", "image-location", "membership", "orcid", "steward", "text",
    ),
    Message("Life of a page"): (
        "end", "engagement", "evaluation", "expert", "gap", "gathering", "handover", "initiative", "maturity",
        "question", "review", "role", "steward-left", "translation-behind",
    ),
    Message("Quality"): (
        "external", "image", "jargon", "link-text", "near", "passive", "sentence", "summary", "table", "title",
        "worksheet",
    ),
    Message("Safety"): ("direction", "file-type", "html", "invisible", "soft", "svg"),
}  # fmt: skip
OTHER: Final = Message("Other")


def group_of(code: str) -> Message:
    """What a check is about."""
    fitting = [
        (len(beginning), label)
        for label, beginnings in GROUPS.items()
        for beginning in beginnings
        if code == beginning or code.startswith(f"{beginning}-")
    ]
    return max(fitting, key=lambda found: found[0])[1] if fitting else OTHER


def grouped(checks: Iterable[Check]) -> dict[Message, list[Check]]:
    """The checks by group, in the order of the groups; groups without a check are left out."""
    found: dict[Message, list[Check]] = {label: [] for label in (*GROUPS, OTHER)}
    for check in checks:
        found[group_of(check.code)].append(check)
    return {label: of_group for label, of_group in found.items() if of_group}
