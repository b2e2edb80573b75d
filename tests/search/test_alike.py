"""What is like what, and what those who used something used as well."""

from __future__ import annotations

import re

import pytest
from gemeengoed.edition import EditionName, select
from gemeengoed.output import Output
from gemeengoed.stage.finding import alike
from gemeengoed.stage.finding.further import also_used
from gemeengoed.stage.site import Site
from gemeengoed.staging import stage_edition
from hypothesis import given
from hypothesis import strategies as st

from commons import load_commons, page, write_commons

ORGANISATIONS = "".join(f"{name}:\n  name: {name.title()}\n  type: municipality\n" for name in ("aa", "bb", "cc"))


def site_of(root, files) -> Site:
    commons = load_commons(write_commons(root, files))
    return Site(select(commons, EditionName.PUBLIC, commons.history, ()))


def test_the_likest_share_what_few_others_have(tmp_path):
    subjects = {"fiets-a": "Fietsstraten keuren", "fiets-b": "Fietsstraten bij scholen keuren", "zwembad": "Zwembaden"}
    others = {f"los-{n}": f"Onderwerp {'abcdefghij'[n] * 6}" for n in range(10)}
    files = {f"commons/tips/{name}.md": page(title=title) for name, title in {**subjects, **others}.items()}
    likeness = site_of(tmp_path, files).likeness
    assert likeness["tips/fiets-a"][:1] == ("tips/fiets-b",)
    assert likeness["tips/fiets-b"][:1] == ("tips/fiets-a",)
    assert likeness["tips/zwembad"] == ()


names = st.text("abcdef", min_size=1, max_size=1)
traits = st.dictionaries(names, st.frozensets(st.sampled_from([*"abcdefgh"]), max_size=5), max_size=6)


@given(traits, traits)
def test_what_was_alike_before_helps_and_changes_nothing(before, now):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(alike, "COMMON", 3)
        patch.setattr(alike, "ENOUGH", 0)
        assert alike.alike(now, (before, alike.alike(before))) == alike.alike(now)


def test_where_one_title_changed_only_what_shares_something_with_it_is_compared(monkeypatch):
    before = {f"tips/{number}": frozenset([f"woord{number // 2}"]) for number in range(40)}
    likest, asked = alike._likest, []
    known = alike.alike(before)
    monkeypatch.setattr(alike, "_likest", lambda ref, *others: asked.append(ref) or likest(ref, *others))
    now = {**before, "tips/0": frozenset(["woord3"])}
    alike.alike(now, (before, known))
    assert sorted(asked) == ["tips/0", "tips/1", "tips/6", "tips/7"]


def experience(about: str, organisation: str) -> str:
    return page(f"about: {about}\norganisation: {organisation}\non: 2026-01\nresult: worked")


def test_what_others_used_as_well_the_most_used_first(tmp_path):
    told = [("methods/intervisie", "aa"), ("tips/x", "aa"), ("methods/intervisie", "bb"), ("tips/x", "bb"),
            ("tips/y", "bb"), ("tips/y", "cc")]  # fmt: skip
    files = {f"commons/experiences/e{n}.md": experience(*one) for n, one in enumerate(told)}
    files |= {"commons/tips/x.md": page(title="Tip X"), "commons/tips/y.md": page(title="Tip Y")}
    site = site_of(tmp_path, {**files, "commons/organisations.yaml": ORGANISATIONS})
    item = site.edition.items["methods/intervisie"]
    assert [(one.title, one.organisations) for one in also_used(site, item, "methoden/intervisie/")] == [
        ("Tip X", 2),
        ("Tip Y", 1),
    ]


def test_the_page_shows_both_and_names_nothing_twice(tmp_path):
    files = {
        "commons/tips/a.md": page("related: [tips/b]", title="Fietsstraten keuren"),
        "commons/tips/b.md": page(title="Fietsstraten keuren met de wijk"),
        "commons/tips/c.md": page(title="Fietsstraten keuren met kinderen"),
        **{f"commons/tips/z{n}.md": page(title=f"Anders {'abcdefgh'[n] * 5}") for n in range(8)},
    }
    root, tree = write_commons(tmp_path / "commons", files), Output(tmp_path / "tree")
    stage_edition(root, load_commons(root), EditionName.PUBLIC, (), tree)
    text = (tree.path / "tips/a.md").read_text("utf-8")
    like = text[text.index("Pagina’s die hierop lijken") :]
    assert re.findall(r"href=.{2}\.\./([a-z0-9]+)/", like.split("</section>")[0]) == ["c"]
