"""With what an earlier run knew, a run finds the same as without: after any edits, and when the cache is broken."""

import random
import shutil
import tempfile
from concurrent.futures import ThreadPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pytest
from gemeengoed import checking, processes
from gemeengoed.cache import FOLDER, Memory, remember
from gemeengoed.checks.run import run_checks
from gemeengoed.load import fill, frame, load, names, registers
from gemeengoed.load.files import walk
from gemeengoed.load.positions import read_yaml
from gemeengoed.load.stored import hashes_of
from gemeengoed.model import Commons
from gemeengoed.settings import read_settings
from gemeengoed.survey import survey
from hypothesis import given, settings
from hypothesis import strategies as st

from commons import BASE, METHOD, page, write_commons, write_files

TIPS = [f"commons/tips/tip-{number}.md" for number in range(4)]
FACTS = "\n\n".join(
    f"Alinea {number} gaat over samenwerken, vergaderverslagen en bijeenkomsten in gemeente {number}."
    for number in range(9)
)
TEXTS = [
    page(
        "related: [tips/tip-1, methods/intervisie]", "Zie [de tip](tips/tip-2#kop-twee) en [dit](#hier).\n\n## Hier\n"
    ),
    page("related: [tips/tip-0]\nkeywords: [a]", "Kop twee\n--------\n\nZie [x](tips/tip-0).\n"),
    page("", "## Kop twee\n\nEen tekst.\n", title="Andere titel"),
    page("licence: CC-BY-ND-4.0\nmedia:\n  - {file: plaat.png, alt: Een plaat}", "![Een plaat](plaat.png)\n"),
    page("sources:\n  - {title: Bron, relation: derived-from, licence: CC-BY-SA-4.0}", FACTS),
    page("steward: wie-is-dit\nsupersedes: [tips/tip-3]", FACTS + "\n\nNog iets. Bel 0470 12 34 56.\n"),
    page("onbekend: 1\nsupersedes: [tips/tip-2]", "<script>alert(1)</script>\n"),
    page("reviews: []", "Tekst. <!-- gemeengoed: off link-target, because straks -->\n\n[weg](tips/weg)\n"),
    page("keywords: [een, twee", "Stuk.\n"),
    page("translation_of: {item: tips/tip-0, hash: 0123456789ab}\nlanguage: en", "An English text.\n"),
    "Zonder voorwerk.\n",
    "",
    None,
]
OTHERS = {
    "contributors.yaml": [BASE["contributors.yaml"], BASE["contributors.yaml"] + "an:\n  name: An\n"],
    "commons/vocabulary.yaml": [BASE["commons/vocabulary.yaml"], "themes: {}\n"],
    "commons/tips/plaat.png": [b"\x89PNG\r\n\x1a\n", None],
    "commons/tips/los.txt": ["los", None],
    "docs/meer.md": ["---\ntitle: Meer\n---\nZie [tip](tips/tip-0).\n", "---\ntitle: Meer\n---\n# Kop\n", None],
    "REUSE.toml": ["version = 1\n", "version =\n", None],
}

OF_KIND = {
    "commons/questions/vraag.md": [
        page("accepted_answer: answers/antwoord\nstate: answered"),
        page("asked_on: 2020-01-01"),
        page("accepted_answer: answers/ander\nasked_on: 2020-01-01"),
        None,
    ],
    "commons/answers/antwoord.md": [
        page("question: questions/vraag\nby: redactie\non: 2026-01-01"),
        page("question: questions/andere\nby: redactie\non: 2026-01-01"),
        None,
    ],
    "commons/practices/werkt.md": [page("maturity: proven"), page("maturity: trial"), page(title="Intervisie")],
    "commons/experiences/bij-a.md": [
        page("about: practices/werkt\norganisation: vzw-b\non: 2026-01-01\nresult: worked"),
        page("about: practices/werkt\norganisation: gemeente-a\non: 2026-01-01\nresult: failed"),
        None,
    ],
    "commons/networks/groot.md": [page("type: community\npart_of: networks/klein"), page("type: community"), None],
    "commons/networks/klein.md": [page("type: community\npart_of: networks/groot"), None],
    "commons/gatherings/eerste.md": [
        page("network: networks/groot\nstart: 2026-01-01\nseries: {number: 1, of: 3}"),
        page("network: networks/groot\nstart: 2026-01-01\nseries: {number: 2, of: 2}"),
    ],
    "commons/gatherings/derde.md": [
        page("network: networks/groot\nstart: 2026-03-01\nseries: {number: 3, of: 3}"),
        None,
    ],
}

edits = st.one_of(
    st.tuples(st.sampled_from([*TIPS, METHOD]), st.sampled_from(TEXTS)),
    st.sampled_from([(path, content) for path, contents in OTHERS.items() for content in contents]),
)


edits_of_kind = st.sampled_from([(path, content) for path, contents in OF_KIND.items() for content in contents])


@pytest.fixture
def root(tmp_path):
    return write_commons(tmp_path, {path: TEXTS[number] for number, path in enumerate(TIPS)})


def problems(root, memory=None):
    return run_checks(load(root, read_settings(root), memory=memory), memory)


def with_cache(root):
    memory = remember(root, "commons", read_settings(root).model_dump_json())
    found = problems(root, memory)
    memory.save()
    return found


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(edits, min_size=0, max_size=2), min_size=1, max_size=6))
def test_after_any_edits_the_cache_changes_nothing(steps):
    first = {path: TEXTS[number] for number, path in enumerate(TIPS)}
    _assert_the_cache_changes_nothing(first, [dict(step) for step in steps])


@settings(max_examples=80, deadline=None)
@given(st.lists(edits_of_kind, min_size=4, max_size=10))
def test_after_edits_of_pages_that_belong_together_the_cache_changes_nothing(steps):
    first = {path: contents[0] for path, contents in OF_KIND.items()}
    _assert_the_cache_changes_nothing(first, [dict([step]) for step in steps])


def _assert_the_cache_changes_nothing(first, steps):
    with tempfile.TemporaryDirectory() as folder:
        root = write_commons(Path(folder), first)
        with_cache(root)
        for step in steps:
            write_files(root, step)
            assert with_cache(root) == problems(root), step


def test_what_is_recalled_is_what_was_read(root):
    with_cache(root)
    read = load(root, read_settings(root))
    memory = remember(root, "commons", read_settings(root).model_dump_json())
    recalled = load(root, read_settings(root), memory=memory)
    assert [type(item).__name__ for item in recalled.items.values()] == ["StoredItem"] * len(read.items)
    for ref, item in read.items.items():
        again = recalled.items[ref]
        for name in ("ref", "kind", "path", "title", "status", "traits", "contributors", "media", "fields"):
            assert getattr(again, name) == getattr(item, name), name
        for name in ("size", "defects", "switches", "body", "body_line", "front_matter", "unread", "head", "head_line"):
            assert getattr(again.text, name) == getattr(item.text, name), name
        assert dict(again.text.places.values) == dict(item.text.places.values)
        assert dict(again.text.places.keys) == dict(item.text.places.keys)


def test_only_what_changed_is_read(root):
    with_cache(root)
    write_files(root, {TIPS[2]: page("", "Iets anders.\n")})
    memory = remember(root, "commons", read_settings(root).model_dump_json())
    load(root, read_settings(root), memory=memory)
    assert memory.changed() == {TIPS[2]}


@pytest.mark.parametrize("broken", ["", "geen database", "half", "inhoud"])
def test_a_broken_cache_changes_nothing_and_is_thrown_away(root, broken):
    expected = with_cache(root)
    file = root / FOLDER / "commons.sqlite"
    if broken == "half":
        file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])
    elif broken == "inhoud":
        spoil(file)
    else:
        file.write_text(broken)
    for _ in range(2):
        assert with_cache(root) == expected
    write_files(root, {TIPS[0]: TEXTS[1]})
    assert with_cache(root) == problems(root)


def spoil(file):
    """Replace the content of every file by other JSON: a list, a number, a front matter of another type."""
    import sqlite3

    connection = sqlite3.connect(file)
    for number, (path,) in enumerate(connection.execute("SELECT path FROM content").fetchall()):
        wrong = (b"[]", b"7", b'["",1,"",1,{"title":[]}]')[number % 3]
        connection.execute("UPDATE content SET content = ? WHERE path = ?", (wrong, path))
    connection.execute("UPDATE file SET extra = 'x' || substr(extra, 2)")
    connection.execute("DELETE FROM value WHERE name = 'findings'")
    connection.commit()
    connection.close()


def test_a_cache_of_another_version_is_thrown_away(root):
    with_cache(root)
    assert remember(root, "commons", "other settings").files == {}


def test_a_cache_that_cannot_be_written_is_no_failure(root):
    shutil.rmtree(root / ".gemeengoed", ignore_errors=True)
    (root / ".gemeengoed").write_text("a file where the folder should be")
    assert with_cache(root) == problems(root)


def test_helpers_find_the_same(root):
    chance = random.Random(1)
    write_files(root, {f"commons/tips/t-{n}.md": chance.choice(TEXTS) for n in range(40)})
    memory, own = Memory(root), read_settings(root)
    empty = frame(root, own, None, None, memory)
    with ThreadPoolExecutor(2) as executor:
        told = survey(
            empty, tuple(found for found in walk(root, "commons") if found.path.endswith(".md")), memory, executor
        )
    commons = fill(empty, memory)
    assert run_checks(commons, memory, told) == problems(root)
    assert any(type(item).__name__ == "StoredItem" for item in commons.items.values())


def test_what_there_is_by_name_is_what_loading_finds(root):
    odd = {
        f"commons/{name}": "x" for name in ("los.md", "tips/los.txt", "tips/A B.md", "vreemd/x.md", "tips/diep/er.md")
    }
    write_files(root, odd | {"docs/plaat.png": b"x", "docs/diep/er.md": "Tekst.\n"})
    (root / "commons/tips/elders.md").symlink_to(root / TIPS[0])
    (root / "docs/elders").symlink_to(root / "commons")
    assert names(root) == load(root, read_settings(root)).names


def test_what_was_saved_is_not_held_and_still_there_for_every_process(root):
    with_cache(root)
    write_files(root, {TIPS[0]: page("", "Iets anders.\n")})
    memory = remember(root, "commons", read_settings(root).model_dump_json())
    commons = load(root, read_settings(root), memory=memory)
    assert memory.contents
    memory.save()
    memory.recent.clear()
    assert not memory.contents
    expected = [item.text.body for item in load(root, read_settings(root)).items.values()]
    assert [item.text.body for item in commons.items.values()] == expected
    memory.recent.clear()
    copies = get_context("fork")
    there, here = copies.Pipe()
    copy = copies.Process(target=lambda: here.send([item.text.body for item in commons.items.values()]))
    copy.start()
    assert there.poll(60) and there.recv() == expected
    copy.join()


def test_a_cache_that_is_gone_or_replaced_meanwhile_is_not_read(root):
    with_cache(root)
    memory = remember(root, "commons", read_settings(root).model_dump_json())
    commons = load(root, read_settings(root), memory=memory)
    file = root / FOLDER / "commons.sqlite"
    bodies = [item.text.body for item in commons.items.values()]
    assert all(memory.content(path) for path in TIPS[:2])
    file.rename(file.with_name("elders"))
    memory.recent.clear()
    assert not any(memory.content(path) for path in TIPS[:2])
    assert [item.text.body for item in commons.items.values()] == bodies
    spoil(shutil.copy(file.with_name("elders"), file))
    assert not any(memory.content(path) for path in TIPS[:2])


def test_a_register_is_read_anew_only_where_it_changed(root, monkeypatch):
    def read() -> tuple[list[str], Commons]:
        anew: list[str] = []
        monkeypatch.setattr(registers, "read_yaml", lambda text: anew.append(text) or read_yaml(text))
        memory = remember(root, "commons", read_settings(root).model_dump_json())
        commons = load(root, read_settings(root), memory=memory)
        memory.save()
        return anew, commons

    with_cache(root)
    assert read()[0] == []
    write_files(root, {"contributors.yaml": BASE["contributors.yaml"] + "bo:\n  name: Bo\n  onbekend: ja\n"})
    anew, _ = read()
    assert len(anew) == 1 and "onbekend" in anew[0]
    anew, commons = read()
    assert anew == [] and commons.contributors["bo"].name == "Bo"
    known, defects = commons.registers["contributors.yaml"], load(root, read_settings(root)).registers
    assert known.file == defects["contributors.yaml"].file and known.file.defects
    write_files(root, {"contributors.yaml": "an: [\n"})
    assert len(read()[0]) == 1 and len(read()[0]) == 1, "what cannot be read is not kept"


def test_a_helper_finds_what_the_program_itself_finds_and_what_it_kept(root, monkeypatch):
    monkeypatch.setattr(checking, "can_copy", lambda: True)  # whatever threads the tests have
    with_cache(root)
    own = read_settings(root)

    def checked(body: str) -> tuple[object, ...]:
        write_files(root, {TIPS[0]: page("", body)})
        memory = checking.recall_memory(root, own)
        _, problems = checking.load_and_begin(root, own, checking.silent, 2, memory)
        found, anew = problems(), checking.load_and_check(root, own, memory=Memory())[1]
        return found, checking.load_and_check(root, own)[1], anew

    first, again, anew = checked("Bel 0470 12 34 56.\n")
    assert first == again == anew and first
    monkeypatch.setattr(processes, "_begin", lambda parent: 1 / 0)
    first, again, anew = checked("Zie [weg](tips/weg).\n")
    assert first == again == anew and first


@pytest.mark.parametrize(
    ("before", "after", "is_title"),
    [
        ("title: Een\nthemes: [a]", "title: Ander\nthemes: [a]", True),
        ("title: Een\nthemes: [a]", "title: Een\nthemes: [b]", False),
        ("{title: Een, themes: [a]}", "{title: Ander, themes: [a]}", True),
        ("{\ntitle: Een, themes: [a]\n}", "{\ntitle: Een, themes: [b]\n}", False),
        ("title: |\n  Een\n\n  themes: [a]\nthemes: [a]", "title: |\n  Een\n\n  themes: [b]\nthemes: [a]", True),
    ],
)
def test_what_is_apart_from_the_title_changes_with_all_but_the_title(root, before, after, is_title):
    """However the front matter is written: what lists are made of follows from it."""
    known = []
    for front in (before, after):
        write_files(root, {TIPS[0]: f"---\n{front}\n---\nTekst.\n"})
        memory = Memory(root)
        load(root, read_settings(root), memory=memory)
        known.append(hashes_of(memory.seen[TIPS[0]]))
    (_, front, apart), (_, other_front, other_apart) = known
    assert front != other_front and (apart == other_apart) == is_title
