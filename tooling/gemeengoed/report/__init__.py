"""Reports: one list of problems, as text for people, as JSON for programs, as annotations for a forge."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from gemeengoed.i18n import Translate
from gemeengoed.kinds.declare import Choice
from gemeengoed.problems import Problem
from gemeengoed.report import github, json, text

Report = Callable[[Sequence[Problem], Translate], str]


class Format(Choice):
    """How problems are told."""

    TEXT = "text", "Text"
    JSON = "json", "JSON"
    GITHUB = "github", "GitHub annotations"


REPORTS: dict[Format, Report] = {Format.TEXT: text.report, Format.JSON: json.report, Format.GITHUB: github.report}
