"""The access list as snippets for a Caddyfile, with OAuth2 Proxy doing the signing in: one for each network.

A site imports ``gemeengoed_members`` for everything, and ``gemeengoed_<network>`` below the address of what is only of
that network. A network without a domain is closed: an empty constraint would let in everybody who can sign in.

Sources: https://caddyserver.com/docs/caddyfile/directives/forward_auth;
https://oauth2-proxy.github.io/oauth2-proxy/configuration/integrations/caddy;
https://oauth2-proxy.github.io/oauth2-proxy/features/endpoints ("Auth": ``allowed_email_domains``).
"""

from __future__ import annotations

from collections.abc import Iterator

from gemeengoed.access.by_hand import by_hand, heading
from gemeengoed.i18n import Translate
from gemeengoed.rules.membership import AccessList, Group

PROXY = "{$OAUTH2_PROXY:localhost:4180}"
"""Where OAuth2 Proxy answers: from the environment of Caddy, by default beside it."""


def written(access: AccessList, say: Translate) -> str:
    """The snippets."""
    lines = [f"# {heading(access, say)}", *_snippet("members", "/oauth2/auth")]
    for group in access.groups:
        lines += ["", *_of_network(group, say)]
    if people := tuple(by_hand(access, say)):
        what = say("To be added by their own address: in authenticated_emails_file, and to the uri of a network as")
        lines += ["", f"# {what}", "# &require_all_matches=false&allowed_emails=…", *(f"# - {who}" for who in people)]
    return "\n".join(lines)


def _of_network(group: Group, say: Translate) -> Iterator[str]:
    yield f"# {' '.join(group.title.split())}"
    if group.domains:
        yield from _snippet(group.network, f"/oauth2/auth?allowed_email_domains={','.join(group.domains)}")
    else:
        why = say("None of its members has both a membership that holds and a mail domain.")
        yield from (f"# {why}", f"(gemeengoed_{group.network}) {{", "\trespond 403", "}")


def _snippet(name: str, uri: str) -> Iterator[str]:
    yield f"(gemeengoed_{name}) {{"
    yield f"\tforward_auth {PROXY} {{"
    yield f"\t\turi {uri}"
    yield "\t\theader_up X-Real-IP {remote_host}"
    yield "\t\t@signed_out status 401"
    yield "\t\thandle_response @signed_out {"
    yield "\t\t\tredir * /oauth2/sign_in?rd={scheme}://{host}{uri}"
    yield "\t\t}"
    yield "\t}"
    yield "}"
