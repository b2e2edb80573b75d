import pytest

from commons import found_by, page, said_by

CODE, CIRCLE, INITIATIVE = "role-twice", "commons/networks/kring.md", "commons/initiatives/a.md"
NEEDED = "network: networks/kring\npromotor: vzw-b\nmotivation: Daarom.\nphase: proposed\n"


@pytest.mark.parametrize(("roles", "places"), [
    ("{coordinator: [vzw-b]}", []),
    ("{coordinator: [vzw-b, gemeente-a], manager: [vzw-b]}", []),
    ("{coordinator: [vzw-b, gemeente-a, vzw-b]}", [f"{CIRCLE}:7:42"]),
])  # fmt: skip
def test_a_role_of_a_network(tmp_path, roles, places):
    assert found_by(CODE, tmp_path, {CIRCLE: page(f"type: locon\nroles: {roles}")}) == places


def test_a_role_of_an_initiative(tmp_path):
    files = {INITIATIVE: page(f"{NEEDED}roles: {{manager: [vzw-b, vzw-b]}}"), CIRCLE: page("type: locon")}
    assert found_by(CODE, tmp_path, files) == [f"{INITIATIVE}:10:26"]
    assert said_by(CODE, tmp_path, files) == [
        "'vzw-b' stands twice under 'manager'.\nRemove the line, or write who was meant."
    ]
