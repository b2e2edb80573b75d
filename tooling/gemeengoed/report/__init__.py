"""Reports: one list of problems, as text for people, as JSON for programs, as annotations for a forge."""

from __future__ import annotations

from typing import Protocol

from gemeengoed.i18n import Translate
from gemeengoed.kinds.declare import Choice
from gemeengoed.problems import Problems
from gemeengoed.report import github, json, rdjson, sarif, text
from gemeengoed.report.context import NO_CONTEXT, Context

__all__ = ["NO_CONTEXT", "REPORTS", "Context", "Format", "Report"]


class Report(Protocol):
    """What a format is: a function of the problems, the words, and what can be asked besides."""

    def __call__(self, problems: Problems, say: Translate, context: Context = ..., /) -> str:
        """The problems in this format, without a line end at the end."""


class Format(Choice):
    """How problems are told."""

    TEXT = "text", "Text"
    JSON = "json", "JSON"
    GITHUB = "github", "GitHub annotations"
    SARIF = "sarif", "SARIF 2.1.0"
    RDJSON = "rdjson", "Reviewdog Diagnostic Format"


REPORTS: dict[Format, Report] = {
    Format.TEXT: text.report,
    Format.JSON: json.report,
    Format.GITHUB: github.report,
    Format.SARIF: sarif.report,
    Format.RDJSON: rdjson.report,
}
