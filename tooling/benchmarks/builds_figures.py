"""The figures of building: one for each size and row, kept in a file of JSON from run to run, shown as tables."""

from __future__ import annotations

import json
import os
import platform
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

PACKAGES = (
    "gemeengoed", "mkdocs", "mkdocs-material", "pagefind", "pagefind_bin", "zensical", "hugo",
    "mkdocs-git-revision-date-localized-plugin", "mkdocs-git-authors-plugin",
)  # fmt: skip

ROWS = {
    "clean": "gemeengoed build, clean",
    "nothing": "gemeengoed build, nothing changed",
    "text": "gemeengoed build, a text changed",
    "commit": "gemeengoed build, a text changed and committed",
    "title": "gemeengoed build, a title changed",
    "languages": "gemeengoed build, clean, in two languages",
    "material": "MkDocs + Material, all in its navigation",
    "material-git": "MkDocs + Material + git plugins",
    "zensical": "Zensical, all in its navigation",
    "zensical-text": "Zensical again, a text changed",
    "hugo": "Hugo + Pagefind",
}
"""The rows of a table, in their order."""


@dataclass(frozen=True)
class Figure:
    """What a build took, and how and when that was seen. ``note`` says what is not as in the other rows."""

    seconds: float
    processor: float
    megabytes: float
    pages: int = 0
    phases: Mapping[str, Mapping[str, float]] = field(default_factory=dict)
    note: str = ""
    seen: Mapping[str, object] = field(default_factory=dict)


Figures = dict[str, dict[str, Figure]]
"""By number of items (as text, since JSON has no other keys) and name of the row."""


def circumstances(commits: int) -> dict[str, object]:
    """When and where something is measured, and with what."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1e9
    return {
        "on": datetime.now(UTC).isoformat(timespec="seconds"),
        "machine": f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores, {memory:.0f} GB, "
        f"Python {platform.python_version()}",
        "load": round(os.getloadavg()[0], 1),
        "commits": commits,
        "versions": {name: found for name in PACKAGES if (found := _version(name))},
    }


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""


def recall(file: Path) -> Figures:
    """The figures in a file; none where there is none."""
    if not file.exists():
        return {}
    told = json.loads(file.read_text("utf-8"))
    return {size: {row: Figure(**figure) for row, figure in rows.items()} for size, rows in told.items()}


def keep(file: Path, figures: Figures) -> None:
    """Write the figures, in order of size and row."""
    sizes = sorted(figures, key=int)
    told = {size: {row: asdict(figures[size][row]) for row in ROWS if row in figures[size]} for size in sizes}
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(told, indent=1) + "\n", "utf-8")


def table(items: str, figures: Mapping[str, Figure]) -> str:
    """The figures of one size as Markdown, each beside our clean build."""
    ours = figures.get("clean")
    lines = [
        f"{int(items):,} items\n",
        "| | seconds | processor seconds | times ours, clean | MB | pages | |",
        "|---|---:|---:|---:|---:|---:|---|",
    ]
    for row, title in ROWS.items():
        if row in figures:
            one = figures[row]
            times = f"{one.seconds / ours.seconds:.2f}" if ours else ""
            more = "> " if one.note.startswith("more than") else ""
            lines.append(
                f"| {title} | {more}{one.seconds:.1f} | {one.processor:.1f} | {more}{times} | {one.megabytes:.0f} "
                f"| {one.pages:,} | {one.note} |"
            )
    return "\n".join([*lines, "", *_phases(figures)])


def _phases(figures: Mapping[str, Figure]) -> list[str]:
    told = {row: figures[row].phases for row in ROWS if row in figures and figures[row].phases}
    if not told:
        return []
    names = list(dict.fromkeys(name for phases in told.values() for name in phases))
    lines = [f"| seconds (processor seconds; MB) | {' | '.join(names)} |", f"|---|{'---:|' * len(names)}"]
    for row, phases in told.items():
        lines.append(f"| {ROWS[row]} | {' | '.join(_cell(phases.get(name)) for name in names)} |")
    return [*lines, ""]


def _cell(phase: Mapping[str, float] | None) -> str:
    if phase is None:
        return ""
    memory = f"; {phase['megabytes']:.0f}" if phase.get("megabytes") else ""
    return f"{phase['seconds']:.2f} ({phase['processor']:.2f}{memory})"
