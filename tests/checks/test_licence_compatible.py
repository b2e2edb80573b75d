import pytest

from commons import METHOD, SETTINGS, check_commons, page, problems_of, write_commons

TIP = "commons/tips/kort.md"
ALL = "[CC-BY-NC-SA-4.0, CC-BY-SA-4.0, CC-BY-NC-4.0, CC-BY-4.0, CC-BY-ND-4.0, CC0-1.0]"
AGREED = f"redactie:\n  name: Redactie\n  type: team\n  consent: {{on: 2026-11-22, scope: [name], licences: {ALL}}}\n"


def source(licence, relation="derived-from", title="Werk"):
    return f"{{title: {title}, author: A, url: 'https://a.example', relation: {relation}, licence: {licence}}}"


def tip(*sources, licence=None):
    own = f"licence: {licence}\n" if licence else ""
    return page(own + "sources:\n" + "\n".join(f"  - {entry}" for entry in sources))


def found_in(root, text):
    files = {TIP: text, "contributors.yaml": AGREED}
    return problems_of(root, files)


RIGHT = {
    "public domain": tip(source("CC0-1.0")),
    "attribution": tip(source("CC-BY-4.0")),
    "the same licence": tip(source("CC-BY-SA-4.0"), licence="CC-BY-SA-4.0"),
    "a later version": tip(source("CC-BY-NC-SA-3.0")),
    "two that go together": tip(source("CC-BY-NC-4.0"), source("CC-BY-4.0")),
    "a choice": tip(source("CC-BY-SA-4.0 OR CC-BY-NC-4.0")),
    "only cited": tip(source("CC-BY-ND-4.0", "cites")),
    "only inspired by": tip(source("CC-BY-SA-4.0", "inspired-by")),
    "included unchanged": tip(source("CC-BY-SA-4.0", "includes")),
}


@pytest.mark.parametrize("text", RIGHT.values(), ids=RIGHT)
def test_a_page_with_a_licence_that_its_sources_allow(tmp_path, text):
    assert found_in(tmp_path, text) == []


def column(entry):
    return len("  - ") + entry.index("licence: ") + len("licence: ") + 1


SA, NC, ND = source("CC-BY-SA-4.0"), source("CC-BY-NC-4.0"), source("CC-BY-ND-4.0")
WRONG = {
    "the default is not allowed": (tip(SA), f"7:{column(SA)}"),
    "its own is not allowed": (tip(NC, licence="CC-BY-4.0"), f"8:{column(NC)}"),
    "nothing may be made of it": (tip(ND), f"7:{column(ND)}"),
    "two clash": (tip(SA, NC), f"8:{column(NC)}"),
    "not known what is allowed": (tip(source("EUPL-1.2")), f"7:{column(SA)}"),
}


@pytest.mark.parametrize(("text", "place"), WRONG.values(), ids=WRONG)
def test_a_page_with_another_licence_has_a_problem_at_the_licence_of_the_source(tmp_path, text, place):
    assert found_in(tmp_path, text) == [f"{TIP}:{place} licence-compatible"]


def test_the_message_names_the_two_that_clash_and_what_each_allows(tmp_path):
    first, second = source("CC-BY-SA-4.0", title="Eerste"), source("CC-BY-NC-4.0", title="Tweede")
    root = write_commons(tmp_path, {TIP: tip(source("CC0-1.0"), first, second)})
    (found,) = check_commons(root)
    said = found.message.say(str)
    for word in ("'Eerste' (CC-BY-SA-4.0)", "'Tweede' (CC-BY-NC-4.0)", "CC-BY-NC-SA-4.0", "LAL-1.3"):
        assert word in said


def test_the_advice_is_the_licence_that_all_sources_allow(tmp_path):
    root = write_commons(tmp_path, {TIP: tip(SA, source("CC-BY-4.0"))})
    (found,) = check_commons(root)
    assert found.advice.say(str) == "Write in this page: licence: CC-BY-SA-4.0"


TRANSLATION = "language: en\ntranslation_of: {item: methods/intervisie, hash: abc}"


def of_translation(root, original):
    files = {
        METHOD: page(original, title="Intervisie"),
        "commons/methods/peer-coaching.md": page(TRANSLATION, title="Peer coaching"),
        "contributors.yaml": AGREED,
    }
    return [problem for problem in problems_of(root, files) if problem.endswith("licence-compatible")]


def test_a_translation_is_an_adaptation(tmp_path):
    assert of_translation(tmp_path, "licence: CC-BY-SA-4.0") == [
        "commons/methods/peer-coaching.md:7:24 licence-compatible"
    ]


def test_a_translation_with_the_licence_of_what_it_translates(tmp_path):
    assert of_translation(tmp_path, "") == []


def test_the_licence_of_the_folder_counts(tmp_path):
    settings = SETTINGS.replace(
        "      language: nl\n", "      language: nl\n      licences: {folders: {tips: CC-BY-4.0}}\n", 1
    )
    assert "folders" in settings
    root = write_commons(tmp_path, {"mkdocs.yml": settings, "contributors.yaml": AGREED, TIP: tip(NC)})
    (found,) = check_commons(root)
    assert "folder tips" in found.message.say(str)
