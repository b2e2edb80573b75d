"""What the values of a field may be, by its annotation: of a closed list, or the names of other things."""

from __future__ import annotations

from typing import Annotated, Any, get_args, get_origin

from gemeengoed.kinds.declare import Choice, Ref


def choices_of(hint: Any) -> tuple[Choice, ...]:
    """The values of a closed list; none for other fields."""
    if isinstance(hint, type) and issubclass(hint, Choice):
        return tuple(hint)
    return next((found for part in get_args(hint) if (found := choices_of(part))), ())


def named_by(hint: Any) -> Ref | None:
    """What the values name: the first reference within the annotation."""
    if get_origin(hint) is Annotated and (ref := next((x for x in get_args(hint)[1:] if isinstance(x, Ref)), None)):
        return ref
    return next((found for part in get_args(hint) if (found := named_by(part))), None)
