"""Who looks at what: labels, owners and the monthly message, by theme, network and steward."""

import json
import os
import subprocess
from pathlib import Path

import pytest
from gemeengoed.cli import app
from gemeengoed.i18n import translator
from gemeengoed.review.due_letter import due_letters
from gemeengoed.review.form import Review
from gemeengoed.review.labels import labels_of
from gemeengoed.review.owners import REVIEWERS, ReviewersError, code_owners, read_reviewers
from typer.testing import CliRunner

from commons import load_commons, page, write_commons, write_files

REPOSITORY = Path(__file__).parents[2]
SAY = translator("nl")
OLD = "review_by: '2020'\nsteward: "
FILES = {
    "commons/networks/markt.md": page("type: community", title="Markt"),
    "commons/tips/a.md": page(f"{OLD}redactie", title="Tip A"),
    "commons/tips/b.md": page("review_by: '2020'", title="Tip B"),
    "commons/tips/c.md": page(f"{OLD}../../weg", title="Tip C"),
    "commons/tips/d.md": page(f"{OLD}redactie\naudience: members", title="Vertrouwelijk"),
    "commons/tips/e.md": page(f"{OLD}redactie\nstatus: archived", title="Tip E"),
    "commons/tips/f.md": page("review_by: '2099'\nsteward: redactie", title="Tip F"),
    "commons/tips/g.md": page("networks: [networks/markt]", title="Tip G"),
}


@pytest.fixture
def root(tmp_path):
    return write_commons(tmp_path / "commons", FILES)


def test_every_steward_reads_what_is_due_and_nothing_else(root):
    editors, redactie = due_letters(load_commons(root), SAY).values()
    assert editors[0] == "Na te kijken pagina's: de redactie"
    assert "`Tip B`" in editors[1] and "`Tip C`" in editors[1] and "Tip A" not in editors[1]
    assert redactie[0] == "Na te kijken pagina's: Redactie"
    assert "- [ ] `Tip A` (`commons/tips/a.md`), sinds 2020" in redactie[1]
    assert "Vertrouwelijk" not in redactie[1] and "`commons/tips/d.md`" in redactie[1]
    assert "Tip E" not in redactie[1] and "Tip F" not in redactie[1]


def test_the_messages_are_written_below_their_folder_only(root, tmp_path):
    done = CliRunner().invoke(app, ["due", f"--out={tmp_path / 'out'}", f"--root={root}"])
    assert done.exit_code == 0
    assert sorted(path.relative_to(tmp_path / "out").as_posix() for path in (tmp_path / "out").rglob("*.md")) == [
        "001/body.md",
        "002/body.md",
    ]


def test_an_open_message_is_brought_up_to_date_and_a_new_one_opened(root, tmp_path):
    CliRunner().invoke(app, ["due", f"--out={tmp_path / 'out'}", f"--root={root}"])
    program = tmp_path / "bin/gh"
    program.parent.mkdir()
    known = [{"number": 4, "title": "Na te kijken pagina's: Redactie"}]
    program.write_text(
        f'#!/bin/sh\necho "$1 $2 $3" >> {tmp_path}/asked\n[ "$2" != list ] || cat {tmp_path}/known.json\n'
    )
    program.chmod(0o755)
    (tmp_path / "known.json").write_text(json.dumps(known))
    environment = os.environ | {"PATH": f"{program.parent}:{os.environ['PATH']}"}
    script = str(REPOSITORY / "tooling/forge/due.sh")
    subprocess.run([script, str(tmp_path / "out"), "nakijken"], env=environment, check=True)
    assert (tmp_path / "asked").read_text().splitlines() == [
        "label create nakijken",
        "issue list --state",
        "issue create --title",
        "issue list --state",
        "issue edit 4",
    ]


def test_owners_by_network_and_theme(root):
    text = "everything: ['@org/redactie']\nthemes: {participatie: ['@an']}\nnetworks: {markt: ['@org/markt']}\n"
    write_files(root, {REVIEWERS: text})
    commons = load_commons(root)
    lines = code_owners(commons, read_reviewers(commons)).splitlines()
    assert lines[1] == "* @org/redactie"
    assert "/commons/tips/g.md @org/markt @an" in lines and "/commons/networks/markt.md @org/markt @an" in lines
    assert "/commons/tips/a.md @an" in lines


@pytest.mark.parametrize(
    "text",
    [
        "themes: {wonen: ['@an']}",
        "everything: [an]",
        "everything: ['@an\n* @kwaad']",
        "x: 1",
        "- a",
        "{",
        "networks: {x: 1}",
    ],
)
def test_reviewers_that_are_wrong_are_refused(root, text):
    write_files(root, {REVIEWERS: text})
    with pytest.raises(ReviewersError, match=r"reviewers\.yaml"):
        read_reviewers(load_commons(root))


def test_the_repositorys_owners_are_those_of_its_reviewers():
    commons = load_commons(REPOSITORY)
    written = (REPOSITORY / ".github/CODEOWNERS").read_text("utf-8")
    assert written == code_owners(commons, read_reviewers(commons)), "run: gemeengoed owners"


def test_labels_come_from_what_the_published_commons_knows(root):
    touched = {"path": "commons/tips/x.md", "state": "added", "fate": "published"}
    pages = [
        touched | {"themes": ["participatie", "kwaad"], "networks": ["networks/markt", "networks/weg"]},
        touched | {"path": "commons/kwaad/x.md"},
        touched | {"path": "tips/x.md"},
    ]
    review = Review.model_validate({"pull_request": 1, "language": "nl", "pages": pages})
    assert labels_of(review, load_commons(root), SAY) == ("tip", "thema: Participatie", "netwerk: markt")
