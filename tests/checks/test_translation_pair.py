import pytest

from commons import found_by, page

CODE, TRANSLATION = "translation-pair", "commons/methods/peer-coaching.md"


def translation(original, language="en"):
    spoken = f"language: {language}\n" if language else ""
    return page(f"{spoken}translation_of: {{item: {original}, hash: abc}}")


@pytest.mark.parametrize(("text", "places"), [
    (translation("methods/intervisie"), []),
    (translation("methods/intervisie", ""), [f"{TRANSLATION}:6:24"]),
    (translation("methods/intervisie", "nl"), [f"{TRANSLATION}:6:11"]),
    (translation("methods/peer-coaching"), [f"{TRANSLATION}:7:24"]),
])  # fmt: skip
def test_a_translation_and_its_language(tmp_path, text, places):
    assert found_by(CODE, tmp_path, {TRANSLATION: text}) == places


def test_a_translation_of_a_translation(tmp_path):
    other = "commons/methods/entraide.md"
    files = {TRANSLATION: translation("methods/intervisie"), other: translation("methods/peer-coaching", "fr")}
    assert found_by(CODE, tmp_path, files) == [f"{other}:7:24"]


def test_pages_that_call_each_other_the_original(tmp_path):
    other = "commons/methods/entraide.md"
    files = {TRANSLATION: translation("methods/entraide"), other: translation("methods/peer-coaching", "fr")}
    assert found_by(CODE, tmp_path, files) == [f"{other}:7:24", f"{TRANSLATION}:7:24"]


def test_a_second_translation_into_the_same_language(tmp_path):
    files = {TRANSLATION: translation("methods/intervisie"), "commons/methods/a.md": translation("methods/intervisie")}
    assert found_by(CODE, tmp_path, files) == [f"{TRANSLATION}:7:24"]


def test_a_translation_of_another_kind(tmp_path):
    tip = "commons/tips/peer-coaching.md"
    assert found_by(CODE, tmp_path, {tip: translation("methods/intervisie")}) == [f"{tip}:7:24"]
