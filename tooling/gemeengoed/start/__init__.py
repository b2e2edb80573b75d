"""A commons begun: the demonstration, or one of another network's own. Written beside, then put in place whole."""

from gemeengoed.start.commons import Wishes, with_needed, write_commons
from gemeengoed.start.demonstration import write_demonstration
from gemeengoed.start.folder import CannotStartError, require_empty

__all__ = ["CannotStartError", "Wishes", "require_empty", "with_needed", "write_commons", "write_demonstration"]
