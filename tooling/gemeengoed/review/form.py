"""A review as it goes from one workflow to the other: few fields, each with a limit, and nothing besides."""

from __future__ import annotations

from typing import Annotated, Final, Literal

from pydantic import BaseModel, ConfigDict, Field, PositiveInt, StringConstraints

FILE: Final = "review.json"
"""The name of the review in its artifact, and of the only file there."""

MOST: Final = 200
"""So many entries of a list are written and read; how many there are is told beside it."""

_Path = Annotated[str, StringConstraints(min_length=1, max_length=300)]
_Said = Annotated[str, StringConstraints(min_length=1, max_length=1000)]
_Name = Annotated[str, StringConstraints(pattern=r"^[a-z0-9/-]{1,200}$")]
_Code = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class Page(_Strict):
    """A file that the pull request adds, changes or takes away, and what becomes of it."""

    path: _Path
    title: Annotated[str, StringConstraints(max_length=300)] = ""
    state: Literal["added", "changed", "removed"]
    themes: Annotated[list[_Name], Field(max_length=50)] = []
    networks: Annotated[list[_Name], Field(max_length=50)] = []
    fate: Literal["published", "archived", "draft", "members", "register", "media", "unused", "rejected", "other"]


class Problem(_Strict):
    """A problem that the pull request brings."""

    path: _Path
    line: PositiveInt
    severity: Literal["error", "warning", "advice"]
    code: _Code
    message: _Said
    advice: Annotated[str, StringConstraints(max_length=1000)] = ""


class Similar(_Strict):
    """A page that is there already and like one that the pull request brings."""

    path: _Path
    other: _Path
    title: Annotated[str, StringConstraints(max_length=300)]


class Review(_Strict):
    """What a pull request brings. ``language`` is that in which the problems are told."""

    version: Literal[1] = 1
    pull_request: Annotated[int, Field(gt=0, lt=2**53)]
    language: Literal["nl", "en"]
    pages: Annotated[list[Page], Field(max_length=MOST)] = []
    problems: Annotated[list[Problem], Field(max_length=MOST)] = []
    similar: Annotated[list[Similar], Field(max_length=MOST)] = []
    pages_in_all: Annotated[int, Field(ge=0)] = 0
    problems_in_all: Annotated[int, Field(ge=0)] = 0
