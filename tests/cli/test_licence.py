from sites import run

from commons import METHOD, page, write_commons

SOURCE = "sources: [{title: Boek, author: A, url: 'https://a.example', relation: derived-from, licence: CC-BY-SA-4.0}]"


def test_it_tells_which_licence_holds_and_why(tmp_path):
    root = write_commons(tmp_path)
    for name, where in (
        (METHOD, root),
        (root / METHOD, None),
        ("intervisie.md", root / "commons/methods"),
        ("methods/intervisie", root),
    ):
        done = run("licence", name, "--root", root, "--lang", "en", cwd=where)
        assert (done.returncode, done.stderr) == (0, "")
        assert done.stdout.splitlines() == [
            f"{METHOD} has the licence CC-BY-NC-SA-4.0.",
            "- The page names no licence itself.",
            "- mkdocs.yml has no rule for the folder methods.",
            "- The default of this commons holds: CC-BY-NC-SA-4.0.",
        ]


def test_it_tells_what_stands_in_the_way(tmp_path):
    root = write_commons(tmp_path, {METHOD: page(SOURCE)})
    done = run("licence", METHOD, "--root", root, "--lang", "en", cwd=root)
    assert done.returncode == 1
    assert "! What is made after 'Boek' (CC-BY-SA-4.0)" in done.stdout
    assert "Write in this page: licence: CC-BY-SA-4.0" in done.stdout


def test_a_page_that_is_not_there(tmp_path):
    root = write_commons(tmp_path)
    done = run("licence", "commons/methods/niets.md", "--root", root, "--lang", "en", cwd=root)
    assert (done.returncode, done.stdout) == (2, "")
    assert "no page 'commons/methods/niets.md'" in done.stderr
