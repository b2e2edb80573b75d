"""Time and memory of building by size, ours beside the peers, as SVG."""

from __future__ import annotations

from pathlib import Path

import altair
from builds_figures import ROWS, Figures

DRAWN = ("clean", "text", "material", "material-git", "zensical", "hugo")
COLOURS = ("#0b6e4f", "#7fb800", "#c1292e", "#7d1d3f", "#3d5a98", "#e28413")
TICKS = (1_000, 2_000, 5_000, 10_000, 20_000, 50_000, 100_000)
AXES = {"seconds": "seconds on the clock", "megabytes": "memory at most, MB"}


def draw(figures: Figures, target: Path) -> None:
    """Write the plot; both axes are logarithmic, and a row that passed its limit ends at it."""
    rows = [
        {"items": int(size), "build": ROWS[name], "seconds": one.seconds, "megabytes": one.megabytes or None}
        for size, known in figures.items()
        for name, one in known.items()
        if name in DRAWN
    ]
    colours = altair.Scale(domain=[ROWS[name] for name in DRAWN], range=list(COLOURS))
    base = altair.Chart(altair.Data(values=rows), width=380, height=300).mark_line(point=True)
    log = altair.Scale(type="log")
    charts = [
        base.encode(
            altair.X("items:Q", scale=log, title="items", axis=altair.Axis(values=TICKS)),
            altair.Y(f"{what}:Q", scale=log, title=title),
            altair.Color("build:N", scale=colours, sort=None, title=None, legend=altair.Legend(labelLimit=400)),
        )
        for what, title in AXES.items()
    ]
    drawing = altair.hconcat(*charts).configure(background="white").configure_legend(orient="bottom", columns=1)
    drawing.save(str(target))
