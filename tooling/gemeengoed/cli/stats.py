"""``gemeengoed stats``."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Any

import typer

from gemeengoed.checking import load_and_check
from gemeengoed.cli.options import HERE, Lang, Root, speaker
from gemeengoed.edition import EditionName, select
from gemeengoed.i18n import Translate
from gemeengoed.kinds import KINDS
from gemeengoed.kinds.declare import Choice
from gemeengoed.rules.figures import Figures, figures
from gemeengoed.settings import read_settings
from gemeengoed.visible import dump, visible


class StatsFormat(Choice):
    """How the figures are told."""

    TEXT = "text", "Text"
    JSON = "json", "JSON"


def stats(
    root: Root = HERE,
    format: Annotated[
        StatsFormat, typer.Option("--format", help="How the figures are told: to people, or to a program.")
    ] = StatsFormat.TEXT,
    edition: Annotated[EditionName, typer.Option("--edition", help="Whose pages are counted.")] = EditionName.PUBLIC,
    lang: Lang = None,
) -> None:
    """Tell the figures that stand on the site: growth, activity, coverage, what is old, questions, experiences."""
    settings = read_settings(root)
    commons, problems = load_and_check(root, settings)
    found = figures(select(commons, edition, commons.history, problems).listed, commons)
    if format is StatsFormat.JSON:
        typer.echo(dump({"edition": str(edition), "on": str(commons.today), **as_data(found)}))
    else:
        typer.echo("\n".join(map(visible, as_lines(found, speaker(lang, settings)))))


def as_data(found: Figures) -> dict[str, Any]:
    """The figures for a program."""
    answering = found.answering
    return {
        "pages": found.pages,
        "contributors": found.contributors,
        "growth": [
            {
                "from": str(span.first),
                "months": span.months,
                "added": span.added,
                "total": span.total,
                "contributions": span.contributions,
            }
            for span in found.growth
        ],
        "coverage": {
            name: {"pages": cover.pages, "experiences": cover.experiences, "contributors": cover.contributors}
            for name, cover in found.coverage.items()
        },
        "last_changed": {str(age): count for age, count in found.ages.items()},
        "to_review": [{"item": ref, "since": str(since)} for ref, since in found.overdue],
        "themes": found.themes,
        "questions": {
            **{str(state): count for state, count in answering.states.items()},
            "timed": answering.timed,
            "median_days": answering.median_days,
        },
        "results": {str(result): count for result, count in found.results.items()},
    }


def as_lines(found: Figures, say: Translate) -> list[str]:
    """The figures for people: the sums, each on a line under what it is of."""
    last = found.growth[-1] if found.growth else None
    sections: list[tuple[str, Iterable[tuple[str, object]]]] = [
        (say("Pages"), [*((say(kind.plural), found.pages[kind.folder]) for kind in KINDS)]),
        (
            say("Growth"),
            [
                (say("Pages in all"), sum(found.pages.values())),
                (say("Pages added in this period"), last.added if last else "?"),
                (say("Contributions in this period"), last.contributions if last else "?"),
                (say("Contributors"), found.contributors),
                (say("Organisations"), len(found.coverage)),
            ],
        ),
        (say("When pages last changed"), [(say(age.label), count) for age, count in found.ages.items()]),
        (say("Pages that somebody should look at again"), [("", len(found.overdue))]),
        (
            say("Questions and how fast they are answered"),
            [
                *((say(state.label), count) for state, count in found.answering.states.items()),
                (say("Median of days to an answer"), _or_unknown(found.answering.median_days)),
            ],
        ),
        (say("Results of experiences"), [(say(result.label), count) for result, count in found.results.items()]),
    ]
    return [line for title, rows in sections for line in ["", title, *_rows(rows)]][1:]


def _rows(rows: Iterable[tuple[str, object]]) -> list[str]:
    return [f"{value:>7}  {label}".rstrip() for label, value in rows]


def _or_unknown(number: float | None) -> str:
    return "?" if number is None else f"{number:g}"
