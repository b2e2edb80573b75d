"""Skills, balance, membership and the picture on the pages: what is shown, and above all what is not."""

from __future__ import annotations

import html
from pathlib import Path

import pytest
from gemeengoed.edition import EditionName, select
from gemeengoed.i18n import translator
from gemeengoed.revisions import History
from gemeengoed.stage.drawing import HEIGHT, WIDTH, Drawing, drawing
from gemeengoed.stage.site import Site
from gemeengoed.stage.tree import stage
from people import CONTRIBUTORS, ORGANISATIONS, PEOPLE, network, person

from commons import Files, load_commons, page, write_commons

say = translator("nl")


def site_of(root: Path, files: Files | None = None, edition: EditionName = EditionName.PUBLIC) -> Site:
    commons = load_commons(write_commons(root, {**PEOPLE, **(files or {})}))
    return Site(select(commons, edition, History(), ()))


def staged(root: Path, files: Files | None = None, edition: EditionName = EditionName.PUBLIC) -> dict[str, str]:
    """What is staged, with the marks of HTML as they are read."""
    texts, _ = stage(site_of(root, files, edition).edition, root)
    return {path: html.unescape(text.replace("\\n", "\n").replace('\\"', '"')) for path, text in texts.items()}


@pytest.fixture(scope="module")
def pages(tmp_path_factory) -> dict[str, str]:
    return staged(tmp_path_factory.mktemp("mensen"))


def test_a_skill_has_who_offers_and_seeks_it_and_whom_to_ask(pages):
    text = pages["vaardigheden/luisteren/index.md"]
    for name in ("An", "Bo", "Cas", "Fien", "Hi"):
        assert f"{name} Voorbeeld" in text
    assert "allebei in West" in text and "allebei in Vlaanderen" in text
    assert say("no region in common") in text


def test_who_did_not_agree_or_withdrew_offers_nothing_anywhere(pages):
    """De has pages nowhere and may be named; em is named by nothing at all."""
    for path, text in pages.items():
        assert "Em Voorbeeld" not in text, path
        if path.startswith(("vaardigheden", "verbindingen/index")):
            assert "De Voorbeeld" not in text, path


def test_where_somebody_works_is_not_shown_without_consent(pages):
    assert "Klein" not in pages["bijdragers/gus/index.md"].partition("---\n\n")[0]
    assert "Gus" not in pages["organisaties/klein/index.md"]


def test_skills_of_who_did_not_agree_are_not_on_their_own_page_either(tmp_path):
    files = {"commons/tips/a.md": page().replace("[redactie]", "[de]")}
    text = staged(tmp_path, files)["bijdragers/de/index.md"]
    assert "Luisteren" not in text and "Schrijven" not in text


def test_a_skill_that_nobody_offers_invites(pages):
    text = pages["vaardigheden/niemands/index.md"]
    assert "Niemand biedt dit nog aan. Mogen collega’s" in text
    assert 'href="../../bijdragen/"' in text


def test_the_overview_has_every_skill_with_a_link(pages):
    text = pages["vaardigheden/index.md"]
    assert [f'href="{name}/"' in text for name in ("luisteren", "schrijven", "niemands")] == [True] * 3


def test_an_organisation_shows_what_its_region_has_and_it_lacks(pages):
    assert "organisaties/buur/index.md" not in pages
    text = pages["organisaties/middel/index.md"]
    assert say("What its people offer") in text
    assert say("What its region has and it lacks") not in text


MEMBER = "name: Klein, membership: {type: subscriber}, domains: [klein.example],"
BODIES = {"commons/organisations.yaml": ORGANISATIONS.replace("name: Klein,", MEMBER)}


def test_mail_domains_stand_nowhere_in_the_public_site(tmp_path):
    texts = staged(tmp_path, BODIES)
    assert "heeft een abonnement" in texts["organisaties/klein/index.md"]
    assert [path for path, text in texts.items() if "klein.example" in text] == []


def test_members_see_which_addresses_open_the_door(tmp_path):
    texts = staged(tmp_path, BODIES, EditionName.MEMBERS)
    assert [path for path, text in texts.items() if "klein.example" in text] == ["organisaties/klein/index.md"]


@pytest.mark.parametrize(
    ("membership", "said"),
    [
        ("{type: contribution}", "betaalt een lage jaarlijkse bijdrage"),
        ("{type: participant, activity: gatherings/g}", "houdt toegang, zonder einddatum"),
        ("{type: subscriber, until: 2020}", None),
        ("{type: subscriber, since: 2999}", None),
    ],
)
def test_what_a_membership_gives_while_it_holds(tmp_path, membership, said):
    bodies = ORGANISATIONS.replace("name: Klein,", f"name: Klein, membership: {membership},")
    text = staged(tmp_path, {"commons/organisations.yaml": bodies})["organisaties/klein/index.md"]
    assert (said or say("We know of no membership of this organisation.")) in text


def test_a_members_activity_is_not_named_to_the_public(tmp_path):
    bodies = ORGANISATIONS.replace(
        "name: Klein,", "name: Klein, membership: {type: participant, activity: gatherings/g},"
    )
    gathering = page("audience: members\nnetwork: networks/n\nstart: 2026", title="Geheim overleg")
    files = {"commons/organisations.yaml": bodies, "commons/gatherings/g.md": gathering}
    assert [path for path, text in staged(tmp_path, files).items() if "Geheim" in text or "gatherings/g" in text] == []


def test_nothing_of_a_members_network_is_in_the_public_picture(tmp_path):
    hidden = network("audience: members\nmembers: [stil, buur]\nskills: [niemands]", title="Geheime kring")
    files = {
        "commons/networks/geheim.md": hidden,
        "contributors.yaml": CONTRIBUTORS + person("Stil", "buur", offers="schrijven"),
    }
    public = staged(tmp_path / "openbaar", files)
    assert [path for path, text in public.items() if "Geheim" in text or "geheim" in text or "Stil Voor" in text] == []
    assert "Geheime kring" in staged(tmp_path / "leden", files, EditionName.MEMBERS)["verbindingen/geheim.md"]


def test_what_hangs_together_with_something_hidden_is_drawn_without_it(tmp_path):
    files = {
        "commons/networks/geheim.md": network("audience: members", title="Geheime kring"),
        "commons/networks/open.md": network("part_of: networks/geheim\nskills: [luisteren]", title="Open kring"),
    }
    public = staged(tmp_path, files)
    assert "Luisteren" in public["verbindingen/open.md"]
    assert [path for path, text in public.items() if "Geheim" in text or "geheim" in text] == []


def test_the_balance_asks_kindly_and_ranks_nobody(tmp_path):
    came = "network: networks/n\nstart: 2026\nattended_by: [{organisation: middel}, {organisation: buur}]"
    text = staged(tmp_path, {"commons/gatherings/g.md": page(came)})["evenwicht/index.md"]
    first, _, table = text.partition(say("All organisations"))
    assert "Middel" in first and "Buur" in first and "Gemeente A" not in first
    assert say("Came to a gathering. What did they take home? A tip is written in ten minutes.") in first
    assert table.index(">Buur<") < table.index(">Gemeente A<") < table.index(">Middel<")


def test_a_review_of_a_members_page_does_not_count_in_public(tmp_path):
    files = {"commons/tips/a.md": page("audience: members\nreviews: [{by: bo, on: 2026, verdict: useful}]")}
    assert "Middel" not in staged(tmp_path / "a", files)["evenwicht/index.md"]
    assert "Middel" in staged(tmp_path / "b", files, EditionName.MEMBERS)["evenwicht/index.md"]


def picture_of(root: Path, node: tuple[str, str], files: Files | None = None) -> Drawing:
    found = drawing(site_of(root, files), node, "hier/")
    assert found is not None
    return found


def test_boxes_do_not_overlap_and_stand_inside_the_picture(tmp_path):
    crowd = "".join(person(f"P{n:03}", "klein", offers="luisteren", seeks="schrijven") for n in range(100))
    found = picture_of(tmp_path, ("skill", "luisteren"), {"contributors.yaml": CONTRIBUTORS + crowd})
    places = {(box.x, box.y) for box in found.boxes}
    assert len(places) == len(found.boxes)
    for x, y in places:
        assert x > 0 and x + WIDTH <= found.width and y > 0 and y + HEIGHT <= found.height
        assert not [other for other in places if other[0] == x and 0 < other[1] - y < HEIGHT]


def test_of_a_crowd_a_few_stand_in_the_table_and_fewer_in_the_picture(tmp_path):
    crowd = "".join(person(f"P{n:03}", "klein", offers="luisteren") for n in range(100))
    found = picture_of(tmp_path, ("skill", "luisteren"), {"contributors.yaml": CONTRIBUTORS + crowd})
    people = [row for row in found.rows if row.sort == say("Person")]
    assert len(people) == 24 and found.hidden == 24 - 12 and found.more == 105 - 24
    assert len(found.boxes) < 40


def test_every_box_says_what_it_is_and_leads_on(tmp_path):
    found = picture_of(tmp_path, ("contributor", "bo"))
    assert {box.name: box.said for box in found.boxes if box.sort in ("organisation", "skill")} == {
        "Middel": "organisatie",
        "Luisteren": "wordt aangeboden",
        "Schrijven": "wordt aangeboden",
    }
    assert all(box.href.endswith("#gg-connections") for box in found.boxes)


def test_offering_and_seeking_can_be_told_apart_in_every_column(tmp_path):
    looks = sorted(line.look for line in picture_of(tmp_path, ("organisation", "groot")).lines)
    assert looks == ["offers", "other", "other", "seeks"]
    assert {line.look for line in picture_of(tmp_path, ("skill", "luisteren")).lines} == {"offers", "seeks", "far"}


def test_what_two_do_together_is_said_in_full(tmp_path):
    found = picture_of(tmp_path, ("skill", "luisteren"))
    assert next(row.said for row in found.rows if row.name == "Fien Voorbeeld") == "biedt dit aan, zoekt dit"


def test_the_same_sources_give_the_same_bytes_in_whatever_order_they_stand(tmp_path):
    names = ("An", "Bo", "Cas", "Fien")
    people = [person(name, "klein", offers="luisteren, schrijven") for name in names]
    one, other = (
        staged(tmp_path / way, {"contributors.yaml": CONTRIBUTORS.split("an:")[0] + "".join(order)})
        for way, order in (("heen", people), ("terug", people[::-1]))
    )
    assert one == other


def test_where_nothing_is_known_the_pages_invite(tmp_path):
    alone = person("Redactie", "gemeente-a", scope="[name, organisation]")
    texts = staged(tmp_path, {"contributors.yaml": alone})
    assert "Er is nog niets te tekenen" in texts["verbindingen/index.md"]
    assert "Nog niemand biedt of zoekt hier een vaardigheid" in texts["vaardigheden/index.md"]
    assert texts["lidmaatschap/index.md"].count(say("No organisation stands here yet.")) == 3


def test_a_page_stands_once_under_an_organisation_that_is_named_in_two_ways(tmp_path):
    tip = page("organisations: [klein]\ncredits: {inhoud: [klein]}", title="Eén tip")
    assert staged(tmp_path, {"commons/tips/a.md": tip})["organisaties/klein/index.md"].count(">Eén tip<") == 1
