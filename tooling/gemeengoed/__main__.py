"""``python -m gemeengoed``."""

from gemeengoed.cli import run

run()
