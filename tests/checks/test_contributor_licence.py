from commons import page, problems_of, write_commons

TIP = "commons/tips/kort.md"
AGREED_TO_NONE = "redactie:\n  name: Redactie\n  consent: {on: 2026-11-22, scope: [name]}\n"


def test_an_author_who_agreed_has_no_problem(tmp_path):
    assert problems_of(tmp_path, {TIP: page()}) == []
    assert problems_of(tmp_path, {TIP: page("licence: CC-BY-NC-SA-4.0")}) == []


def test_an_organisation_has_no_consent_to_look_at(tmp_path):
    text = page("licence: CC-BY-4.0").replace("[redactie]", "[gemeente-a]")
    assert problems_of(tmp_path, {TIP: text}) == []


def test_an_author_who_agreed_to_another_licence(tmp_path):
    assert problems_of(tmp_path, {TIP: page("licence: CC-BY-4.0")}) == [f"{TIP}:4:11 contributor-licence"]


def test_an_author_who_agreed_to_no_licence(tmp_path):
    root = write_commons(tmp_path, {TIP: page(), "contributors.yaml": AGREED_TO_NONE})
    assert f"{TIP}:4:11 contributor-licence" in problems_of(root)


def test_the_licence_of_the_page_is_what_was_not_known(tmp_path):
    assert problems_of(tmp_path, {TIP: page("licence: eigen")}) == [f"{TIP}:6:10 licence-known"]
