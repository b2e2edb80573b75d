"""The benchmark of building: ``gemeengoed build`` beside what one would build the same pages with instead.

    make bench-builds ARGS="--sizes 1000"                              every row of one size
    make bench-builds ARGS="--sizes 1000,10000 --only clean,material"  some rows of more
    make bench-builds ARGS="--plot"                                    only tells and draws what was measured

Each figure is written into ``tooling/benchmarks/builds.json`` as soon as it is there, with when and where it was seen;
one that stands there is not measured again, unless ``--again``. So a long run can be stopped and continued. A row that
takes longer than ``--limit`` seconds is ended and shown as "more than".
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from builds_figures import ROWS, Figure, Figures, circumstances, keep, recall, table
from builds_ours import Ours
from builds_peers import Peers
from measure import OverLimitError

MEASURED = (
    "clean",
    "nothing",
    "text",
    "commit",
    "title",
    "languages",
    "material",
    "material-git",
    "zensical",
    "zensical-text",
    "hugo",
)

HERE = Path(__file__).parent
Measure = Callable[[float], Figure]


def rows_of(ours: Ours, known: Mapping[str, Figure]) -> dict[str, Callable[[], Measure]]:
    """What measures each row; the peers' pages are made when one of their rows is asked for."""

    def with_git(limit: float) -> Figure:
        peers = Peers(ours)
        return peers.material_git(known["material"] if "material" in known else peers.material(limit), limit)

    return {
        "clean": lambda: ours.clean,
        "nothing": lambda: ours.nothing,
        "text": lambda: ours.text,
        "commit": lambda: ours.committed,
        "title": lambda: ours.title,
        "languages": lambda: ours.languages,
        "material": lambda: Peers(ours).material,
        "material-git": lambda: with_git,
        "zensical": lambda: Peers(ours).zensical,
        "zensical-text": lambda: Peers(ours).zensical_text,
        "hugo": lambda: Peers(ours).hugo,
    }


def measured(measure: Measure, commits: int, limit: float) -> Figure:
    """One figure; one that says so where the limit was passed. Raises RuntimeError when a build fails."""
    seen = circumstances(commits)
    try:
        return replace(measure(limit), seen=seen)
    except OverLimitError:
        return Figure(limit, 0, 0, note=f"more than {limit:.0f} s: ended", seen=seen)


def commits_of(items: int) -> int:
    """How many commits a commons of so many items gets: two for each, and fewer where there are very many.

    Each commit writes the list of its folder anew, so a history of two for each of 100,000 would take hours to make.
    """
    return min(2 * items, 200_000_000 // items)


def run(items: int, rows: list[str], figures: Figures, options: argparse.Namespace) -> None:
    """Measure the rows of one size that are not known, and write each as soon as it is."""
    known = figures.setdefault(str(items), {})
    wanted = [row for row in rows if options.again or row not in known]
    if not wanted:
        return
    ours = Ours(options.folder / str(items), items, commits_of(items))
    makers = rows_of(ours, known)
    for row in wanted:
        print(f"{items} items: {ROWS[row]} ...", file=sys.stderr, flush=True)
        try:
            known[row] = measured(makers[row](), ours.commits, options.limit)
        except (RuntimeError, OSError) as error:
            print(f"{ROWS[row]}: {error}", file=sys.stderr, flush=True)
            continue
        keep(options.output, figures)


def main() -> None:
    """Measure, print, draw."""
    parser = argparse.ArgumentParser(description="Measure building beside its peers.")
    parser.add_argument("--sizes", "--items", default="", help="How many items, a list with commas; none: only tell.")
    parser.add_argument("--only", default=",".join(MEASURED), help="Some rows, a list with commas.")
    parser.add_argument("--skip", default="", help="Rows to leave out, a list with commas.")
    parser.add_argument("--again", action="store_true", help="Measure what is known too.")
    parser.add_argument("--limit", type=float, default=3600, help="Seconds that a build may take.")
    parser.add_argument("--plot", action="store_true", help="Draw the plot of what is known.")
    parser.add_argument("--output", type=Path, default=HERE / "builds.json")
    parser.add_argument("--folder", type=Path, default=Path(tempfile.gettempdir()) / "gemeengoed-builds")
    options = parser.parse_args()
    figures = recall(options.output)
    sizes = [int(size) for size in options.sizes.split(",") if size]
    rows = [row for row in options.only.split(",") if row and row not in options.skip.split(",")]
    for items in sizes:
        run(items, rows, figures, options)
    for size in map(str, sizes or sorted(map(int, figures))):
        print(table(size, figures[size]), flush=True)
    if options.plot:
        from builds_plot import draw

        draw(figures, options.output.with_suffix(".svg"))


if __name__ == "__main__":
    main()
