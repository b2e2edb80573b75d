import pytest

from commons import found_by, page, said_by

CODE = "sentence-length"
FILE = "commons/tips/kort.md"
THIRTY = "woord " * 30


@pytest.mark.parametrize(
    "body",
    [
        f"{THIRTY}.\n",
        "Kort. " * 40,
        "- tien woorden in een punt van een lange lijst\n" * 5,
        f"[naam](https://a.be/{'x' * 300}) {'en ' * 29}\n",
        f"```\n{THIRTY * 3}\n```\n",
        f"Kop\n\n{THIRTY}\n",
        f"| {THIRTY * 2} |\n|---|\n",
    ],
)
def test_unchanged(tmp_path, body):
    assert found_by(CODE, tmp_path, {FILE: page(body=body)}) == []


def test_a_page_in_another_language_is_left_alone(tmp_path):
    """The limit is that of the language of the commons; said twice, because the rest must still be found."""
    long = f"Eerst. Dan {THIRTY}en uit.\n"
    assert found_by(CODE, tmp_path / "en", {FILE: page("language: en", long)}) == []
    assert found_by(CODE, tmp_path / "nl", {FILE: page("language: nl", long)}) == [f"{FILE}:8:8"]


@pytest.mark.parametrize(
    ("body", "places"),
    [
        (f"Eerst. Dan {THIRTY}en uit.\n", ["7:8"]),
        (f"- een\n- Twee {THIRTY}\n", ["8:3"]),
        (f"> {THIRTY}uit\n", ["7:3"]),
    ],
)
def test_problem(tmp_path, body, places):
    assert found_by(CODE, tmp_path, {FILE: page(body=body)}) == [f"{FILE}:{place}" for place in places]


def test_message(tmp_path):
    assert said_by(CODE, tmp_path, {FILE: page(body=f"Dan nog eens dit hele lange {THIRTY}.\n")}) == [
        "The sentence 'Dan nog eens dit hele lange …' has 36 words.\nMake two sentences of it, each with one thought."
    ]
