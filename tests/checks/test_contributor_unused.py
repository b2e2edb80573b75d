from commons import CONTRIBUTORS, found_by, page

CODE = "contributor-unused"
AN = """\
an-peeters:
  name: An Peeters
  consent: {on: 2026-01-05, scope: [name, organisation]}
"""


def test_a_contributor_whom_no_page_names(tmp_path):
    assert found_by(CODE, tmp_path, {"contributors.yaml": CONTRIBUTORS + AN}) == ["contributors.yaml:9:1"]


def test_a_contributor_with_a_review_has_no_problem(tmp_path):
    review = "reviews: [{by: an-peeters, on: 2026-03, verdict: useful}]"
    files = {"contributors.yaml": CONTRIBUTORS + AN, "commons/tips/kort.md": page(review)}
    assert found_by(CODE, tmp_path, files) == []


def test_one_who_withdrew_stays_in_the_register(tmp_path):
    people = f"{CONTRIBUTORS}{AN}  withdrawn_on: 2026-04\n"
    assert found_by(CODE, tmp_path, {"contributors.yaml": people}) == []


def test_one_who_offers_or_seeks_a_skill_has_no_problem(tmp_path):
    for field in ("skills_offered", "skills_sought"):
        people = f"{CONTRIBUTORS}{AN}  {field}: [luisteren]\n"
        assert found_by(CODE, tmp_path, {"contributors.yaml": people}) == []
