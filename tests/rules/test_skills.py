"""Who offers what others seek, the nearest first; and what a region has that a body in it lacks."""

from __future__ import annotations

from gemeengoed.rules.skills import FAR, Lack, lacks, nearest, skills_of
from people import CONTRIBUTORS, ORGANISATIONS, network_of_skills, person


def test_only_who_agreed_to_it_offers_or_seeks(tmp_path):
    skills = skills_of(network_of_skills(tmp_path))
    assert skills.offered == {"luisteren": ("bo", "cas", "fien"), "schrijven": ("bo", "gus")}
    assert skills.sought == {"luisteren": ("an", "fien", "hi")}


def test_skills_without_a_name_to_ask_for_are_not_shown(tmp_path):
    nameless = CONTRIBUTORS + person("Jo", "klein", offers="luisteren", scope="[organisation, skills]")
    assert "jo" not in skills_of(network_of_skills(tmp_path, {"contributors.yaml": nameless})).offered["luisteren"]


def test_the_nearest_come_first_and_nobody_is_matched_with_themselves(tmp_path):
    skills = skills_of(network_of_skills(tmp_path))
    found = [(match.offerer, match.distance, match.region) for match in nearest(skills, "luisteren", "an")]
    assert found == [("fien", 0, "west"), ("bo", 2, "vlaanderen"), ("cas", FAR, "")]
    assert [match.offerer for match in nearest(skills, "luisteren", "fien")] == ["bo", "cas"]


def test_no_more_than_the_limit_and_those_are_the_nearest(tmp_path):
    skills = skills_of(network_of_skills(tmp_path))
    everybody = nearest(skills, "luisteren", "an")
    assert [nearest(skills, "luisteren", "an", limit) for limit in (1, 2, 9)] == [
        everybody[:1],
        everybody[:2],
        everybody,
    ]


def test_where_somebody_works_says_nothing_without_consent(tmp_path):
    """Gus works in the west, and did not agree that this is shown."""
    skills = skills_of(
        network_of_skills(
            tmp_path,
            {"contributors.yaml": CONTRIBUTORS.replace("skills_sought: [luisteren]", "skills_sought: [schrijven]")},
        )
    )
    assert [(match.offerer, match.distance) for match in nearest(skills, "schrijven", "an")] == [
        ("bo", 2),
        ("gus", FAR),
    ]
    assert "gus" not in skills.people["klein"]


def test_what_a_region_has_and_an_organisation_lacks(tmp_path):
    commons = network_of_skills(tmp_path)
    skills = skills_of(commons)
    assert lacks(skills, commons, "buur") == (Lack("luisteren", ("fien",), False),)
    assert lacks(skills, commons, "klein") == ()
    assert lacks(skills, commons, "gemeente-a") == (
        Lack("luisteren", ("bo", "fien"), False),
        Lack("schrijven", ("bo",), False),
    )


def test_what_its_people_seek_comes_first(tmp_path):
    more = CONTRIBUTORS + person("Ik", "gemeente-a", seeks="schrijven")
    commons = network_of_skills(tmp_path, {"contributors.yaml": more})
    assert [(lack.skill, lack.is_sought) for lack in lacks(skills_of(commons), commons, "gemeente-a")] == [
        ("schrijven", True),
        ("luisteren", False),
    ]


def test_a_skill_or_organisation_that_does_not_exist_is_passed_over(tmp_path):
    commons = network_of_skills(
        tmp_path,
        {
            "contributors.yaml": CONTRIBUTORS.replace("[luisteren, schrijven]", "[toveren]").replace(
                "[groot]", "[atlantis]"
            ),
            "commons/organisations.yaml": ORGANISATIONS,
        },
    )
    skills = skills_of(commons)
    assert "toveren" not in skills.offered
    assert [match.distance for match in nearest(skills, "luisteren", "an")] == [0, FAR]
