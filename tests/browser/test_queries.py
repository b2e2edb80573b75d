"""Real questions to the search page: do the pages come first that should (``tests/search/queries.yaml``)?"""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from gemeengoed.i18n import translator
from gemeengoed.stage.addresses import Addresses

pytestmark = pytest.mark.browser

QUERIES = yaml.safe_load((Path(__file__).parents[1] / "search" / "queries.yaml").read_text("utf-8"))
FLOOR = {"officials": (0.93, 0.97), "residents": (0.75, 0.85), "forms": (0.8, 0.85), "slips": (0.8, 0.9)}
"""What part must come first, and among the first three. One query less, and a line of the first group still holds."""

ASK = """async (queries) => {
  const load = (name) => import(new URL(`../assets/gemeengoed/search/${name}.js`, location.href));
  const [{ openSearcher }, { better, loadWords }] = await Promise.all(["beside", "spelling"].map(load));
  const settings = JSON.parse(document.getElementById("gg-finder-settings").textContent);
  const searcher = await openSearcher(new URL("../pagefind/", location.href), settings);
  const first = async (words) => {
    let loaded;
    for await (const answer of searcher.search(words, { picked: {}, sort: "", counted: [] })) ({ loaded } = answer);
    return loaded;
  };
  const words = await loadWords(new URL("words.txt", location.href));
  const found = {};
  for (const query of queries) {
    const loaded = await first(query);
    const wrong = await searcher.strange(query, loaded);
    const meant = wrong.length && better(query, wrong, words);
    found[query] = (meant ? await first(meant) : loaded).map((data) => data.raw_url.replace(/^\\//, ""));
  }
  return found;
}"""
"""As the page does it; a query that is spelled wrong is followed to what the page takes it for."""


def test_there_are_enough_queries():
    assert sum(map(len, QUERIES.values())) >= 60


@pytest.mark.parametrize("group", QUERIES)
def test_the_pages_that_should_come_first_do(visit, group, record_property):
    page_of = Addresses(translator("nl")).page
    found = visit().go("zoeken/").evaluate(ASK, list(QUERIES[group]))
    first = three = 0
    missed = {}
    for query, refs in QUERIES[group].items():
        wanted = {page_of(ref) for ref in refs}
        first += bool(wanted & {*found[query][:1]})
        three += bool(wanted & {*found[query][:3]})
        if not wanted & {*found[query][:1]}:
            missed[query] = found[query][:3]
    total = len(QUERIES[group])
    said = (
        f"{group}: of {total} queries {first} have a right page first, {three} among the first three; missed: {missed}"
    )
    record_property("queries", said)
    print(said)
    assert first / total >= FLOOR[group][0], said
    assert three / total >= FLOOR[group][1], said
