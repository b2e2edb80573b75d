"""``gemeengoed new``: a file with every field, that asks for what is needed, whatever the title."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from commands import assert_tells, call
from gemeengoed.kinds import KIND_BY_NAME
from gemeengoed.kinds.declare import is_required
from gemeengoed.problems import Severity
from sites import bytes_of

from commons import check_commons, load_commons, problems_of, write_files


def errors_in(root: Path, path: str) -> list[str]:
    """The codes of the errors in a file; advice about what stands in it is another matter."""
    found = [problem for problem in check_commons(root) if problem.path == path]
    return [problem.code for problem in found if problem.severity is Severity.ERROR]


@pytest.mark.parametrize("kind", KIND_BY_NAME)
def test_new_asks_only_for_what_is_still_to_fill_in(root, kind):
    done = call("new", kind, "Een goed begin", "--root", root)
    path = f"commons/{KIND_BY_NAME[kind].folder}/een-goed-begin.md"
    assert_tells(done, 0, "een-goed-begin.md")
    fields = KIND_BY_NAME[kind].fields
    needed = {name for name in fields.model_fields if is_required(fields, name)} - {"title", "authors"}
    assert needed and errors_in(root, path) == ["field-missing"] * len(needed)
    assert f"{path}:5:9 trailing-blank" not in problems_of(root)
    text = (root / path).read_text()
    assert all(f"{name}:" in text for name in fields.model_fields)


def test_every_field_of_a_new_item_may_be_uncommented(root):
    """The notes are valid YAML as soon as the # in front is taken away and a value is given."""
    for kind in KIND_BY_NAME.values():
        call("new", kind.name, "Alles open", "--root", root)
        front = (root / f"commons/{kind.folder}/alles-open.md").read_text().split("---\n")[1]
        opened = [
            line.removeprefix("# ") if line.endswith(":") and line.startswith("# ") else line
            for line in front.splitlines()
        ]
        assert set(yaml.load("\n".join(opened), Loader=yaml.BaseLoader)) == set(kind.fields.model_fields)


def test_new_never_overwrites(root):
    assert call("new", "tip", "Kort en goed", "--root", root).returncode == 0
    write_files(root, {"commons/tips/kort-en-goed.md": "Mijn werk."})
    assert_tells(call("new", "tip", "Kort, en goed!", "--root", root), 2, "kort-en-goed.md")
    assert (root / "commons/tips/kort-en-goed.md").read_text() == "Mijn werk."


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Samen: hoe dan?", "samen-hoe-dan"),
        ("\"Aanhaling\" en 'enkel'", "aanhaling-en-enkel"),
        ("Café société – één", "cafe-societe-een"),
        ("../../etc/passwd", "etc-passwd"),
        ("C:\\Windows\\x", "c-windows-x"),
        ("- een lijst", "een-lijst"),
        ("# geen opmerking", "geen-opmerking"),
        ("{a: b}", "a-b"),
        ("[x](y)", "x-y"),
        ("@wie & *waarom*", "wie-waarom"),
        ("!!python/object:os.system", "python-object-os-system"),
        ("ja", "ja"),
        ("null", "null"),
        ("2017", "2017"),
        ("2017-01-01", "2017-01-01"),
        ("1e3", "1e3"),
        ("Twee\nregels\tmet  blanco", "twee-regels-met-blanco"),
        ("--- x", "x"),
        ("{{ 7*7 }}", "7-7"),
        ("Emoji 😀 erbij", "emoji-erbij"),
        ("x" * 300, "x" * 80),
        ("Łódź", "odz"),
        ("bel\x07", "bel"),
        ("een \udcff twee", "een-twee"),
    ],
)
def test_titles_with_odd_signs(root, title, slug):
    done = call("new", "tip", "--root", root, "--", title)
    assert_tells(done, 0)
    items = load_commons(root).items
    assert items[f"tips/{slug}"].title == " ".join(title.replace("\udcff", "").split())
    assert sorted(path.name for path in (root / "commons/tips").iterdir()) == [f"{slug}.md"]
    assert set(errors_in(root, f"commons/tips/{slug}.md")) == {"field-missing"}


@pytest.mark.parametrize("title", ["", "???", "中文", "x" * 301], ids=["empty", "signs", "other", "long"])
def test_titles_that_cannot_be(root, title):
    before = bytes_of(root)
    assert_tells(call("new", "tip", title, "--root", root), 2)
    assert bytes_of(root) == before
