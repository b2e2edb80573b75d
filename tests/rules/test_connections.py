"""Who and what hang together."""

from __future__ import annotations

from gemeengoed.rules.connections import How, connections, neighbours, other_end
from people import network, network_of_skills

NETWORK = ("network", "kring")


def found(root, extra: str = ""):
    commons = network_of_skills(root, {"commons/networks/kring.md": network(extra)})
    return connections(commons.of_kind("network"), commons.contributors)


def told(all_connections, of=NETWORK):
    return {(other_end(one, of), one.how) for one in all_connections if of in (one.one, one.other)}


def test_a_person_hangs_together_with_what_they_agreed_to(tmp_path):
    everything = found(tmp_path)
    assert told(everything, ("contributor", "bo")) == {
        (("organisation", "middel"), How.WORKS_FOR),
        (("skill", "luisteren"), How.OFFERS),
        (("skill", "schrijven"), How.OFFERS),
    }
    assert told(everything, ("contributor", "gus")) == {(("skill", "schrijven"), How.OFFERS)}
    assert told(everything, ("contributor", "de")) == {(("organisation", "klein"), How.WORKS_FOR)}
    assert told(everything, ("contributor", "em")) == set()


def test_a_network_hangs_together_with_members_roles_bodies_and_skills(tmp_path):
    extra = (
        "members: [an, middel, em]\nroles: {coordinator: [bo], manager: [groot]}\norganisations: [groot]\n"
        "skills: [luisteren]\npart_of: networks/groter"
    )
    assert told(found(tmp_path, extra)) == {
        (("contributor", "an"), How.MEMBER),
        (("organisation", "middel"), How.MEMBER),
        (("contributor", "bo"), How.ROLE),
        (("organisation", "groot"), How.ROLE),
        (("organisation", "groot"), How.BEHIND),
        (("skill", "luisteren"), How.SKILL),
        (("network", "groter"), How.PART_OF),
    }


def test_everything_stands_at_both_ends(tmp_path):
    everything = found(tmp_path, "members: [an]")
    around = neighbours(everything)
    assert sum(map(len, around.values())) == 2 * len(everything)
    assert [other_end(one, NETWORK) for one in around[NETWORK]] == [("contributor", "an")]
