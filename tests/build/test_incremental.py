"""After any edits a build that starts from an earlier one gives the same bytes as one that starts afresh."""

from __future__ import annotations

import gzip
import json
import shutil
import tempfile
from array import array
from base64 import b64decode, b64encode
from datetime import date, timedelta
from pathlib import Path

import pytest
from crowded import crowded_commons
from gemeengoed import kept
from gemeengoed.cache import digest
from gemeengoed.checking import load_and_check, recall_memory
from gemeengoed.edition import EditionName, select
from gemeengoed.languages import keep_output, language_sites
from gemeengoed.output import Output
from gemeengoed.search import parts
from gemeengoed.settings import read_settings
from gemeengoed.stage.again import Making
from gemeengoed.stage.tree import stage
from gemeengoed.staging import stage_edition, stage_languages
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test
from sites import REPOSITORY, build_site, bytes_of, commit

from commons import BASE, CONTRIBUTORS, METHOD, SETTINGS, VOCABULARY, page, write_commons, write_files

TIPS = [f"commons/tips/tip-{number}.md" for number in range(4)]
QUESTIONS = [f"commons/questions/vraag-{number}.md" for number in range(2)]
ANSWER = "commons/answers/antwoord.md"
TEXTS = [
    page("related: [tips/tip-1, methods/intervisie]", "Zie [de tip](tips/tip-2).\n", title="Participatietraject"),
    page("keywords: [traject]", "Kort.\n", title="Aa"),
    page("", "Een participatietraject met ![beeld](plaat.png).\n", title="Zz"),
    page("audience: members", "Voor leden: [tip](tips/tip-0).\n", title="Zeearend"),
    page("status: archived", "Oud.\n", title="Oude tip"),
    page("status: draft", "Nog niet.\n", title="Ontwerp"),
    page("licence: CC0-1.0\norganisations: [vzw-b]", "Vrij.\n", title="Vrije tip"),
    page("onbekend: 1", "Fout.\n", title="Foute tip"),
    page("related: [methods/intervisie]", "Een verwijzing.\n", title="Verwijst"),
    page("", "Zie [intervisie](methods/intervisie).\n", title="Verwijst ook"),
    page(f"language: en\ntranslation_of: {{item: tips/tip-0, hash: {'0' * 12}}}", "Short.\n", title="A tip"),
    page(f"language: en\ntranslation_of: {{item: tips/tip-1, hash: {'0' * 12}}}", "Short.\n", title="Another tip"),
    None,
]
ANSWERS = [page(f"question: questions/vraag-{n}\nby: redactie\non: 2026-0{n + 1}", f"Zo, {n}.\n") for n in range(2)]
ASKED = [page(f"state: {state}\nasked_by: redactie", "Hoe?\n", title=f"Hoe {state}") for state in ("open", "answered")]
ASKED.append(page("state: open\nasked_by: redactie\nnetworks: [networks/kring]", "Hoe?\n", title="Hoe in de kring"))
NETWORK = "commons/networks/kring.md"
NETWORKS = [page("type: community", title=title) for title in ("Kring", "De andere kring")]
NAMES = [CONTRIBUTORS, CONTRIBUTORS.replace("name: Redactie", "name: De redactie")]
_OTHER_TERMS = (("nl: Participatie,", "nl: Inspraak,"), ("Co-c", "Samen c"))
TERMS = [VOCABULARY, *(VOCABULARY.replace(*pair) for pair in _OTHER_TERMS)]
MENU = "nav: [index.md, tips/index.md]\n"
OTHER_MENU, OTHER_NAME = MENU.replace("tips", "methoden"), SETTINGS.replace("Proef", "Andere proef")
SMALL_PARTS = SETTINGS.replace("  - gemeengoed:\n", "  - gemeengoed:\n      limits: {listing_page: 2}\n")
ONE_LANGUAGE = SMALL_PARTS + MENU
TWO_LANGUAGES = ONE_LANGUAGE.replace("language: nl\nmark", "languages: [nl, en]\nmark")
SETTING = [TWO_LANGUAGES, ONE_LANGUAGE, TWO_LANGUAGES.replace(MENU, OTHER_MENU), OTHER_NAME + MENU]
OTHERS = {
    "contributors.yaml": NAMES,
    "commons/vocabulary.yaml": TERMS,
    "mkdocs.yml": SETTING,
    "commons/tips/plaat.png": [b"\x89PNG\r\n\x1a\n", b"\x89PNG\r\n\x1a\nanders", None],
    "docs/index.md": [BASE["docs/index.md"], "---\ntitle: Hallo\n---\nZie [meer](meer.md) en [x](tips/tip-0.md).\n"],
    "docs/meer.md": ["---\ntitle: Meer\n---\nMeer.\n", "---\ntitle: Minder\n---\nZie [tip](tips/tip-0).\n", None],
    "docs/en/more.md": [
        "---\ntitle: More\ntranslation_of: meer.md\n---\nMore.\n",
        "---\ntitle: Own\n---\nOwn.\n",
        None,
    ],
    "docs/bestand.txt": ["los", "vast", None],
    "overrides/assets/gemeengoed/site.css": ["a{color:red}", "a{color:blue}"],
    "overrides/partials/footer.html": ["<footer>een</footer>", "<footer>twee</footer>"],
}

edits = st.one_of(
    st.tuples(st.sampled_from([*TIPS, METHOD]), st.sampled_from(TEXTS)),
    st.tuples(st.sampled_from(QUESTIONS), st.sampled_from([*ASKED, None])),
    st.tuples(st.just(ANSWER), st.sampled_from([*ANSWERS, None])),
    st.tuples(st.just(NETWORK), st.sampled_from([*NETWORKS, None])),
    st.sampled_from([(path, content) for path, contents in OTHERS.items() for content in contents]),
)


def staged_as_afresh(root: Path, name: EditionName) -> dict[str, bytes]:
    """Stage an edition from what the last time left, compare every file, and return those of the first language."""
    settings = read_settings(root)
    memory = recall_memory(root, settings)
    commons, problems = load_and_check(root, settings, memory=memory, jobs=1)
    work = root / ".gemeengoed" / name / "mkdocs"
    edition = select(commons, name, commons.history, problems)
    parts = language_sites(settings, work)
    lacking = stage_languages(parts, root, edition, memory, work, 1)
    for part in parts:
        keep_output(part.tree)
        texts, copies = stage(edition, root, part.language.locale, lacking)
        afresh = {path: text.encode() for path, text in texts.items()}
        afresh |= {path: source.read_bytes() for path, source in copies.items()}
        staged = bytes_of(part.tree.path)
        assert staged.keys() == afresh.keys()
        assert [path for path in staged if staged[path] != afresh[path]] == []
    return bytes_of(parts[0].tree.path)


class Pages(RuleBasedStateMachine):
    """A commons that people work on. After each edit its pages are staged, from what the edit touches."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.root = write_commons(Path(self.folder.name) / "commons", {"mkdocs.yml": SETTING[0]})
        write_files(self.root, {path: TEXTS[number] for number, path in enumerate(TIPS)})
        self.day, self.turn = date(2026, 1, 1), 0
        commit(self.root, str(self.day))

    @rule(changes=st.lists(edits, min_size=1, max_size=2))
    def edit(self, changes):
        """Add, change and delete pages, pictures, registers, templates and settings."""
        write_files(self.root, dict(changes))

    @rule(path=st.sampled_from(TIPS), text=st.sampled_from(TEXTS))
    def edit_a_page(self, path, text):
        write_files(self.root, {path: text})

    @rule(old=st.sampled_from(TIPS), new=st.sampled_from(TIPS))
    def rename(self, old, new):
        if (self.root / old).exists():
            (self.root / old).rename(self.root / new)

    @rule(days=st.integers(0, 2))
    def save(self, days):
        """Put it in a commit, today or later."""
        self.day += timedelta(days)
        write_files(self.root, {"commons/tips/tip-0.md": page(body=f"Van {self.day} {days}.\n")})
        commit(self.root, str(self.day))

    @rule(name=st.sampled_from(["tree/index.md", "en/tree/tips/index.md", "tree/tips/tip-1.md", "staged.json"]))
    def touch_by_hand(self, name):
        file = self.root / ".gemeengoed/public/mkdocs" / name
        if file.exists():
            file.write_bytes(b"met de hand")

    @invariant()
    def nothing_is_old(self):
        """What is staged is what is staged afresh."""
        self.turn += 1
        for name in list(EditionName)[self.turn % 2 :: 2]:  # in turn: it takes half as long
            staged_as_afresh(self.root, name)

    def teardown(self) -> None:
        self.folder.cleanup()


class Sites(Pages):
    """The same, with the whole site built, and now and then touched by hand."""

    def __init__(self) -> None:
        super().__init__()
        shutil.copytree(REPOSITORY / "overrides", self.root / "overrides")
        build_site(self.root, keep_going=True, jobs=2)

    @invariant()
    def nothing_is_old(self):
        """Compared at the end only: it takes a while."""

    @rule(
        name=st.sampled_from(["index.html", "en/tips/index.html", "en/assets/gemeengoed/site.css"]),
        is_gone=st.booleans(),
    )
    def touch_the_site(self, name, is_gone):
        """What stands there is changed or lost, in place."""
        file = self.root / "site" / name
        if file.exists():
            _ = file.unlink() if is_gone else file.write_bytes(b"met de hand")

    @rule(
        name=st.sampled_from(
            ["rendered", "listed", "placed", "templates", "tree", "site", "spare", "en/rendered", "en/site"]
        )
    )
    def break_the_notes(self, name):
        notes = self.root / f".gemeengoed/public/mkdocs/{name}.json"
        if notes.exists():
            notes.write_bytes(notes.read_bytes()[:-9] + b"niets meer")

    @rule()
    def build_in_between(self):
        build_site(self.root, keep_going=True, jobs=2)

    def teardown(self) -> None:
        build_site(self.root, keep_going=True, jobs=2)
        copy = Path(self.folder.name) / "kopie"
        shutil.copytree(self.root, copy, ignore=shutil.ignore_patterns("site", ".gemeengoed"))
        build_site(copy, keep_going=True, jobs=1)
        mine, afresh = bytes_of(self.root / "site"), bytes_of(copy / "site")
        super().teardown()
        assert mine.keys() == afresh.keys()
        assert [path for path in mine if mine[path] != afresh[path]] == []


def some(examples: int, steps: int) -> settings:
    return settings(
        max_examples=examples, stateful_step_count=steps, deadline=None, suppress_health_check=list(HealthCheck)
    )


@pytest.mark.slow
def test_after_any_edit_the_staged_tree_is_that_of_a_clean_build():
    """Some seventy times a few edits, each time compared, for both editions in turn."""
    run_state_machine_as_test(Pages, settings=some(5, 14))


@pytest.mark.slow
def test_after_any_edits_the_site_is_that_of_a_clean_build():
    run_state_machine_as_test(Sites, settings=some(3, 10))


def entries(site: Path) -> dict[str, bytes]:
    """The entries of the search index that hold, by address: what a reader can find."""
    about = json.loads((site / "pagefind/parts.json").read_text())
    found: dict[str, bytes] = {}
    for part in ("", *about["parts"]):
        fragments = site / "pagefind" / part / "fragment"
        for file in fragments.rglob("*.pf_fragment"):
            entry = gzip.decompress(file.read_bytes()).removeprefix(b"pagefind_dcd")
            if file.relative_to(fragments).with_suffix("").as_posix() not in about["stale"]:
                assert json.loads(entry)["url"] not in found
                found[json.loads(entry)["url"]] = entry
    return found


def test_the_parts_of_a_search_index_hold_every_page_once_as_it_is(tmp_path, monkeypatch):
    monkeypatch.setattr(parts, "SMALL", 5)
    monkeypatch.setattr(parts, "PART", 80)
    monkeypatch.setattr(parts, "SHARE", 10)
    root = write_commons(tmp_path / "commons", {path: TEXTS[number] for number, path in enumerate(TIPS[:3])})
    write_files(root, {"commons/tips/plaat.png": b"\x89PNG\r\n\x1a\n"})
    build_site(root, keep_going=True)
    about = json.loads((root / "site/pagefind/parts.json").read_text())
    assert (about["parts"], about["stale"]) == (["part-1/"], {})
    steps = [
        {TIPS[0]: page(body="Anders.\n", title="Nieuwe titel")},
        {TIPS[1]: None, TIPS[3]: page(body="Erbij.\n", title="Vierde tip")},
        {TIPS[0]: TEXTS[0], TIPS[1]: TEXTS[1], TIPS[3]: None},
    ]
    for number, step in enumerate(steps):
        write_files(root, step)
        build_site(root, keep_going=True)
        about = json.loads((root / "site/pagefind/parts.json").read_text())
        copy = Path(shutil.copytree(root, tmp_path / str(number), ignore=shutil.ignore_patterns("site", ".gemeengoed")))
        build_site(copy, keep_going=True)
        assert entries(root / "site") == entries(copy / "site")
        assert (about["parts"] == ["part-1/", "later/"]) == (number < 2)


def test_a_page_that_did_not_change_is_not_rendered_again(tmp_path):
    root = write_commons(tmp_path, {TIPS[0]: page(title="Een tip"), TIPS[1]: page(title="Een andere tip")})
    build_site(root)
    same, other = root / "site/controles/text-iban/index.html", root / "site/tips/tip-1/index.html"
    before, old = same.stat().st_ino, other.stat().st_ino
    write_files(root, {TIPS[1]: page(title="Andere titel")})
    build_site(root)
    assert same.stat().st_ino == before and other.stat().st_ino != old


def test_only_the_boards_that_show_a_question_are_made_again(tmp_path, monkeypatch):
    def asked(title: str) -> str:
        return page("state: open\nasked_by: redactie\nnetworks: [networks/kring]", "Hoe?\n", title=title)

    other = {"commons/networks/ander.md": page("type: community", title="Ander")}
    elsewhere = {QUESTIONS[1]: asked("Hoe elders").replace("kring", "ander")}
    root = write_commons(tmp_path, {NETWORK: NETWORKS[0], QUESTIONS[0]: asked("Hoe dan"), **other, **elsewhere})
    tree = Output(tmp_path / "boom")
    stage_commons(root, tree)
    made = units_made(monkeypatch)
    write_files(root, {QUESTIONS[0]: asked("Hoe anders")})
    stage_commons(root, tree)
    boards = {"questions 1", "questions themes/participatie", "questions networks/kring"}
    assert {name for name in made if name.startswith("questions")} == boards
    assert "Hoe anders" in (tree.path / "netwerken/kring/vragen/index.md").read_text()


def units_made(monkeypatch) -> list[str]:
    """The units that are made from now on."""
    made, make = list[str](), Making.make
    monkeypatch.setattr(Making, "make", lambda self, name, *others: made.append(name) or make(self, name, *others))
    return made


def test_a_commit_makes_anew_only_what_tells_of_it(tmp_path, monkeypatch):
    """A list shows when a page came, which no later commit changes; the page, the site map and figures say more."""
    write_commons(tmp_path, {TIPS[0]: page(title="Een tip"), TIPS[1]: page(title="Een andere tip")})
    commit(tmp_path, "2026-01-01")
    tree = Output(tmp_path / "boom")
    stage_commons(tmp_path, tree)
    made = units_made(monkeypatch)
    write_files(tmp_path, {TIPS[0]: page(title="Een tip", body="Anders.\n")})
    commit(tmp_path, "2026-01-01")
    stage_commons(tmp_path, tree)
    assert {"item tips/tip-0", "api tips 1", "figures_page", "root site map"} <= {*made}
    assert not [name for name in made if name.startswith(("kind", "term", "pair", "letter", "root reserved"))]


def test_another_title_makes_anew_only_what_shows_it(tmp_path, monkeypatch):
    """Not what says how many there are of something, nor what is worked out of other parts of its front matter."""
    names = {"commons/organisations.yaml": "aa:\n  name: Aa\n  type: municipality\n"}
    pages = {TIPS[0]: page("organisations: [aa]", title="Een tip"), TIPS[1]: page("organisations: [aa]", title="Zo")}
    root, tree = write_commons(tmp_path, {**pages, **names}), Output(tmp_path / "boom")
    stage_commons(root, tree)
    made = units_made(monkeypatch)
    write_files(root, {TIPS[0]: page("organisations: [aa]", title="Zulk een tip")})
    stage_commons(root, tree)
    assert {"item tips/tip-0", "kind tips 1", "term organisation aa 1", "letters"} <= {*made}
    assert {"register organisation", "figures_page", "connection_pages", "calendar_files"}.isdisjoint(made)


def test_another_title_makes_anew_only_the_parts_of_a_listing_from_its_old_place_to_its_new_one(tmp_path, monkeypatch):
    """Under a term a method stands before the tips, so that those which change places reach into its fourth part."""
    paths = [f"commons/tips/tip-{number}.md" for number in range(10)]
    files = {path: page(title=f"Tip {number}") for number, path in enumerate(paths)}
    root, tree = write_commons(tmp_path, {"mkdocs.yml": SMALL_PARTS, **files}), Output(tmp_path / "boom")
    stage_commons(root, tree)
    made = units_made(monkeypatch)
    write_files(root, {paths[2]: page(title="Tip 55")})
    stage_commons(root, tree)
    under = {f"term {name} {number}" for name in ("theme participatie", "contributor redactie") for number in (2, 3, 4)}
    assert {name for name in made if name.startswith(("kind", "term"))} == {"kind tips 2", "kind tips 3", *under}
    assert "root site map" not in made


@pytest.mark.slow
def test_after_edits_to_a_crowded_commons_the_staged_tree_is_that_of_a_clean_build(tmp_path):
    """Lists that are cut come to be whole and are cut again: what refers to a page, the people of a skill, a day."""
    files = crowded_commons(26)
    root = write_commons(tmp_path, files)
    edits = {
        "practices": ("related: [practices/spil]", "related: [practices/n0]"),
        "answers": ("question: questions/spil", "question: questions/n0"),
        "networks": ("part_of: networks/spil", "part_of: networks/n0"),
        "gatherings": ("start: 2026-12-10", "start: 2026-12-11"),
    }
    paths = {f"commons/{folder}/n{at}.md": change for at in range(1, 26) for folder, change in edits.items()}
    fewer = {path: str(files[path]).replace(*change) for path, change in paths.items()}
    people = str(files["contributors.yaml"])
    fewer["contributors.yaml"] = people.replace("  skills_offered:\n  - spil\n", "  skills_offered:\n", 20)
    cut = {"vragen/spil/verwijzingen", "netwerken/spil/netwerken", "vaardigheden/spil/bijdragers"}
    again = {path: files[path] for path in fewer}
    for step, lists in (({}, cut), (fewer, {"vaardigheden/spil/bijdragers"}), (again, cut)):
        write_files(root, step)
        staged = staged_as_afresh(root, EditionName.PUBLIC)
        assert {folder for folder in cut if f"{folder}/index.md" in staged} == lists


def stage_commons(root: Path, tree: Output) -> None:
    memory = recall_memory(root, read_settings(root))
    commons, problems = load_and_check(root, read_settings(root), memory=memory, jobs=1)
    stage_edition(root, commons, EditionName.PUBLIC, problems, tree, memory=memory)


NO_KEY = b64encode(array("I", [10**6])).decode()


def row_of(number: int, of: str) -> str:
    """As many times this number as a row has others."""
    return b64encode(array("I", [number] * (len(b64decode(of)) // 4))).decode()


def test_notes_of_staging_that_are_forged_change_nothing(tmp_path, monkeypatch):
    """With a right seal, and in the right form as far as that goes: numbers of no key, a value of another sort."""
    root = write_commons(tmp_path / "commons", {TIPS[0]: page(title="Een tip"), TIPS[1]: page(title="Een andere tip")})
    versions: dict[str, str] = {}
    keep = kept.keep

    def noting(file, of, version, value):
        versions[file.name] = version
        keep(file, of, version, value)

    monkeypatch.setattr(kept, "keep", noting)
    build_site(root, jobs=1)  # in this process, where it is noted
    before = bytes_of(root / "site")
    work = root / ".gemeengoed/public/mkdocs"
    for name, change in (
        ("units", lambda rows: rows.update(numbers=row_of(10**6, rows["numbers"]))),
        ("units", lambda rows: rows.update(numbers="dit is geen base64")),
        ("units", lambda rows: rows.update(pages_at=row_of(0, rows["pages_at"]))),
        ("units", lambda rows: rows.update(paths=rows["paths"] + "een/pad.md\x7f")),
        ("units", lambda rows: rows.update(shared=dict.fromkeys(rows["shared"], NO_KEY))),
        ("units", lambda rows: rows.update(name="van een ander")),
        ("staged", lambda notes: notes.update(states="")),
        ("shared", lambda notes: notes.update({value: "iets anders" for value in notes})),
        ("alike", lambda columns: columns.pop()),
        ("alike", lambda columns: columns.__setitem__(2, "een\x7f" * 99)),
    ):
        file = work / f"{name}.json"
        notes = json.loads(file.read_bytes()[32:])
        change(notes)
        content = json.dumps(notes).encode()
        file.write_bytes(digest(versions[file.name], content).encode() + content)
        write_files(root, {TIPS[0]: page(title="Een tip", body="Anders.\n")})
        build_site(root, jobs=1)
        write_files(root, {TIPS[0]: page(title="Een tip")})
        build_site(root, jobs=1)
        assert bytes_of(root / "site") == before
