"""Ten tasks of readers, done in a browser on the demonstration's site and on a plain Material site of the same files.

    make bench-tasks

Each task is walked by a person who knows what they look for and takes the shortest way that the pages themselves offer:
from the home page, by what can be read there. What is counted:

- clicks, and signs typed;
- seconds: what the browser took to answer, measured, and what the person took, reckoned by the keystroke-level model
  (Card, Moran and Newell, 1983): 1.2 s to decide on a step, 1.1 s to point, 0.1 s to press, 0.28 s a sign typed; and
  1.2 s more for each screen that is looked through before what is looked for comes into view.

A walk ends when the answer itself can be read. Where the answer is nowhere on a site, that is said, and no time is
given. The plain site is what one has without this program: ``mkdocs build`` with Material over the same folder, its
search in Dutch, every page in its navigation.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from datetime import time as clock
from pathlib import Path
from time import perf_counter

import yaml
from gemeengoed.build import build
from gemeengoed.settings import read_settings
from gemeengoed.start.demonstration import TODAY, write_demonstration
from hosting import FLAGS, served
from playwright.sync_api import Browser, Locator, Page, sync_playwright
from walks import TASKS, Walk

DECIDE, POINT, PRESS, SIGN = 1.2, 1.1, 0.1, 0.28

SCREENS_BEFORE = "(target) => Math.max(0, target.getBoundingClientRect().top + scrollY) / innerHeight | 0"
"""How many screens must be passed before an element comes into view."""


@dataclass
class Person:
    """Somebody at a browser, and what their way cost them so far."""

    page: Page
    address: str
    clicks: int = 0
    signs: int = 0
    seconds: float = 0.0

    def begin(self) -> None:
        """Open the home page; that is where everybody begins, so it costs nothing."""
        self.page.goto(self.address, wait_until="load")

    def click(self, name: str, role: str = "link") -> None:
        """Find by its words something to click, and click it."""
        named = self.page.get_by_role(role, name=name)  # type: ignore[arg-type]
        read = self.page.locator("a", has_text=name)  # Material's results have no role that a reader's aid would find
        target = named.or_(read).filter(visible=True).first
        target.wait_for()
        self._read(target)
        self.seconds += DECIDE + POINT + PRESS
        self.clicks += 1
        start = perf_counter()
        target.click()
        self.page.wait_for_load_state("load")
        self._answered(start)

    def choose(self, name: str) -> None:
        """Tick something."""
        self.click(name, "checkbox")

    def search(self, words: str, submit: bool = True) -> None:
        """Type into the field to search with."""
        box = (
            self.page.get_by_role("searchbox").or_(self.page.get_by_role("textbox", name="Zoeken")).filter(visible=True)
        )
        self.seconds += DECIDE + POINT + PRESS + SIGN * (len(words) + submit)
        self.clicks += 1
        self.signs += len(words)
        box.first.click()
        start = perf_counter()
        box.first.press_sequentially(words)
        if submit:
            box.first.press("Enter")
            self.page.wait_for_load_state("load")
        self._answered(start)

    def finds(self, words: str) -> None:
        """Read until the answer."""
        target = self.page.get_by_text(words).filter(visible=True).first
        target.wait_for()
        self._read(target)

    def _read(self, target: Locator) -> None:
        self.seconds += DECIDE * float(target.evaluate(SCREENS_BEFORE))

    def _answered(self, start: float) -> None:
        self.seconds += perf_counter() - start


@dataclass(frozen=True)
class Cost:
    """What a task cost on a site; None where the answer is not there."""

    clicks: int
    signs: int
    seconds: float


def walked(browser: Browser, address: str, walk: Walk | None) -> Cost | None:
    """Do a task on a site, with an empty browser."""
    if walk is None:
        return None
    context = browser.new_context(locale="nl-BE", viewport={"width": 1366, "height": 768})
    context.set_default_timeout(10_000)
    try:
        person = Person(context.new_page(), address)
        person.begin()
        walk(person)
        return Cost(person.clicks, person.signs, round(person.seconds, 1))
    finally:
        context.close()


def build_ours(root: Path) -> Path:
    """The demonstration as it is on its own day."""
    write_demonstration(root)
    os.environ["SOURCE_DATE_EPOCH"] = str(int(datetime.combine(TODAY, clock(12), UTC).timestamp()))
    build(root, read_settings(root), root / "site")
    return root / "site"


def build_plain(root: Path, folder: Path) -> Path:
    """The same files as MkDocs and Material show them by themselves."""
    shutil.copytree(root / "commons", folder / "docs")
    (folder / "docs/index.md").write_text("# Voorbeeldplein\n", "utf-8")
    settings = {
        "site_name": "Voorbeeldplein",
        "theme": {"name": "material", "language": "nl", "font": False},
        "plugins": [{"search": {"lang": "nl"}}],
    }
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(settings), "utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
    subprocess.run(command, cwd=folder, check=True, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"})
    return folder / "site"


@contextmanager
def browser_at(path: str | None) -> Iterator[Browser]:
    """A Chromium without a window."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        try:
            yield browser
        finally:
            browser.close()


def table(costs: dict[str, tuple[Cost | None, Cost | None]]) -> str:
    """The costs as Markdown, with the sum of what both sites can answer."""
    lines = ["| Taak | Hier: klikken | Hier: seconden | Kaal: klikken | Kaal: seconden |", "|---|---:|---:|---:|---:|"]
    lines += [f"| {task} | {_cells(ours)} | {_cells(plain)} |" for task, (ours, plain) in costs.items()]
    both = [(ours, plain) for ours, plain in costs.values() if ours and plain]
    sums = [[sum(getattr(pair[side], name) for pair in both) for name in ("clicks", "seconds")] for side in (0, 1)]
    cells = " | ".join(f"{clicks} | {seconds:.0f}" for clicks, seconds in sums)
    return "\n".join([*lines, f"| Samen, waar beide het antwoord hebben ({len(both)}) | {cells} |"])


def _cells(cost: Cost | None) -> str:
    return f"{cost.clicks} | {cost.seconds:.0f}" if cost else "staat er niet | "


def main() -> None:
    """Build both sites, walk, print, and write the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", default="", help="Only tasks with this in their question.")
    parser.add_argument("--output", type=Path, default=Path(".gemeengoed/bench-tasks.json"))
    options = parser.parse_args()
    chosen = [task for task in TASKS if options.only in task.question]
    with tempfile.TemporaryDirectory(prefix="bench-") as folder, contextlib.ExitStack() as stack:
        ours = build_ours(Path(folder) / "ours")
        plain = build_plain(ours.parent, Path(folder) / "plain")
        addresses = [stack.enter_context(served(site)) for site in (ours, plain)]
        browser = stack.enter_context(browser_at(os.environ.get("CHROMIUM")))
        costs = {
            task.question: (walked(browser, addresses[0], task.ours), walked(browser, addresses[1], task.plain))
            for task in chosen
        }
    print(table(costs))
    options.output.parent.mkdir(parents=True, exist_ok=True)
    written = {question: [vars(cost) if cost else None for cost in pair] for question, pair in costs.items()}
    options.output.write_text(json.dumps(written, indent=1, ensure_ascii=False) + "\n", "utf-8")


if __name__ == "__main__":
    main()
