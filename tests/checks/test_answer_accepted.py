from commons import found_by, page

QUESTION = "commons/questions/a.md"


def of(root, question):
    answer = page(f"question: {question}\nby: redactie\non: 2026-11-22")
    files = {"commons/questions/b.md": page(), "commons/answers/x.md": answer}
    return found_by("answer-accepted", root, {QUESTION: page("accepted_answer: answers/x"), **files})


def test_an_answer_to_this_question_has_no_problem(tmp_path):
    assert of(tmp_path, "questions/a") == []


def test_an_answer_to_another_question(tmp_path):
    assert of(tmp_path, "questions/b") == [f"{QUESTION}:6:18"]
