import pytest

from commons import found_by, page, said_by

CODE = "link-text"
FILE = "commons/tips/kort.md"


@pytest.mark.parametrize(
    "body",
    [
        "[intervisie](methods/intervisie)\n",
        "[hier staat het](methods/intervisie)\n",
        "<https://www.vlaanderen.be>\n",
        "[![Zaal](a.png)](https://a.be)\n",
        "`[hier](x)`\n",
    ],
)
def test_unchanged(tmp_path, body):
    assert found_by(CODE, tmp_path, {FILE: page(body=body)}) == []


@pytest.mark.parametrize(
    ("body", "places"),
    [
        ("Klik [hier](methods/intervisie).\n", ["7:6"]),
        ("[**Lees meer** →](methods/intervisie)\n", ["7:1"]),
        ("[https://a.be/b](https://a.be/b)\n", ["7:1"]),
        ("[](methods/intervisie)\n", ["7:1"]),
    ],
)
def test_problem(tmp_path, body, places):
    assert found_by(CODE, tmp_path, {FILE: page(body=body)}) == [f"{FILE}:{place}" for place in places]


def test_message(tmp_path):
    assert said_by(CODE, tmp_path, {FILE: page(body="[Hier](methods/intervisie) [www.a.be](https://www.a.be)\n")}) == [
        "'Hier' does not say where the link leads.\nPut the name of what stands there between the square brackets.",
        "The words of the link are an address: 'www.a.be'.\n"
        "Write the name of the page or website, and keep the address between the round brackets.",
    ]
