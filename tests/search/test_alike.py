"""What is like what, and what those who used something used as well."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from gemeengoed.cache import digest
from gemeengoed.edition import EditionName, select
from gemeengoed.output import Output
from gemeengoed.stage.finding import alike
from gemeengoed.stage.finding.alikeness import alikeness
from gemeengoed.stage.finding.compounds import words_of
from gemeengoed.stage.finding.further import also_used
from gemeengoed.stage.shared import Drawer
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


names = st.sampled_from([*"abcdefghi"])
own = st.frozensets(st.sampled_from([*"abcde"]), max_size=4)
texts = own.map(lambda some: " ".join(sorted(some)))
traits = st.dictionaries(names, texts, min_size=5)
edits = st.lists(st.tuples(names, st.one_of(texts, st.none())), min_size=1, max_size=3)


@given(traits, edits)
def test_what_was_alike_before_helps_and_changes_nothing(before, edits):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(alike, "COMMON", 2)
        patch.setattr(alike, "ENOUGH", 0)
        known = alike.alike(before)
        for ref, text in edits:
            now = {name: own for name, own in {**before, ref: text}.items() if own is not None}
            known = alike.alike_again(now, known, {ref: before[ref]} if ref in before else {})
            assert known == alike.alike(now)
            before = now


def test_what_counts_less_than_before_because_one_more_has_it_counts_less_for_all(monkeypatch):
    monkeypatch.setattr(alike, "COMMON", 2)
    before = {"a": "r s f g", "x": "r f", "y": "s g", "z": "f g", **dict.fromkeys("bcdehi", "")}
    known, now = alike.alike(before), {**before, "b": "f"}
    assert known.likest["a"] == ("x", "y")
    assert alike.alike_again(now, known, {"b": ""}) == alike.alike(now)
    assert alike.alike(now).likest["a"] == ("y",)


def test_where_one_title_changed_only_what_shares_something_with_it_is_compared(monkeypatch):
    before = {f"tips/{number}": f"woord{number // 2}" for number in range(40)}
    likest, asked = alike._likest, []
    known = alike.alike(before)
    monkeypatch.setattr(alike, "_likest", lambda ref, *others: asked.append(ref) or likest(ref, *others))
    alike.alike_again({**before, "tips/0": "woord3"}, known, {"tips/0": "woord0"})
    assert sorted(asked) == ["tips/0", "tips/1", "tips/6", "tips/7"]


class InMemory(Drawer):
    """Keeps what it is given as it would stand in a file."""

    def __init__(self) -> None:
        self.kept, self.states = dict[str, bytes](), dict[str, str]()

    def state(self, path):
        return self.states[path]

    def recall(self, name, of, otherwise):
        return of.validate_json(self.kept[name]) if name in self.kept else otherwise

    def keep(self, name, of, value):
        self.kept[name] = of.dump_json(value)


def test_what_is_kept_of_words_gives_what_all_items_would(tmp_path):
    drawer, subjects = (
        InMemory(),
        ["Fietsstraten keuren", "Fietsstraten bij scholen", "Zwembaden keuren", "Zwembad dicht"],
    )
    files = {f"commons/tips/t{n}.md": page(title=f"{subjects[n % 4]} {'abcdefghij'[n] * 5}") for n in range(9)}
    files["commons/questions/q.md"] = page("state: answered\nasked_by: redactie", title="Hoe keuren?")
    edits = [
        {},
        {"commons/tips/t0.md": page("keywords: [zwembaden, keuren]", title="Zwembaden bij scholen")},
        {"commons/tips/t1.md": None, "commons/answers/a.md": page("answers: questions/q", title="Fietsstraten keuren")},
        {
            "commons/tips/nieuw.md": page("themes: [participatie]", title="Fietsstraten keuren"),
            "commons/answers/a.md": None,
        },
        {"commons/tips/t2.md": page("themes: [participatie]", title="Anders")},
    ]
    for number, edit in enumerate(edits):
        files = {path: text for path, text in {**files, **edit}.items() if text is not None}
        root = tmp_path / str(number)
        site, fresh = site_of(root, files), site_of(root, files)
        drawer.states = {path: digest(text) for path, text in files.items()}
        drawer.states |= {item.path: item.path for item in site.edition.listed if item.path not in files}
        site.drawer = drawer
        said = (f"{item.title} {item.fields.summary} {' '.join(item.fields.keywords)}" for item in site.edition.listed)
        assert alikeness(site).counts == Counter(word for text in said for word in words_of(text))
        assert alikeness(site).likest == alikeness(fresh).likest


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
