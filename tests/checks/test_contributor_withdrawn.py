from commons import CONTRIBUTORS, found_by, page

CODE, TIP = "contributor-withdrawn", "commons/tips/kort.md"
AN = """\
an-peeters:
  name: An Peeters
  consent: {on: 2026-01-05, scope: [name, organisation]}
"""


def of(root, withdrawn_on, extra, body="Kort.\n"):
    people = f"{CONTRIBUTORS}{AN}  withdrawn_on: {withdrawn_on}\n"
    return found_by(CODE, root, {TIP: page(extra, body), "contributors.yaml": people})


def test_somebody_who_withdrew_and_is_still_named(tmp_path):
    extra = "credits: {inhoud: [an-peeters]}"
    assert of(tmp_path, "2026-02", extra, "Met dank aan An Peeters.\n") == [f"{TIP}:6:20", f"{TIP}:8:14"]


def test_a_name_inside_another_word_is_another_name(tmp_path):
    assert of(tmp_path, "2026-02", "", "Jan Peeters en An Peetersen.\n") == []


def test_somebody_who_will_withdraw_may_still_be_named(tmp_path):
    assert of(tmp_path, "2999", "credits: {inhoud: [an-peeters]}", "An Peeters.\n") == []


def test_a_steward_is_for_another_check(tmp_path):
    assert of(tmp_path, "2026-02", "steward: an-peeters") == []
    assert found_by("steward-left", tmp_path, {}) == [f"{TIP}:6:10"]
