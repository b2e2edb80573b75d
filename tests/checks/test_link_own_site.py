import pytest

from commons import METHOD, SETTINGS, check_commons, found_by, page, said_by

CODE, TIP = "link-own-site", "commons/tips/kort.md"
WITH_REPOSITORY = {"mkdocs.yml": f"repo_url: https://forge.example/wij/commons\n{SETTINGS}"}


def replacements(root, address):
    found_by(CODE, root, {TIP: page("", f"[x]({address})\n"), **WITH_REPOSITORY})
    return [(found.column, found.replacement) for found in check_commons(root) if found.code == CODE]


@pytest.mark.parametrize(("address", "target"), [
    ("https://proef.example/methoden/intervisie/", "methods/intervisie"),
    ("http://PROEF.example/methoden/intervisie/#stappen", "methods/intervisie#stappen"),
    ("https://proef.example/methoden/intervisie/index.html", "methods/intervisie"),
    ("https://proef.example/themas/participatie/", "themes/participatie"),
    ("https://proef.example/methoden/", "methods/"),
    ("https://proef.example/", "../../docs/index.md"),
    (f"https://forge.example/wij/commons/blob/main/{METHOD}", "methods/intervisie"),
    ("https://proef.example/methoden/weg/", None),
])  # fmt: skip
def test_an_address_of_the_commons_itself(tmp_path, address, target):
    assert replacements(tmp_path, address) == [(5, target)]


@pytest.mark.parametrize("address", [
    "https://proef.example.org/methoden/intervisie/",
    "https://ander.example/methoden/intervisie/",
    "https://proef.example/zoeken/",
    "https://forge.example/wij/commons/issues",
    "https://forge.example/wij/ander/blob/main/commons/methods/intervisie.md",
    "methods/intervisie",
])  # fmt: skip
def test_another_address_has_no_problem(tmp_path, address):
    assert replacements(tmp_path, address) == []


def test_a_source_that_is_an_own_page(tmp_path):
    source = "{title: X, relation: cites, url: https://proef.example/methoden/intervisie/}"
    files = {TIP: page(f"sources: [{source}]")}
    assert found_by(CODE, tmp_path, files) == [f"{TIP}:6:44"]
    assert "methods/intervisie" in said_by(CODE, tmp_path, files)[0].partition("\n")[2]
