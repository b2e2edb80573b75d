from gemeengoed.provenance import Ground, adapted, licence_of, reserves_mining, restricted, trace

from commons import METHOD, SETTINGS, load_commons, page, write_commons

FOLDER = "      licences: {folders: {methods: CC0-1.0}}\n"
SOURCES = """\
sources:
  - {title: Boek, relation: derived-from, licence: CC-BY-SA-4.0}
  - {title: Wet, relation: derived-from, licence: LicenseRef-Public-Domain}
  - {title: Vast, relation: derived-from, licence: CC-BY-ND-4.0}
  - {title: Kaart, relation: includes, licence: CC-BY-NC-ND-4.0}
  - {title: Foto, relation: includes, licence: CC-BY-4.0}
  - {title: Los, relation: cites, licence: CC-BY-NC-4.0}
media: [{file: a.png, alt: A, licence: CC-BY-NC-4.0}]"""


def item_of(root, extra="", settings=SETTINGS):
    commons = load_commons(write_commons(root, {METHOD: page(extra), "mkdocs.yml": settings}))
    return commons, commons.items["methods/intervisie"]


def with_folder(rule=FOLDER):
    return SETTINGS.replace("      language: nl\n", f"      language: nl\n{rule}", 1)


def test_the_default_holds_where_nothing_else_is_said(tmp_path):
    held = licence_of(*item_of(tmp_path))
    assert (held.licence, held.ground) == ("CC-BY-NC-SA-4.0", Ground.DEFAULT)


def test_the_rule_of_a_folder_goes_before_the_default(tmp_path):
    held = licence_of(*item_of(tmp_path, settings=with_folder()))
    assert (held.licence, held.ground) == ("CC0-1.0", Ground.FOLDER)


def test_the_page_itself_goes_before_its_folder(tmp_path):
    held = licence_of(*item_of(tmp_path, "licence: CC-BY-4.0", with_folder()))
    assert (held.licence, held.ground) == ("CC-BY-4.0", Ground.FILE)


def test_only_what_is_derived_from_or_translated_is_adapted(tmp_path):
    assert [part.title for part in adapted(*item_of(tmp_path, SOURCES))] == ["Boek", "Wet", "Vast"]


def test_a_page_cannot_be_its_own_original(tmp_path):
    assert adapted(*item_of(tmp_path, "translation_of: {item: methods/intervisie, hash: a}")) == ()


def test_restrictions_of_what_is_included_follow_along(tmp_path):
    _, item = item_of(tmp_path, SOURCES)
    assert [part.title for part in restricted(item)] == ["Kaart", "a.png"]


def test_the_trace_tells_every_step(tmp_path):
    steps = [step.say(str) for step in trace(*item_of(tmp_path, SOURCES, with_folder()))]
    assert steps == [
        f"{METHOD} has the licence CC0-1.0.",
        "The page names no licence itself.",
        "mkdocs.yml gives the folder methods the licence CC0-1.0.",
        "Made after 'Boek' (CC-BY-SA-4.0): what is made of it may have CC-BY-SA-4.0, GPL-3.0-only, LAL-1.3.",
        "Made after 'Wet' (LicenseRef-Public-Domain): what is made of it may have any licence.",
        "Made after 'Vast' (CC-BY-ND-4.0): nobody may spread what is made of it.",
        "Includes 'Kaart' (CC-BY-NC-ND-4.0): that part may not be changed, nor used for commercial gain.",
        "Includes 'a.png' (CC-BY-NC-4.0): that part may not be used for commercial gain.",
    ]


def test_only_a_licence_that_forbids_commerce_reserves_mining():
    assert reserves_mining("CC-BY-NC-SA-4.0")
    assert not any(map(reserves_mining, ("CC-BY-4.0", "CC0-1.0", "eigen", "EUPL-1.2")))
