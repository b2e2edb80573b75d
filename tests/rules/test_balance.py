"""What is given and received, once per page; never of one's own, and by person only as far as they agreed."""

from __future__ import annotations

from gemeengoed.rules.balance import AUTHOR, Balance, balances, balances_of_people
from people import CONTRIBUTORS, network_of_skills

from commons import METHOD, page


def of(root, files, contributors=CONTRIBUTORS):
    commons = network_of_skills(root, {METHOD: None, "contributors.yaml": contributors, **files})
    items = commons.items.values()
    return balances(items, commons.contributors), balances_of_people(items, commons.contributors)


def method(authors: str = "[an]", extra: str = "") -> str:
    return page(extra).replace("authors: [redactie]", f"authors: {authors}")


def test_a_page_counts_once_for_an_organisation_of_two_authors_and_by_role(tmp_path):
    bodies, people = of(tmp_path, {"commons/methods/a.md": method("[an, fien]", "credits: {inhoud: [an, middel]}")})
    assert bodies["klein"] == Balance({"page": 1}, {}, {AUTHOR: 1, "inhoud": 1})
    assert bodies["middel"] == Balance({"page": 1}, {}, {"inhoud": 1})
    assert people["an"] == Balance({"page": 1}, {}, {AUTHOR: 1, "inhoud": 1})
    assert people["fien"] == Balance({"page": 1}, {}, {AUTHOR: 1})


def test_a_review_of_ones_own_organisation_does_not_count(tmp_path):
    def review(by: str) -> str:
        return f"reviews: [{{by: {by}, on: 2026, verdict: useful}}]"

    files = {
        "commons/tips/a.md": method("[an]", review("fien")),
        "commons/tips/b.md": method("[an]", review("klein")),
        "commons/tips/c.md": method("[an]", review("an")),
        "commons/tips/d.md": method("[an]", f"organisations: [middel]\n{review('bo')}"),
        "commons/tips/e.md": method("[klein]", review("de")),
        "commons/tips/f.md": method("[an]", review("cas")),
    }
    bodies, people = of(tmp_path, files)
    assert {name: found.given["review"] for name, found in bodies.items() if "review" in found.given} == {"groot": 1}
    assert {name for name, found in people.items() if "review" in found.given} == {"cas"}


def test_a_review_by_who_hides_the_employer_is_still_that_of_a_colleague(tmp_path):
    """Gus works for klein too; that it is not shown makes the review no more independent."""
    review = "reviews: [{by: gus, on: 2026, verdict: useful}]"
    _, people = of(tmp_path, {"commons/tips/a.md": method("[an]", review)})
    assert "gus" not in people


def used(by: str, organisation: str) -> str:
    fields = f"about: methods/a\norganisation: {organisation}\non: 2026\nresult: worked"
    return page(fields).replace("authors: [redactie]", f"authors: [{by}]")


def test_using_counts_for_the_organisation_and_for_its_people_who_wrote_it_down(tmp_path):
    files = {"commons/methods/a.md": method("[an]"), "commons/experiences/x.md": used("bo, redactie", "middel")}
    bodies, people = of(tmp_path, files)
    assert (bodies["middel"].given, bodies["middel"].received) == ({"experience": 1}, {"used": 1})
    assert (people["bo"].given, people["bo"].received) == ({"experience": 1}, {"used": 1})
    assert "redactie" not in people


def test_using_what_is_ones_own_is_no_receiving(tmp_path):
    files = {"commons/methods/a.md": method("[an]"), "commons/experiences/x.md": used("fien", "klein")}
    bodies, _ = of(tmp_path, files)
    assert bodies["klein"].received == {}


def test_only_what_can_be_used_is_used(tmp_path):
    about = used("bo", "middel").replace("methods/a", "questions/a")
    bodies, _ = of(tmp_path, {"commons/questions/a.md": method("[an]"), "commons/experiences/x.md": about})
    assert bodies["middel"].received == {}


def test_a_question_counts_when_others_answered_it(tmp_path):
    def question(accepted: str) -> str:
        return method("[an]", f"asked_by: an\nstate: answered\naccepted_answer: answers/{accepted}")

    def answer(by: str, question: str) -> str:
        return method(f"[{by}]", f"question: questions/{question}\nby: {by}\non: 2026")

    files = {
        "commons/questions/a.md": question("door-bo"),
        "commons/questions/b.md": question("door-fien"),
        "commons/questions/c.md": method("[an]", "asked_by: an\nstate: open"),
        "commons/answers/door-bo.md": answer("bo", "a"),
        "commons/answers/door-fien.md": answer("fien", "b"),
    }
    bodies, people = of(tmp_path, files)
    assert bodies["klein"].received == people["an"].received == {"answered": 1}
    assert people["bo"].given == people["fien"].given == {"answer": 1}


def test_a_host_gives_and_who_comes_receives_by_organisation_only(tmp_path):
    came = "[{organisation: klein}, {organisation: middel, count: 2}]"
    gathering = f"network: networks/n\nstart: 2026\nhosts: [an]\nattended_by: {came}"
    bodies, people = of(tmp_path, {"commons/gatherings/g.md": method("[redactie]", gathering)})
    assert (bodies["klein"].given, bodies["klein"].received) == ({"hosting": 1}, {})
    assert bodies["middel"].received == {"attended": 1}
    assert people["an"].given == {"hosting": 1} and "bo" not in people


def test_who_did_not_agree_to_a_name_or_withdrew_has_no_balance(tmp_path):
    """And without the organisation in the consent, what they give does not count for it."""
    hidden = CONTRIBUTORS.replace("scope: [name, skills]", "scope: [skills]")
    files = {"commons/tips/a.md": method("[em]"), "commons/tips/b.md": method("[gus]")}
    bodies, people = of(tmp_path, files, hidden)
    assert (bodies, people) == ({}, {})
