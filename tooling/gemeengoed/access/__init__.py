"""The access list in the forms that a login in front of a members' site reads.

The list itself is derived in ``rules/membership.py``. It says nothing but what stands in the registers and networks:
mail domains, and names of contributors whose address somebody else must add, since the commons knows none.
"""

from __future__ import annotations

from collections.abc import Callable

from gemeengoed.access import caddy, json, oauth2_proxy, text
from gemeengoed.i18n import Translate
from gemeengoed.kinds.declare import Choice
from gemeengoed.rules.membership import AccessList

__all__ = ["FORMATS", "Format"]


class Format(Choice):
    """How an access list is written."""

    TEXT = "text", "Text"
    JSON = "json", "JSON"
    OAUTH2_PROXY = "oauth2-proxy", "OAuth2 Proxy"
    CADDY = "caddy", "Caddy"


FORMATS: dict[Format, Callable[[AccessList, Translate], str]] = {
    Format.TEXT: text.written,
    Format.JSON: json.written,
    Format.OAUTH2_PROXY: oauth2_proxy.written,
    Format.CADDY: caddy.written,
}
"""What writes an access list in each form, without a line end at the end."""
