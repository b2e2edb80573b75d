"""The nearest known word to a word that is not known."""

from __future__ import annotations

from collections.abc import Iterable

CLOSE_ENOUGH = 0.6
_SHORT, _MIDDLING = 4, 8


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word most like ``word``, or None when none is like it. Ties go to the first in order."""
    from rapidfuzz import distance, process  # takes 10 ms, and few words are unknown

    match = process.extractOne(
        word.casefold(),
        sorted(known),
        scorer=distance.DamerauLevenshtein.normalized_similarity,
        processor=str.casefold,
        score_cutoff=CLOSE_ENOUGH,
    )
    return str(match[0]) if match else None


def nearest_reference(reference: str, known: Iterable[str]) -> str | None:
    """The known reference (``folder/name``) whose name is most like that of ``reference``, the same folder first."""
    folder, _, name = reference.rpartition("/")
    by_name: dict[str, str] = {}
    for candidate in known:
        own_folder, _, own_name = candidate.rpartition("/")
        if own_folder == folder or own_name not in by_name:
            by_name[own_name] = candidate
    found = nearest(name, by_name)
    return by_name[found] if found else None


def is_sure(word: str, known: str, others: Iterable[str]) -> bool:
    """Whether ``known`` is beyond doubt what was meant by ``word``, so that a program may write it there.

    It is when they differ in capitals, blanks and underscores only, or in one letter (two in a long word), while no
    other known word comes near.
    """
    from rapidfuzz import distance, process

    wanted, measure = _plain(word), distance.DamerauLevenshtein.distance
    gap = measure(wanted, _plain(known))
    if gap > (0 if len(wanted) < _SHORT else 1 if len(wanted) < _MIDDLING else 2):
        return False
    rivals = (other for other in others if other != known)
    return process.extractOne(wanted, rivals, scorer=measure, processor=_plain, score_cutoff=gap + 1) is None


def _plain(word: str) -> str:
    return word.casefold().strip().replace(" ", "-").replace("_", "-").removesuffix(".md")
