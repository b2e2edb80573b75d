"""Using a page with the keyboard only, as somebody does who cannot use a mouse."""

from __future__ import annotations

from playwright.sync_api import Page

NAME = """() => {
  const here = document.activeElement;
  const label = here.labels?.[0]?.textContent ?? here.textContent;
  return (here.getAttribute("aria-label") ?? label).trim();
}"""


def tab_to(page: Page, name: str, *, back: bool = False) -> None:
    """Press Tab until the focus is on what has this name; it must be seen there."""
    for _ in range(250):
        page.keyboard.press("Shift+Tab" if back else "Tab")
        if page.evaluate(NAME) == name:
            assert page.evaluate("document.activeElement.getClientRects().length > 0"), f"{name} cannot be seen"
            return
    raise AssertionError(f"{name} cannot be reached by keyboard")


def type_over(page: Page, text: str) -> None:
    """Replace what stands in the field that has the focus."""
    page.keyboard.press("Control+A")
    page.keyboard.type(text)
