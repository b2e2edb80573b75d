from datetime import date

from gemeengoed.checks import translation_behind
from gemeengoed.i18n import translator
from gemeengoed.load import load
from gemeengoed.revisions import History, Revision
from gemeengoed.settings import read_settings

from commons import found_by, load_commons, page

CODE, TRANSLATION, ORIGINAL = "translation-behind", "commons/methods/peer-coaching.md", "commons/methods/intervisie.md"


def translation(state):
    return {TRANSLATION: page(f"language: en\ntranslation_of: {{item: methods/intervisie, hash: {state}}}")}


def test_a_translation_of_the_present_text_has_no_problem(tmp_path):
    found_by(CODE, tmp_path, {})
    state = load_commons(tmp_path).items["methods/intervisie"].hash
    assert found_by(CODE, tmp_path, translation(state)) == []


def test_a_translation_of_an_older_text(tmp_path):
    assert found_by(CODE, tmp_path, translation("abc")) == [f"{TRANSLATION}:7:50"]


def test_the_hash_is_of_the_words_only(tmp_path):
    files = [page("keywords: [x]", "Een\ntekst. \n"), page("keywords: [y]", "Een tekst.\n"), page("", "Een woord.\n")]
    states = []
    for text in files:
        found_by(CODE, tmp_path, {ORIGINAL: text})
        states.append(load_commons(tmp_path).items["methods/intervisie"].hash)
    assert states[0] == states[1] != states[2]


def test_how_many_revisions_it_is_behind(tmp_path):
    found_by(CODE, tmp_path, translation("abc"))
    days = (date(2026, 5, 3), date(2026, 3, 1), date(2025, 1, 1))
    revisions = {
        ORIGINAL: Revision(days[-1], days[0], len(days), days),
        TRANSLATION: Revision(date(2026, 2, 1), date(2026, 2, 1), 1, (date(2026, 2, 1),)),
    }
    commons = load(tmp_path, read_settings(tmp_path), History(revisions))
    said = [finding.message.say(translator("en")) for finding in translation_behind.check(commons)]
    assert said == ["'methods/intervisie' changed after it was translated: 2 revision(s) since 2026-02-01."]
