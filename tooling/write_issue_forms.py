"""Write the forms of the forge in ``.github/ISSUE_TEMPLATE`` anew. Run: ``python tooling/write_issue_forms.py``."""

from pathlib import Path

from gemeengoed.intake.issue_forms import issue_forms
from gemeengoed.load import load
from gemeengoed.settings import read_settings

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / ".github" / "ISSUE_TEMPLATE"

if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for name, text in issue_forms(load(ROOT, read_settings(ROOT))).items():
        (FOLDER / name).write_text(text, "utf-8")
        print(FOLDER / name)
