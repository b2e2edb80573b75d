"""The words of a link say where it leads.

Why: a screen reader lists the links of a page without the text around them; "hier" ten times over says nothing.

Bad: ``Klik [hier](methods/intervisie)``, ``[https://www.vlaanderen.be](https://www.vlaanderen.be)``.
Good: ``Lees hoe [intervisie](methods/intervisie) verloopt``.
"""

from collections.abc import Iterator

from gemeengoed.checks.base import in_body, texts
from gemeengoed.findings import Reach
from gemeengoed.i18n import Message, message
from gemeengoed.kinds.declare import Record
from gemeengoed.markdown.links import Link
from gemeengoed.model import Commons
from gemeengoed.problems import Finding, Severity

SEVERITY = Severity.WARNING
REACH = Reach.FILE

_MARKS = " \t\n.,:;!?*_`'\"“”‘’>→»()"


class Parameters(Record):
    """Words that say nothing when they are the whole of a link, in lower case."""

    empty: tuple[str, ...] = (
        "hier", "klik hier", "klik", "hierop", "lees meer", "lees verder", "lees hier", "lees hier meer", "meer",
        "meer info", "meer informatie", "meer lezen", "meer weten", "link", "deze link", "via deze link", "website",
        "deze pagina", "deze website", "download", "here", "click here", "read more", "more", "this link",
    )  # fmt: skip


def check(commons: Commons, parameters: Parameters) -> Iterator[Finding]:
    """Yield every link whose words say nothing, or are an address."""
    empty = frozenset(parameters.empty)
    for text in texts(commons):
        for link in text.links:
            if link.whole and not link.is_image and (fault := _fault(link, empty)):
                yield in_body(text, link.whole[0], *fault)


def _fault(link: Link, empty: frozenset[str]) -> tuple[Message, Message] | None:
    words = " ".join(link.label.strip(_MARKS).lower().split())
    if not words and "![" not in link.label:
        return message("This link has no words."), message("Write between the square brackets where it leads.")
    if words in empty:
        what = message("'{words}' does not say where the link leads.", words=link.label)
        return what, message("Put the name of what stands there between the square brackets.")
    if words.startswith(("http://", "https://", "www.")):
        what = message("The words of the link are an address: '{words}'.", words=link.label)
        return what, message("Write the name of the page or website, and keep the address between the round brackets.")
    return None
