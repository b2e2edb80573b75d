"""``python -m gemeengoed``."""

from gemeengoed.cli import main

main()
