"""The tables of docs/licenties.md say what the data say."""

import re
from itertools import product

from gemeengoed.licences import LICENCES, allowed, common
from gemeengoed.settings import LicenceSettings
from sites import REPOSITORY

PAGE = (REPOSITORY / "docs" / "licenties.md").read_text("utf-8")


def rows_after(heading: str) -> list[list[str]]:
    """The cells of the table below a heading, without its head."""
    table = re.split(r"^## ", PAGE.split(f"## {heading}\n")[1], flags=re.MULTILINE)[0]
    lines = [line for line in table.splitlines() if line.startswith("|")][2:]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


def test_the_table_of_sources():
    told = {}
    for sources, into in rows_after("Wat je van een bron mag maken"):
        for source in re.findall(r"`([^`]+)`", sources):
            told[source] = None if into == "elke licentie" else set(re.findall(r"`([^`]+)`", into))
    assert told.keys() == LICENCES.keys()
    for source, into in told.items():
        licences = allowed(source).licences
        assert into == (None if licences is None else set(licences)), source


def test_the_table_of_pairs():
    names = ["CC0", "BY", "BY-SA", "BY-NC", "BY-NC-SA"]
    spdx = {name: "CC0-1.0" if name == "CC0" else f"CC-{name}-4.0" for name in names}
    short = {identifier: name for name, identifier in spdx.items()}
    rows = {row[0].strip("*"): row[1:] for row in rows_after("Twee bronnen in één pagina")}
    assert list(rows) == names
    for first, second in product(names, names):
        together = common([spdx[first], spdx[second]])
        options = [short[name] for name in LicenceSettings().allowed if name in together]
        assert rows[first][names.index(second)] == (", ".join(options) or "gaat niet"), (first, second)
