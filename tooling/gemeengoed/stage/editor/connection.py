"""How the editor reaches the files: through the forge's interface for programs, or a server on one's own machine."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from gemeengoed.forge import Forge, Maker, forge_of
from gemeengoed.settings import Settings


@dataclass(frozen=True)
class Connection:
    """What Decap is told of its backend (decapcms.org, "Backends"), and the origins that its page may ask.

    Without a way to sign in there is no backend, and the page only says what is missing.
    """

    backend: Mapping[str, Any]
    origins: tuple[str, ...] = ()

    @property
    def is_ready(self) -> bool:
        """Whether somebody can sign in."""
        return bool(self.backend)


def connection(settings: Settings) -> Connection | None:
    """The connection that the settings describe; None where there is nothing to connect to.

    Forgejo is none: Decap has no drafts and reviews there, and would write to the published files at once.
    """
    own = settings.editor
    if own.proxy:
        return Connection({"name": "proxy", "proxy_url": own.proxy, "branch": own.branch}, (_origin(own.proxy),))
    forge = forge_of(settings)
    if forge is None or forge.maker is Maker.FORGEJO:
        return None
    return _github(forge, own.sign_in) if forge.maker is Maker.GITHUB else _gitlab(forge, own.app_id)


def _github(forge: Forge, sign_in: str) -> Connection:
    if not sign_in:
        return Connection({})
    parts = urlsplit(sign_in)
    backend = {
        "name": "github",
        "repo": forge.repository,
        "branch": forge.branch,
        "api_root": forge.api,
        "base_url": _origin(sign_in),
        "auth_endpoint": parts.path.strip("/") or "auth",
    }
    return Connection(backend, (_origin(forge.api),))


def _gitlab(forge: Forge, app_id: str) -> Connection:
    if not app_id:
        return Connection({})
    backend = {
        "name": "gitlab",
        "repo": forge.repository,
        "branch": forge.branch,
        "api_root": forge.api,
        "base_url": forge.host,
        "auth_type": "pkce",
        "app_id": app_id,
    }
    return Connection(backend, (forge.host,))


def _origin(address: str) -> str:
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}"
