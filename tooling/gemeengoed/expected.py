"""What may go wrong without a fault of the program."""


class ExpectedError(Exception):
    """Ends a command in its message and not in a traceback: something outside the program keeps it from running."""
