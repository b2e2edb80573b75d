"""The access list as JSON, for any other program."""

from __future__ import annotations

import json

from gemeengoed.i18n import Translate
from gemeengoed.rules.membership import AccessList


def written(access: AccessList, say: Translate) -> str:
    """``{"version": 1, "on", "domains", "groups": [{"network", "domains", "people"}], "participants": […]}``."""
    content = {
        "version": 1,
        "on": access.on.isoformat(),
        "domains": access.domains,
        "groups": [
            {"network": group.network, "domains": group.domains, "people": group.people} for group in access.groups
        ],
        "participants": [{"organisation": name, "activity": activity} for name, activity in access.participants],
    }
    return json.dumps(content, ensure_ascii=False, indent=2)
