"""The accepted answer of a question is an answer to that question.

Why: a reader with that question would get the answer to another one.

Bad: ``accepted_answer: answers/x`` in question a, while answer x says ``question: questions/b``.
Good: ``accepted_answer: answers/x`` in question b.
"""

from collections.abc import Iterator

from gemeengoed.checks.base import at_value
from gemeengoed.findings import Reach
from gemeengoed.i18n import message
from gemeengoed.kinds.answer import Answer
from gemeengoed.kinds.question import Question
from gemeengoed.model import Commons
from gemeengoed.problems import Finding, Severity

SEVERITY = Severity.ERROR
REACH = Reach.OUTLINE
FOLDERS = frozenset({"questions", "answers"})


def check(commons: Commons) -> Iterator[Finding]:
    """Yield every accepted answer that names another question as its own."""
    advice = message("Name an answer to this question, or remove the line.")
    for item in commons.of_kind("question"):
        if not isinstance(item.fields, Question) or not item.fields.accepted_answer:
            continue
        answer = commons.whole.items.get(item.fields.accepted_answer)
        if answer is None or not isinstance(answer.fields, Answer):
            continue
        question = answer.fields.question
        if question and question != item.ref:
            what = message("'{answer}' answers another question: '{question}'.", answer=answer.ref, question=question)
            yield at_value(item.path, item.text.places, ("accepted_answer",), what, advice)
