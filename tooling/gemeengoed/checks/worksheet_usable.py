"""A worksheet asks something, asks it once, and has a scale that one can choose on.

Why: what is filled in is kept by the sentence that it answers; a sentence that comes twice has one answer for both, and
a scale of one answer measures nothing.

Bad: ``worksheet: {type: reflection}``, or ``scale: [Vaak]``.
Good: ``worksheet: {type: reflection, questions: [Wat ging goed?], scale: [Zelden, Soms, Vaak]}``
"""

from collections.abc import Iterator

from gemeengoed.checks.base import at_value
from gemeengoed.findings import Reach
from gemeengoed.i18n import Message, message
from gemeengoed.kinds.declare import Loc
from gemeengoed.kinds.method import Method, Worksheet, WorksheetType
from gemeengoed.model import Commons
from gemeengoed.problems import Finding, Severity

SEVERITY = Severity.WARNING
REACH = Reach.FILE

FEWEST, MOST = 2, 10
"""How many answers a scale may have."""

Found = tuple[Loc, Message, Message]


def check(commons: Commons) -> Iterator[Finding]:
    """Yield every worksheet without a question, every sentence that comes twice, and every scale of a wrong length."""
    for item in commons.of_kind("method"):
        sheet = item.fields.worksheet if isinstance(item.fields, Method) else None
        if sheet is not None:
            for loc, what, advice in _wrong(sheet):
                yield at_value(item.path, item.text.places, ("worksheet", *loc), what, advice)


def _wrong(sheet: Worksheet) -> Iterator[Found]:
    if sheet.type is WorksheetType.REFLECTION and not (sheet.questions or sheet.qualities):
        yield (
            (),
            message("A self-reflection must ask something."),
            message("Add 'questions' to write at, or 'qualities' with sentences to score."),
        )
    if sheet.scale and not FEWEST <= len(sheet.scale) <= MOST:
        yield (
            ("scale",),
            message("A scale must have {least} to {most} answers; there are {count}.", least=FEWEST, most=MOST,
                    count=len(sheet.scale)),
            message("Name the answers from least to most, or leave 'scale' out."),
        )  # fmt: skip
    seen: set[str] = set()
    for loc, asked in _asked(sheet):
        if asked in seen:
            yield loc, message("'{sentence}' is asked twice.", sentence=asked), message("Ask each thing once.")
        seen.add(asked)


def _asked(sheet: Worksheet) -> Iterator[tuple[Loc, str]]:
    yield from ((("questions", number), question) for number, question in enumerate(sheet.questions))
    for at, quality in enumerate(sheet.qualities):
        for number, sentence in enumerate(quality.sentences):
            yield ("qualities", at, "sentences", number), sentence
