import time

import pytest

from commons import CONTRIBUTORS, found_by, page, said_by

CODE = "contributor-email"
FILE = "contributors.yaml"


@pytest.mark.parametrize(
    "text",
    [
        CONTRIBUTORS,
        CONTRIBUTORS + "  website: https://www.voorbeeld.be/wie-is-wie\n",
        CONTRIBUTORS + "  about: Bereikbaar @ het loket, 3@4.\n",
    ],
)
def test_unchanged(tmp_path, text):
    assert found_by(CODE, tmp_path, {FILE: text}) == []


@pytest.mark.parametrize(
    ("text", "places"),
    [
        (CONTRIBUTORS + "  about: Bereikbaar op an@voorbeeld.be.\n", ["9:24"]),
        (CONTRIBUTORS + "  # an.peeters+x@loket.voorbeeld.be\n  e-mail: a@b.be\n", ["9:5", "10:11"]),
        ("# é an@voorbeeld.be b@c.be\r\n" + CONTRIBUTORS, ["1:5", "1:21"]),
        ("[ an@voorbeeld.be\n", ["1:3"]),
    ],
)
def test_problem(tmp_path, text, places):
    assert found_by(CODE, tmp_path, {FILE: text}) == [f"{FILE}:{place}" for place in places]


def test_pages_are_not_its_concern(tmp_path):
    assert found_by(CODE, tmp_path, {"commons/tips/kort.md": page(body="an@voorbeeld.be\n")}) == []


def test_a_long_word_takes_no_time(tmp_path):
    start = time.process_time()
    assert found_by(CODE, tmp_path, {FILE: f"# {'a' * 60_000}\n{CONTRIBUTORS}"}) == []
    assert time.process_time() - start < 3


def test_message(tmp_path):
    assert said_by(CODE, tmp_path, {FILE: CONTRIBUTORS + "# an@voorbeeld.be\n"}) == [
        "Here stands an e-mail address.\nRemove it, also from the history of the repository. A web page may stand here."
    ]
