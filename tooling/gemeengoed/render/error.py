"""What goes wrong in an engine."""

from __future__ import annotations

from gemeengoed.expected import ExpectedError


class RenderError(ExpectedError):
    """The engine could not render; the message says why."""
