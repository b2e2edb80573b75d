"""The page of an initiative: how it stands, who carries it and how far, whom it seeks, and how it went over time."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gemeengoed.kinds.initiative import Engagement, Initiative, Limit
from gemeengoed.model import Item
from gemeengoed.rules.due import ENDED
from gemeengoed.stage.initiatives import carried
from gemeengoed.stage.of_kind.part import Part
from gemeengoed.stage.of_kind.roles import four_roles
from gemeengoed.stage.of_kind.timeline import Moment
from gemeengoed.stage.site import Site


def values(site: Site, item: Item, here: str) -> Mapping[str, Any]:
    """What the template shows of an initiative itself."""
    fields, shown = item.fields, site.values(here)
    assert isinstance(fields, Initiative)
    stands = carried(site, item, here)
    return {
        "stands": stands,
        "has_ended": fields.phase in ENDED,
        "promotor": shown.field(fields, "promotor"),
        "motivation": shown.field(fields, "motivation"),
        "roles": four_roles(site, fields.roles, here),
        "engagements": [_engagement(site, engagement, here) for engagement in fields.engagements],
        "sections": shown.fields(fields, ["business_model", "fit"]),
        "aspects": shown.field(fields, "aspects"),
        "timeline": _timeline(site, fields, stands.overdue),
        "handover": shown.field(fields, "handover"),
    }


def _engagement(site: Site, engagement: Engagement, here: str) -> dict[str, Any]:
    """A row of the table: who, what, and the limits in money, time and energy."""
    values, limit = site.values(here), engagement.limit or Limit()
    return {
        "party": values.field(engagement, "party"),
        "offers": engagement.offers or "",
        "limits": [(values.label(limit, name), getattr(limit, name) or "") for name in Limit.model_fields],
    }


def _timeline(site: Site, fields: Initiative, overdue: str) -> list[Moment]:
    """The start, every evaluation, and the next one, in order of time."""
    say, dated = site.words.say, []
    if fields.start:
        dated.append((fields.start, say("Start"), ""))
    dated += [(found.on, found.finding or "", "") for found in fields.evaluations if found.on]
    if fields.next_evaluation:
        dated.append((fields.next_evaluation, say("Next evaluation"), say("overdue") if overdue else ""))
    dated.sort(key=lambda entry: entry[0])
    return [Moment(site.words.partial_date(day), text, badge=badge) for day, text, badge in dated]


PART = Part(
    values,
    shows=(
        "phase", "promotor", "motivation", "roles", "open_roles", "engagements", "business_model", "fit", "aspects",
        "start", "as_of", "evaluations", "next_evaluation", "handover",
    ),
    leads=True,
)  # fmt: skip
