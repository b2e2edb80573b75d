"""A commons begun: the demonstration, or one of another network's own. Written beside, then put in place whole."""

from gemeengoed.start.demonstration import write_demonstration
from gemeengoed.start.folder import CannotStartError

__all__ = ["CannotStartError", "write_demonstration"]
