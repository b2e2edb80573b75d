"""The access list as settings of OAuth2 Proxy (TOML): whoever has an address at one of the domains may sign in.

Source: https://oauth2-proxy.github.io/oauth2-proxy/configuration/providers/ ("Email Authentication"): ``email_domains``
for whole domains, ``authenticated_emails_file`` for single addresses, one a line. With neither it does not start, so an
empty list lets in nobody. Networks need a proxy before it that asks by path: the form ``caddy``.
"""

from __future__ import annotations

from gemeengoed.access.by_hand import by_hand, heading
from gemeengoed.i18n import Translate
from gemeengoed.rules.membership import AccessList


def written(access: AccessList, say: Translate) -> str:
    """A piece of its configuration file."""
    lines = [f"# {heading(access, say)}", "email_domains = [", *(f'  "{domain}",' for domain in access.domains), "]"]
    if people := tuple(by_hand(access, say)):
        what = say("To be added by their own address, one a line, in the file of authenticated_emails_file:")
        lines += ["", f"# {what}", *(f"# - {who}" for who in people)]
    return "\n".join(lines)
