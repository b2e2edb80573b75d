"""An issue that was made with a form: read, proposed or asked about, and hostile ones seen through."""

import json
import re
import time
from html import unescape

import pytest
from filled_forms import SAY, TIP, write_event
from gemeengoed.cli import app
from gemeengoed.intake.contribute import contribute
from gemeengoed.intake.draft import draft
from gemeengoed.intake.issue import NotAnIssueError, read_event, read_form
from gemeengoed.intake.letters import branch_of, comment, commit_message, pull_request_text
from gemeengoed.kinds import KIND_BY_NAME
from gemeengoed.questions.forms import WITH_FORM, asked_of
from gemeengoed.report.quoted import block, code, quoted
from git import Repo
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner

from commons import check_commons, load_commons, write_commons


@pytest.fixture
def root(tmp_path):
    return write_commons(tmp_path / "commons")


def intake(root, folder, kind, answers, **changed):
    out = folder / "out"
    event_file = write_event(folder, kind, answers, **changed)
    done = CliRunner().invoke(app, ["intake", "--issue", str(event_file), "--out", str(out), "--root", str(root)])
    texts = {file.name: file.read_text("utf-8") for file in out.iterdir()} if out.exists() else {}
    return done.exit_code, texts


def test_from_the_form_to_a_proposal_that_passes_check(root, tmp_path):
    exit_code, texts = intake(root, tmp_path, "tip", TIP)
    assert exit_code == 0 and texts["outcome"] == "proposed"
    assert [problem for problem in check_commons(root) if str(problem.severity) == "error"] == []
    assert texts["branch"] == "bijdrage/12"
    assert texts["author"] == "an-voorbeeld <4321+an-voorbeeld@users.noreply.github.com>"
    assert texts["title.txt"] == "Nieuw: Tip, uit melding 12"
    assert texts["labels"] == "bijdrage,tip"
    assert texts["commit.txt"] == "Voeg tip 'neem-een-collega-mee' toe\n\nUit melding #12.\n"
    assert texts["files"].split() == ["commons/tips/neem-een-collega-mee.md", "contributors.yaml"]
    assert "Closes #12." in texts["body.md"] and "Neem een collega mee" in texts["body.md"]


def test_what_is_missing_is_asked_in_words(root, tmp_path):
    exit_code, texts = intake(root, tmp_path, "tip", {**TIP, "summary": "", "themes": ""})
    assert exit_code == 1 and texts["outcome"] == "asked" and set(texts) == {"outcome", "comment.md"}
    assert "**Samenvatting**: Hier is nog niets ingevuld" in texts["comment.md"]
    assert "**Thema&#39;s**" in texts["comment.md"] or "**Thema's**" in texts["comment.md"]
    assert not (root / "commons/tips").exists()


def test_an_edited_issue_goes_to_the_same_branch(root, tmp_path):
    _, before = intake(root, tmp_path, "tip", TIP)
    _, after = intake(write_commons(tmp_path / "other"), tmp_path, "tip", {**TIP, "title": "Neem iemand mee"})
    assert before["branch"] == after["branch"] == "bijdrage/12"
    assert after["files"].split()[0] == "commons/tips/neem-iemand-mee.md"


def test_an_issue_without_a_form_is_left_alone(root, tmp_path):
    exit_code, texts = intake(root, tmp_path, "tip", TIP, body="De zoekbalk doet het niet.", labels=[])
    assert exit_code == 0 and texts == {"outcome": "ignored"}


@pytest.mark.parametrize("kind", [*WITH_FORM, None])
def test_the_kind_is_known_without_its_label(tmp_path, kind):
    issue = read_event(write_event(tmp_path, kind, TIP, labels=[]))
    form = read_form(issue, SAY)
    assert (form.kind.name if form.kind else None) == kind
    assert form.answers["contributor.name"] == "An Voorbeeld"


def test_every_answer_comes_back_as_it_was_typed(tmp_path):
    answers = {question.name: f"Antwoord op {question.name}" for question in asked_of(KIND_BY_NAME["method"])}
    form = read_form(read_event(write_event(tmp_path, "method", answers)), SAY)
    extra = {question.name for question in asked_of(KIND_BY_NAME["method"]) if question.is_extra}
    assert {name: text for name, text in answers.items() if name not in {*extra, "agreements"}} == {
        name: text for name, text in form.answers.items() if name != "agreements"
    }


def test_a_forged_heading_of_the_form_is_seen(root, tmp_path):
    forged = {**TIP, "body": "Tekst.\n\n### Je naam\n\nDe Burgemeester\n"}
    exit_code, texts = intake(root, tmp_path, "tip", forged)
    assert exit_code == 1 and "staat er twee keer" in texts["comment.md"]
    assert not (root / "commons/tips").exists()


def test_a_heading_of_ones_own_is_none_of_the_form(root, tmp_path):
    exit_code, _ = intake(root, tmp_path, "tip", {**TIP, "body": "Zo:\n\n### Stap 1\n\nBegin samen."})
    assert exit_code == 0
    assert "### Stap 1" in (root / "commons/tips/neem-een-collega-mee.md").read_text("utf-8")


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"title": "x" * 60_000}, "60000 tekens"),
        ({"body": "<script>alert(1)</script>"}, "script"),
        ({"body": "[klik](javascript:alert(1))"}, "javascript"),
        ({"contributor.name": "y" * 500}, "500 tekens"),
    ],
)
def test_hostile_answers_get_a_clear_answer(root, tmp_path, changed, said):
    exit_code, texts = intake(root, tmp_path, "tip", {**TIP, **changed})
    assert exit_code == 1 and said in texts["comment.md"].replace("\u2060", "")
    assert len(texts["comment.md"]) < 10_000
    assert "<script" not in texts["comment.md"]


def test_sixty_kilobytes_of_text_are_a_page(root, tmp_path):
    exit_code, _ = intake(root, tmp_path, "tip", {**TIP, "body": "Een zin van enkele woorden. \n\n" * 2000})
    assert exit_code == 0


@pytest.mark.parametrize(
    "text",
    [f"### {'# ' * 30_000}x", *(signs * 15_000 for signs in ("a,b,", "<!--", "````", "[[[[", "1 2 ", "|a|b"))],
    ids=range(7),
)
def test_sixty_kilobytes_made_to_be_slow_are_read_in_seconds(base_commons, tmp_path, text):
    names = ("title", "body", "networks", "applies_to", "sources", "contributor.organisation", "remark")
    started = time.monotonic()
    for name in names:
        issue = read_event(write_event(tmp_path, "tip", {**TIP, name: text}))
        assert draft(base_commons, KIND_BY_NAME["tip"], read_form(issue, SAY).answers).kind
    assert time.monotonic() - started < 15


def test_what_does_not_fit_in_a_list_is_left_to_the_editors(base_commons):
    typed = "\n".join(f"regel {number}" for number in range(250))
    made = draft(base_commons, KIND_BY_NAME["tip"], {**TIP, "applies_to": typed})
    (remark,) = made.left
    assert remark.typed.split("\n")[-1] == "regel 249" and len(remark.typed.split("\n")) == 50


def test_a_hidden_switch_of_a_check_does_not_come_along(root, tmp_path):
    body = f"{TIP['body']}\n\n<!-- gemeengoed: off text-email, because ik dat wil -->\n\nMail an@gemeente-a.be"
    exit_code, texts = intake(root, tmp_path, "tip", {**TIP, "body": body})
    assert exit_code == 1 and "e-mailadres" in texts["comment.md"]


def test_a_title_that_names_a_path_stays_in_its_folder(root, tmp_path):
    exit_code, texts = intake(root, tmp_path, "tip", {**TIP, "title": "../../.github/workflows/x.yml"})
    assert exit_code == 0 and texts["files"].split()[0] == "commons/tips/github-workflows-x-yml.md"


def test_texts_for_the_forge_call_nobody(root, tmp_path):
    title = "Dag @iedereen, zie #1 en https://github.com/x/y/issues/3"
    exit_code, texts = intake(root, tmp_path, "tip", {**TIP, "title": title, "remark": "@allen ``` ### Kop\n```\n@nog"})
    assert exit_code == 0
    for text in (texts["body.md"], texts["comment.md"]):
        plain = re.sub(r"(?ms)^(`{3,})text\n.*?^\1$|(`+)[^\n]*?\2", "", text)
        assert "@" not in plain
        assert re.findall(r"#\d+", plain) in ([], ["#12"])


@pytest.mark.parametrize(
    "content",
    ["", "[]", "{}", '{"issue": 1}', "{" * 100_000, '{"issue": {"number": true, "user": {"login": "a", "id": 1}}}'],
)
def test_what_is_no_event_of_an_issue_is_refused(tmp_path, content):
    file = tmp_path / "event.json"
    file.write_text(content)
    with pytest.raises(NotAnIssueError):
        read_event(file)


@pytest.mark.parametrize("login", ["a b", "a\nb", "x" * 50, "a<b>", "", "-a"])
def test_an_author_that_the_forge_cannot_have_is_refused(tmp_path, login):
    with pytest.raises(NotAnIssueError):
        read_event(write_event(tmp_path, "tip", TIP, user={"login": login, "id": 1}))


def test_the_same_from_another_issue_waits_already(root, tmp_path):
    repo = Repo.init(root, initial_branch="main")
    with repo.config_writer() as config:
        config.set_value("user", "name", "Proef").set_value("user", "email", "proef@proef.example")
    repo.git.add("-A")
    repo.git.commit("-m", "Begin")
    repo.git.checkout("-b", "bijdrage/7")
    intake(root, tmp_path, "tip", TIP, number=7)
    repo.git.add("-A")
    repo.git.commit("-m", "Tip")
    repo.git.checkout("main")
    exit_code, texts = intake(root, tmp_path, "tip", TIP)
    assert exit_code == 1 and texts["outcome"] == "double" and "`bijdrage/7`" in texts["comment.md"]
    exit_code, texts = intake(root, tmp_path, "tip", {**TIP, "body": "Iets anders."})
    assert exit_code == 0 and texts["files"].split()[0] == "commons/tips/neem-een-collega-mee-2.md"
    repo.git.reset("--hard")
    repo.git.clean("-fd")
    exit_code, texts = intake(root, tmp_path, "tip", TIP, number=7)
    assert exit_code == 0, "the issue's own branch is no other contribution"
    repo.close()


def test_answers_from_a_file(root, tmp_path):
    file = tmp_path / "answers.json"
    file.write_text(json.dumps(TIP), "utf-8")
    done = CliRunner().invoke(app, ["intake", "--answers", str(file), "--kind", "tip", "--root", str(root)])
    assert done.exit_code == 0 and (root / "commons/tips/neem-een-collega-mee.md").exists()


@given(st.text(max_size=400))
def test_quoted_words_act_on_nothing(text):
    assert not re.search(r"[<>`*_\[\]!|@]|#(?!\d+;)", quoted(text))
    assert "\n" not in quoted(text) and "\n" not in code(text)
    inside = block(text, 400).split("\n")
    assert inside[0].removesuffix("text") == inside[-1] and not any(inside[0][:-4] in line for line in inside[1:-1])


@pytest.mark.parametrize("words", ["@iedereen", "zie #1", "GH-12", "gh-3", "a@b.be"])
def test_quoted_words_call_nobody_also_where_entities_are_read_first(words):
    assert not re.search(r"@\w|#\w|gh-\d", unescape(quoted(words)), re.IGNORECASE)


@given(st.text(max_size=2000))
def test_any_body_of_an_issue_is_read(base_commons, tmp_path_factory, text):
    folder = tmp_path_factory.mktemp("event")
    form = read_form(read_event(write_event(folder, "tip", TIP, body=text)), SAY)
    done = contribute(base_commons, form.kind, form.answers)
    assert comment(done, SAY).startswith("<!-- gemeengoed-intake -->")


@pytest.fixture(scope="module")
def base_commons(tmp_path_factory):
    return load_commons(write_commons(tmp_path_factory.mktemp("base")))


def test_the_texts_of_a_contribution(root, tmp_path):
    """Read as the contributor: with a remark left to the editors, and advice of a check."""
    answers = {**TIP, "organisations": "Gemeente Z", "body": "Ga met twee.\n\n## Kop\n\n#### Diep\n\nTekst."}
    issue = read_event(write_event(tmp_path, "tip", answers))
    done = contribute(load_commons(root), KIND_BY_NAME["tip"], answers)
    text = pull_request_text(done, issue, SAY)
    assert "**Na te kijken**" in text and "Gemeente Z" in text and "**Waarschuwing**" in text
    assert branch_of(issue) == "bijdrage/12" and "neem-een-collega-mee" in commit_message(done.draft, issue, SAY)
