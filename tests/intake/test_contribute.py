"""From what somebody typed to files that pass every check."""

import re

import pytest
from filled_forms import TIP
from gemeengoed.i18n import translator
from gemeengoed.intake.contribute import Fate, contribute, write
from gemeengoed.intake.draft import draft
from gemeengoed.intake.letters import comment
from gemeengoed.intake.place import New, NotPlacedError, place
from gemeengoed.kinds import KIND_BY_NAME, KINDS
from gemeengoed.questions.asked import questions
from gemeengoed.questions.forms import asked_of
from hypothesis import given
from hypothesis import strategies as st

from commons import CONTRIBUTORS, check_commons, load_commons, page, write_commons

NETWORK = page("type: community", title="Markt")
QUESTION = page(title="Hoe begin je?")


@pytest.fixture
def root(tmp_path):
    files = {"commons/networks/markt.md": NETWORK, "commons/questions/hoe-begin-je.md": QUESTION}
    return write_commons(tmp_path, files)


@pytest.fixture(scope="module")
def base(tmp_path_factory):
    return load_commons(write_commons(tmp_path_factory.mktemp("base")))


def contributed(root, kind, answers):
    return contribute(load_commons(root), KIND_BY_NAME[kind] if kind else None, answers)


def said(done):
    return [f"{remark.question.name}: {remark.what.say(translator('en'))}" for remark in done.draft.remarks]


def test_a_tip_and_its_new_contributor_pass_every_check(root):
    done = contributed(root, "tip", TIP)
    assert done.fate is Fate.PROPOSED and not done.draft.remarks
    write(load_commons(root), done)
    assert [problem for problem in check_commons(root) if str(problem.severity) != "advice"] == []
    text = (root / "commons/tips/neem-een-collega-mee.md").read_text("utf-8")
    assert text.startswith("---\ntitle: Neem een collega mee\n")
    assert "authors: [an-voorbeeld]\nthemes: [participatie]\n" in text
    register = (root / "contributors.yaml").read_text("utf-8")
    assert register.startswith(CONTRIBUTORS)
    assert "  skills_offered: [luisteren]\n" in register and "scope: [name, organisation, skills]" in register


OWN = {
    "practice": {"maturity": "Uitgeprobeerd", "context.organisation": "gemeente a", "context.period": "2019 tot 2020"},
    "method": {"duration": "1 tot 2 uur", "group_size": "max. 12", "materials": "- Papier\n- Stiften"},
    "tip": {"applies_to": "wie vergadert"},
    "question": {"expert_wanted": "Iemand die het al deed"},
    "answer": {"question": "Hoe begin je?"},
    "experience": {"about": "Intervisie", "organisation": "Vzw B", "on": "mei 2026", "result": "Werkte deels"},
    "gathering": {"network": "markt", "start": "10/12/2026 19:00", "agenda": "Kennismaken\nIntervisie | intervisie"},
    "initiative": {"network": "Markt", "motivation": "Omdat het nodig is.", "phase": "Wordt verkend"},
    "network": {"type": "Leergemeenschap", "cycles": "2017-Q1 | Kracht | participatie"},
    "collection": {"parts": "Intervisie | Begin hier"},
}


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_kind_can_be_contributed(root, kind):
    say = translator("nl")
    own = dict(OWN[kind.name])
    for question in questions(kind):
        if question.choices and question.name in own:
            own[question.name] = say(question.choices[1].label)  # as the list of the form has it
    done = contributed(root, kind.name, {**TIP, **own})
    assert done.fate is Fate.PROPOSED, said(done) + [str(problem) for problem in done.trial.errors]
    assert said(done) == []
    write(load_commons(root), done)
    item = load_commons(root).items[f"{kind.folder}/neem-een-collega-mee"]
    filled = item.text.front_matter
    for name in own:
        outer, _, inner = name.partition(".")
        assert (filled[outer][inner] if inner else filled[outer]) not in (None, "", [])
    assert not item.text.defects


def test_what_is_filled_in_for_who_asks_and_answers(root):
    commons = load_commons(root)
    answer = draft(commons, KIND_BY_NAME["answer"], {**TIP, "question": "questions/hoe-begin-je"})
    text = next(iter(answer.files.values()))
    assert f"by: an-voorbeeld\n'on': '{commons.today}'\n" in text.replace("\non:", "\n'on':")
    initiative = draft(commons, KIND_BY_NAME["initiative"], {**TIP, **OWN["initiative"]})
    assert "promotor: an-voorbeeld\n" in next(iter(initiative.files.values()))


@pytest.mark.parametrize("name", ["title", "summary", "body", "themes", "contributor.name", "agreements"])
def test_what_is_missing_is_asked_for_and_nothing_is_written(root, name):
    done = contributed(root, "tip", {**TIP, name: "_No response_"})
    assert done.fate is Fate.ASKED and not done.files
    assert name in {remark.question.name for remark in done.draft.asked}


def test_without_the_licence_nothing_is_taken_in(root):
    done = contributed(root, "tip", {**TIP, "agreements": "name"})
    assert done.fate is Fate.ASKED
    assert said(done) == ["agreements: Without your agreement to the licence we cannot take it in: tick the first box."]


def test_who_is_not_named_is_credited_as_the_organisation(root):
    done = contributed(root, "tip", {**TIP, "agreements": "licence"})
    assert done.fate is Fate.PROPOSED and list(done.files) == ["commons/tips/neem-een-collega-mee.md"]
    assert "authors: [gemeente-a]" in done.draft.files["commons/tips/neem-een-collega-mee.md"]
    assert b"An Voorbeeld" not in b"".join(new.content for new in done.files.values())


def test_only_what_was_agreed_to_is_kept_of_a_person(root):
    done = contributed(root, "tip", {**TIP, "agreements": "licence\nname"})
    assert set(done.draft.person.entry) == {"name", "consent"}
    assert done.draft.person.entry["consent"]["scope"] == ["name"]


def test_somebody_who_is_here_already_gets_no_second_entry(root):
    done = contributed(root, "tip", {**TIP, "contributor.name": "redactie"})
    assert done.fate is Fate.PROPOSED and list(done.files) == ["commons/tips/neem-een-collega-mee.md"]
    assert "Make sure that this is the same person" in said(done)[0]


def test_somebody_joins(root):
    done = contributed(root, None, {**TIP, "contributor.about": "Ik help graag."} | {"title": ""})
    assert done.fate is Fate.PROPOSED and list(done.files) == ["contributors.yaml"]
    write(load_commons(root), done)
    assert load_commons(root).contributors["an-voorbeeld"].about == "Ik help graag."
    assert contributed(root, None, TIP).fate is Fate.DOUBLE


def test_a_name_that_is_taken_is_never_overwritten(root):
    there = root / "commons/tips/neem-een-collega-mee.md"
    there.parent.mkdir()
    there.write_text(page(title="Neem een collega mee", body="Iets heel anders.\n"), "utf-8")
    before = there.read_bytes()
    done = contributed(root, "tip", TIP)
    assert done.draft.slug == "neem-een-collega-mee-2"
    assert "is taken by another page" in said(done)[0]
    write(load_commons(root), done)
    assert there.read_bytes() == before


def test_the_same_sent_twice_is_recognised(root):
    write(load_commons(root), contributed(root, "tip", TIP))
    again = contributed(root, "tip", {**TIP, "title": "Neem iemand mee", "body": TIP["body"].replace("\n\n", "\n \n")})
    assert again.fate is Fate.DOUBLE and again.draft.double_of.ref == "tips/neem-een-collega-mee"


def test_pages_that_are_alike_are_named_and_members_pages_never(root):
    (root / "commons/tips").mkdir()
    (root / "commons/tips/a.md").write_text(page(title="Een collega neem mee"), "utf-8")
    (root / "commons/tips/b.md").write_text(page("audience: members", title="Neem een collega mee?"), "utf-8")
    done = contributed(root, "tip", TIP)
    assert [item.ref for item in done.draft.similar] == ["tips/a"]
    assert "Is dit hetzelfde als een van deze?" in comment(done, translator("nl"))


def test_an_error_that_a_check_finds_is_asked_about(root):
    done = contributed(root, "tip", {**TIP, "body": "Mail an.voorbeeld@gemeente-a.be voor meer."})
    assert done.fate is Fate.ASKED and not done.files
    assert [problem.code for problem in done.trial.errors] == ["text-email"]


def test_what_stood_wrong_before_is_not_asked_of_somebody_new(root):
    (root / "commons/tips").mkdir()
    (root / "commons/tips/stuk.md").write_text("geen gegevens\n", "utf-8")
    assert contributed(root, "tip", TIP).fate is Fate.PROPOSED


def test_names_that_nobody_knows_are_left_to_the_editors(root):
    done = contributed(root, "tip", {**TIP, "organisations": "Gemeente A, Gemeente Z", "networks": "Onbekend"})
    assert done.fate is Fate.PROPOSED
    assert [remark.typed for remark in done.draft.left] == ["Gemeente Z", "Onbekend"]


def test_a_source_on_a_line(root):
    typed = "Leren doe je samen, Vonk https://voorbeeld.example/a\nKaarten | 18F | CC0-1.0"
    done = contributed(root, "tip", {**TIP, "sources": typed})
    commons = load_commons(root)
    write(commons, done)
    sources = load_commons(root).items["tips/neem-een-collega-mee"].fields.sources
    assert [(source.title, source.author, source.url, source.licence) for source in sources] == [
        ("Leren doe je samen, Vonk", None, "https://voorbeeld.example/a", None),
        ("Kaarten", "18F", None, "CC0-1.0"),
    ]


@pytest.mark.parametrize("path", ["commons/../x.md", "/etc/x", "docs/index.md", "commons/a\\b.md", "../commons/x.md"])
def test_nothing_is_written_outside_the_commons(root, path):
    with pytest.raises(NotPlacedError):
        place(root, {"commons/tips/goed.md": New(b"x"), path: New(b"x")})
    assert not (root / "commons/tips/goed.md").exists()


def test_a_file_that_came_meanwhile_stays(root):
    (root / "commons/tips").mkdir()
    (root / "commons/tips/x.md").write_bytes(b"van iemand anders")
    with pytest.raises(NotPlacedError):
        place(root, {"commons/tips/x.md": New(b"nieuw")})
    assert (root / "commons/tips/x.md").read_bytes() == b"van iemand anders"


def test_all_files_or_none(root):
    with pytest.raises(NotPlacedError):
        place(root, {"commons/tips/nieuw.md": New(b"x"), "contributors.yaml": New(b"x", b"als iemand anders was")})
    assert not (root / "commons/tips/nieuw.md").exists()
    assert (root / "contributors.yaml").read_text() == CONTRIBUTORS
    assert not list(root.rglob("*.tmp"))


def test_nothing_is_written_through_a_link(root, tmp_path_factory):
    elsewhere = tmp_path_factory.mktemp("elders")
    (root / "commons/tips").symlink_to(elsewhere)
    with pytest.raises(NotPlacedError):
        place(root, {"commons/tips/x.md": New(b"x")})
    assert not list(elsewhere.iterdir())


def test_no_two_questions_of_a_form_have_one_label():
    for kind in (*KINDS, None):
        labels = [translator("nl")(question.label) for question in asked_of(kind) if not question.is_extra]
        assert len(labels) == len(set(labels)), kind


HOSTILE = [
    'a: [1, {b: "c\n---\n',
    "--- \ntitle: anders\n---",
    "<script>alert(1)</script>",
    "../../../etc/passwd",
    "\x00\x1b[31mrood\x07",
    "\u202etxt.exe",
    "&a [*a, *a]",
    "!!python/object/apply:os.system [id]",
    "{{ 7*7 }} {% include 'x' %}",
    "| > % @ `",
    "# Kop",
    "no",
    "\ud800",
]


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("name", ["title", "summary", "body", "applies_to", "contributor.name", "sources", "networks"])
def test_hostile_answers_stay_text(root, name, text):
    done = contributed(root, "tip", {**TIP, name: f"Woord {text}"})
    for path in done.files:
        assert re.fullmatch(r"commons/tips/[a-z0-9-]+\.md|contributors\.yaml", path)
    if done.fate is Fate.PROPOSED:
        write(load_commons(root), done)
        commons = load_commons(root)
        item = commons.items[f"tips/{done.draft.slug}"]
        assert not item.text.defects and set(item.text.front_matter) <= set(type(item.fields).model_fields)
        assert (
            set(commons.contributors) - {"redactie"} == {done.draft.person.credited} and len(commons.contributors) == 2
        )


anything = st.text(st.characters(codec=None), max_size=300)


@given(st.dictionaries(st.sampled_from([*TIP, "applies_to", "sources", "organisations", "remark"]), anything))
def test_no_answer_breaks_the_engine_or_leaves_the_commons(base, answers):
    made = draft(base, KIND_BY_NAME["tip"], {**TIP, **answers})
    for path, text in made.files.items():
        assert re.fullmatch(r"commons/tips/[a-z0-9]+(-[a-z0-9]+)*\.md", path)
        text.encode()
        assert text.count("\n---\n") >= 1
