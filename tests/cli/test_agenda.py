from sites import run

from commons import page, problems_of, write_commons

FILES = {
    "commons/networks/stek.md": page("type: locon", title="De Stek"),
    "commons/gatherings/vorige.md": page(
        "network: networks/stek\nstart: 2026-11-12\ndecisions: [{text: Goed.}]", title="Vorige keer"
    ),
}
DRAFT = "commons/gatherings/stek-2026-12-10.md"


def agenda(root, *arguments):
    return run("agenda", *arguments, "--root", root, "--lang", "en", cwd=root)


def test_it_shows_the_draft_and_writes_nothing(tmp_path):
    root = write_commons(tmp_path, FILES)
    done = agenda(root, "networks/stek", "--on", "2026-12-10T19:00")
    assert done.returncode == 0
    assert done.stdout.startswith("---\n") and "start: 2026-12-10T19:00\n" in done.stdout
    assert done.stderr == "Add to commons/gatherings/vorige.md: next: gatherings/stek-2026-12-10\n"
    assert not (root / DRAFT).exists()


def test_it_writes_the_draft_once(tmp_path):
    root = write_commons(tmp_path, FILES)
    shown = agenda(root, "stek", "--on", "2026-12-10").stdout
    done = agenda(root, "commons/networks/stek.md", "--on", "2026-12-10", "--write")
    assert done.returncode == 0 and done.stdout.startswith(f"Written: {root / DRAFT}")
    assert (root / DRAFT).read_text("utf-8") == shown
    assert problems_of(root) == []
    (root / DRAFT).write_text("van iemand", "utf-8")
    again = agenda(root, "stek", "--on", "2026-12-10", "--write")
    assert (again.returncode, again.stdout) == (2, "") and "is already there" in again.stderr
    assert (root / DRAFT).read_text("utf-8") == "van iemand"


def test_what_it_cannot_draft(tmp_path):
    root = write_commons(tmp_path, FILES)
    for arguments, said in (
        (("stak", "--on", "2026-12-10"), "There is no network 'stak' in this commons. Did you mean 'networks/stek'?\n"),
        (("stek", "--on", "2026-12"), "'2026-12' is no day. Write it as 2026-12-10, or 2026-12-10T19:00.\n"),
        (("stek", "--on", "2026-02-30"), "'2026-02-30' is no day. Write it as 2026-12-10, or 2026-12-10T19:00.\n"),
    ):
        done = agenda(root, *arguments)
        assert (done.returncode, done.stdout, done.stderr) == (2, "", said)


def test_it_tells_of_a_gathering_on_that_day(tmp_path):
    root = write_commons(tmp_path, FILES)
    assert (
        "has a gathering on that day already: commons/gatherings/vorige.md"
        in agenda(root, "stek", "--on", "2026-11-12").stderr
    )
