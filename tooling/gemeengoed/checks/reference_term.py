"""A theme, skill, role or region is a term of the vocabulary, and so is the broader term of a term.

Why: pages about the same are found together only when they use the same word for it.

Bad: ``themes: [burgerparticipatie]``.
Good: ``themes: [participatie]``.
"""

from collections.abc import Iterator

from gemeengoed.checks.base import all_references
from gemeengoed.findings import Reach
from gemeengoed.i18n import message
from gemeengoed.model import Commons
from gemeengoed.problems import Finding, Severity
from gemeengoed.suggest import is_sure, nearest

SEVERITY = Severity.ERROR
REACH = Reach.FILE

FILE = "commons/vocabulary.yaml"


def check(commons: Commons) -> Iterator[Finding]:
    """Yield every term that the vocabulary does not have."""
    for reference in all_references(commons, *commons.terms):
        terms = commons.terms[reference.ref.register]
        if reference.name not in terms:
            near = term_by_any_name(commons, reference.ref.register, reference.name) or nearest(reference.name, terms)
            what = message(
                "'{name}' is not in the vocabulary ({register}).",
                name=reference.name,
                register=f"{reference.ref.register}s",
            )
            choices = message("Choose from: {known}.", known=", ".join(terms))
            advice = message("Did you mean '{known}'?", known=near) if near else choices
            sure = near is not None and is_sure(reference.name, near, terms)
            yield reference.finding(what, advice, near, is_sure=sure)
    file = commons.register_files.get(FILE)
    for register, terms in commons.terms.items():
        for name, term in terms.items():
            if file and term.broader and term.broader not in terms:
                line, column = file.places.value(f"{register}s", name, "broader")
                what = message(
                    "'{name}' is not in the vocabulary ({register}).", name=term.broader, register=f"{register}s"
                )
                near = nearest(term.broader, terms)
                meant = message("Did you mean '{known}'?", known=near) if near else None
                yield Finding(FILE, line, column, what, meant, near)


def term_by_any_name(commons: Commons, register: str, name: str) -> str | None:
    """The term that has ``name`` as its label or as a synonym, in any language."""
    wanted = name.casefold().replace("-", " ")
    for identifier, term in commons.terms[register].items():
        labels = [term.label.nl, term.label.en] if term.label else []
        words = [*labels, *(term.synonyms.nl + term.synonyms.en if term.synonyms else ())]
        if any(word and word.casefold().replace("-", " ") == wanted for word in words):
            return identifier
    return None
