from gemeengoed.checks.declared import all_checks
from gemeengoed.problems import Severity

from commons import page, problems_of

TIP = "commons/tips/kort.md"


def of(root, *lines):
    found = problems_of(root, {TIP: page("\n".join(lines))})
    return [problem for problem in found if problem.endswith("licence-included-restriction")]


def test_it_is_advice():
    (check,) = [check for check in all_checks() if check.code == "licence-included-restriction"]
    assert check.severity is Severity.ADVICE


def test_a_part_no_stricter_than_the_page_has_no_problem(tmp_path):
    for licence in ("CC-BY-4.0", "CC-BY-NC-4.0", "CC-BY-NC-SA-4.0", "EUPL-1.2"):
        assert of(tmp_path, f"sources: [{{title: A, relation: includes, licence: {licence}}}]") == []


def test_a_part_that_may_not_be_changed_in_a_page_that_may(tmp_path):
    line = "sources: [{title: A, relation: includes, licence: CC-BY-ND-4.0}]"
    place = line.index("CC-BY") + 1
    assert of(tmp_path, line) == [f"{TIP}:6:{place} licence-included-restriction"]


def test_a_picture_that_may_not_be_used_commercially_in_a_page_that_may(tmp_path):
    line = "media: [{file: a.png, alt: A, licence: CC-BY-NC-4.0}]"
    place = line.index("CC-BY") + 1
    assert of(tmp_path, "licence: CC-BY-4.0", line) == [f"{TIP}:7:{place} licence-included-restriction"]


def test_what_is_only_cited_has_no_problem(tmp_path):
    assert of(tmp_path, "sources: [{title: A, relation: cites, licence: CC-BY-ND-4.0}]") == []
