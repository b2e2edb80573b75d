import pytest

from commons import found_by, page, said_by

CODE = "link-anchor"
FILE = "commons/tips/kort.md"


@pytest.mark.parametrize(
    "text",
    [
        page(body="[a](methods/intervisie#stappen) [b](methods/intervisie)\n"),
        page(body="# Kop één\n\n[a](#kop-een) [b](#) [c](https://a.be/#x)\n"),
        page(body="## Kop {#eigen}\n\n<a id='oud'></a> [a](#eigen) [b](#oud)\n"),
        page(body="Kop\n===\n\n## Kop ##\n\n[a](#kop) [b](#kop_1)\n"),
        page(body="[weg](methods/weg#x)\n"),
    ],
)
def test_unchanged(tmp_path, text):
    assert found_by(CODE, tmp_path, {FILE: text}) == []


@pytest.mark.parametrize(
    ("text", "places"),
    [
        (page(body="[de stappen](methods/intervisie#stapen)\n"), ["7:14"]),
        (page(body="Zie [a](../methods/intervisie.md#niets) en [b](#weg)\n"), ["7:9", "7:48"]),
        (page(body="```\n# Geen kop\n```\n\n[a](#geen-kop)\n"), ["11:5"]),
    ],
)
def test_problem(tmp_path, text, places):
    assert found_by(CODE, tmp_path, {FILE: text}) == [f"{FILE}:{place}" for place in places]


def test_message(tmp_path):
    assert said_by(CODE, tmp_path, {FILE: page(body="[de stappen](methods/intervisie#stapen)\n")}) == [
        "The page 'methods/intervisie' has no heading with the anchor 'stapen'.\nDid you mean '#stappen'?"
    ]
