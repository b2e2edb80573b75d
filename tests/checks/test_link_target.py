import pytest

from commons import found_by, page, said_by

CODE = "link-target"
FILE = "commons/tips/kort.md"


@pytest.mark.parametrize(
    "text",
    [
        page(body="[a](methods/intervisie) [b](../methods/intervisie.md) [c](methods/) [d](themes/participatie)\n"),
        page(body="[a](https://a.be) [b](//a.be) [c](mailto:x@y.be) [d](#x) [e]()\n"),
        page(body="`[a](methods/weg)` <!-- [b](methods/weg) --> \\[c](methods/weg)\n"),
        page(body="[a](../../docs/index.md)\n"),
    ],
)
def test_unchanged(tmp_path, text):
    assert found_by(CODE, tmp_path, {FILE: text}) == []


@pytest.mark.parametrize(
    ("text", "places"),
    [
        (page(body="[intervisie](methods/intervise)\n"), ["7:14"]),
        (page(body="Eén\n\n  [a](weg.md) ![b](weg.png 'titel')\n"), ["9:7", "9:20"]),
        (page(body="[![a](weg.png)](methods/weg)\n"), ["7:7", "7:17"]),
        (page(body="[a]: methods/weg\n\n<a href='methods/weg'>x</a>\n"), ["7:6", "9:10"]),
        (page(body="[a](../../../etc/passwd)\n"), ["7:5"]),
        (page(body="[a](methods/weg) " * 3), ["7:5", "7:22", "7:39"]),
    ],
)
def test_problem(tmp_path, text, places):
    assert found_by(CODE, tmp_path, {FILE: text}) == [f"{FILE}:{place}" for place in places]


def test_message(tmp_path):
    assert said_by(CODE, tmp_path, {FILE: page(body="[intervisie](methods/intervise)\n")}) == [
        "The link leads to 'methods/intervise', which does not exist.\nDid you mean 'methods/intervisie'?"
    ]


def test_message_of_a_picture(tmp_path):
    assert said_by(CODE, tmp_path, {FILE: page(body="![een fiets](fiets.jpg)\n")}) == [
        "The link leads to 'commons/tips/fiets.jpg', which does not exist.\n"
        "Put the file in the folder of the page, or name the one that is there."
    ]
