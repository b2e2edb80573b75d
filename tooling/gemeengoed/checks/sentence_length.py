"""A sentence is no longer than a reader can keep in mind at once.

Why: from about twenty-five words on, more and more readers must read a sentence twice. One limit cannot serve two
languages, so it is for pages in the language of the commons.

Bad: a sentence of sixty words with four commas.
Good: two or three sentences, each with one thought.
"""

from collections.abc import Iterator

from pydantic import PositiveInt

from gemeengoed.checks.base import in_body, texts_in
from gemeengoed.findings import Reach
from gemeengoed.i18n import message
from gemeengoed.kinds.declare import Record
from gemeengoed.markdown.prose import paragraphs, sentences
from gemeengoed.model import Commons
from gemeengoed.problems import Finding, Severity

SEVERITY = Severity.ADVICE
REACH = Reach.FILE


_MARKS = "-–—.,:;!?…*_&/+=()\"'"


class Parameters(Record):
    """How many words a sentence may have."""

    words: PositiveInt = 30


def check(commons: Commons, parameters: Parameters) -> Iterator[Finding]:
    """Yield every sentence that is longer, of pages in the language of the commons."""
    advice = message("Make two sentences of it, each with one thought.")
    for text in texts_in(commons, commons.settings.language):
        for paragraph in paragraphs(text.masked, parameters.words):
            for sentence in sentences(paragraph):
                words = sentence.text.split()
                if len(words) > parameters.words:  # few are; only then are marks told from words
                    words = [word for word in words if word.strip(_MARKS)]
                if len(words) > parameters.words:
                    start = " ".join(words[:6])
                    what = message("The sentence '{start} …' has {count} words.", start=start, count=len(words))
                    yield in_body(text, sentence.offset, what, advice)
