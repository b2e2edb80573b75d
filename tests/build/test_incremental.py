"""After any edits a build that starts from an earlier one gives the same bytes as one that starts afresh."""

from __future__ import annotations

import shutil
import tempfile
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule
from sites import REPOSITORY, build_site, bytes_of, commit

from commons import BASE, CONTRIBUTORS, METHOD, SETTINGS, VOCABULARY, page, write_commons, write_files

TIPS = [f"commons/tips/tip-{number}.md" for number in range(4)]
QUESTIONS = [f"commons/questions/vraag-{number}.md" for number in range(2)]
ANSWER = "commons/answers/antwoord.md"
TEXTS = [
    page("related: [tips/tip-1, methods/intervisie]", "Zie [de tip](tips/tip-2).\n", title="Participatietraject"),
    page("keywords: [traject]\nthemes: [co-creatie]".replace("themes: [co-creatie]", ""), "Kort.\n", title="Aa"),
    page("", "Een participatietraject met ![beeld](plaat.png).\n", title="Zz"),
    page("audience: members", "Voor leden: [tip](tips/tip-0).\n", title="Zeearend"),
    page("status: archived", "Oud.\n", title="Oude tip"),
    page("status: draft", "Nog niet.\n", title="Ontwerp"),
    page("licence: CC0-1.0\norganisations: [vzw-b]", "Vrij.\n", title="Vrije tip"),
    page("onbekend: 1", "Fout.\n", title="Foute tip"),
    None,
]
ANSWERS = [page(f"question: questions/vraag-{n}\nby: redactie\non: 2026-0{n + 1}", f"Zo, {n}.\n") for n in range(2)]
ASKED = [page(f"state: {state}\nasked_by: redactie", "Hoe?\n", title=f"Hoe {state}") for state in ("open", "answered")]
NAMES = [CONTRIBUTORS, CONTRIBUTORS.replace("name: Redactie", "name: De redactie")]
TERMS = [
    VOCABULARY,
    VOCABULARY.replace("nl: Participatie,", "nl: Inspraak,"),
    VOCABULARY.replace("Co-creatie", "Samen"),
]
MENU = "nav: [index.md, tips/index.md]\n"
SETTING = [
    SETTINGS + MENU,
    SETTINGS + MENU.replace("tips", "methoden"),
    SETTINGS.replace("Proef", "Andere proef") + MENU,
]
OTHERS = {
    "contributors.yaml": NAMES,
    "commons/vocabulary.yaml": TERMS,
    "mkdocs.yml": SETTING,
    "commons/tips/plaat.png": [b"\x89PNG\r\n\x1a\n", b"\x89PNG\r\n\x1a\nanders", None],
    "docs/index.md": [BASE["docs/index.md"], "---\ntitle: Hallo\n---\nZie [meer](meer.md) en [x](tips/tip-0.md).\n"],
    "docs/meer.md": ["---\ntitle: Meer\n---\nMeer.\n", "---\ntitle: Minder\n---\nZie [tip](tips/tip-0).\n", None],
    "docs/bestand.txt": ["los", "vast", None],
    "overrides/assets/gemeengoed/site.css": ["a{color:red}", "a{color:blue}"],
    "overrides/partials/footer.html": ["<footer>een</footer>", "<footer>twee</footer>"],
}

edits = st.one_of(
    st.tuples(st.sampled_from([*TIPS, METHOD]), st.sampled_from(TEXTS)),
    st.tuples(st.sampled_from(QUESTIONS), st.sampled_from([*ASKED, None])),
    st.tuples(st.just(ANSWER), st.sampled_from([*ANSWERS, None])),
    st.sampled_from([(path, content) for path, contents in OTHERS.items() for content in contents]),
)


class Edits(RuleBasedStateMachine):
    """A commons that people work on, built after some edits, and now and then touched by hand."""

    @initialize()
    def begin(self) -> None:
        self.folder = tempfile.TemporaryDirectory()
        self.root = write_commons(Path(self.folder.name) / "commons", {"mkdocs.yml": SETTING[0]})
        shutil.copytree(REPOSITORY / "overrides", self.root / "overrides")
        write_files(self.root, {path: TEXTS[number] for number, path in enumerate(TIPS)})
        self.day = date(2026, 1, 1)
        commit(self.root, str(self.day))
        build_site(self.root, keep_going=True, jobs=1)

    @rule(changes=st.lists(edits, min_size=4, max_size=16))
    def edit(self, changes):
        """Add, change and delete pages, pictures, registers, templates and settings."""
        write_files(self.root, dict(changes))

    @rule(old=st.sampled_from(TIPS), new=st.sampled_from(TIPS))
    def rename(self, old, new):
        if (self.root / old).exists():
            (self.root / old).rename(self.root / new)

    @rule(days=st.integers(0, 2))
    def save(self, days):
        """Put it in a commit, today or later."""
        self.day += timedelta(days)
        write_files(self.root, {"commons/tips/tip-0.md": page(body=f"Van {self.day}.\n")})
        commit(self.root, str(self.day))

    @rule(
        name=st.sampled_from(["site/index.html", ".gemeengoed/public/mkdocs/tree/index.md", "site/tips/index.html"]),
        is_gone=st.booleans(),
    )
    def touch_by_hand(self, name, is_gone):
        """What stands in the folders of a build is changed or lost, in place."""
        file = self.root / name
        if file.exists():
            _ = file.unlink() if is_gone else file.write_bytes(b"met de hand")

    @rule(name=st.sampled_from(["staged", "rendered", "placed", "templates", "tree", "site", "spare"]))
    def break_the_notes(self, name):
        notes = self.root / f".gemeengoed/public/mkdocs/{name}.json"
        if notes.exists():
            notes.write_bytes(notes.read_bytes()[:-9] + b"niets meer")

    @rule()
    def compare(self):
        """Build on, and build a copy afresh."""
        build_site(self.root, keep_going=True, jobs=1)
        copy = Path(self.folder.name) / "kopie"
        shutil.copytree(self.root, copy, ignore=shutil.ignore_patterns("site", ".gemeengoed"))
        build_site(copy, keep_going=True, jobs=1)
        mine, afresh = bytes_of(self.root / "site"), bytes_of(copy / "site")
        shutil.rmtree(copy)
        assert mine.keys() == afresh.keys()
        assert [path for path in mine if mine[path] != afresh[path]] == []

    def teardown(self) -> None:
        self.compare()
        self.folder.cleanup()


@pytest.mark.slow
def test_after_any_edits_the_bytes_are_those_of_a_clean_build():
    """A few hundred edits, in a dozen builds."""
    from hypothesis.stateful import run_state_machine_as_test

    few = settings(max_examples=4, stateful_step_count=12, deadline=None, suppress_health_check=list(HealthCheck))
    run_state_machine_as_test(Edits, settings=few)
