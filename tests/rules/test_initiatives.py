"""How initiatives stand, and whom they seek."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from gemeengoed.kinds.initiative import Initiative, Phase
from gemeengoed.rules.initiatives import board, seeking, standing

from commons import load_commons, page, write_commons

TODAY = date(2026, 11, 22)
NEEDED = "promotor: vzw-b\nmotivation: Daarom.\n"


def initiative(extra: str, phase: str = "running", network: str = "networks/a", title: str = "Iets") -> str:
    return page(f"network: {network}\n{NEEDED}phase: {phase}\n{extra}", title=title)


def items(root: Path, **pages: str):
    files = {f"commons/initiatives/{name}.md": text for name, text in pages.items()}
    return load_commons(write_commons(root, files)).of_kind("initiative")


@pytest.mark.parametrize(
    ("extra", "known", "is_old"),
    [
        ("", None, False),
        ("start: 2017", "2017", True),
        ("start: 2024-11-22", "2024-11-22", False),
        ("start: 2024-11-21", "2024-11-21", True),
        ("start: 2017\nas_of: 2020", "2020", True),
        ("start: 2017\nevaluations: [{on: 2018, finding: Goed.}, {on: 2025-06, finding: Beter.}]", "2025-06", False),
        ("start: 2024", "2024", False),
    ],
)
def test_what_is_known_of_it_is_as_old_as_the_last_that_was_heard(
    tmp_path: Path, extra: str, known: str | None, is_old: bool
) -> None:
    fields = items(tmp_path, a=initiative(extra))[0].fields
    assert isinstance(fields, Initiative)
    found = standing(fields, TODAY)
    assert (found.known and found.known.text, found.is_old) == (known, is_old)


@pytest.mark.parametrize("phase", ["stopped", "handed-over"])
def test_what_has_ended_is_never_out_of_date_nor_overdue(tmp_path: Path, phase: str) -> None:
    fields = items(tmp_path, a=initiative("start: 2017\nnext_evaluation: 2018", phase))[0].fields
    assert isinstance(fields, Initiative)
    found = standing(fields, TODAY)
    assert (found.is_old, found.overdue) == (False, None)


def test_an_evaluation_is_overdue_after_the_last_day_that_its_date_allows(tmp_path: Path) -> None:
    first, second = items(tmp_path, a=initiative("next_evaluation: 2026-11"), b=initiative("next_evaluation: 2026-10"))
    assert isinstance(first.fields, Initiative) and isinstance(second.fields, Initiative)
    assert standing(first.fields, TODAY).overdue is None
    assert str(standing(second.fields, TODAY).overdue) == "2026-10"


def test_a_leap_day_two_years_on(tmp_path: Path) -> None:
    fields = items(tmp_path, a=initiative("start: 2026-02-28"))[0].fields
    assert isinstance(fields, Initiative)
    assert standing(fields, date(2028, 2, 29)).is_old
    assert not standing(fields, date(2028, 2, 28)).is_old


def test_the_board_has_a_place_apart_for_what_nobody_speaks_of(tmp_path: Path) -> None:
    found = board(
        items(
            tmp_path,
            a=initiative("start: 2026", title="B loopt"),
            b=initiative("start: 2026", title="A loopt"),
            c=initiative("start: 2017"),
            d=initiative("", "proposed"),
            e=initiative("start: 2017", "stopped"),
        ),
        TODAY,
    )
    assert {phase: [item.slug for item in of_phase] for phase, of_phase in found.items()} == {
        Phase.PROPOSED: ["d"],
        Phase.RUNNING: ["b", "a"],
        Phase.STOPPED: ["e"],
        None: ["c"],
    }


def test_open_roles_by_network_of_what_has_not_ended(tmp_path: Path) -> None:
    found = seeking(
        items(
            tmp_path,
            a=initiative("open_roles: [Kok]", network="networks/b"),
            b=initiative("open_roles: [Schrijver]"),
            c=initiative(""),
            d=initiative("open_roles: [Zanger]", "stopped"),
        )
    )
    assert {network: [item.slug for item in of_network] for network, of_network in found.items()} == {
        "networks/a": ["b"],
        "networks/b": ["a"],
    }
