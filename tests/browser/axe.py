"""What axe-core, the program most people use for it, finds on a page that keeps somebody out."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

SCRIPT = Path(__file__).parents[2] / "tooling/setup/node_modules/axe-core/axe.min.js"
TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa")
"""Every rule for WCAG 2.2, level AA; `target-size` must be asked for, axe leaves it out of itself."""

COLOURS = ("color-contrast", "link-in-text-block")
"""The rules that light and dark can answer differently."""

RUN = """async ([type, values]) => {
  const rules = type === "tag" ? { "target-size": { enabled: true } } : {};
  const found = await axe.run({ runOnly: { type, values }, rules, resultTypes: ["violations"], preload: false });
  return found.violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html, target, any, all, none }) => ({
    html, where: target.join(" "), why: [...any, ...all, ...none].map(({ message }) => message).join("; ") })) }));
}"""


@cache
def source() -> str:
    """The program itself; it is run by the debugger, so no policy of the page stops it."""
    return SCRIPT.read_text(encoding="utf-8")


def violations(page: Page) -> list[str]:
    """A line for each fault, in the colours that the page has and in the others: the rule, where, why."""
    page.evaluate(source())
    scheme = page.evaluate("document.documentElement.dataset.shown")
    found = _run(page, "tag", TAGS)
    page.evaluate(
        "(other) => { document.documentElement.dataset.scheme = other }", "light" if scheme == "dark" else "dark"
    )
    return found + [f"other colours: {line}" for line in _run(page, "rule", COLOURS)]


def _run(page: Page, sort: str, values: tuple[str, ...]) -> list[str]:
    found: list[dict[str, Any]] = page.evaluate(RUN, [sort, list(values)])
    return [f"{rule['id']}: {node['where']}: {node['why']}" for rule in found for node in rule["nodes"]]
