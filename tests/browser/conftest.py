"""What the browser tests share: the repository's own built site, and a window that notes what goes wrong in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page
from sites import served


@pytest.fixture(scope="session")
def address(own_site) -> Iterator[str]:
    """Where the site is served."""
    with served(own_site("mkdocs")) as found:
        yield found


@dataclass
class Visit:
    """A browser window with an empty profile, and what it noticed."""

    context: BrowserContext
    page: Page
    address: str
    wrong: list[str] = field(default_factory=list)

    def go(self, path: str) -> Page:
        """Open a page of the site and wait until it is quiet."""
        self.page.goto(self.address + path, wait_until="load")
        return self.page


@pytest.fixture
def visit(browser: Browser, address: str) -> Iterator[Callable[..., Visit]]:
    """Open a window; afterwards nothing may have gone wrong in it: no error, no other origin, no cookie."""
    with ExitStack() as closing:
        opened: list[Visit] = []

        def open_window(**options: Any) -> Visit:
            context = browser.new_context(**{"locale": "nl-BE", "reduced_motion": "reduce", **options})
            closing.callback(context.close)
            context.set_default_timeout(10_000)
            window = Visit(context, context.new_page(), address)
            watch(window)
            opened.append(window)
            return window

        yield open_window
        for window in opened:
            assert window.wrong == []
            assert window.context.cookies() == []


def watch(window: Visit) -> None:
    """Note every error, every dialog and every request to another origin."""
    page, wrong = window.page, window.wrong
    page.on("pageerror", lambda error: wrong.append(f"{page.url}: {error}"))
    page.on(
        "console", lambda said: wrong.append(f"{page.url}: {said.text}") if said.type in ("error", "warning") else None
    )
    page.on("dialog", lambda dialog: (wrong.append(f"{page.url}: {dialog.message}"), dialog.dismiss()))
    own = (window.address, "data:", "blob:")
    page.on("request", lambda request: None if request.url.startswith(own) else wrong.append(request.url))
