"""A page says what may not be done with the works that it includes, where its own licence allows that.

Why: what is included unchanged keeps its own licence. Who uses the page as a whole must keep to both, and easily
overlooks the stricter one. The page shows it beside its licence; the maintainer should know that it is so.

Bad: a page with the licence CC-BY-4.0 that includes a picture with the licence CC-BY-NC-4.0.
Good: the same page with a freely licensed picture; or with ``licence: CC-BY-NC-4.0``.
"""

from collections.abc import Iterator

from gemeengoed.checks.base import at_value
from gemeengoed.findings import Reach
from gemeengoed.i18n import message
from gemeengoed.licences import forbids_change, forbids_commerce, is_known
from gemeengoed.model import Commons
from gemeengoed.problems import Finding, Severity
from gemeengoed.provenance import licence_of, restricted

SEVERITY = Severity.ADVICE
REACH = Reach.FILE


def check(commons: Commons) -> Iterator[Finding]:
    """Yield every included work that is more restricted than the page around it."""
    advice = message("Choose a part with a freer licence, or only refer to it. Or keep it: the page tells its readers.")
    for item in commons.items.values():
        if not item.fields.sources and not item.fields.media:
            continue
        licence = licence_of(commons, item).licence
        for part in restricted(item) if is_known(licence) else ():
            names = {"title": part.title, "included": part.licence, "licence": licence}
            if forbids_commerce(part.licence) and not forbids_commerce(licence):
                what = message(
                    "'{title}' ({included}) may not be used commercially, while the page around it may ({licence}).",
                    **names,
                )
            elif forbids_change(part.licence) and not forbids_change(licence):
                what = message(
                    "'{title}' ({included}) may not be changed, while the page around it may ({licence}).", **names
                )
            else:
                continue
            yield at_value(item.path, item.text.places, part.loc, what, advice)
