import time

import pytest

from commons import CONTRIBUTORS, found_by, page, said_by

CODE = "switch"
FILE = "commons/tips/kort.md"
OFF = "<!-- gemeengoed: off link-target, omdat de pagina volgende week komt -->\n"


@pytest.mark.parametrize(
    "text",
    [
        page(),
        page(body=f"{OFF}[a](methods/weg)\n"),
        page("# gemeengoed: off field-unknown, want dit komt nog\nrijp: ja"),
        page(body="<!-- gemeengoed is af -->\n"),
    ],
)
def test_unchanged(tmp_path, text):
    assert found_by(CODE, tmp_path, {FILE: text}) == []


@pytest.mark.parametrize(
    ("text", "places"),
    [
        (page(body=OFF), ["7:22"]),
        (page(body="<!-- gemeengoed: off link-taget, omdat -->\n"), ["7:22"]),
        (page(body="é <!-- gemeengoed: off link-target -->\n[a](methods/weg)\n"), ["7:24"]),
        (page("# gemeengoed: off field-unknown"), ["6:19"]),
        (page(body=OFF + OFF + "[a](weg.md) <!-- gemeengoed: off link-anchor, zomaar -->\n"), ["9:34"]),
    ],
)
def test_problem(tmp_path, text, places):
    assert found_by(CODE, tmp_path, {FILE: text}) == [f"{FILE}:{place}" for place in places]


def test_a_switch_works_in_its_own_file_only(tmp_path):
    files = {FILE: page(body=f"{OFF}[a](methods/weg)\n"), "commons/tips/ander.md": page(body="[a](methods/weg)\n")}
    assert found_by("link-target", tmp_path, files) == ["commons/tips/ander.md:7:5"]


def test_a_switch_in_a_register(tmp_path):
    text = f"# gemeengoed: off contributor-email, want dit is een voorbeeld: a@b.be\n{CONTRIBUTORS}"
    assert found_by("contributor-email", tmp_path, {"contributors.yaml": text}) == []


def test_a_long_line_takes_no_time(tmp_path):
    start = time.process_time()
    assert found_by(CODE, tmp_path, {FILE: page(body=f"# gemeengoed: off x a{' ' * 60_000}b\n")}) == [f"{FILE}:7:19"]
    assert time.process_time() - start < 3


def test_message(tmp_path):
    assert said_by(CODE, tmp_path, {FILE: page(body=OFF)}) == [
        "The check 'link-target' finds nothing here, so it need not be switched off.\nRemove this line."
    ]
