"""An address on a site that is known to have a safe connection starts with https."""

import pytest

from commons import page, problems_of, write_commons

PAGE = "commons/tips/kort.md"


@pytest.mark.parametrize(
    ("content", "place"),
    [
        (page(body="Zie [het bestuur](http://www.vlaanderen.be/lokaal).\n"), "7:19"),
        (page(body="Zie <http://WWW.Vlaanderen.be>.\n"), "7:6"),
        (page("sources: [{title: Iets, relation: cites, url: http://www.vlaanderen.be/x}]"), "6:47"),
    ],
)
def test_problem(tmp_path, content, place):
    assert problems_of(tmp_path, {PAGE: content}) == [f"{PAGE}:{place} link-https"]


@pytest.mark.parametrize(
    "address",
    [
        "https://www.vlaanderen.be/lokaal",
        "http://een.gemeente.example/",
        "http://www.vlaanderen.be:8080/",
        "http://www.vlaanderen.be.example/",
        "https://archief.example/http://www.vlaanderen.be/",
    ],
)
def test_no_problem(tmp_path, address):
    assert problems_of(tmp_path, {PAGE: page(body=f"Zie [het archief](<{address}>) van het bestuur.\n")}) == []


def test_the_sites_are_a_parameter(tmp_path):
    write_commons(tmp_path, {PAGE: page(body="Zie [het archief](http://archief.example/1).\n")})
    settings = (tmp_path / "mkdocs.yml").read_text()
    own = "      language: nl\n      checks: {link-https: {hosts: [archief.example]}}\n"
    (tmp_path / "mkdocs.yml").write_text(settings.replace("      language: nl\n", own))
    assert problems_of(tmp_path) == [f"{PAGE}:7:19 link-https"]
