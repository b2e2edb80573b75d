"""A review out of a zip that a stranger's workflow made: taken in small pieces, with limits, in memory.

Nothing is ever unpacked to a disk, so no name in the zip can lead anywhere.
"""

from __future__ import annotations

import json
import zipfile
from pathlib import Path
from typing import Final

from pydantic import ValidationError

from gemeengoed.i18n import Message, message
from gemeengoed.review.form import FILE, Review

LARGEST: Final = 500_000
"""Bytes of a zip, and of the review in it, at most."""


class RefusedError(Exception):
    """A review is not used; ``why`` says why."""

    def __init__(self, why: Message) -> None:
        super().__init__(why.say(str))
        self.why = why


def read_artifact(file: Path, pull_request: int) -> Review:
    """The review of a pull request out of its artifact. Raises RefusedError for whatever is not just that."""
    review = _review(_content(file))
    if review.pull_request != pull_request:
        raise RefusedError(message("The report is of another pull request, {number}.", number=review.pull_request))
    return review


def _content(file: Path) -> bytes:
    if not file.is_file() or file.stat().st_size > LARGEST:
        raise RefusedError(message("The report is not there, or is too large."))
    try:
        with zipfile.ZipFile(file) as archive:
            names = archive.namelist()
            if names != [FILE]:
                raise RefusedError(message("The report holds other files than it should."))
            with archive.open(FILE) as member:
                content = member.read(LARGEST + 1)
    except RefusedError:
        raise
    except Exception as error:  # what a broken or hostile zip makes the library raise is not documented in full
        raise RefusedError(message("The report cannot be opened.")) from error
    if len(content) > LARGEST:
        raise RefusedError(message("The report is not there, or is too large."))
    return content


def _review(content: bytes) -> Review:
    try:
        json.loads(content)  # pydantic's own parser takes numbers and depths that others do not
        return Review.model_validate_json(content)
    except (ValidationError, ValueError, RecursionError) as error:
        raise RefusedError(message("The report does not have the form that it should.")) from error
