"""Write the forms of the forge in ``.github/ISSUE_TEMPLATE`` anew: ``gemeengoed forms`` on this repository."""

from pathlib import Path

from gemeengoed.cli.upkeep import forms

if __name__ == "__main__":
    forms(Path(__file__).parents[1])
