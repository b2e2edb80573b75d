from datetime import date

import pytest
from gemeengoed.checks import gathering_past
from gemeengoed.load import load
from gemeengoed.revisions import History, Revision
from gemeengoed.settings import read_settings

from commons import found_by, page

CODE, GATHERING = "gathering-past", "commons/gatherings/x.md"
NETWORK = {"commons/networks/a.md": page("type: locon")}


def announcement(more="", body="Kom ook.\n"):
    return {GATHERING: page(f"network: networks/a\nstart: 2025-03-10{more}", body), **NETWORK}


@pytest.mark.parametrize(("more", "body", "places"), [
    ("", "Kom ook.\n", [f"{GATHERING}:7:8"]),
    ("\nattended_by: [{organisation: vzw-b, count: 3}]", "Kom ook.\n", []),
    ("\ndecisions: [{text: We gaan door.}]", "Kom ook.\n", []),
    ("", "## Verslag van de dag\n\nWe leerden veel.\n", []),
    ("\nend: 2999-01-01", "Kom ook.\n", []),
    ("\nstatus: archived", "Kom ook.\n", []),
    ("\ncancelled: De gids is ziek.", "Kom ook.\n", []),
])  # fmt: skip
def test_a_gathering_that_has_been(tmp_path, more, body, places):
    assert found_by(CODE, tmp_path, announcement(more, body)) == places


@pytest.mark.parametrize(("created", "today", "count"), [
    (date(2025, 2, 1), date(2025, 5, 1), 1),
    (date(2025, 2, 1), date(2025, 4, 1), 0),
    (date(2025, 4, 1), date(2025, 6, 1), 0),
])  # fmt: skip
def test_only_an_announcement_asks_for_a_report_and_only_after_some_time(tmp_path, created, today, count):
    found_by(CODE, tmp_path, announcement())
    history = History({GATHERING: Revision(created, created, 1)})
    commons = load(tmp_path, read_settings(tmp_path), history, today)
    assert len(list(gathering_past.check(commons, gathering_past.Parameters()))) == count


@pytest.mark.parametrize("start", ["2019", "2017-Q1"])
def test_a_gathering_of_which_the_day_is_not_known_was_never_announced(tmp_path, start):
    files = {GATHERING: page(f"network: networks/a\nstart: {start}"), **NETWORK}
    assert found_by(CODE, tmp_path, files) == []
